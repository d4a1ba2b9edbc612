using System.Text;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>
/// WMS 1.3.0 (OGC 06-042) at <c>/wms</c> for programs that know nothing newer: the maps that are drawn for paper, by layer, window, system and
/// day.
/// </summary>
static class WmsEndpoints
{
    public const int MostSide = 2_560, MostFeatures = 50, MostLayers = 30;

    const string Png = "image/png";

    public static readonly IReadOnlyList<string> InfoFormats = ["application/json", "text/plain", "text/html"];

    /// <summary>Systems that maps are drawn in: the plane of each is known to Core.</summary>
    public static readonly IReadOnlyList<OgcCrs> Systems = [.. OgcCrs.All.Where(crs => crs.Srid != Vn2000.GeographicSrid)];

    static readonly SemaphoreSlim Turns = new(Environment.ProcessorCount);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/wms", (HttpContext context, CancellationToken _) => OwsAnswers.Guard(context, Answer, OwsAnswers.ServiceException));

    static Task<IResult> Answer(OwsRequest request)
    {
        if (request["SERVICE"] is { } service && !service.Equals("WMS", StringComparison.OrdinalIgnoreCase))
        {
            throw OwsException.Invalid("SERVICE", "phải là WMS.", "must be WMS.");
        }

        return request.Need("REQUEST").ToUpperInvariant() switch
        {
            // Whatever version is asked for, 1.3.0 is what there is: the client goes on with it or leaves.
            "GETCAPABILITIES" => Capabilities(request),
            "GETMAP" => Map(request),
            "GETFEATUREINFO" => Info(request),
            "GETLEGENDGRAPHIC" => Legend(request),
            var other => throw new OwsException("OperationNotSupported", "REQUEST", new($"Không có thao tác {OwsRequest.Short(other)}.", $"There is no operation {OwsRequest.Short(other)}.")),
        };
    }

    static async Task<IResult> Capabilities(OwsRequest request)
    {
        var services = request.Context.RequestServices;
        var moment = await Moment(request, AskedTime.Now);
        var layers = await Layers(request, moment);
        var extents = await services.GetRequiredService<OgcCollections>().Extents(moment, request.Context.RequestAborted);
        var address = services.GetRequiredService<PublicAddress>().Of(request.Context.Request) + "/wms";
        return OwsAnswers.Xml(request.Context, new WmsCapabilities(address, layers, extents, moment.AsOf, request.IsEnglish).Document());
    }

    static async Task<IResult> Map(OwsRequest request)
    {
        CheckVersion(request);
        var moment = await Moment(request, request.Time("TIME"));
        var layers = await Layers(request, moment);
        var shown = Named(request, "LAYERS", layers);
        CheckStyles(request, shown.Count);
        var sheet = Sheet(request);
        if (!request.Need("FORMAT").StartsWith(Png, StringComparison.OrdinalIgnoreCase))
        {
            throw new OwsException("InvalidFormat", "FORMAT", new("Bản đồ chỉ có dạng image/png.", "Maps are there as image/png only."));
        }

        var isClear = "TRUE".Equals(request["TRANSPARENT"], StringComparison.OrdinalIgnoreCase);
        var ground = isClear ? SKColors.Transparent : Colour(request["BGCOLOR"]);
        var features = request.Context.RequestServices.GetRequiredService<MapFeatures>();
        var drawn = await features.Published(sheet, [.. shown.Select(layer => layer.Code)], moment, request.Context.RequestAborted);
        // In the order of the request, bottom first, as the standard has it.
        var picture = new MapPicture(sheet, new(shown, []), request.Context.DataLanguage()) { Ground = ground };
        return await Picture(request.Context, sheet.Size, canvas => picture.Draw(canvas, drawn, []));
    }

    static async Task<IResult> Info(OwsRequest request)
    {
        CheckVersion(request);
        var moment = await Moment(request, request.Time("TIME"));
        var layers = await Layers(request, moment);
        Named(request, "LAYERS", layers);
        var asked = Named(request, "QUERY_LAYERS", layers);
        var sheet = Sheet(request);
        var (column, row) = (Pixel(request, "I", sheet.Size.Width), Pixel(request, "J", sheet.Size.Height));
        var format = request["INFO_FORMAT"] ?? InfoFormats[0];
        if (!InfoFormats.Contains(format, StringComparer.OrdinalIgnoreCase))
        {
            throw new OwsException("InvalidFormat", "INFO_FORMAT", new($"Chỉ có {string.Join(", ", InfoFormats)}.", $"There is {string.Join(", ", InfoFormats)} only."));
        }

        var most = request["FEATURE_COUNT"] is null ? 1 : request.Whole("FEATURE_COUNT", 1, int.MaxValue);
        var touched = sheet.Around(column, row, pixels: 4);
        var place = sheet.Ground(column + 0.5, row + 0.5);
        var found = await request.Context.RequestServices.GetRequiredService<MapFeatures>()
            .Published(touched, [.. asked.Select(layer => layer.Code)], moment, request.Context.RequestAborted);
        var window = GeometryFactory.Default.ToGeometry(touched.GroundMetres);
        var hit = asked.Reverse().SelectMany(layer => found.Where(feature => feature.Layer == layer.Code && feature.GridMetres.Intersects(window))
                .OrderBy(feature => feature.GridMetres.Distance(new Point(place))).Select(feature => (layer, feature)))
            .Take(Math.Min(most, MostFeatures)).ToList();
        request.Context.Response.Headers.AccessControlAllowOrigin = "*";
        return format.ToLowerInvariant() switch
        {
            "application/json" => Results.Bytes(WmsInfo.Json(hit), "application/json"),
            "text/html" => Results.Text(WmsInfo.Html(hit, request.IsEnglish), "text/html", Encoding.UTF8),
            _ => Results.Text(WmsInfo.Plain(hit, request.IsEnglish), "text/plain", Encoding.UTF8),
        };
    }

