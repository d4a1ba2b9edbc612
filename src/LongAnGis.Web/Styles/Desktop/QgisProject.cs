using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Styles.Desktop;

/// <summary>
/// The plan as QGIS opens it with one click: connections to the features (OGC API – Features), to vector tiles and to tiles as
/// pictures, each with the looks of the map on screen. A project (.qgz) has all layers, a layer definition (.qlr) one of them.
/// </summary>
/// <param name="site">The address of the service, without a slash at the end.</param>
/// <param name="day">A past day whose state is wanted; null for what holds when the file is opened.</param>
sealed class QgisProject(string site, IReadOnlyList<Layer> layers, DateOnly? day, bool english)
{
    public const string ProjectType = "application/x-qgis-project", DefinitionType = "application/x-qgis-layer-definition";

    const string Tiles = "longan_vector_tiles", Picture = "longan_picture";

    string Day => day is { } known ? "as-of=" + CalendarDay.Write(known) : "";

    string Features => day is { } known ? $"{site}/ogc/as-of/{CalendarDay.Write(known)}" : $"{site}/ogc";

    /// <summary>The project in its archive, with the name that QGIS looks for.</summary>
    public byte[] Archive(DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry("longan.qgs");
            entry.LastWriteTime = at;
            using var content = entry.Open();
            content.Write(XmlText.Of(Project()));
        }

