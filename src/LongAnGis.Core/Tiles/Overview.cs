using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Precision;
using NetTopologySuite.Simplify;

namespace LongAnGis.Core.Tiles;

/// <summary>
/// Generalised geometry for the small scales: what a map at one zoom can show of a layer, on the grid of that zoom's
/// tiles. Details under half a pixel go; borders that neighbours share stay shared; a feature never vanishes: what is
/// smaller than a pixel becomes a pixel.
/// </summary>
public static class Overview
{
    /// <summary>The deepest zoom that is drawn from generalised geometry; from the next one on the original serves.</summary>
    public const int DeepestZoom = 11;

    /// <summary>Half a pixel of a tile that is shown 512 pixels wide.</summary>
    const double Tolerance = 4;

    static readonly PrecisionModel Grid = new(1);

    /// <summary>The generalised features of one layer, in WGS 84, in the order given. Points are returned as they are.</summary>
    /// <param name="coverage">The layer's polygons share borders and do not overlap: they are generalised together.</param>
    public static IReadOnlyList<(long Id, Geometry Geometry)> For(
        IReadOnlyList<(long Id, Geometry Geometry)> featuresWgs84, int zoom, bool coverage)
    {
        var grid = new WorldGrid(zoom);
        var detailed = featuresWgs84.Select(feature => grid.FromWgs84(feature.Geometry)).ToArray();
        var simple = coverage && detailed.All(geometry => geometry is IPolygonal)
            ? CoverageSimplifier.Simplify(detailed, Tolerance)
            : [.. detailed.Select(Simplified)];
        return
        [
            .. featuresWgs84.Select((feature, i) => feature.Geometry.Dimension == Dimension.Point
                ? feature
                : (feature.Id, grid.ToWgs84(Sound(simple[i], detailed[i])))),
        ];
    }

    static Geometry Simplified(Geometry geometry) => geometry.Dimension == Dimension.Point || geometry.IsEmpty
        ? geometry
        : TopologyPreservingSimplifier.Simplify(geometry, Tolerance);

    /// <summary>The simple form on the grid; where that left nothing or was unsound, the next best.</summary>
    static Geometry Sound(Geometry simple, Geometry detailed)
    {
        var rounded = WorldGrid.Rounded(simple);
        if (!rounded.IsEmpty && rounded.IsValid && (rounded is not IPolygonal || rounded.Area > 0))
            return rounded;

        var reduced = Reduced(simple);
        if (reduced.IsEmpty)
            reduced = Reduced(detailed);
        return reduced.IsEmpty ? Pixel(detailed) : reduced;
    }

    static Geometry Reduced(Geometry geometry) => geometry.IsEmpty
        ? geometry
        : GeometryPrecisionReducer.Reduce(geometry.IsValid ? geometry : GeometryFixer.Fix(geometry), Grid);

    /// <summary>A pixel in the middle of what is smaller: a square for a polygon, a stroke for a line.</summary>
    static Geometry Pixel(Geometry detailed)
    {
        if (detailed.IsEmpty)
            return detailed;

        var half = TileOptions.Default.Pixel / 2;
        var middle = detailed.EnvelopeInternal.Centre;
        var (x, y) = (Math.Round(middle.X), Math.Round(middle.Y));
        var pixel = detailed.Factory.ToGeometry(new Envelope(x - half, x + half, y - half, y + half));
        return detailed.Dimension == Dimension.Surface
            ? pixel
            : detailed.Factory.CreateLineString([new(x - half, y), new(x + half, y)]);
    }
}
