using System.Globalization;
using System.Xml.Linq;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Styles.Desktop;

/// <summary>
/// How QGIS shows a layer (QML): rules with their symbols, names on the map, what columns are called and what codes mean. The format
/// has no specification; it is what QGIS 3.22 writes, and later ones read.
/// </summary>
sealed class QgisStyle(Layer layer, IReadOnlyList<StyledColumn> columns, bool english)
{
    public const string ContentType = "application/vnd.qgis.qml", QgisVersion = "3.22.16";

    readonly DrawnRules rules = DrawnRules.Of(layer);

    public XDocument Document() => new(
        new XDocumentType("qgis", "http://mrcc.com/qgis.dtd", "SYSTEM", null),
        new XElement(
            "qgis",
            new XAttribute("version", QgisVersion),
            new XAttribute("styleCategories", "LayerConfiguration|Symbology|Labeling|Fields|Forms|Rendering"),
            Attributes(),
            Parts(),
            new XElement("layerGeometryType", (int)Shape)));

    /// <summary>0 for points, 1 for lines, 2 for areas: what the layer's symbol is made for.</summary>
    public int Shape => rules.Kind switch { SymbolKind.Point => 0, SymbolKind.Line => 1, _ => 2 };

    /// <summary>Attributes of the element that holds the parts.</summary>
    public IEnumerable<XAttribute> Attributes() =>
    [
        new("labelsEnabled", layer.Symbol.Label is null ? "0" : "1"),
        new("hasScaleBasedVisibilityFlag", layer.MinZoom > 0 ? "1" : "0"),
        new("minScale", Number(DesktopScale.Denominator(layer.MinZoom))),
        new("maxScale", "0"),
    ];

    public IEnumerable<XElement> Parts()
    {
        yield return Renderer();
        if (layer.Symbol.Label is { } label)
        {
            yield return Labeling(label);
        }

        yield return new(
            "fieldConfiguration",
            columns.Where(column => column.Codes is { Count: > 0 }).Select(column => new XElement(
                "field", new XAttribute("name", column.Key), new XAttribute("configurationFlags", "None"),
                new XElement("editWidget", new XAttribute("type", "ValueMap"), new XElement("config", Codes(column))))));
        yield return new(
            "aliases",
            columns.Select((column, index) => new XElement(
                "alias", new XAttribute("field", column.Key), new XAttribute("index", index + 1), new XAttribute("name", column.Label.In(english)))));
    }

    XElement Renderer() => new(
        "renderer-v2",
        new XAttribute("type", "RuleRenderer"), new XAttribute("symbollevels", "0"), new XAttribute("forceraster", "0"), new XAttribute("enableorderby", "0"),
        new XElement("rules", new XAttribute("key", "{longan-" + layer.Code + "}"), rules.All.Select(Rule)),
        new XElement("symbols", rules.All.Select((rule, index) => QgisSymbol.Of(Number(index), rule.Looks, rules.Kind))));

    XElement Rule(DrawnRule rule, int index)
    {
        var element = new XElement(
            "rule",
            new XAttribute("key", $"{{longan-{layer.Code}-{Number(index)}}}"), new XAttribute("symbol", Number(index)), new XAttribute("label", rule.Name.In(english)));
        if (QgisExpression.Of(rules, rule, "geometry_quality") is { } filter)
        {
            element.Add(new XAttribute("filter", filter));
        }

        if (rule.MinZoom is { } zoom)
        {
            element.Add(new XAttribute("scalemaxdenom", Number(DesktopScale.Denominator(zoom))));
        }

        return element;
    }

