using LongAnGis.Core.Coordinates;

namespace LongAnGis.Core.Investment.Roads;

/// <summary>A network with its places and interchanges.</summary>
/// <param name="Accesses">For each place, in their order; null where no road that one may stop on lies within reach.</param>
/// <param name="Interchanges">Nodes where a motorway meets another road.</param>
public sealed record BuiltNetwork(RoadNetwork Network, IReadOnlyList<RoadAccess?> Accesses, IReadOnlyList<int> Interchanges);

/// <summary>
/// Makes a graph of ways. Ways meet where they share a place to the last decimal, as OpenStreetMap's do: a bridge shares none with
/// what it crosses. Each place is joined to the nearest point of the nearest road that is no motorway, if it lies within reach.
/// </summary>
public static class RoadNetworkBuilder
{
    /// <param name="reachMetres">How far, straight, a place may lie from a road.</param>
    public static BuiltNetwork Build(IReadOnlyList<RoadWay> ways, IReadOnlyList<Wgs84Position> places, double reachMetres)
    {
        var touches = new RoadIndex(ways, reachMetres).Touch(places);
        var nodes = Nodes(ways);
        var junctions = nodes.Count;
        var stops = touches.Where(touch => touch is not null).Select((touch, index) => (Touch: touch!, Node: junctions + index)).ToList();
        var edges = Edges(ways, nodes, stops.ToLookup(stop => stop.Touch.Way));
        var numbers = stops.ToDictionary(stop => stop.Touch.Place, stop => stop.Node);
        return new(
            new(junctions + stops.Count, edges),
            [.. touches.Select((touch, place) => touch is null ? null : new RoadAccess(numbers[place], touch.Metres))],
            Interchanges(ways, nodes));
    }

    /// <summary>A number for each place where a way ends, meets another or itself.</summary>
    static Dictionary<Wgs84Position, int> Nodes(IReadOnlyList<RoadWay> ways)
    {
        var seen = new Dictionary<Wgs84Position, bool>();
        foreach (var course in ways.Select(way => way.Course))
        {
            for (var index = 0; index < course.Count; index++)
                seen[course[index]] = index == 0 || index == course.Count - 1 || seen.ContainsKey(course[index]);
        }

        var nodes = new Dictionary<Wgs84Position, int>();
        foreach (var (place, isNode) in seen)
        {
            if (isNode)
                nodes[place] = nodes.Count;
        }

        return nodes;
    }

    static List<RoadEdge> Edges(IReadOnlyList<RoadWay> ways, Dictionary<Wgs84Position, int> nodes, ILookup<int, (RoadTouch Touch, int Node)> stops)
    {
        var edges = new List<RoadEdge>();
        for (var number = 0; number < ways.Count; number++)
        {
            var way = ways[number];
            var onWay = stops[number].ToLookup(stop => stop.Touch.Segment);
            var (from, metres) = (nodes[way.Course[0]], 0.0);
            for (var segment = 0; segment + 1 < way.Course.Count; segment++)
            {
                var length = GeodesicMeasure.DistanceMetres(way.Course[segment], way.Course[segment + 1]);
                var gone = 0.0;
                foreach (var (touch, stop) in onWay[segment].OrderBy(one => one.Touch.Fraction))
                {
                    Add(edges, way.Direction, from, stop, metres + (touch.Fraction * length) - gone);
                    (from, metres, gone) = (stop, 0, touch.Fraction * length);
                }

                metres += length - gone;
                if (nodes.TryGetValue(way.Course[segment + 1], out var node))
                {
                    Add(edges, way.Direction, from, node, metres);
                    (from, metres) = (node, 0);
                }
            }
        }

        return edges;
    }

    static void Add(List<RoadEdge> edges, RoadDirection direction, int from, int to, double metres)
    {
        if (direction != RoadDirection.Backward)
            edges.Add(new(from, to, metres));
        if (direction != RoadDirection.Forward)
            edges.Add(new(to, from, metres));
    }

    static List<int> Interchanges(IReadOnlyList<RoadWay> ways, Dictionary<Wgs84Position, int> nodes)
    {
        HashSet<int> On(bool isMotorway) =>
            [.. ways.Where(way => way.IsMotorway == isMotorway).SelectMany(way => way.Course).Where(nodes.ContainsKey).Select(place => nodes[place])];

        return [.. On(true).Intersect(On(false)).Order()];
    }
}
