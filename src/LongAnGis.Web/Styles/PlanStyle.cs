using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Styles;

/// <summary>
/// The MapLibre style document of the whole plan at one moment. One source for each layer, so that a publication changes
/// the address of the tiles it touched and of no others; names above everything; nothing from outside this service.
/// </summary>
public sealed record PlanStyle(
    Layers Layers,
    PointInTime Moment,
    IReadOnlyDictionary<string, int> Revisions,
    Language Language,
    bool Dark,
    string Origin,
    JsonArray Basemaps)
{
    // Beyond the edge of the data the ground looks like the neighbours' land; the sea is a layer.
    const string LightLand = "#ECE8DC";
    const string DarkLand = "#1B262B";

    /// <summary>West, south, east, north of our own basemap: its neighbours and rivers are cut off here (data/README.md).</summary>
    static readonly double[] SheetEdge = [105.3, 10.2, 107, 11.2];

    public JsonObject Document() => new()
    {
        ["version"] = 8,
        ["name"] = Language.Say("Quy hoạch tỉnh Long An", "The plan of Long An province"),
        ["metadata"] = new JsonObject
        {
            ["longan:basemaps"] = Basemaps,
            ["longan:moment"] = Moment.ToString(),
            ["longan:layers"] = new JsonObject(Layers.InDrawingOrder.Select(layer =>
                KeyValuePair.Create<string, JsonNode?>(layer.Code, layer.Name.In(Language.IsEnglish)))),
            ["longan:sheet"] = new JsonArray([.. SheetEdge.Select(degrees => (JsonNode)degrees)]),
        },
        ["sources"] = new JsonObject(Layers.InDrawingOrder.Select(layer =>
            KeyValuePair.Create<string, JsonNode?>(layer.Code, Source(layer)))),
        ["layers"] = new JsonArray(
        [
            Ground(),
            .. Layers.InDrawingOrder.SelectMany(layer => new LayerStyle(layer, Dark).Ground()),
            // MapLibre places what comes last first: symbols take their places, then the names of the topmost layer.
            .. Layers.InDrawingOrder.SelectMany(layer => LayerLabels.Of(layer, Dark)),
            .. Layers.InDrawingOrder.SelectMany(layer => new LayerStyle(layer, Dark).Symbols()),
        ]),
    };

    JsonObject Ground() => new()
    {
        ["id"] = "ground",
        ["type"] = "background",
        ["paint"] = new JsonObject { ["background-color"] = Dark ? DarkLand : LightLand },
    };

    JsonObject Source(Layer layer) => new()
    {
        ["type"] = "vector",
        ["tiles"] = new JsonArray(TileAddress(layer)),
        ["minzoom"] = layer.MinZoom,
        ["maxzoom"] = Math.Min(layer.MaxZoom, 16),
    };

    // The layer's own last revision: other publications leave its tiles in every cache.
    string TileAddress(Layer layer)
    {
        // Nothing was ever published of a layer without one: revision 0 holds nothing, for ever.
        var revision = Revisions.GetValueOrDefault(layer.Code, 0);
        var plan = Moment.Plan == Moments.DefaultPlan ? "" : "&plan=" + Moment.Plan;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Origin}/tiles/{layer.Code}/{{z}}/{{x}}/{{y}}.mvt?revision={revision}&as-of={CalendarDay.Write(Moment.AsOf)}{plan}");
    }
}