    XElement Labeling(SymbolLabel label) => new(
        "labeling",
        new XAttribute("type", "simple"),
        new XElement(
            "settings",
            new XAttribute("calloutType", "simple"),
            new XElement(
                "text-style",
                new XAttribute("fieldName", LabelColumn(label)), new XAttribute("isExpression", "0"), new XAttribute("fontFamily", "Be Vietnam Pro"),
                new XAttribute("fontSize", Number(label.Size * 0.75)), new XAttribute("fontSizeUnit", "Point"), new XAttribute("fontWeight", "50"),
                new XAttribute("textColor", QgisSymbol.Colour(label.Colour ?? "#16232B", 1)), new XAttribute("textOpacity", "1"), new XAttribute("multilineHeight", "1.35"),
                new XElement(
                    "text-buffer",
                    new XAttribute("bufferDraw", "1"), new XAttribute("bufferSize", "1"), new XAttribute("bufferSizeUnits", "Point"), new XAttribute("bufferOpacity", "1"),
                    new XAttribute("bufferNoFill", "1"), new XAttribute("bufferJoinStyle", "128"), new XAttribute("bufferColor", QgisSymbol.Colour(label.Halo ?? "#FBFAF6", 1)))),
            new XElement("text-format", new XAttribute("autoWrapLength", "24"), new XAttribute("useMaxLineLengthForAutoWrap", "1"), new XAttribute("multilineAlign", "3")),
            new XElement(
                "placement",
                // Beside a point, along a line, on an area.
                new XAttribute("placement", Shape switch { 0 => "6", 1 => "2", _ => "1" }),
                new XAttribute("predefinedPositionOrder", "R,L,TSR,BSR,TR,TL,BR,BL"), new XAttribute("dist", Shape == 0 ? "1" : "0"), new XAttribute("distUnits", "MM"),
                new XAttribute("priority", "5"), new XAttribute("centroidInside", "1"), new XAttribute("placementFlags", "10"), new XAttribute("maxCurvedCharAngleIn", "25"),
                new XAttribute("maxCurvedCharAngleOut", "-25")),
            new XElement(
                "rendering",
                new XAttribute("scaleVisibility", "1"), new XAttribute("scaleMax", Number(DesktopScale.Denominator(label.MinZoom))),
                new XAttribute("scaleMin", label.MaxZoom is { } end ? Number(DesktopScale.Denominator(end)) : "0"),
                new XAttribute("drawLabels", "1"), new XAttribute("obstacle", "1"), new XAttribute("displayAll", "0"), new XAttribute("mergeLines", "1"),
                new XAttribute("fontMinPixelSize", "0"), new XAttribute("fontMaxPixelSize", "10000"), new XAttribute("maxNumLabels", "2000"))));

    static string LabelColumn(SymbolLabel label) => label.Attribute == "name" ? "name_vi" : label.Attribute;

    XElement Codes(StyledColumn column) => new(
        "Option", new XAttribute("type", "Map"),
        new XElement(
            "Option", new XAttribute("type", "List"), new XAttribute("name", "map"),
            column.Codes!.Select(code => QgisSymbol.Map((code.Label.In(english), code.Value)))));

    static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>A column as styles speak of it: what people call it, and what its codes mean.</summary>
public sealed record StyledColumn(string Key, Bilingual Label, IReadOnlyList<CodeValue>? Codes)
{
    static readonly string[] Qualities = [Quality.Surveyed, Quality.Digitised, Quality.Generalised, Quality.Indicative];

    /// <summary>The columns of a layer as files and collections have them.</summary>
    public static IReadOnlyList<StyledColumn> Of(Layer layer) =>
    [
        .. Plans.Downloads.DownloadColumn.Of(layer).Select(column => new StyledColumn(column.Key, column.Label, CodesOf(layer, column.Key))),
    ];

    static IReadOnlyList<CodeValue>? CodesOf(Layer layer, string key) => key == "geometry_quality"
        ? [.. Qualities.Select(quality => new CodeValue(quality, Quality.Name(quality).Vi, Quality.Name(quality).En))]
        : layer.Attributes.FirstOrDefault(attribute => attribute.Key == key || "a_" + attribute.Key == key)?.Codes;
}
