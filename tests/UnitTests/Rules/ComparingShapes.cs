using LongAnGis.Core.Rules;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Rules;

public sealed class ComparingShapes
{
    const string Square = "POLYGON ((106 10, 106.1 10, 106.1 10.1, 106 10.1, 106 10), (106.02 10.02, 106.04 10.02, 106.04 10.04, 106.02 10.02))";

    [Theory]
    [InlineData("POLYGON ((106.1 10.1, 106.1 10, 106 10, 106 10.1, 106.1 10.1), (106.04 10.04, 106.04 10.02, 106.02 10.02, 106.04 10.04))")]
    [InlineData("MULTIPOLYGON (((106 10, 106.1 10, 106.1 10.1, 106 10.1, 106 10), (106.02 10.02, 106.04 10.02, 106.04 10.04, 106.02 10.02)))")]
    [InlineData("POLYGON ((106.00000001 10, 106.1 10, 106.1 10.1, 106 10.1, 106.00000001 10), (106.02 10.02, 106.04 10.02, 106.04 10.04, 106.02 10.02))")]
    public void Sees_through_how_a_file_writes_it(string other) => Assert.True(SameShape.Is(Read(Square), Read(other)));

    [Theory]
    [InlineData("POLYGON ((106 10, 106.1 10, 106.1 10.1, 106 10.1, 106 10))")]
    [InlineData("POLYGON ((106.0000001 10, 106.1 10, 106.1 10.1, 106 10.1, 106.0000001 10), (106.02 10.02, 106.04 10.02, 106.04 10.04, 106.02 10.02))")]
    [InlineData("MULTIPOLYGON (((106 10, 106.1 10, 106.1 10.1, 106 10.1, 106 10)), ((106.02 10.02, 106.04 10.02, 106.04 10.04, 106.02 10.02)))")]
    [InlineData("LINESTRING (106 10, 106.1 10)")]
    [InlineData("POLYGON EMPTY")]
    public void Sees_what_was_moved_added_or_taken_away(string other) => Assert.False(SameShape.Is(Read(Square), Read(other)));

    [Fact]
    public void Takes_no_place_and_an_empty_one_for_the_same() => Assert.True(SameShape.Is(null, Read("POINT EMPTY")));

    static Geometry Read(string text) => new WKTReader().Read(text);
}
