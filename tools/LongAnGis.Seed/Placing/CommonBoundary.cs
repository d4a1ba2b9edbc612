using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Placing;

/// <summary>The edge that two areas of one topology share: the vertices that stand in both of them.</summary>
public static class CommonBoundary
{
    public static Coordinate Nearest(Geometry one, Geometry other, Coordinate near)
    {
        var shared = one.Coordinates.ToHashSet();
        shared.IntersectWith(other.Coordinates);
        return shared.Count > 0
            ? shared.OrderBy(vertex => vertex.Distance(near)).ThenBy(vertex => vertex).First()
            : throw new InvalidDataException("The two areas have no common boundary.");
    }
}
