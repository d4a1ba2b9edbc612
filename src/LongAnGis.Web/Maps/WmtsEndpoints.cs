using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LongAnGis.Core.Tiles;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Maps;

/// <summary>
/// The raster tiles as OGC WMTS 1.0.0 (OGC 07-057r7) at <c>/wmts</c>, by key-value pairs and by resource addresses, in Web Mercator
/// (EPSG:3857) on the well-known scale set GoogleMapsCompatible: row 0 in the north. Both forms name the row before the column.
/// </summary>
static class WmtsEndpoints
{
    public const string Root = "/wmts";

    const string Matrices = "GoogleMapsCompatible", Style = "default", Png = "image/png";

    static readonly XNamespace Ows = "http://www.opengis.net/ows/1.1";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, ByKeys);
        routes.MapGet(Root + "/1.0.0/WMTSCapabilities.xml", Capabilities);
        routes.MapGet(Root + "/1.0.0/{layer}/{style}/{matrices}/{matrix}/{row}/{column}.png", ByAddress);
    }

    static async Task<IResult> ByKeys(HttpContext context, RasterTiles tiles, AskedMoment asked, PublicAddress address, Language language)
    {
        // Names of parameters are compared without case (OGC 06-121r9, 11.5.2), values with it.
        var keys = context.Request.Query.GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last().Value.ToString(), StringComparer.OrdinalIgnoreCase);
        string? Key(string name) => keys.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        if (Key("service") is { } service && service != "WMTS")
            return Fault("InvalidParameterValue", "service", "The service is WMTS.");

        switch (Key("request"))
        {
            case null:
                return Fault("MissingParameterValue", "request", "The parameter request is missing.");
            case "GetCapabilities":
                return await Capabilities(context, asked, address);
            case "GetTile":
                foreach (var needed in new[] { "service", "version", "layer", "style", "format", "tilematrixset", "tilematrix", "tilerow", "tilecol" })
                {
                    // The default style may be left empty.
                    if (Key(needed) is null && !(needed == "style" && keys.ContainsKey(needed)))
                        return Fault("MissingParameterValue", needed, $"The parameter {needed} is missing.");
                }

                return Key("version") != "1.0.0" ? Fault("InvalidParameterValue", "version", "The version is 1.0.0.")
                    : Key("format") != Png ? Fault("InvalidParameterValue", "format", $"The format is {Png}.")
                    : await Tile(context, new(Key("layer")!, Key("style") ?? Style, Key("tilematrixset")!, Key("tilematrix")!, Key("tilerow")!, Key("tilecol")!), tiles, asked, language);
            default:
                return Fault("OperationNotSupported", "request", "The operations are GetCapabilities and GetTile.", StatusCodes.Status501NotImplemented);
        }
    }

    static Task<IResult> ByAddress(
        HttpContext context, string layer, string style, string matrices, string matrix, string row, string column, RasterTiles tiles, AskedMoment asked, Language language) =>
        Tile(context, new(layer, style, matrices, matrix, row, column), tiles, asked, language);

    sealed record Wanted(string Layer, string Style, string Matrices, string Matrix, string Row, string Column);

    static async Task<IResult> Tile(HttpContext context, Wanted wanted, RasterTiles tiles, AskedMoment asked, Language language)
    {
        var layers = await asked.Layers();
        if (wanted.Layer != MapFileEndpoints.Whole && layers.Find(wanted.Layer) is null)
            return Fault("InvalidParameterValue", "layer", "There is no such layer; the capabilities list them.");
        if (wanted.Style != Style)
            return Fault("InvalidParameterValue", "style", $"The style is {Style}.");
        if (wanted.Matrices != Matrices)
            return Fault("InvalidParameterValue", "tilematrixset", $"The tile matrix set is {Matrices}.");
        if (!TileAddress.TryParse(wanted.Matrix, "0", "0", out _))
            return Fault("InvalidParameterValue", "tilematrix", $"The tile matrices are 0 to {TileAddress.DeepestZoom}.");
        if (!TileAddress.TryParse(wanted.Matrix, wanted.Column, "0", out _))
            return Fault("TileOutOfRange", "tilecol", "The column lies outside the matrix.");
        if (!TileAddress.TryParse(wanted.Matrix, wanted.Column, wanted.Row, out var address))
            return Fault("TileOutOfRange", "tilerow", "The row lies outside the matrix.");

        var moment = await asked.Time();
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return await tiles.Get(address, MapFileEndpoints.Shown(wanted.Layer, layers), layers, moment, density: 1, language) is { } tile
            ? MapAnswers.File(context, tile, SheetFormat.Png, moment)
            : RasterEndpoints.Busy;
    }

    static async Task<IResult> Capabilities(HttpContext context, AskedMoment asked, PublicAddress address)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        var capabilities = WmtsCapabilities.Of(address.Of(context.Request) + Root, await asked.Layers(), Matrices, Style, Png);
        return Results.Text(Text(capabilities), "application/xml", Encoding.UTF8);
    }

    /// <summary>An ExceptionReport (OGC 06-121r9, 8): what clients of OGC services understand.</summary>
    static IResult Fault(string code, string locator, string text, int status = StatusCodes.Status400BadRequest) => Results.Text(
        Text(new XElement(
            Ows + "ExceptionReport", new XAttribute(XNamespace.Xmlns + "ows", Ows), new XAttribute("version", "1.1.0"), new XAttribute(XNamespace.Xml + "lang", "en"),
            new XElement(Ows + "Exception", new XAttribute("exceptionCode", code), new XAttribute("locator", locator), new XElement(Ows + "ExceptionText", text)))),
        "application/xml", Encoding.UTF8, status);

    static string Text(XElement root) => string.Create(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}");
}
