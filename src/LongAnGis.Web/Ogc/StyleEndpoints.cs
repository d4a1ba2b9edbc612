using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Styles;
using LongAnGis.Web.Styles.Desktop;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// OGC API – Styles: how the plan as a whole and each of its layers look, as a MapLibre style, as SLD 1.1 and as QML, all written
/// from the same symbols. Styles are read here and amended nowhere else than in the catalogue of layers.
/// </summary>
static class StyleEndpoints
{
    const string Whole = "plan", Stylesheet = "stylesheet", DescribedBy = "describedby", MapLibre = "application/vnd.mapbox.style+json";

    static readonly (string Format, string Type, Bilingual Name)[] Encodings =
    [
        ("mapbox", MapLibre, new("Kiểu vẽ MapLibre", "MapLibre style")),
        ("sld11", SldStyle.ContentType, new("SLD 1.1", "SLD 1.1")),
        ("qml", QgisStyle.ContentType, new("QML của QGIS", "QML of QGIS")),
    ];

    static readonly string[] Formats = [.. Encodings.Select(one => one.Format)];

    static readonly Refusal NoSuchStyle = Refusal.NotFound("Không có kiểu vẽ này; /ogc/styles liệt kê các kiểu.", "There is no such style; /ogc/styles lists those that there are.");

    internal static async Task<IResult> GetAll(HttpContext context, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context);
        var layers = await Layers(request, cancellation);
        return List(request, "/styles", [null, .. layers.InDrawingOrder.Reverse()], Whole);
    }

    internal static async Task<IResult> GetOfCollection(HttpContext context, string collection, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context);
        var layers = await Layers(request, cancellation);
        return layers.Find(collection) is { } layer ? List(request, $"/collections/{layer.Code}/styles", [layer], layer.Code) : NoSuchStyle;
    }

    internal static async Task<IResult> GetOne(HttpContext context, string style, LayerTallies tallies, PublicAddress address, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context, [], Formats);
        var moment = await OgcAnswers.Moment(request, cancellation);
        var all = await Layers(request, cancellation);
        if (style != Whole && all.Find(style) is null)
        {
            return NoSuchStyle;
        }

        context.Response.Headers.Vary = "Accept, Accept-Language";
        var layer = style == Whole ? null : all.Find(style)!;
        switch (Encoding(request))
        {
            case "sld11" when layer is not null:
                return Results.Bytes(XmlText.Of(new SldStyle(layer, request.IsEnglish).Document()), SldStyle.ContentType);
            case "qml" when layer is not null:
                return Results.Bytes(XmlText.Of(new QgisStyle(layer, StyledColumn.Of(layer), request.IsEnglish).Document()), QgisStyle.ContentType);
            case "sld11" or "qml":
                return Refusal.BadRequest("Kiểu vẽ của cả quy hoạch chỉ có dạng mapbox; SLD và QML có cho từng lớp.", "The style of the whole plan is there as mapbox only; SLD and QML are of one layer each.");
            default:
                var document = new PlanStyle(
                    layer is null ? all : new([layer], []), moment, await tallies.Revisions(moment, cancellation), request.Language, Dark: false, address.Of(context.Request), []).Document();
                return OgcAnswers.Json(request, document, MapLibre);
        }
    }

    internal static async Task<IResult> GetMetadata(HttpContext context, string style, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context);
        var layer = (await Layers(request, cancellation)).Find(style);
        if (layer is null && style != Whole)
        {
            return NoSuchStyle;
        }

        return OgcAnswers.Json(request, new JsonObject
        {
            ["id"] = style,
            ["title"] = Title(layer).In(request.IsEnglish),
            ["description"] = layer?.Description?.In(request.IsEnglish) ?? Title(layer).In(request.IsEnglish),
            ["stylesheets"] = new JsonArray([.. Of(layer).Select(one => (JsonNode)new JsonObject
            {
                ["title"] = one.Name.In(request.IsEnglish),
                ["version"] = one.Format switch { "mapbox" => "8", "sld11" => "1.1", _ => QgisStyle.QgisVersion },
                ["native"] = one.Format == "mapbox",
                ["link"] = OgcLinks.Nodes(request, [Sheet(request, style, one)])[0]!.DeepClone(),
            })]),
            ["links"] = OgcLinks.Nodes(request, OgcLinks.Self(request, $"/styles/{style}/metadata", OgcLinks.Json, []).Take(1)),
        });
    }

    static IResult List(OgcRequest request, string path, IReadOnlyList<Layer?> layers, string usual)
    {
        var links = OgcLinks.Self(request, path, OgcLinks.Json, []).ToList();
        return request.WantsHtml
            ? OgcAnswers.Html(request, new(
                new("Kiểu vẽ", "Styles"), null,
                [.. links, .. layers.SelectMany(layer => Of(layer).Select(one => Sheet(request, IdOf(layer), one) with { Title = new($"{Title(layer).Vi}: {one.Name.Vi}", $"{Title(layer).In(english: true)}: {one.Name.In(english: true)}") }))]))
            : OgcAnswers.Json(request, new JsonObject
            {
                ["default"] = usual,
                ["styles"] = new JsonArray([.. layers.Select(layer => (JsonNode)new JsonObject
                {
                    ["id"] = IdOf(layer),
                    ["title"] = Title(layer).In(request.IsEnglish),
                    ["links"] = OgcLinks.Nodes(request, [
                        .. Of(layer).Select(one => Sheet(request, IdOf(layer), one)),
                        new(request.To($"/styles/{IdOf(layer)}/metadata"), DescribedBy, OgcLinks.Json, new("Mô tả kiểu vẽ", "Description of the style")),
                    ]),
                })]),
                ["links"] = OgcLinks.Nodes(request, links),
            });
    }

    static OgcLink Sheet(OgcRequest request, string style, (string Format, string Type, Bilingual Name) one) =>
        new(request.To("/styles/" + style, (OgcRequest.Format, one.Format)), Stylesheet, one.Type, one.Name);

    static IEnumerable<(string Format, string Type, Bilingual Name)> Of(Layer? layer) => layer is null ? Encodings.Take(1) : Encodings;

    static string IdOf(Layer? layer) => layer?.Code ?? Whole;

    static Bilingual Title(Layer? layer) => layer?.Name ?? new("Cả quy hoạch", "The whole plan");

    // f decides; without it the media type that is asked for.
    static string Encoding(OgcRequest request)
    {
        var accepted = request.Context.Request.Headers.Accept.ToString();
        return request[OgcRequest.Format] is { } format && Formats.Contains(format) ? format
            : accepted.Contains("sld+xml", StringComparison.OrdinalIgnoreCase) ? "sld11"
            : accepted.Contains("qgis.qml", StringComparison.OrdinalIgnoreCase) ? "qml"
            : "mapbox";
    }

    static async Task<Layers> Layers(OgcRequest request, CancellationToken cancellation) =>
        await request.Context.RequestServices.GetRequiredService<LayerCatalogue>().All((await OgcAnswers.Moment(request, cancellation)).Revision, cancellation);
}
