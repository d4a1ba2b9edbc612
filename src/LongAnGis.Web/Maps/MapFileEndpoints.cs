using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using LongAnGis.Web.Shell;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Maps;

/// <summary>
/// Maps by an address alone: <c>/maps/plan.png?bbox=105.9,10.4,106.8,11.0&amp;width=1200&amp;height=800</c>. The view is <c>plan</c>,
/// what the map shows by itself, or codes of layers.
/// </summary>
static class MapFileEndpoints
{
    const int LeastSide = 64, MostSide = 4_000;
    internal const string Whole = "plan";

    /// <summary>CSS pixels are 1/96 of an inch, points 1/72.</summary>
    const float PointsPerPixel = 72f / 96;

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var format in new[] { SheetFormat.Png, SheetFormat.Pdf })
        {
            routes.MapGet(
                $"/maps/{{view}}.{SheetFile.Extension(format)}",
                (HttpContext context, string view, MapFeatures features, AskedMoment asked, Language language) => Answer(context, view, format, features, asked, language));
        }
    }

    static async Task<IResult> Answer(HttpContext context, string view, SheetFormat format, MapFeatures features, AskedMoment asked, Language language)
    {
        var query = context.Request.Query;
        var (width, height) = (Side(query, "width", 1_000), Side(query, "height", 700));
        var ground = Ground(query["bbox"]);
        var (moment, layers) = (await asked.Time(), await asked.Layers());
        var shown = Shown(view, layers);
        var sheet = MapSheet.Showing(ground, new(width * PointsPerPixel, height * PointsPerPixel), largest: 500, air: 1);
        var drawn = await features.Published(sheet, [.. shown.Select(layer => layer.Code)], moment, context.RequestAborted);
        var title = language.Say("Bản đồ quy hoạch", "Planning map");
        var paper = new PaperSheet(title, $"{title} {moment}", sheet.Size, canvas => new MapPicture(sheet, layers, language).Draw(canvas, drawn, []));
        var day = new DateTimeOffset(moment.AsOf.ToDateTime(default), TimeSpan.Zero);
        return MapAnswers.File(context, SheetFile.Write(paper, format, language.Code, day, width, context.RequestAborted), format, moment);
    }

    /// <summary>The layers of a view.</summary>
    /// <exception cref="RefusedException">404 for a layer that is not public or does not exist, alike.</exception>
    internal static IReadOnlyList<Layer> Shown(string view, Layers layers)
    {
        if (view == Whole)
            return layers.Visible(null);

        var codes = view.Split(',');
        return codes.All(code => layers.Find(code) is not null) && codes.Distinct().Count() == codes.Length ? layers.Visible(codes) : throw new RefusedException(Refusal.NotFound(
            "Không có bản đồ này: dùng plan, hoặc mã các lớp công khai cách nhau bằng dấu phẩy.",
            "There is no such map: use plan, or codes of public layers with commas between them."));
    }

    static int Side(IQueryCollection query, string name, int otherwise) => query[name].ToString() is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side is >= LeastSide and <= MostSide
            ? side
            : throw new RefusedException(Refusal.BadRequest(
                $"Tham số {name} cần số điểm ảnh từ {LeastSide} đến {MostSide}.", $"The parameter {name} takes pixels from {LeastSide} to {MostSide}."));

    static Envelope Ground(string? box)
    {
        var region = string.IsNullOrEmpty(box) ? Region.LongAn : Box(box) ?? throw new RefusedException(Refusal.BadRequest(
            "Tham số bbox cần tây,nam,đông,bắc bằng độ WGS 84 trong Việt Nam.", "The parameter bbox takes west,south,east,north in degrees of WGS 84 in Vietnam."));
        return MapPlane.Grid.Cover(region);
    }

    static Region? Box(string text)
    {
        var numbers = text.Split(',')
            .Select(part => double.TryParse(part, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        return numbers is [var west, var south, var east, var north] && west < east && south < north
            && Region.Vietnam.Holds(new(south, west)) && Region.Vietnam.Holds(new(north, east))
            ? new(south, west, north, east)
            : null;
    }
}
