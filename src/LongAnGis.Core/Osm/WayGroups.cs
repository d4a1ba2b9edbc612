using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Osm;

/// <summary>
/// Puts together the ways that people see as one road or canal. Mappers cut a road at every bridge, lane and limit; on our
/// map QL.62 is one feature with one id. Ways belong together when class, number and name are the same and they lie near
/// each other; a national, provincial or expressway number belongs together wherever its parts lie. A way without name and
/// number stays alone.
/// </summary>
public static class WayGroups
{
    /// <summary>
    /// Side of the squares, in degrees (about 1.1 km), in which "near" is judged: ends in the same or in touching squares.
    /// Wide enough for roundabouts, bridges and tagging gaps; narrow enough to tell the Nguyễn Huệ streets of two towns apart.
    /// </summary>
    const double Square = 0.01;

    /// <summary>The groups, each ordered by way id.</summary>
    public static IEnumerable<IReadOnlyList<OsmWay>> Of(IEnumerable<OsmWay> ways)
    {
        foreach (var alike in ways.GroupBy(way => way.IsAnonymous ? (object)way.Id : (way.Kind.Layer, way.Kind.Class, way.Number, way.Name)))
        {
            List<OsmWay> members = [.. alike.OrderBy(way => way.Id)];
            if (members.Count == 1 || (members[0].Number is { } number && RoadNumber.IsUnique(number)))
                yield return members;
            else
                foreach (var near in NearEachOther(members))
                    yield return near;
        }
    }

    // Union-find over the squares that the ends of the ways lie in: linear, however many ways share a name.
    static IEnumerable<IReadOnlyList<OsmWay>> NearEachOther(List<OsmWay> ways)
    {
        var squares = new Dictionary<(int X, int Y), int>();
        var parent = new List<int>();
        foreach (var end in ways.SelectMany(Ends))
        {
            if (squares.TryAdd(SquareOf(end), parent.Count))
                parent.Add(parent.Count);
        }

        foreach (var ((x, y), own) in squares)
        {
            for (var dx = -1; dx <= 1; dx++)
                for (var dy = -1; dy <= 1; dy++)
                    if (squares.TryGetValue((x + dx, y + dy), out var beside))
                        parent[Root(beside)] = Root(own);
        }

        foreach (var way in ways)
        {
            int[] ends = [.. Ends(way).Select(end => squares[SquareOf(end)])];
            parent[Root(ends[0])] = Root(ends[1]);
        }

        return ways.GroupBy(way => Root(squares[SquareOf(way.Course.StartPoint.Coordinate)])).Select(group => group.ToList());

        int Root(int square)
        {
            while (parent[square] != square)
                square = parent[square] = parent[parent[square]];
            return square;
        }
    }

    static Coordinate[] Ends(OsmWay way) => [way.Course.StartPoint.Coordinate, way.Course.EndPoint.Coordinate];

    static (int X, int Y) SquareOf(Coordinate end) => ((int)Math.Floor(end.X / Square), (int)Math.Floor(end.Y / Square));
}
