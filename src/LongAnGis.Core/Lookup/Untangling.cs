using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Lookup;

/// <summary>Other orders of corners that cross themselves, for a person to choose from; nothing is put right unasked.</summary>
public static class Untangling
{
    /// <summary>Round the middle of the corners, which mends corners that were numbered row by row; null when that crosses itself too.</summary>
    public static IReadOnlyList<Coordinate>? AroundTheMiddle(IReadOnlyList<Coordinate> corners)
    {
        var middle = new Coordinate(corners.Average(corner => corner.X), corners.Average(corner => corner.Y));
        Coordinate[] ordered = [.. corners.Distinct().OrderBy(corner => Math.Atan2(corner.Y - middle.Y, corner.X - middle.X))];
        return ParcelFaults.Crossings(ordered).Any() ? null : ordered;
    }

    /// <summary>The smallest convex ring that holds all corners; some of them may then lie inside it.</summary>
    public static IReadOnlyList<Coordinate> Hull(IReadOnlyList<Coordinate> corners)
    {
        var hull = new ConvexHull([.. corners], GeometryFactory.Default).GetConvexHull();
        return hull is Polygon polygon ? polygon.ExteriorRing.Coordinates[..^1] : [];
    }
}
