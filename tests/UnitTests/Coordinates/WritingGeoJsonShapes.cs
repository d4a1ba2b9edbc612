using System.Text;
using System.Text.Json;
using LongAnGis.Core.Coordinates;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Coordinates;

public sealed class WritingGeoJsonShapes
{
    [Theory]
    [InlineData("POINT(106.5 10.25)", """{"type":"Point","coordinates":[106.5,10.25]}""")]
    [InlineData("LINESTRING(1 2,3 4)", """{"type":"LineString","coordinates":[[1,2],[3,4]]}""")]
    [InlineData("POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))", """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}""")]
    [InlineData("MULTIPOINT((1 2),(3 4))", """{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""")]
    [InlineData("MULTILINESTRING((1 2,3 4),(5 6,7 8))", """{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}""")]
    [InlineData("MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((9 9,9 8,8 8,9 9)))", """{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[[[9,9],[9,8],[8,8],[9,9]]]]}""")]
    [InlineData("GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}""")]
    [InlineData("POINT Z(1 2 3)", """{"type":"Point","coordinates":[1,2]}""")]
    public void Every_kind_is_written_as_the_standard_has_it(string wkt, string json) => Assert.Equal(json, Write(wkt, new()));

    [Fact]
    public void North_comes_first_where_the_reference_system_says_so() =>
        Assert.Equal("""{"type":"Point","coordinates":[10.5,106.25]}""", Write("POINT(106.25 10.5)", new(NorthFirst: true)));

    [Fact]
    public void Numbers_keep_a_tenth_of_a_millimetre()
    {
        Assert.Equal("""{"type":"Point","coordinates":[106.123456789,10.1]}""", Write("POINT(106.1234567891234 10.1)", new()));
        Assert.Equal("""{"type":"Point","coordinates":[572400.6712,1164915]}""", Write("POINT(572400.67123456 1164915.00001)", new(Decimals: 4)));
    }

    static string Write(string wkt, GeoJsonShape shape)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            shape.Write(json, new WKTReader().Read(wkt).AsBinary());
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
