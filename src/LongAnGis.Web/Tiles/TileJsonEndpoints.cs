using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LongAnGis.Web.Tiles;

/// <summary>What tiles there are: a list of layers, and TileJSON 3.0 (https://github.com/mapbox/tilejson-spec) of each.</summary>
static class TileJsonEndpoints
{
    /// <summary>West, south, east, north of Long An with its surroundings, in WGS 84: what the data covers.</summary>
    static readonly double[] Bounds = [105.3, 10.2, 107.0, 11.2];

    internal static async Task<IResult> ListLayers(
        HttpContext context,
        TileRequests requests,
        LayerCatalogue catalogue,
        CancellationToken cancellation
    )
    {
        var moment = await requests.Moment(context.Request.Query, cancellation);
        var site = Site(context);
        var layers = await catalogue.All(moment.Revision, cancellation);
        return Json(
            context,
            new JsonObject
            {
                ["layers"] = new JsonArray(
                    [
                        .. layers.InDrawingOrder.Select(layer => new JsonObject
                        {
                            ["code"] = layer.Code,
                            ["name_vi"] = layer.Name.Vi,
                            ["name_en"] = layer.Name.En,
                            ["geometry"] = layer.GeometryKind,
                            ["tilejson"] = $"{site}/tiles/{layer.Code}.json",
                        }),
                    ]
                ),
            }
        );
    }

    internal static async Task<IResult> Describe(
        HttpContext context,
        string layers,
        TileRequests requests,
        LayerCatalogue catalogue,
        CancellationToken cancellation
    )
    {
        var moment = await requests.Moment(context.Request.Query, cancellation);
        var states = TileRequests.Layers(layers, moment);
        var known = await catalogue.All(moment.Revision, cancellation);
        var language = context.DataLanguage();
        return Json(
            context,
            new JsonObject
            {
                ["tilejson"] = "3.0.0",
                ["name"] = string.Join(", ", states.Select(state => known.Find(state.Layer.Code)?.Name.In(language.IsEnglish))),
                ["attribution"] = string.Join(
                    "; ",
                    states.Select(state => known.Find(state.Layer.Code)?.Source?.In(language.IsEnglish)).OfType<string>().Distinct()
                ),
                ["scheme"] = "xyz",
                ["tiles"] = new JsonArray(Address(context, layers, moment, states)),
                ["minzoom"] = states.Min(state => state.Layer.MinZoom),
                ["maxzoom"] = states.Max(state => state.Layer.MaxZoom),
                ["bounds"] = new JsonArray([.. Bounds.Select(degrees => JsonValue.Create(degrees))]),
                ["vector_layers"] = new JsonArray([.. states.SelectMany(state => VectorLayers(state.Layer, known, language))]),
            }
        );
    }

    /// <summary>
    /// The address of the tiles with the state it stands for: the layer's own last revision and day, so that a publication
    /// elsewhere leaves it, and what browsers keep under it, as it is.
    /// </summary>
    static string Address(HttpContext context, string layers, TileMoment moment, IReadOnlyList<LayerState> states)
    {
        var revision = states.Max(state => state.Revision);
        var day = CalendarDay.Write(states.Max(state => state.Day));
        var plan = moment.Plan == Moments.DefaultPlan ? "" : $"&{AskedTime.PlanParameter}={moment.Plan}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Site(context)}/tiles/{layers}/{{z}}/{{x}}/{{y}}.mvt?revision={revision}&as-of={day}{plan}"
        );
    }

    static IEnumerable<JsonObject> VectorLayers(TiledLayer layer, Layers known, Language language)
    {
        var definition = known.Find(layer.Code);
        var fields = new JsonObject
        {
            ["name"] = language.Say("Tên", "Name"),
            ["code"] = language.Say("Mã", "Code"),
            ["quality"] = language.Say("Độ chính xác vị trí", "How well the place is known"),
        };
        foreach (var attribute in layer.Attributes)
        {
            fields[attribute.Key] = definition?.Attributes.FirstOrDefault(one => one.Key == attribute.Key)?.Label.In(language.IsEnglish) ?? attribute.Key;
        }

        yield return Vector(layer, layer.Code, fields);
        if (layer.HasLabels)
        {
            yield return Vector(layer, layer.Code + TileBuilder.LabelSuffix, new JsonObject { ["name"] = language.Say("Tên", "Name") });
        }
    }

    static JsonObject Vector(TiledLayer layer, string id, JsonObject fields) =>
        new()
        {
            ["id"] = id,
            ["minzoom"] = layer.MinZoom,
            ["maxzoom"] = layer.MaxZoom,
            ["fields"] = fields,
        };

    static string Site(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    internal static ContentHttpResult Json(HttpContext context, JsonObject body)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(body.ToJsonString(Readable), "application/json");
    }

    static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