    static async Task<IResult> Legend(OwsRequest request)
    {
        var moment = await Moment(request, AskedTime.Now);
        var layer = Named(request, "LAYER", await Layers(request, moment)).Single();
        if (request["FORMAT"] is { } format && !format.StartsWith(Png, StringComparison.OrdinalIgnoreCase))
        {
            throw new OwsException("InvalidFormat", "FORMAT", new("Chú giải chỉ có dạng image/png.", "Legends are there as image/png only."));
        }

        var legend = new WmsLegend(layer, request.IsEnglish);
        return await Picture(request.Context, legend.Size, legend.Draw);
    }

    static async Task<IResult> Picture(HttpContext context, SKSize size, Action<SKCanvas> draw)
    {
        await Turns.WaitAsync(context.RequestAborted);
        try
        {
            using var bitmap = new SKBitmap(new SKImageInfo((int)size.Width, (int)size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
            using (var canvas = new SKCanvas(bitmap))
            {
                canvas.Clear(SKColors.Transparent);
                draw(canvas);
            }

            using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(png.ToArray(), Png);
        }
        finally
        {
            Turns.Release();
        }
    }

    static void CheckVersion(OwsRequest request)
    {
        if (request.Need("VERSION") != "1.3.0")
        {
            throw OwsException.Invalid("VERSION", "phải là 1.3.0.", "must be 1.3.0.");
        }
    }

    static void CheckStyles(OwsRequest request, int layers)
    {
        var styles = (request["STYLES"] ?? "").Split(',');
        if (styles.Any(style => style is not ("" or "default")) || (styles.Length != 1 && styles.Length != layers))
        {
            throw new OwsException("StyleNotDefined", "STYLES", new("Mỗi lớp chỉ có kiểu vẽ mặc định.", "Each layer has its default style only."));
        }
    }

    static IReadOnlyList<Layer> Named(OwsRequest request, string parameter, Layers layers)
    {
        var codes = request.Need(parameter).Split(',');
        return codes.Length > MostLayers
            ? throw OwsException.Invalid(parameter, $"nhận nhiều nhất {MostLayers} lớp.", $"takes {MostLayers} layers at most.")
            : [.. codes.Select(code => layers.Find(code) ?? throw new OwsException(
                "LayerNotDefined", parameter, new($"Không có lớp “{OwsRequest.Short(code)}”.", $"There is no layer “{OwsRequest.Short(code)}”.")))];
    }

    static MapSheet Sheet(OwsRequest request)
    {
        var name = request.Need("CRS");
        var crs = Systems.FirstOrDefault(one => one == OgcCrs.Crs84 ? name == "CRS:84" : name == $"EPSG:{one.Srid}") ?? throw new OwsException(
            "InvalidCRS", "CRS", new("Hệ tọa độ này không được cung cấp; xem GetCapabilities.", "The reference system is not offered; see GetCapabilities."));
        // The axes of the box are those of the system: latitude comes first in EPSG:4326.
        var box = OwsBox.Of("BBOX", OwsRequest.Numbers("BBOX", request.Need("BBOX").Split(',')), crs, crs.NorthFirst);
        var size = new SKSize(request.Whole("WIDTH", 1, MostSide), request.Whole("HEIGHT", 1, MostSide));
        return MapSheet.Window(Plane(crs), box.Window, size);
    }

    static MapPlane Plane(OgcCrs crs) => crs.Srid switch
    {
        4326 => MapPlane.Degrees,
        3857 => MapPlane.Mercator,
        var srid => MapPlane.Of(Vn2000Zone.Find(srid)!),
    };

    static int Pixel(OwsRequest request, string name, float side) =>
        int.TryParse(request.Need(name), out var pixel) && pixel >= 0 && pixel < side ? pixel : throw new OwsException(
            "InvalidPoint", name, new("I và J là cột và hàng của điểm ảnh, đếm từ 0, nằm trong bản đồ.", "I and J are the column and row of a pixel, counted from 0, within the map."));

    static SKColor Colour(string? text) => text is null ? SKColors.White
        : text.Length == 8 && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && SKColor.TryParse("#" + text[2..], out var colour) ? colour
        : throw OwsException.Invalid("BGCOLOR", "viết theo dạng 0xFFFFFF.", "is written 0xFFFFFF.");

    static Task<PointInTime> Moment(OwsRequest request, AskedTime time) =>
        request.Context.RequestServices.GetRequiredService<Moments>().Resolve(time, request.Context.RequestAborted);

    static Task<Layers> Layers(OwsRequest request, PointInTime moment) =>
        request.Context.RequestServices.GetRequiredService<LayerCatalogue>().All(moment.Revision, request.Context.RequestAborted);
}
