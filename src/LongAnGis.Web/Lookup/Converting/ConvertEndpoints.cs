using System.Globalization;
using System.Text;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Lookup.Converting;

/// <summary>What was converted, for the page that shows it, with what was typed.</summary>
sealed record Conversion(ConvertedPoints Result, string Typed, string From, string To);

/// <summary>Converts coordinates. They arrive in a form's body and stand in no address, so that no log keeps them.</summary>
static class ConvertEndpoints
{
    public const string FormName = "convert";

    const int LongestBody = 1 << 20;

    public static void Map(IEndpointRouteBuilder routes) =>
        // Anybody may ask, and nothing is kept: no account, no token against foreign forms.
        routes.MapPost("/convert", Ask).DisableAntiforgery();

    static async Task<IResult> Ask(HttpContext context, Language language)
    {
        LookupEndpoints.Hide(context);
        var form = await SentForm.Read(context, "/convert", FormName, LongestBody);
        var typed = form.Needed(
            form.Lines("points", CornerTable.LongestText), "points", "Hãy nhập hoặc dán tọa độ cần đổi.", "Type or paste the coordinates to convert.");
        var (from, to) = (Frame(form, "from"), Frame(form, "to"));
        if (!form.IsRight)
            return form.Refused();

        if (ConvertedPoints.Of(PointTable.Read(typed), from, to, out var refusals) is not { } result)
        {
            foreach (var refusal in refusals.Take(20))
                form.Refuse(Field(from, to, refusal), refusal.Vi, refusal.In(english: true));
            return form.Refused();
        }

        if (form.Raw("format") == "csv")
            return Results.File(Csv(result, language), CsvFile.ContentType, "longan_convert.csv");

        context.Features.Set(new Conversion(result, typed, from?.ToString() ?? "", to?.ToString() ?? ""));
        return new ShownPage(typeof(ConvertPage), "/convert", new Dictionary<string, string>(), "");
    }

    static string Field(ReferenceFrame? from, ReferenceFrame? to, Bilingual refusal) => refusal switch
    {
        _ when from is null && refusal == ConvertedPoints.NeedsMeridian => "from",
        _ when to is null && refusal == ConvertedPoints.NeedsTarget => "to",
        _ => "points",
    };

    static ReferenceFrame? Frame(SentForm form, string field)
    {
        if (form.Raw(field) is not { Length: > 0 })
            return null;
        if (form.Whole(field) is { } srid && ReferenceFrame.Find(srid) is { } frame)
            return frame;

        form.Refuse(field, "Hãy chọn hệ tọa độ trong danh sách.", "Choose a coordinate system from the list.");
        return null;
    }

    static byte[] Csv(ConvertedPoints converted, Language language)
    {
        var text = new StringBuilder();
        var north = language.Say("X (Bắc) hoặc vĩ độ", "X (north) or latitude");
        var east = language.Say("Y (Đông) hoặc kinh độ", "Y (east) or longitude");
        string[] headings =
        [
            language.Say("Điểm", "Point"), language.Say("Dòng", "Line"), "EPSG", north, east,
            language.Say("EPSG đổi sang", "EPSG of the result"), north, east,
        ];
        text.AppendJoin(',', headings.Select(CsvFile.Quoted)).Append("\r\n");
        foreach (var point in converted.Points)
        {
            object[] cells =
            [
                CsvFile.Quoted(point.Stated.Name), point.Stated.Row.ToString(CultureInfo.InvariantCulture),
                converted.From, Number(converted.From, point.Stated.North), Number(converted.From, point.Stated.East),
                point.Frame, Number(point.Frame, point.North), Number(point.Frame, point.East),
            ];
            text.AppendJoin(',', cells).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    static string Number(ReferenceFrame frame, double value) => value.ToString(frame.IsDegrees ? "0.000000000" : "0.0000", CultureInfo.InvariantCulture);
}
