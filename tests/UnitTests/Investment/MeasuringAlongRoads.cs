using CsCheck;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Investment.Roads;

namespace LongAnGis.UnitTests.Investment;

/// <summary>Distances along roads, against a search that shares nothing with ours (Floyd and Warshall's).</summary>
public sealed class MeasuringAlongRoads
{
    const double Reach = 3000;

    static double[,] FloydWarshall(int nodes, IReadOnlyList<RoadEdge> edges)
    {
        var metres = new double[nodes, nodes];
        for (var from = 0; from < nodes; from++)
            for (var to = 0; to < nodes; to++)
                metres[from, to] = from == to ? 0 : double.PositiveInfinity;
        foreach (var edge in edges)
            metres[edge.From, edge.To] = Math.Min(metres[edge.From, edge.To], edge.Metres);
        for (var through = 0; through < nodes; through++)
            for (var from = 0; from < nodes; from++)
                for (var to = 0; to < nodes; to++)
                    metres[from, to] = Math.Min(metres[from, to], metres[from, through] + metres[through, to]);
        return metres;
    }

    static readonly Gen<(int Nodes, RoadEdge[] Edges)> Graphs =
        from nodes in Gen.Int[1, 24]
        from edges in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1], Gen.Double[0, 1000], (start, end, metres) => new RoadEdge(start, end, metres)).Array[0, 60]
        select (nodes, edges);

    [Fact]
    public void Are_the_shortest_on_every_random_graph_with_one_way_roads() => Graphs.Sample(graph =>
    {
        var witness = FloydWarshall(graph.Nodes, graph.Edges);
        var network = new RoadNetwork(graph.Nodes, graph.Edges);
        for (var target = 0; target < graph.Nodes; target++)
        {
            var metres = network.MetresTo([new(target, 0)]);
            for (var from = 0; from < graph.Nodes; from++)
                Assert.Equal(witness[from, target], metres[from], 1e-9);
        }
    }, iter: 300);

    [Fact]
    public void Lead_to_the_nearest_of_several_targets_with_what_is_further_on() => Graphs.Sample(graph =>
    {
        var witness = FloydWarshall(graph.Nodes, graph.Edges);
        var other = graph.Nodes - 1;
        var metres = new RoadNetwork(graph.Nodes, graph.Edges).MetresTo([new(0, 70), new(other, 5)]);
        for (var from = 0; from < graph.Nodes; from++)
            Assert.Equal(Math.Min(witness[from, 0] + 70, witness[from, other] + 5), metres[from], 1e-9);
    }, iter: 100);

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(0, 1, -1)]
    [InlineData(0, 1, double.NaN)]
    public void Are_refused_on_an_edge_that_cannot_be(int from, int to, double metres) =>
        Assert.Throws<ArgumentException>(() => new RoadNetwork(2, [new(from, to, metres)]));

    static Wgs84Position At(double latitude, double longitude) => new(latitude, longitude);

    static RoadWay Way(RoadDirection direction, params Wgs84Position[] course) => new(course, direction, false);

    static double? Between(IReadOnlyList<RoadWay> ways, Wgs84Position from, Wgs84Position to)
    {
        var built = RoadNetworkBuilder.Build(ways, [from, to], Reach);
        return built.Accesses is [{ } start, { } end] ? start.Metres + built.Network.MetresTo([end])[start.Node] : null;
    }

    [Fact]
    public void Follow_the_course_and_not_the_straight_line()
    {
        Wgs84Position[] course = [At(10.50, 106.40), At(10.60, 106.40), At(10.60, 106.50)];
        var expected = GeodesicMeasure.DistanceMetres(course[0], course[1]) + GeodesicMeasure.DistanceMetres(course[1], course[2]);

        Assert.Equal(expected, Between([Way(RoadDirection.Both, course)], course[0], course[2])!.Value, 0.001);
        Assert.Equal(expected, Between([Way(RoadDirection.Both, course)], course[2], course[0])!.Value, 0.001);
    }

    [Fact]
    public void Respect_one_way_roads_in_both_spellings()
    {
        var (west, east) = (At(10.5, 106.40), At(10.5, 106.50));

        Assert.True(double.IsFinite(Between([Way(RoadDirection.Forward, west, east)], west, east)!.Value));
        Assert.True(double.IsInfinity(Between([Way(RoadDirection.Forward, west, east)], east, west)!.Value));
        Assert.True(double.IsFinite(Between([Way(RoadDirection.Backward, west, east)], east, west)!.Value));
    }

    [Fact]
    public void Change_roads_where_ways_share_a_place_and_not_where_a_bridge_crosses()
    {
        var (north, south, west, east, middle) = (At(10.6, 106.5), At(10.4, 106.5), At(10.5, 106.4), At(10.5, 106.6), At(10.5, 106.5));

        Assert.True(double.IsFinite(Between([Way(RoadDirection.Both, north, middle, south), Way(RoadDirection.Both, west, middle, east)], north, west)!.Value));
        Assert.True(double.IsInfinity(Between([Way(RoadDirection.Both, north, south), Way(RoadDirection.Both, west, east)], north, west)!.Value));
    }

    [Fact]
    public void Begin_and_end_in_the_middle_of_a_road_even_of_the_same_stretch()
    {
        var road = Way(RoadDirection.Both, At(10.5, 106.40), At(10.5, 106.50));
        var (from, to) = (At(10.501, 106.42), At(10.499, 106.46));
        var along = GeodesicMeasure.DistanceMetres(At(10.5, 106.42), At(10.5, 106.46));
        var beside = GeodesicMeasure.DistanceMetres(from, At(10.5, 106.42)) + GeodesicMeasure.DistanceMetres(to, At(10.5, 106.46));

        Assert.Equal(along + beside, Between([road], from, to)!.Value, 2);
    }

    [Fact]
    public void Are_unknown_beyond_the_reach_and_from_a_motorway_alone()
    {
        var (west, east) = (At(10.5, 106.40), At(10.5, 106.50));

        Assert.Null(Between([Way(RoadDirection.Both, west, east)], At(10.53, 106.45), east));
        Assert.NotNull(Between([Way(RoadDirection.Both, west, east)], At(10.525, 106.45), east));
        Assert.Null(Between([new RoadWay([west, east], RoadDirection.Both, true)], west, east));
    }

    [Fact]
    public void Know_interchanges_as_places_where_a_motorway_meets_another_road()
    {
        var (start, exit, end) = (At(10.5, 106.40), At(10.5, 106.45), At(10.5, 106.50));
        RoadWay[] ways = [new([start, exit, end], RoadDirection.Forward, true), Way(RoadDirection.Both, exit, At(10.51, 106.45)), Way(RoadDirection.Both, At(10.52, 106.45), At(10.53, 106.45))];

        Assert.Single(RoadNetworkBuilder.Build(ways, [], Reach).Interchanges);
    }

    [Theory]
    [InlineData("yes", "primary", null, RoadDirection.Forward)]
    [InlineData("-1", "primary", null, RoadDirection.Backward)]
    [InlineData("no", "motorway", null, RoadDirection.Both)]
    [InlineData(null, "motorway", null, RoadDirection.Forward)]
    [InlineData(null, "primary", "roundabout", RoadDirection.Forward)]
    [InlineData("alternating", "primary", null, RoadDirection.Both)]
    public void Read_the_direction_from_the_tags(string? oneway, string? highway, string? junction, RoadDirection direction) =>
        Assert.Equal(direction, RoadDirections.Of(oneway, highway, junction));
}
