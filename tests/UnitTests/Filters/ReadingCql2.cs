using LongAnGis.Core.Filters;

namespace LongAnGis.UnitTests.Filters;

/// <summary>What the standard's grammar allows, in both encodings: each pair of text and JSON means the same tree.</summary>
public sealed class ReadingCql2
{
    [Theory]
    [InlineData("city = 'Tân An'", """{"op":"=","args":[{"property":"city"},"Tân An"]}""", "(Equal city 'Tân An')")]
    [InlineData("floors<>5", """{"op":"<>","args":[{"property":"floors"},5]}""", "(NotEqual floors 5)")]
    [InlineData("taxes <= -1.5e3", """{"op":"<=","args":[{"property":"taxes"},-1.5e3]}""", "(LessOrEqual taxes -1500)")]
    [InlineData("swimming_pool = true", """{"op":"=","args":[{"property":"swimming_pool"},true]}""", "(Equal swimming_pool true)")]
    [InlineData("built > DATE('2012-03-15')", """{"op":">","args":[{"property":"built"},{"date":"2012-03-15"}]}""", "(Greater built 2012-03-15)")]
    [InlineData("updated >= TIMESTAMP('2012-02-10T20:00:00Z')", """{"op":">=","args":[{"property":"updated"},{"timestamp":"2012-02-10T20:00:00Z"}]}""", "(GreaterOrEqual updated 2012-02-11)")]
    [InlineData("mayor LIKE 'foo%'", """{"op":"like","args":[{"property":"mayor"},"foo%"]}""", "(like mayor 'foo%')")]
    [InlineData("depth BETWEEN 100.0 AND 150", """{"op":"between","args":[{"property":"depth"},100.0,150]}""", "(between depth 100.0 150)")]
    [InlineData("name IN ('x', 'y')", """{"op":"in","args":[{"property":"name"},["x","y"]]}""", "(in name 'x' 'y')")]
    [InlineData("owner IS NULL", """{"op":"isNull","args":[{"property":"owner"}]}""", "(null owner)")]
    [InlineData("owner IS NOT NULL", """{"op":"not","args":[{"op":"isNull","args":[{"property":"owner"}]}]}""", "(not (null owner))")]
    [InlineData("name NOT LIKE 'a_' OR depth NOT BETWEEN 1 AND 2", """{"op":"or","args":[{"op":"not","args":[{"op":"like","args":[{"property":"name"},"a_"]}]},{"op":"not","args":[{"op":"between","args":[{"property":"depth"},1,2]}]}]}""", "(or (not (like name 'a_')) (not (between depth 1 2)))")]
    [InlineData("CASEI(road) IN (CASEI('Ōtaki'), CASEI('x'))", """{"op":"in","args":[{"op":"casei","args":[{"property":"road"}]},[{"op":"casei","args":["Ōtaki"]},{"op":"casei","args":["x"]}]]}""", "(in (casei road) (casei 'Ōtaki') (casei 'x'))")]
    [InlineData("ACCENTI(CASEI(name)) = ACCENTI(CASEI('Đức Hòa'))", """{"op":"=","args":[{"op":"accenti","args":[{"op":"casei","args":[{"property":"name"}]}]},{"op":"accenti","args":[{"op":"casei","args":["Đức Hòa"]}]}]}""", "(Equal (accenti (casei name)) (accenti (casei 'Đức Hòa')))")]
    [InlineData("a = 1 AND b = 2 OR NOT c = 3", """{"op":"or","args":[{"op":"and","args":[{"op":"=","args":[{"property":"a"},1]},{"op":"=","args":[{"property":"b"},2]}]},{"op":"not","args":[{"op":"=","args":[{"property":"c"},3]}]}]}""", "(or (and (Equal a 1) (Equal b 2)) (not (Equal c 3)))")]
    [InlineData("S_INTERSECTS(geom, POINT(36.3 32.2))", """{"op":"s_intersects","args":[{"property":"geom"},{"type":"Point","coordinates":[36.3,32.2]}]}""", "(Intersects geom POINT (36.3 32.2))")]
    [InlineData("S_WITHIN(POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,2 1,2 2,1 1)), geom)", """{"op":"s_within","args":[{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]},{"property":"geom"}]}""", "(Within POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 1)) geom)")]
    [InlineData("S_CROSSES(geom, MULTILINESTRING((1 2,3 4),(5 6,7 8)))", """{"op":"s_crosses","args":[{"property":"geom"},{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}]}""", "(Crosses geom MULTILINESTRING ((1 2, 3 4), (5 6, 7 8)))")]
    [InlineData("S_DISJOINT(geom, GEOMETRYCOLLECTION(POINT(1 2), MULTIPOINT((3 4),(5 6))))", """{"op":"s_disjoint","args":[{"property":"geom"},{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"MultiPoint","coordinates":[[3,4],[5,6]]}]}]}""", "(Disjoint geom GEOMETRYCOLLECTION (POINT (1 2), MULTIPOINT ((3 4), (5 6))))")]
    [InlineData("T_DURING(INTERVAL(starts_at, ends_at), INTERVAL('2005-01-10', '..'))", """{"op":"t_during","args":[{"interval":[{"property":"starts_at"},{"property":"ends_at"}]},{"interval":["2005-01-10",".."]}]}""", "(During [starts_at ends_at] [2005-01-10 ..])")]
    [InlineData("T_FINISHEDBY(INTERVAL(a, b), INTERVAL('..', '2010-02-10T23:00:00+07:00'))", """{"op":"t_finishedby","args":[{"interval":[{"property":"a"},{"property":"b"}]},{"interval":["..","2010-02-10T23:00:00+07:00"]}]}""", "(FinishedBy [a b] [.. 2010-02-10])")]
    [InlineData("T_BEFORE(built, DATE('2010-02-10'))", """{"op":"t_before","args":[{"property":"built"},{"date":"2010-02-10"}]}""", "(Before built 2010-02-10)")]
    [InlineData("TRUE OR FALSE", """{"op":"or","args":[true,false]}""", "(or true false)")]
    public void Text_and_json_mean_the_same(string text, string json, string tree)
    {
        Assert.Equal(tree, Tree(Cql2Text.Read(text)));
        Assert.Equal(tree, Tree(Cql2Json.Read(json)));
    }

