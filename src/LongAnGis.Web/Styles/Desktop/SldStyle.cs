using System.Globalization;
using System.Xml.Linq;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Styles.Desktop;

/// <summary>
/// A layer's symbol as Styled Layer Descriptor 1.1 with Symbology Encoding 1.1 (OGC 05-078r4, 05-077r4). Marks beyond the standard's six
/// bear the names that QGIS and GeoServer know.
/// </summary>
sealed class SldStyle(Layer layer, bool english)
{
    public const string ContentType = "application/vnd.ogc.sld+xml;version=1.1";

    static readonly XNamespace Sld = "http://www.opengis.net/sld", Se = "http://www.opengis.net/se", Ogc = "http://www.opengis.net/ogc";

    readonly DrawnRules rules = DrawnRules.Of(layer);

    public XDocument Document() => new(new XElement(
        Sld + "StyledLayerDescriptor",
        new XAttribute("version", "1.1.0"),
        new XAttribute(XNamespace.Xmlns + "se", Se), new XAttribute(XNamespace.Xmlns + "ogc", Ogc),
        new XElement(
            Sld + "NamedLayer",
            new XElement(Se + "Name", layer.Code),
            new XElement(
                Sld + "UserStyle",
                new XElement(Se + "Name", layer.Code),
                new XElement(Se + "Description", new XElement(Se + "Title", layer.Name.In(english))),
                new XElement(Se + "FeatureTypeStyle", rules.All.Select(Rule), Labels())))));

    XElement Rule(DrawnRule rule, int index) => new(
        Se + "Rule",
        new XElement(Se + "Name", string.Create(CultureInfo.InvariantCulture, $"{layer.Code}-{index}")),
        new XElement(Se + "Description", new XElement(Se + "Title", rule.Name.In(english))),
        Filter(rule),
        Farthest(Math.Max(layer.MinZoom, rule.MinZoom ?? 0)),
        rules.Kind switch
        {
            SymbolKind.Point => [Point(rule.Looks)],
            SymbolKind.Line => [Line(rule.Looks.Colour, rule.Looks.Width, rule.Looks.Dash, rule.Looks.Opacity)],
            _ => Area(rule.Looks),
        });

    XElement? Filter(DrawnRule rule)
    {
        var tests = new List<XElement>();
        if (rules.Attribute is { } attribute && rules.Values.Count > 0)
        {
            tests.Add(rule.Value is { } value ? Equal(attribute, value) : Other(attribute, rules.Values));
        }

        if (rule.Status is { } status)
        {
            var property = layer.Symbol.Status!;
            tests.Add(status == LandStatus.Existing
                ? Other(property, [.. LandStatuses.All.Where(one => one != LandStatus.Existing).Select(one => one.Code())])
                : Equal(property, status.Code()));
        }

        if (rule.IsIndicative is { } isIndicative)
        {
            tests.Add(isIndicative ? Equal("geometry_quality", Quality.Indicative) : Other("geometry_quality", [Quality.Indicative]));
        }

        return tests.Count switch
        {
            0 => null,
            1 => new(Ogc + "Filter", tests[0]),
            _ => new(Ogc + "Filter", new XElement(Ogc + "And", tests)),
        };
    }

    static XElement Other(string property, IReadOnlyList<string> values)
    {
        var named = values.Select(value => Equal(property, value)).ToList();
        return new(
            Ogc + "Or",
            new XElement(Ogc + "PropertyIsNull", new XElement(Ogc + "PropertyName", property)),
            new XElement(Ogc + "Not", named.Count == 1 ? named[0] : new XElement(Ogc + "Or", named)));
    }

    static XElement Equal(string property, string value) => new(
        Ogc + "PropertyIsEqualTo", new XElement(Ogc + "PropertyName", property), new XElement(Ogc + "Literal", value));

    static XElement? Farthest(double zoom) => zoom > 0 ? new(Se + "MaxScaleDenominator", Number(DesktopScale.Denominator(zoom))) : null;

    static IEnumerable<XElement> Area(Appearance looks)
    {
        if (looks.Opacity > 0)
        {
            yield return new(Se + "PolygonSymbolizer", new XElement(Se + "Fill", Parameter("fill", looks.Colour), Parameter("fill-opacity", Number(looks.Opacity))));
        }

        if (looks.Pattern is { } pattern)
        {
            yield return new(Se + "PolygonSymbolizer", new XElement(Se + "Fill", new XElement(Se + "GraphicFill", new XElement(
                Se + "Graphic",
                new XElement(
                    Se + "Mark",
                    new XElement(Se + "WellKnownName", pattern == SymbolPattern.Hatch ? "slash" : "circle"),
                    pattern == SymbolPattern.Hatch ? null : new XElement(Se + "Fill", Parameter("fill", looks.Outline)),
                    new XElement(Se + "Stroke", Parameter("stroke", looks.Outline), Parameter("stroke-opacity", "0.6"))),
                new XElement(Se + "Size", pattern == SymbolPattern.Hatch ? "8" : "3")))));
        }

        if (looks.Edge == SymbolEdge.Doubled)
        {
            yield return Line(looks.Outline, (2 * looks.Width) + Appearance.DoubleGap, looks.Dash, 1);
            yield return Line("#FFFFFF", Appearance.DoubleGap, [], 1);
            yield break;
        }

        yield return Line(looks.Outline, looks.Width, looks.Dash, 1);
    }

    static XElement Line(string colour, double width, IReadOnlyList<double> dash, double opacity) => new(
        Se + "LineSymbolizer",
        new XElement(
            Se + "Stroke",
            Parameter("stroke", colour), Parameter("stroke-opacity", Number(opacity)), Parameter("stroke-width", Number(width)), Parameter("stroke-linejoin", "round"),
            dash.Count == 0 ? null : Parameter("stroke-dasharray", string.Join(' ', dash.Select(part => Number(part * width))))));

    static XElement Point(Appearance looks) => new(
        Se + "PointSymbolizer",
        new XElement(
            Se + "Graphic",
            new XElement(
                Se + "Mark",
                new XElement(Se + "WellKnownName", looks.Shape.ToString().ToLowerInvariant()),
                new XElement(Se + "Fill", Parameter("fill", looks.Colour)),
                new XElement(
                    Se + "Stroke", Parameter("stroke", looks.Outline), Parameter("stroke-width", "1.25"),
                    looks.Edge == SymbolEdge.Dashed ? Parameter("stroke-dasharray", "2 1.5") : null)),
            new XElement(Se + "Size", Number(looks.Size))));

    XElement? Labels() => layer.Symbol.Label is not { } label ? null : new(
        Se + "Rule",
        new XElement(Se + "Name", layer.Code + "-label"),
        label.MaxZoom is { } end ? new XElement(Se + "MinScaleDenominator", Number(DesktopScale.Denominator(end))) : null,
        Farthest(Math.Max(layer.MinZoom, label.MinZoom)),
        new XElement(
            Se + "TextSymbolizer",
            new XElement(Se + "Label", new XElement(Ogc + "PropertyName", label.Attribute == "name" ? "name_vi" : label.Attribute)),
            new XElement(Se + "Font", Parameter("font-family", "Be Vietnam Pro"), Parameter("font-size", Number(label.Size))),
            new XElement(Se + "Halo", new XElement(Se + "Radius", "1.4"), new XElement(Se + "Fill", Parameter("fill", label.Halo ?? "#FBFAF6"))),
            new XElement(Se + "Fill", Parameter("fill", label.Colour ?? "#16232B"))));

    static XElement Parameter(string name, string value) => new(Se + "SvgParameter", new XAttribute("name", name), value);

    static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
