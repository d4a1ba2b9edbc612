using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Tiles;

/// <summary>The grid of all tiles of one zoom laid side by side: 4096 units a tile, x right, y down from the north-west.</summary>
sealed class WorldGrid(int zoom)
{
    readonly double units = (double)TileOptions.Default.Extent * (1 << zoom);

    /// <summary>A copy of a WGS 84 geometry in units of the grid, not rounded.</summary>
    internal Geometry FromWgs84(Geometry geometry) => geometry.Placed(0, (longitude, latitude) =>
    {
        var (right, down) = WebMercator.ToUnitSquare(longitude, latitude);
        return (right * units, down * units);
    });

    internal Geometry ToWgs84(Geometry onGrid) => onGrid.Placed(4326, (x, y) =>
    {
        var position = WebMercator.FromUnitSquare(x / units, y / units);
        return (position.Longitude, position.Latitude);
    });

    /// <summary>A copy with every coordinate on the grid. Neighbours that share a border go on sharing it.</summary>
    internal static Geometry Rounded(Geometry onGrid) => onGrid.Placed(0, (x, y) => (Math.Round(x), Math.Round(y)));
}
