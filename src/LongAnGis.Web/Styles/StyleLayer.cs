using System.Text.Json.Nodes;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Styles;

/// <summary>One layer of the style document, with what every one of them has.</summary>
static class StyleLayer
{
    public static JsonObject Of(
        Layer layer, string name, string type, string role, string tileLayer, JsonNode? filter, JsonObject paint, JsonObject layout)
    {
        if (!layer.IsOnByDefault)
            layout["visibility"] = "none";

        var drawn = new JsonObject
        {
            ["id"] = $"{layer.Code}.{name}",
            ["type"] = type,
            ["source"] = layer.Code,
            ["source-layer"] = tileLayer,
            ["metadata"] = new JsonObject { ["longan:layer"] = layer.Code, ["longan:role"] = role },
        };
        if (layer.MinZoom > 0)
            drawn["minzoom"] = layer.MinZoom;
        if (filter is not null)
            drawn["filter"] = filter;
        if (layout.Count > 0)
            drawn["layout"] = layout;
        if (paint.Count > 0)
            drawn["paint"] = paint;
        return drawn;
    }
}
