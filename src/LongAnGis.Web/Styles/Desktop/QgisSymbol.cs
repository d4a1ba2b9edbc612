using System.Globalization;
using System.Xml.Linq;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Styles.Desktop;

/// <summary>
/// Looks as a symbol of QGIS. Lengths are CSS pixels here and points there, so that they are as large on paper as on screen.
/// </summary>
static class QgisSymbol
{
    const double PointsPerPixel = 0.75;

    public static XElement Of(string name, Appearance looks, SymbolKind shape) => new(
        "symbol",
        new XAttribute("type", shape switch { SymbolKind.Point => "marker", SymbolKind.Line => "line", _ => "fill" }),
        new XAttribute("name", name),
        new XAttribute("alpha", "1"),
        new XAttribute("clip_to_extent", "1"),
        new XAttribute("force_rhr", "0"),
        shape switch
        {
            SymbolKind.Point => Marker(looks),
            SymbolKind.Line => [Line(looks.Kind == SymbolKind.Line ? looks.Colour : looks.Outline, looks.Width, looks.Dash, looks.Opacity)],
            _ => Area(looks),
        });

    static IEnumerable<XElement> Area(Appearance looks)
    {
        // A symbol's colour is made for a few millimetres: as an area it is as pale as on screen.
        var opacity = looks.Kind == SymbolKind.Point ? 0.35 : looks.Opacity;
        if (opacity > 0)
        {
            yield return Fill(Colour(looks.Colour, opacity), "solid");
        }

        if (looks.Pattern is { } pattern)
        {
            yield return Fill(Colour(looks.Outline, 0.6), pattern == SymbolPattern.Hatch ? "f_diagonal" : "dense7");
        }

        if (looks.Edge == SymbolEdge.Doubled)
        {
            yield return Line(looks.Outline, (2 * looks.Width) + Appearance.DoubleGap, looks.Dash, 1);
            yield return Line("#FFFFFF", Appearance.DoubleGap, [], 1);
            yield break;
        }

        yield return Line(looks.Outline, looks.Width, looks.Dash, 1);
    }

    static IEnumerable<XElement> Marker(Appearance looks)
    {
        yield return Layer("SimpleMarker",
            ("name", looks.Shape.ToString().ToLowerInvariant()),
            ("color", Colour(looks.Colour, 1)),
            ("outline_color", Colour(looks.Outline, 1)),
            ("outline_style", looks.Edge == SymbolEdge.Dashed ? "dash" : "solid"),
            ("outline_width", Points(1.25)), ("outline_width_unit", "Point"),
            ("size", Points(looks.Size)), ("size_unit", "Point"));
        if (looks.Glyph is { } glyph)
        {
            yield return Layer("FontMarker",
                ("chr", glyph), ("font", "Be Vietnam Pro"),
                ("color", Colour(Core.Plans.Colour.Luminance(looks.Colour) > 0.4 ? "#16232B" : "#FFFFFF", 1)),
                ("outline_width", "0"),
                ("size", Points(looks.Size * (glyph.Length > 1 ? 0.42 : 0.6))), ("size_unit", "Point"));
        }
    }

    static XElement Fill(string colour, string style) => Layer("SimpleFill", ("color", colour), ("style", style), ("outline_style", "no"));

    static XElement Line(string colour, double width, IReadOnlyList<double> dash, double opacity)
    {
        List<(string, string)> options =
        [
            ("line_color", Colour(colour, opacity)), ("line_width", Points(width)), ("line_width_unit", "Point"),
            ("line_style", width > 0 ? "solid" : "no"), ("joinstyle", "round"), ("capstyle", dash.Count > 0 ? "flat" : "round"),
        ];
        if (dash.Count > 0)
        {
            // Dashes count in line widths; an odd row repeats itself to an even one.
            var parts = dash.Count % 2 == 0 ? dash : [.. dash, .. dash];
            options.AddRange([("use_custom_dash", "1"), ("customdash_unit", "Point"), ("customdash", string.Join(';', parts.Select(part => Points(part * width))))]);
        }

        return Layer("SimpleLine", [.. options]);
    }

    static XElement Layer(string kind, params (string Name, string Value)[] options) => new(
        "layer",
        new XAttribute("class", kind), new XAttribute("enabled", "1"), new XAttribute("locked", "0"), new XAttribute("pass", "0"),
        Map(options));

    /// <summary>Named texts as QGIS keeps them.</summary>
    public static XElement Map(params IEnumerable<(string Name, string Value)> options) => new(
        "Option",
        new XAttribute("type", "Map"),
        options.Select(option => new XElement(
            "Option", new XAttribute("type", "QString"), new XAttribute("name", option.Name), new XAttribute("value", option.Value))));

    public static string Colour(string hex, double opacity)
    {
        var rgb = Convert.FromHexString(hex.AsSpan(1, 6));
        return string.Create(CultureInfo.InvariantCulture, $"{rgb[0]},{rgb[1]},{rgb[2]},{Math.Round(opacity * 255)}");
    }

    static string Points(double pixels) => Math.Round(pixels * PointsPerPixel, 3).ToString(CultureInfo.InvariantCulture);
}
