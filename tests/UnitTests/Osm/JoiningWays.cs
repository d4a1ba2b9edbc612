using LongAnGis.Core.Osm;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Osm;

public sealed class JoiningWays
{
    [Fact]
    public void A_road_cut_at_its_bridges_is_one_line_again()
    {
        var road = Assert.Single(Courses(
            Road(1, "LINESTRING(106.40 10.50, 106.41 10.51)", "QL.62"),
            Road(2, "LINESTRING(106.42 10.52, 106.41 10.51)", "QL.62"),
            Road(3, "LINESTRING(106.42 10.52, 106.43 10.53)", "QL.62")));

        Assert.Equal([1L, 2L, 3L], road.WayIds);
        Assert.Equal("LINESTRING (106.4 10.5, 106.41 10.51, 106.42 10.52, 106.43 10.53)", road.Geometry.AsText());
    }

    [Fact]
    public void Cutting_or_turning_a_way_changes_nothing()
    {
        var before = Courses(Road(1, "LINESTRING(106.40 10.50, 106.41 10.51, 106.42 10.52)", "ĐT.830")).Single();
        var after = Courses(
            Road(1, "LINESTRING(106.41 10.51, 106.40 10.50)", "ĐT.830"),
            Road(9, "LINESTRING(106.41 10.51, 106.42 10.52)", "ĐT.830")).Single();

        Assert.True(before.Geometry.EqualsExact(after.Geometry));
        Assert.Equal(before.WayIds[0], after.WayIds[0]);
    }

    [Fact]
    public void A_national_road_is_one_feature_though_its_parts_lie_apart() =>
        Assert.Single(Courses(
            Road(1, "LINESTRING(106.40 10.50, 106.41 10.51)", "QL.1"),
            Road(2, "LINESTRING(106.60 10.70, 106.61 10.71)", "QL.1")));

    [Fact]
    public void Streets_of_the_same_name_in_two_towns_are_two_features() =>
        Assert.Equal(2, Courses(
            Street(1, "LINESTRING(106.40 10.50, 106.405 10.50)", "Nguyễn Huệ"),
            Street(2, "LINESTRING(106.41 10.505, 106.415 10.505)", "Nguyễn Huệ"),
            Street(3, "LINESTRING(106.60 10.70, 106.605 10.70)", "Nguyễn Huệ")).Count);

    [Fact]
    public void Ways_without_name_and_number_stay_apart() =>
        Assert.Equal(2, Courses(
            Street(1, "LINESTRING(106.40 10.50, 106.41 10.51)", null),
            Street(2, "LINESTRING(106.41 10.51, 106.42 10.52)", null)).Count);

    [Fact]
    public void The_longest_part_speaks_for_lanes_and_surface()
    {
        var road = Courses(
            Road(1, "LINESTRING(106.40 10.50, 106.41 10.50)", "QL.62") with { Lanes = 2, Surface = "asphalt" },
            Road(2, "LINESTRING(106.41 10.50, 106.45 10.50)", "QL.62") with { Lanes = 4 },
            Road(3, "LINESTRING(106.45 10.50, 106.46 10.50)", "QL.62") with { Lanes = 2 }).Single();

        Assert.Equal(4, road.Lanes);
        Assert.Equal("asphalt", road.Surface);
    }

    static List<OsmCourse> Courses(params OsmWay[] ways) => [.. WayGroups.Of(ways).Select(OsmCourse.Of)];

    static OsmWay Road(long id, string course, string number) => Way(id, new(WayKind.Roads, "trunk"), null, number, course);

    static OsmWay Street(long id, string course, string? name) => Way(id, new(WayKind.Roads, "local", true), name, null, course);

    static OsmWay Way(long id, WayKind kind, string? name, string? number, string course) =>
        new(id, kind, name, null, number, [], null, null, (LineString)new WKTReader().Read(course));
}
