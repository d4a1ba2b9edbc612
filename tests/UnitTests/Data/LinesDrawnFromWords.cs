using NetTopologySuite.Geometries;
using static LongAnGis.UnitTests.Data.SeedData;

namespace LongAnGis.UnitTests.Data;

public class LinesDrawnFromWords
{
    static readonly Dictionary<string, Coordinate> Gazetteer = Table("gazetteer.csv").ToDictionary(
        row => row["name"], row => new Coordinate((double)row.Number("lon")!, (double)row.Number("lat")!));

    [Fact]
    public void Run_straight_through_the_points_they_name_in_order() => Assert.All(
        Features.Where(feature => feature.Attributes["through"] is not null && feature.Code != "GT-26"),
        feature =>
        {
            var named = feature.Attributes["through"]!.GetValue<string>().Split("; ")
                .Select(part => part.Split(" – ").Select(name => Gazetteer[name]).ToArray()).ToList();

            Assert.Equal(named.Count, feature.Geometry!.NumGeometries);
            for (var i = 0; i < named.Count; i++)
            {
                Assert.True(named[i].Length >= 2);
                Assert.Equal(named[i], feature.Geometry.GetGeometryN(i).Coordinates.Select(
                    position => new Coordinate(position.X, position.Y)));
            }
        });

    [Fact]
    public void Are_all_indicative() => Assert.All(
        Features.Where(feature => feature.Attributes["through"] is not null),
        feature => Assert.Equal("indicative", feature["quality"]));

    [Fact]
    public void Show_two_corridors_and_six_axes()
    {
        Assert.Equal(["HL-01", "HL-02"], Of("corridors").Select(corridor => corridor.Code));
        Assert.Equal(6, Of("dynamic-axes").Count(axis => axis.Geometry is not null));
    }
}
