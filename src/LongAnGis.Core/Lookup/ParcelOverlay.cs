using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace LongAnGis.Core.Lookup;

/// <summary>How much of a parcel one thing of a layer covers.</summary>
/// <param name="Covered">The part of the parcel, on the parcel's grid (metres).</param>
public sealed record OverlayPart<T>(T Thing, Geometry Covered)
{
    public double AreaSquareMetres => Covered.Area;
}

/// <summary>
/// A parcel laid over the areas of one layer, on the plane of the parcel's grid: what each covers, and what none does. Where the
/// areas do not overlap each other, the parts and the rest add up to the parcel.
/// </summary>
/// <param name="Parts">The largest first.</param>
/// <param name="Rest">The part of the parcel that nothing of the layer covers.</param>
/// <param name="Slivers">How many parts were left out because they are noise of digitising, not overlaps; the rest holds their area.</param>
public sealed record ParcelOverlay<T>(IReadOnlyList<OverlayPart<T>> Parts, Geometry Rest, int Slivers);

/// <summary>Lays parcels over layers.</summary>
public static class ParcelOverlay
{
    /// <summary>An overlap of less is told as a sliver: half a square metre is below what a certificate rounds to.</summary>
    public const double LeastSquareMetres = 0.5;

    /// <summary>So is one that is narrower on average: twice the area by the perimeter.</summary>
    public const double LeastWidthMetres = 0.05;

    /// <param name="parcel">On its grid, valid.</param>
    /// <param name="areas">The areas of one layer on the same grid, valid.</param>
    public static ParcelOverlay<T> Of<T>(Polygon parcel, IEnumerable<(T Thing, Geometry Area)> areas)
    {
        var overlaps = areas
            .Select(one => new OverlayPart<T>(one.Thing, AreaOf(OverlayNGRobust.Overlay(parcel, one.Area, SpatialFunction.Intersection))))
            .Where(part => part.AreaSquareMetres > 0)
            .ToList();
        var parts = overlaps.Where(part => !IsSliver(part.Covered)).OrderByDescending(part => part.AreaSquareMetres).ToList();
        var rest = parts.Count == 0
            ? parcel
            : OverlayNGRobust.Overlay(parcel, Union(parts.Select(part => part.Covered)), SpatialFunction.Difference);
        return new(parts, AreaOf(rest), overlaps.Count - parts.Count);
    }

    static Geometry Union(IEnumerable<Geometry> covered) => OverlayNGRobust.Union([.. covered], GeometryFactory.Default);

    // Areas that only touch meet in lines and points, which cover nothing.
    static Geometry AreaOf(Geometry geometry) => geometry is GeometryCollection and not MultiPolygon
        ? geometry.Factory.BuildGeometry([.. Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).Where(one => one is Polygon)])
        : geometry;

    static bool IsSliver(Geometry covered) =>
        covered.Area < LeastSquareMetres || 2 * covered.Area / covered.Length < LeastWidthMetres;
}
