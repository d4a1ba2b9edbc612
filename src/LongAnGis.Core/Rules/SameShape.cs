using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>
/// Whether two geometries are the same shape, however a file format writes it: rings may turn the other way and begin elsewhere,
/// parts stand in another order, one part be a collection of one, and each corner lie a hair away. What is asked: as many parts and
/// rings, the same extent of area and length, and for each corner of either one of the other within the tolerance.
/// </summary>
public static class SameShape
{
    /// <summary>Degrees: some 2 mm in Long An, what the coarsest exchange format rounds to.</summary>
    public const double ToleranceDegrees = 2e-8;

    /// <summary>Both in WGS 84, or either null or empty for no place.</summary>
    public static bool Is(Geometry? one, Geometry? other)
    {
        if (one is null or { IsEmpty: true } || other is null or { IsEmpty: true })
            return one is null or { IsEmpty: true } && other is null or { IsEmpty: true };

        return one.Dimension == other.Dimension
            && one.NumGeometries == other.NumGeometries
            && Rings(one) == Rings(other)
            && Near(one.Area, other.Area, one.Length)
            && Near(one.Length, other.Length, one.NumPoints)
            && Covers(one.Coordinates, other.Coordinates)
            && Covers(other.Coordinates, one.Coordinates);
    }

    static int Rings(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Sum(part => geometry.GetGeometryN(part) is Polygon polygon ? 1 + polygon.NumInteriorRings : 1);

    // Moving each corner by the tolerance changes an area by no more than its outline times as much.
    static bool Near(double one, double other, double scale) => Math.Abs(one - other) <= 2 * ToleranceDegrees * Math.Max(scale, 1e-6);

    static bool Covers(Coordinate[] corners, Coordinate[] others)
    {
        var cells = corners.Select(Cell).Zip(corners).ToLookup(pair => pair.First, pair => pair.Second);
        return Array.TrueForAll(others, corner => Around(Cell(corner)).Any(cell => cells[cell].Any(near => near.Distance(corner) <= ToleranceDegrees)));
    }

    static (long X, long Y) Cell(Coordinate corner) => ((long)Math.Floor(corner.X / ToleranceDegrees), (long)Math.Floor(corner.Y / ToleranceDegrees));

    static IEnumerable<(long X, long Y)> Around((long X, long Y) cell)
    {
        for (var x = cell.X - 1; x <= cell.X + 1; x++)
        {
            for (var y = cell.Y - 1; y <= cell.Y + 1; y++)
                yield return (x, y);
        }
    }
}
