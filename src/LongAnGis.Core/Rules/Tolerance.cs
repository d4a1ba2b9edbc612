using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>How much is nothing.</summary>
public static class Tolerance
{
    /// <summary>
    /// Differences below 1 cm are noise of digitising. Corner tables print metres with two or three decimals, cadastral
    /// survey at 1:1,000 knows a corner to some 5 cm, and an edge of 1 km drawn straight on the map bends 4 mm on the grid:
    /// all that lies below is rounding, nothing anybody drew.
    /// </summary>
    public const double NoiseMetres = 0.01;

    /// <summary>Parts and gaps narrower than this are slivers where a layer does not say otherwise (design brief: 1 m).</summary>
    public const double SliverWidthMetres = 1;

    /// <summary>
    /// The outline of the province is generalised; what leaves it by less is not known to leave the province at all.
    /// </summary>
    public const double OutlineMetres = 50;

    /// <summary>Mean width of an area in metres: twice its surface over its perimeter, exact for long strips.</summary>
    public static double MeanWidth(Geometry areaOnGrid) =>
        areaOnGrid.Length > 0 ? 2 * areaOnGrid.Area / areaOnGrid.Length : 0;
}
