using System.Globalization;
using System.Xml.Linq;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Tiles;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Maps;

/// <summary>What the WMTS offers: the plan as the map shows it, each public layer by itself, and one set of matrices.</summary>
static class WmtsCapabilities
{
    static readonly XNamespace Wmts = "http://www.opengis.net/wmts/1.0", Ows = "http://www.opengis.net/ows/1.1", Xlink = "http://www.w3.org/1999/xlink";

    /// <summary>Half of the side of the Web Mercator world, in metres.</summary>
    const double HalfWorldMetres = 20037508.3427892;

    /// <summary>Of matrix 0: a pixel of 0.28 mm on 256 pixels round the equator (OGC 07-057r7, annex E.4).</summary>
    const double FirstDenominator = 559082264.0287178;

    public static XElement Of(string root, Layers layers, string matrices, string style, string format) => new(
        Wmts + "Capabilities",
        new XAttribute("xmlns", Wmts), new XAttribute(XNamespace.Xmlns + "ows", Ows), new XAttribute(XNamespace.Xmlns + "xlink", Xlink), new XAttribute("version", "1.0.0"),
        new XElement(
            Ows + "ServiceIdentification",
            Both("Title", new("Bản đồ quy hoạch tỉnh Long An", "Planning map of Long An province")),
            new XElement(Ows + "ServiceType", "OGC WMTS"),
            new XElement(Ows + "ServiceTypeVersion", "1.0.0")),
        new XElement(Ows + "OperationsMetadata", Operation("GetCapabilities", root), Operation("GetTile", root)),
        new XElement(
            Wmts + "Contents",
            Layer(MapFileEndpoints.Whole, new("Quy hoạch, các lớp bật sẵn", "The plan, layers that are on by default"), root, matrices, style, format),
            layers.Groups.SelectMany(group => group.Layers).Select(layer => Layer(layer.Code, layer.Name, root, matrices, style, format)),
            Set(matrices)),
        new XElement(Wmts + "ServiceMetadataURL", new XAttribute(Xlink + "href", root + "/1.0.0/WMTSCapabilities.xml")));

    static XElement Operation(string name, string root) => new(
        Ows + "Operation", new XAttribute("name", name),
        new XElement(Ows + "DCP", new XElement(Ows + "HTTP", new XElement(
            Ows + "Get", new XAttribute(Xlink + "href", root + "?"),
            new XElement(Ows + "Constraint", new XAttribute("name", "GetEncoding"), new XElement(Ows + "AllowedValues", new XElement(Ows + "Value", "KVP")))))));

    static XElement Layer(string code, Bilingual name, string root, string matrices, string style, string format) => new(
        Wmts + "Layer",
        Both("Title", name),
        Box(Region.MapWindow),
        new XElement(Ows + "Identifier", code),
        new XElement(Wmts + "Style", new XAttribute("isDefault", "true"), new XElement(Ows + "Identifier", style)),
        new XElement(Wmts + "Format", format),
        new XElement(Wmts + "TileMatrixSetLink", new XElement(Wmts + "TileMatrixSet", matrices)),
        new XElement(
            Wmts + "ResourceURL", new XAttribute("format", format), new XAttribute("resourceType", "tile"),
            new XAttribute("template", $"{root}/1.0.0/{code}/{style}/{{TileMatrixSet}}/{{TileMatrix}}/{{TileRow}}/{{TileCol}}.png")));

    // Longitude before latitude, whatever EPSG:4326 says (OGC 06-121r9, 10.2.2).
    static XElement Box(Region region) => new(
        Ows + "WGS84BoundingBox",
        new XElement(Ows + "LowerCorner", string.Create(CultureInfo.InvariantCulture, $"{region.West} {region.South}")),
        new XElement(Ows + "UpperCorner", string.Create(CultureInfo.InvariantCulture, $"{region.East} {region.North}")));

    static XElement Set(string matrices) => new(
        Wmts + "TileMatrixSet",
        new XElement(Ows + "Identifier", matrices),
        new XElement(Ows + "SupportedCRS", "urn:ogc:def:crs:EPSG::3857"),
        new XElement(Wmts + "WellKnownScaleSet", "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible"),
        Enumerable.Range(0, TileAddress.DeepestZoom + 1).Select(zoom => new XElement(
            Wmts + "TileMatrix",
            new XElement(Ows + "Identifier", zoom),
            new XElement(Wmts + "ScaleDenominator", (FirstDenominator / (1L << zoom)).ToString("R", CultureInfo.InvariantCulture)),
            new XElement(Wmts + "TopLeftCorner", string.Create(CultureInfo.InvariantCulture, $"{-HalfWorldMetres} {HalfWorldMetres}")),
            new XElement(Wmts + "TileWidth", RasterTiles.Side),
            new XElement(Wmts + "TileHeight", RasterTiles.Side),
            new XElement(Wmts + "MatrixWidth", 1L << zoom),
            new XElement(Wmts + "MatrixHeight", 1L << zoom))));

    static IEnumerable<XElement> Both(string element, Bilingual text) =>
    [
        new(Ows + element, new XAttribute(XNamespace.Xml + "lang", "vi"), text.Vi),
        new(Ows + element, new XAttribute(XNamespace.Xml + "lang", "en"), text.In(english: true)),
    ];
}