    [Theory]
    [InlineData("'it''s' = name", "(Equal 'it's' name)")]
    [InlineData(@"name = 'it\'s'", "(Equal name 'it's')")]
    [InlineData(@"name LIKE '50\%'", @"(like name '50\%')")]
    [InlineData("\"and\" = 1", "(Equal and 1)")]
    [InlineData("\"a\"\"b\" = 1", "(Equal a\"b 1)")]
    [InlineData("tên_đường = 'x'", "(Equal tên_đường 'x')")]
    [InlineData("Name in('a')and(not(b=1))", "(and (in Name 'a') (not (Equal b 1)))")]
    [InlineData("s_intersects(g, multipoint(1 2, 3 4))", "(Intersects g MULTIPOINT ((1 2), (3 4)))")]
    [InlineData("S_INTERSECTS(g, LINESTRING Z (1 2 9, 3 4 9))", "(Intersects g LINESTRING (1 2, 3 4))")]
    public void Text_may_be_written_in_several_ways(string text, string tree) => Assert.Equal(tree, Tree(Cql2Text.Read(text)));

    [Fact]
    public void Latitude_comes_first_where_the_reference_system_says_so()
    {
        var axes = new FilterAxes(NorthFirst: true, InDegrees: true);

        Assert.Equal("(Intersects g POINT (106 10))", Tree(Cql2Text.Read("S_INTERSECTS(g, POINT(10 106))", axes)));
        Assert.Equal("(Intersects g POLYGON ((106 10, 106 11, 107 11, 107 10, 106 10)))", Tree(Cql2Text.Read("S_INTERSECTS(g, BBOX(10,106,11,107))", axes)));
        Assert.Equal("(Intersects g POINT (106 10))", Tree(Cql2Json.Read("""{"op":"s_intersects","args":[{"property":"g"},{"type":"Point","coordinates":[10,106]}]}""", axes)));
    }

    [Fact]
    public void A_box_across_the_antimeridian_has_two_parts() => Assert.Equal(
        "(Intersects g MULTIPOLYGON (((170 -10, 170 10, 180 10, 180 -10, 170 -10)), ((-180 -10, -180 10, -170 10, -170 -10, -180 -10))))",
        Tree(Cql2Text.Read("S_INTERSECTS(g, BBOX(170,-10,-170,10))")));

    static string Tree(FilterReading reading)
    {
        Assert.Null(reading.Fault);
        return FilterWriting.Write(reading.Condition!);
    }
}
