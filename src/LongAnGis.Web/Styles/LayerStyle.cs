using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Styles;

/// <summary>
/// Draws one plan layer: which MapLibre layers it takes, from the same resolved classes that the legend lists. Every one
/// of them says in its metadata which plan layer it belongs to and what it is for.
/// </summary>
sealed class LayerStyle(Layer layer, bool dark)
{
    readonly IReadOnlyList<SymbolClass> classes = layer.Symbol.Classes(dark);
    readonly string? by = layer.Symbol.By?.Attribute;

    /// <summary>Areas and lines, bottom first.</summary>
    public IEnumerable<JsonObject> Ground() => layer.Symbol.Kind switch
    {
        SymbolKind.Fill => [.. Fills(), .. Lines("outline", looks => looks.Outline, looks => looks.Width, _ => 1)],
        SymbolKind.Line => Lines("line", looks => looks.Colour, looks => looks.Width, looks => looks.Opacity),
        // A symbol that a planner has replaced by a boundary is drawn as one, in the symbol's own colours.
        SymbolKind.Point when layer.GeometryKind == "any" =>
            [.. Boundaries(), .. Lines("outline", looks => looks.Outline, looks => looks.Width, _ => 1)],
        _ => [],
    };

    /// <summary>Point symbols, which stand above all ground and above the names, so that names keep clear of them.</summary>
    public IEnumerable<JsonObject> Symbols() =>
        layer.Symbol.Kind == SymbolKind.Point || layer.GeometryKind == "any" ? Points() : [];

    // Paler than the symbol, whose colours are made for a few pixels.
    IEnumerable<JsonObject> Boundaries()
    {
        yield return Draw(
            "fill", "fill", "fill",
            new JsonArray("in", new JsonArray("geometry-type"), new JsonArray("literal", new JsonArray("Polygon", "MultiPolygon"))),
            new()
            {
                ["fill-color"] = Expressions.PerClass(by, classes, looks => looks.Colour),
                ["fill-opacity"] = 0.35,
            });
    }

    IEnumerable<JsonObject> Fills()
    {
        yield return Draw("fill", "fill", "fill", null, new()
        {
            ["fill-color"] = Expressions.PerClass(by, classes, looks => looks.Colour),
            ["fill-opacity"] = Expressions.PerStatus(
                layer.Symbol.Status, status => Expressions.PerClass(by, As(status), looks => Math.Round(looks.Opacity, 3))),
        });

        var number = 0;
        foreach (var status in Drawn)
        {
            var drawn = As(status);
            var patterned = drawn.Where(one => one.Looks.Pattern is not null).ToList();
            if (patterned.Count > 0)
                yield return Draw(
                    number++ == 0 ? "pattern" : $"pattern-{number}", "fill", "fill",
                    Expressions.All(Expressions.HasStatus(layer.Symbol.Status, status), Expressions.IsOneOf(by, drawn, patterned)),
                    new()
                    {
                        ["fill-pattern"] = Expressions.PerClass(by, [.. patterned, patterned[^1] with { Value = null }], looks => ImageName.Pattern(looks)),
                        ["fill-opacity"] = 0.6,
                    });
        }
    }

    // Where a layer knows no status, everything is drawn as what exists.
    IReadOnlyList<LandStatus> Drawn => layer.Symbol.Status is null ? [LandStatus.Existing] : LandStatuses.All;

    IReadOnlyList<SymbolClass> As(LandStatus status) => [.. classes.Select(one => one with { Looks = one.Looks.As(status) })];

    // MapLibre takes one dash pattern for each layer, so classes are drawn together when they are dashed alike.
    IEnumerable<JsonObject> Lines(
        string name, Func<Appearance, string> colour, Func<Appearance, double> width, Func<Appearance, double> opacity)
    {
        var number = 0;
        foreach (var (status, isIndicative) in Drawn.SelectMany(status => new[] { (status, false), (status, true) }))
        {
            var drawn = As(status).Select(one => one with { Looks = isIndicative ? one.Looks.Indicative() : one.Looks }).ToList();
            foreach (var alike in drawn.GroupBy(one => string.Join(' ', one.Looks.Dash)))
            {
                List<SymbolClass> members = [.. alike];
                if (members.All(one => width(one.Looks) == 0))
                    continue;

                JsonNode quality = isIndicative ? Expressions.IsIndicative() : new JsonArray("!", Expressions.IsIndicative());
                JsonNode? shape = layer.GeometryKind == "any" ? new JsonArray("!=", new JsonArray("geometry-type"), "Point") : null;
                var rest = members[^1].Value is null ? members : [.. members, members[^1] with { Value = null }];
                var paint = new JsonObject
                {
                    ["line-color"] = Expressions.PerClass(by, rest, looks => colour(looks)),
                    // Pale fills lean on their outline at every zoom.
                    ["line-width"] = layer.Symbol.Status is null
                        ? ByZoom(factor => Expressions.PerClass(by, rest, looks => Math.Round(width(looks) * factor, 2)))
                        : Expressions.PerClass(by, rest, looks => width(looks)),
                };
                if (members[0].Looks.Edge == SymbolEdge.Doubled)
                    paint["line-gap-width"] = Appearance.DoubleGap;
                if (Expressions.PerClass(by, rest, looks => opacity(looks)) is var clear && clear.ToJsonString() != "1")
                    paint["line-opacity"] = clear;
                if (members[0].Looks.Dash.Count > 0)
                    paint["line-dasharray"] = new JsonArray([.. members[0].Looks.Dash.Select(part => (JsonNode)part)]);

                yield return Draw(
                    number++ == 0 ? name : $"{name}-{number}",
                    "line", "line",
                    Expressions.All(shape, quality, Expressions.HasStatus(layer.Symbol.Status, status), Expressions.IsOneOf(by, drawn, members)),
                    paint,
                    new() { ["line-join"] = "round", ["line-cap"] = members[0].Looks.Dash.Count > 0 ? "butt" : "round" });
            }
        }
    }

    IEnumerable<JsonObject> Points()
    {
        var icon = Expressions.PerQuality(
            Expressions.PerClass(by, classes, looks => ImageName.Symbol(looks)),
            Expressions.PerClass(by, classes, looks => ImageName.Symbol(looks.Indicative())));
        JsonNode? shape = layer.GeometryKind == "any" ? new JsonArray("==", new JsonArray("geometry-type"), "Point") : null;

        yield return Draw("symbol", "symbol", "symbol", shape, [], new()
        {
            ["icon-image"] = icon,
            ["icon-allow-overlap"] = true,
            ["icon-size"] = new JsonArray("interpolate", new JsonArray("linear"), new JsonArray("zoom"), 7, 0.65, 10, 0.85, 13, 1.1),
        });
    }

    // Lines grow with the map: thin on the province, full width in a district, broad in a street.
    static JsonArray ByZoom(Func<double, JsonNode> width) =>
        ["interpolate", new JsonArray("linear"), new JsonArray("zoom"), 7, width(0.6), 10, width(1), 15, width(1.6)];

    JsonObject Draw(string name, string type, string role, JsonNode? filter, JsonObject paint, JsonObject? layout = null) =>
        StyleLayer.Of(
            layer, name, type, role, layer.Code, Expressions.All(filter, Expressions.IsLargeEnough(layer.Symbol.By)), paint, layout ?? []);
}
