using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Coordinates;

namespace LongAnGis.Web.Tiles;

/// <summary>
/// The tile matrix set WebMercatorQuad (OGC 17-083r4, annex D.1): a square world that halves with each zoom, rows counted from the
/// north. A pixel of 0.28 mm and tiles of 256 of them make its scales.
/// </summary>
static class WebMercatorQuad
{
    public const string Id = "WebMercatorQuad";
    public const string Uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    public const string Crs = "http://www.opengis.net/def/crs/EPSG/0/3857";

    const int PixelsOfTile = 256;
    const double PixelMetres = 0.00028;

    /// <summary>The deepest zoom described; tiles of a layer end before it.</summary>
    const int DeepestZoom = 24;

    public static JsonObject Describe() => new()
    {
        ["id"] = Id,
        ["title"] = "Google Maps Compatible for the World",
        ["uri"] = Uri,
        ["crs"] = Crs,
        ["orderedAxes"] = new JsonArray("X", "Y"),
        ["wellKnownScaleSet"] = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        ["tileMatrices"] = new JsonArray([.. Enumerable.Range(0, DeepestZoom + 1).Select(zoom => (JsonNode)Matrix(zoom))]),
    };

    static JsonObject Matrix(int zoom)
    {
        var tiles = 1L << zoom;
        var cell = 2 * WebMercator.HalfWorldMetres / PixelsOfTile / tiles;
        return new JsonObject
        {
            ["id"] = zoom.ToString(CultureInfo.InvariantCulture),
            ["scaleDenominator"] = cell / PixelMetres,
            ["cellSize"] = cell,
            ["cornerOfOrigin"] = "topLeft",
            ["pointOfOrigin"] = new JsonArray(-WebMercator.HalfWorldMetres, WebMercator.HalfWorldMetres),
            ["tileWidth"] = PixelsOfTile,
            ["tileHeight"] = PixelsOfTile,
            ["matrixWidth"] = tiles,
            ["matrixHeight"] = tiles,
        };
    }
}
