using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Styles;

/// <summary>The names that a layer writes on the map: at the label point of an area, along a line, beside a point.</summary>
static class LayerLabels
{
    public static IEnumerable<JsonObject> Of(Layer layer, bool dark)
    {
        if (layer.Symbol.Label is not { } label)
            yield break;

        var cases = layer.Symbol.By?.Cases ?? [];
        var all = layer.Symbol.Classes(dark);
        var byZoom = all.GroupBy(one => cases.FirstOrDefault(own => own.Value == one.Value)?.LabelMinZoom ?? label.MinZoom);
        var number = 0;
        // MapLibre places the last layer first: the classes that are named from afar come last and find the best places.
        foreach (var shown in byZoom.OrderByDescending(group => group.Key))
        {
            var drawn = StyleLayer.Of(
                layer,
                number++ == 0 ? "label" : $"label-{number}",
                "symbol", "label",
                layer.Symbol.Kind == SymbolKind.Fill ? layer.Code + ".label" : layer.Code,
                Expressions.All(
                    Expressions.IsOneOf(layer.Symbol.By?.Attribute, all, [.. shown]), Expressions.IsLargeEnough(layer.Symbol.By)),
                Paint(layer.Symbol, label, dark),
                Layout(layer, label, shown.Max(one => one.Looks.Size)));
            drawn["minzoom"] = Math.Max(shown.Key, layer.MinZoom);
            if (label.MaxZoom is { } end)
                drawn["maxzoom"] = end;
            yield return drawn;
        }
    }

    static JsonObject Paint(Symbol symbol, SymbolLabel label, bool dark) => new()
    {
        ["text-color"] = (dark ? symbol.Dark?.Label?.Colour : null) ?? (dark ? "#E9E6DC" : label.Colour ?? "#16232B"),
        ["text-halo-color"] = (dark ? symbol.Dark?.Label?.Halo : null) ?? (dark ? "#10171A" : label.Halo ?? "#FBFAF6"),
        ["text-halo-width"] = 1.4,
    };

    static JsonObject Layout(Layer layer, SymbolLabel label, double symbolSize)
    {
        var layout = new JsonObject
        {
            ["text-field"] = new JsonArray("coalesce", Expressions.Get(label.Attribute), ""),
            ["text-font"] = new JsonArray("Be Vietnam Pro"),
            ["text-size"] = new JsonArray(
                "interpolate", new JsonArray("linear"), new JsonArray("zoom"), 8, label.Size - 1, 12, label.Size, 15, label.Size + 2),
            // Stacked diacritics (ậ, ỗ, ự) need more air between lines than the usual 1.2.
            ["text-line-height"] = 1.35,
            ["text-max-width"] = 9,
        };
        switch (layer.Symbol.Kind)
        {
            case SymbolKind.Line when layer.GeometryKind == "line":
                layout["symbol-placement"] = "line";
                layout["symbol-spacing"] = 420;
                layout["text-max-angle"] = 32;
                break;

            case SymbolKind.Fill:
                // Beside the label point where a symbol or another name stands on it: a name a little off beats none.
                layout["text-variable-anchor"] = new JsonArray("center", "top", "bottom", "left", "right");
                layout["text-radial-offset"] = 0.8;
                layout["text-justify"] = "auto";
                layout["text-padding"] = 4;
                break;

            default:
                layout["text-variable-anchor"] = new JsonArray("left", "right", "top", "bottom");
                // Clear of the symbol at its largest, its rim and padding, in units of the text size.
                layout["text-radial-offset"] = Math.Round((symbolSize * 0.55 + 5) / label.Size, 2);
                layout["text-justify"] = "auto";
                break;
        }

        return layout;
    }
}