        return bytes.ToArray();
    }

    public byte[] Definition() => XmlText.Of(new(
        new XDocumentType("qgis-layer-definition", null, null, null),
        new XElement(
            "qlr",
            new XElement("layer-tree-group", new XAttribute("name", ""), new XAttribute("checked", "Qt::Checked"), new XAttribute("expanded", "1"), layers.Select(layer => Branch(layer, isOn: true))),
            new XElement("maplayers", layers.Select(Vector)))));

    XDocument Project() => new(
        new XDocumentType("qgis", "http://mrcc.com/qgis.dtd", "SYSTEM", null),
        new XElement(
            "qgis",
            new XAttribute("projectname", Title), new XAttribute("version", QgisStyle.QgisVersion),
            new XElement("title", Title),
            new XElement("projectCrs", Crs("EPSG:3857", 3857, 3857)),
            Tree(),
            new XElement("layerorder"),
            Canvas(),
            new XElement("projectlayers", layers.Select(Vector), VectorTiles(), PictureTiles()),
            new XElement(
                "properties",
                // Without it the reference system of the project is not read at all.
                new XElement("SpatialRefSys", new XElement("ProjectionsEnabled", new XAttribute("type", "int"), "1")),
                new XElement("Paths", new XElement("Absolute", new XAttribute("type", "bool"), "true")))));

    string Title => english ? "The plan of Long An province" : "Quy hoạch tỉnh Long An";

    // As people read a legend: the topmost first. Features are on where the map shows them; tiles wait until somebody wants them.
    XElement Tree() => new(
        "layer-tree-group",
        Group(
            english ? "Features (OGC API)" : "Đối tượng (OGC API)", isOn: true,
            layers.Reverse().Select(layer => Branch(layer, layer.IsOnByDefault))),
        Group(
            english ? "Tiles" : "Ô bản đồ", isOn: false,
            [Leaf(Tiles, english ? "Vector tiles" : "Ô véc-tơ", TilesSource, "vectortile", false), Leaf(Picture, english ? "Map as pictures" : "Bản đồ ảnh", PictureSource, "wms", false)]));

    static XElement Group(string name, bool isOn, IEnumerable<XElement> members) => new(
        "layer-tree-group", new XAttribute("name", name), Checked(isOn), new XAttribute("expanded", "1"), members);

    XElement Branch(Layer layer, bool isOn) => Leaf(Id(layer), layer.Name.In(english), Source(layer), "OAPIF", isOn);

    static XElement Leaf(string id, string name, string source, string provider, bool isOn) => new(
        "layer-tree-layer",
        new XAttribute("id", id), new XAttribute("name", name), new XAttribute("source", source), new XAttribute("providerKey", provider), Checked(isOn),
        new XAttribute("expanded", "0"));

    static XAttribute Checked(bool isOn) => new("checked", isOn ? "Qt::Checked" : "Qt::Unchecked");

    XElement Vector(Layer layer)
    {
        var style = new QgisStyle(layer, StyledColumn.Of(layer), english);
        var (geometry, wkb) = style.Shape switch { 0 => ("Point", "Point"), 1 => ("Line", "MultiLineString"), _ => ("Polygon", "MultiPolygon") };
        return new(
            "maplayer",
            new XAttribute("type", "vector"), new XAttribute("geometry", geometry), new XAttribute("wkbType", wkb), style.Attributes(),
            new XElement("id", Id(layer)),
            new XElement("datasource", Source(layer)),
            new XElement("layername", layer.Name.In(english)),
            new XElement("abstract", layer.Description?.In(english) ?? ""),
            new XElement("srs", Crs("EPSG:4326", 4326, 3452)),
            new XElement("provider", new XAttribute("encoding", "UTF-8"), "OAPIF"),
            style.Parts());
    }

    XElement VectorTiles() => new(
        "maplayer",
        new XAttribute("type", "vector-tile"),
        new XElement("id", Tiles),
        new XElement("datasource", TilesSource),
        new XElement("layername", english ? "Vector tiles" : "Ô véc-tơ"),
        new XElement("srs", Crs("EPSG:3857", 3857, 3857)),
        new XElement("provider", "vectortile"),
        new XElement("renderer", new XAttribute("type", "basic"), new XElement("styles", layers.SelectMany(TileStyles))));

    static IEnumerable<XElement> TileStyles(Layer layer)
    {
        var rules = DrawnRules.Of(layer);
        foreach (var rule in rules.All)
        {
            // Tile zooms count tiles of 256 pixels; the map's own are one less.
            var zoom = Math.Max(layer.MinZoom, (int)Math.Ceiling(rule.MinZoom ?? 0));
            yield return new(
                "style",
                new XAttribute("name", rule.Name.Vi), new XAttribute("layer", layer.Code), new XAttribute("enabled", "1"),
                new XAttribute("geometry", rules.Kind switch { SymbolKind.Point => 0, SymbolKind.Line => 1, _ => 2 }),
                new XAttribute("expression", QgisExpression.Of(rules, rule, "quality") ?? ""),
                new XAttribute("min-zoom", zoom), new XAttribute("max-zoom", "-1"),
                new XElement("symbols", QgisSymbol.Of("0", rule.Looks, rules.Kind)));
        }
    }

    XElement PictureTiles() => new(
        "maplayer",
        new XAttribute("type", "raster"),
        new XElement("id", Picture),
        new XElement("datasource", PictureSource),
        new XElement("layername", english ? "Map as pictures" : "Bản đồ ảnh"),
        new XElement("srs", Crs("EPSG:3857", 3857, 3857)),
        new XElement("provider", "wms"),
        new XElement("pipe", new XElement("rasterrenderer", new XAttribute("type", "singlebandcolordata"), new XAttribute("band", "1"), new XAttribute("opacity", "1"), new XAttribute("alphaBand", "-1"))));

    static XElement Canvas()
    {
        var (corner, opposite) = (WebMercatorOf(Region.LongAn.South, Region.LongAn.West), WebMercatorOf(Region.LongAn.North, Region.LongAn.East));
        return new(
            "mapcanvas",
            new XAttribute("name", "theMapCanvas"), new XAttribute("annotationsVisible", "1"),
            new XElement("units", "meters"),
            new XElement(
                "extent",
                new XElement("xmin", Number(corner.X)), new XElement("ymin", Number(corner.Y)), new XElement("xmax", Number(opposite.X)), new XElement("ymax", Number(opposite.Y))),
            new XElement("rotation", "0"),
            new XElement("destinationsrs", Crs("EPSG:3857", 3857, 3857)));
    }

    static NetTopologySuite.Geometries.Coordinate WebMercatorOf(double latitude, double longitude) =>
        WebMercator.GeometryFromWgs84(new NetTopologySuite.Geometries.Point(longitude, latitude) { SRID = 4326 }).Coordinate;

    // QGIS reads the authority only beside its own number of the system.
    static XElement Crs(string authority, int srid, int numberInQgis) => new(
        "spatialrefsys",
        new XElement("wkt"), new XElement("proj4"), new XElement("srsid", numberInQgis), new XElement("srid", srid), new XElement("authid", authority));

    // In view only, page by page: QGIS asks for more as the map moves.
    string Source(Layer layer) =>
        $" pagingEnabled='true' preferCoordinatesForWfsT11='false' restrictToRequestBBOX='1' srsname='OGC:CRS84' typename='{layer.Code}' url='{Features}' version='OGC_API_FEATURES'";

    string TilesSource => $"type=xyz&url={Escaped($"{site}/tiles/{string.Join(',', layers.Select(layer => layer.Code))}/{{z}}/{{x}}/{{y}}.mvt", Day)}&zmin=0&zmax=16";

    string PictureSource => $"type=xyz&url={Escaped($"{site}/raster/plan/{{z}}/{{x}}/{{y}}.png", Day)}&zmin=0&zmax=18&crs=EPSG:3857";

    // The address stands inside a list of parameters.
    static string Escaped(string address, string query) => (query.Length == 0 ? address : $"{address}?{query}").Replace("&", "%26", StringComparison.Ordinal).Replace("=", "%3D", StringComparison.Ordinal);

    // QGIS gives short ids new ones and then misses the layer in its tree.
    static string Id(Layer layer) => "longan_layer_" + layer.Code.Replace('-', '_');

    static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
