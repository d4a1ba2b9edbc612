using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Web.Lookup.Extracts;
using LongAnGis.Web.Lookup.Lines;
using LongAnGis.Web.Lookup.Places;
using LongAnGis.Web.Lookup.Points;
using LongAnGis.Web.Lookup.Uploads;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Lookup;

/// <summary>Takes a pasted table, and gives its answer as JSON, GeoJSON and PDF.</summary>
static class LookupEndpoints
{
    public const string FormName = "lookup";

    /// <summary>What the field <c>kind</c> may say.</summary>
    public const string AreaKind = "area", LineKind = "line", PointKind = "point";

    const int LongestBody = 1 << 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Anybody may ask, and asking changes nothing of the plan: no account, no token against foreign forms.
        routes.MapPost("/lookup", Ask).DisableAntiforgery();
        routes.MapGet("/lookup/{id:guid}.geojson", GeoJson);
        routes.MapGet("/lookup/{id:guid}.json", Json);
        routes.MapGet("/lookup/{id:guid}.pdf", Pdf);
        routes.MapGet("/lookup/{id:guid}/readings.png", Readings);
    }

    /// <summary>Where the map and other programs get the parcel from.</summary>
    public static string GeoJsonOf(ParcelLookup lookup) => lookup.Path + ".geojson";

    static async Task<IResult> Ask(
        HttpContext context, LookupRegister parcels, LineRegister lines, PointRegister points, LookupFiles files, ParcelAnswers answers, AskedMoment asked)
    {
        var form = await SentForm.Read(context, "/lookup", FormName, LookupFiles.MostBytes + LongestBody);
        if (form.Raw("kind") == PointKind)
            return await AskPoint(form, points, answers, asked, context.RequestAborted);

        var wish = new PlacingWish(Frame(form), NorthFirst(form));
        var arrangement = LookupRegister.ArrangementOf(form.Raw("arrangement"));
        if (arrangement is null)
            form.Refuse("arrangement", "Hãy chọn thứ tự đỉnh trong danh sách.", "Choose an order of the corners from the list.");
        var isLine = form.Raw("kind") == LineKind;
        if (!isLine && form.Raw("kind") is not (null or "" or AreaKind))
            form.Refuse("kind", "Hãy chọn thửa, tuyến hoặc điểm.", "Choose a parcel, a line or a point.");
        if (form.IsRight && form.File("file") is { } file)
        {
            if (await OfFile(form, files, file, wish, context.RequestAborted) is not { } drawn)
                return form.Refused();

            (isLine, wish) = (drawn.IsLine ?? isLine, wish with { Frame = drawn.Frame ?? wish.Frame, NorthFirst = drawn.IsLine is null ? wish.NorthFirst : true });
            // What could not be read of a file is shown where it can be mended.
            form.Put("corners", drawn.Corners);
        }

        var corners = form.Needed(
            form.Lines("corners", CornerTable.LongestText), "corners",
            "Hãy dán bảng tọa độ của thửa đất, hoặc chọn tệp.", "Paste the corner table of the parcel, or choose a file.");
        if (ParcelCode.Parse(corners) is { Middle: var place })
            return new NextPage(string.Create(CultureInfo.InvariantCulture, $"/at?lat={place.Latitude:0.#########}&lon={place.Longitude:0.#########}&z=17"));
        if (!form.IsRight)
            return form.Refused();

        return isLine
            ? await AskLine(form, corners, wish, lines, asked, context.RequestAborted)
            : await AskParcel(form, corners, wish, arrangement!.Value, parcels, answers, asked, context.RequestAborted);
    }

    static async Task<IResult> AskPoint(
        SentForm form, PointRegister register, ParcelAnswers answers, AskedMoment asked, CancellationToken cancellation)
    {
        var typed = form.Needed(
            form.Line("corners", PointRegister.LongestText), "corners",
            "Hãy nhập tọa độ của điểm, hoặc mã thửa.", "Type the coordinates of the point, or a parcel code.");
        if (!form.IsRight)
            return form.Refused();

        var reading = PointRegister.Read(typed, out var refusal);
        if (reading is not null && !await answers.AreInProvince(PointRegister.OnWgs84(reading.Position), cancellation))
            refusal = PointRegister.Elsewhere(reading);
        if (reading is null || refusal is not null)
            return Refused(form, [new("corners", refusal!)]);

        var id = await register.Keep(typed, reading, await asked.Time(), cancellation);
        return new NextPage($"/lookup/point/{id}");
    }

    static async Task<IResult> AskParcel(
        SentForm form, string corners, PlacingWish wish, Arrangement arrangement, LookupRegister register, ParcelAnswers answers, AskedMoment asked,
        CancellationToken cancellation)
    {
        var stated = StatedParcel.Read(corners, wish, arrangement, out var refusals);
        if (stated is not null && !await answers.AreInProvince(stated.Shape.Wgs84, cancellation))
            refusals = [ParcelRefusal.OverTheBorder(stated.Reading)];
        if (stated is null || refusals.Count > 0)
            return Refused(form, refusals);

        var id = await register.Keep(corners, stated.Reading, arrangement, stated.Shape.Wgs84, await asked.Time(), cancellation);
        return new NextPage($"/lookup/{id}");
    }

    static async Task<IResult> AskLine(
        SentForm form, string corners, PlacingWish wish, LineRegister register, AskedMoment asked, CancellationToken cancellation)
    {
        if (LineRegister.Read(corners, wish, out var refusals) is not var (_, reading))
            return Refused(form, refusals);

        var id = await register.Keep(corners, reading, await asked.Time(), cancellation);
        return new NextPage($"/lookup/line/{id}");
    }

    static RefusedForm Refused(SentForm form, IReadOnlyList<ParcelRefusal> refusals)
    {
        foreach (var (field, message) in refusals)
            form.Refuse(field, message.Vi, message.In(english: true));
        return form.Refused();
    }

    static async Task<UploadedCorners?> OfFile(
        SentForm form, LookupFiles files, IFormFile file, PlacingWish wish, CancellationToken cancellation)
    {
        if (file.Length > LookupFiles.MostBytes)
        {
            form.Refuse("file", $"Tệp lớn hơn {LookupFiles.MostBytes >> 20} MB.", $"The file is larger than {LookupFiles.MostBytes >> 20} MB.");
            return null;
        }

        try
        {
            return await files.Read(file, wish.Frame, cancellation);
        }
        catch (RefusedException refused) when (refused.Refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity)
        {
            // A drawing that does not say its reference system asks for it; the form has the field.
            var field = refused.Refusal.Members.TryGetValue("ask", out var asks) && asks is "crs" ? "frame" : "file";
            form.Refuse(field, refused.Refusal.Vi, refused.Refusal.En);
            return null;
        }
    }

    static ReferenceFrame? Frame(SentForm form)
    {
        if (form.Raw("frame") is not { Length: > 0 })
            return null;
        if (form.Whole("frame") is { } srid && ReferenceFrame.Find(srid) is { } frame)
            return frame;

        form.Refuse("frame", "Hãy chọn hệ tọa độ trong danh sách.", "Choose a coordinate system from the list.");
        return null;
    }

    static bool? NorthFirst(SentForm form)
    {
        switch (form.Raw("order"))
        {
            case null or "":
                return null;
            case "north-first":
                return true;
            case "east-first":
                return false;
            default:
                form.Refuse("order", "Hãy chọn thứ tự cột trong danh sách.", "Choose an order of the columns from the list.");
                return null;
        }
    }

    static async Task<IResult> GeoJson(HttpContext context, Guid id, LookupRegister register)
    {
        Hide(context);
        var shape = StatedParcel.Of(await register.Find(id, context.RequestAborted)).Shape;
        return Results.Text(
            $$"""{"type":"Feature","properties":{},"geometry":{{GeoJsonFile.Geometry(shape.Wgs84)}}}""", GeoJsonFile.ContentType);
    }

    static async Task<IResult> Json(
        HttpContext context, Guid id, ParcelReports reports, ExtractRegister extracts, Seal seal, AskedMoment asked)
    {
        Hide(context);
        var report = await reports.Of(id, await asked.Time(), await asked.Layers(), Since(context), context.RequestAborted);
        var extract = await extracts.Issue(report, context.RequestAborted);
        return Results.Bytes(await extract.Content(seal, context.RequestAborted), "application/json; charset=utf-8");
    }

    static async Task<IResult> Pdf(
        HttpContext context, Guid id, ParcelReports reports, ExtractRegister extracts, ExtractPaper paper, AskedMoment asked, Language language)
    {
        Hide(context);
        var report = await reports.Of(id, await asked.Time(), await asked.Layers(), Since(context), context.RequestAborted);
        var extract = await extracts.Issue(report, context.RequestAborted);
        var bytes = await paper.Write(context.Request, extract, new ParcelExtractText(report, extract, language), language, context.RequestAborted);
        return Results.File(bytes, "application/pdf", $"longan_lookup_{extract.Number}.pdf");
    }

    static async Task<IResult> Readings(
        HttpContext context, Guid id, LookupRegister register, ReadingsPicture picture, AskedMoment asked, Language language)
    {
        Hide(context);
        var stated = StatedParcel.Of(await register.Find(id, context.RequestAborted));
        return Results.Bytes(
            await picture.Draw(stated.Reading, stated.Others, await asked.Time(), await asked.Layers(), language, context.RequestAborted), "image/png");
    }

    /// <summary>The day that changes are told since, as the address writes it.</summary>
    internal static string? Since(HttpContext context) => context.Request.Query[SinceDay.Parameter];

    /// <summary>A parcel is nobody else's business: neither caches nor search engines keep what is said of it.</summary>
    public static void Hide(HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
    }
}
