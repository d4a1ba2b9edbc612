using NetTopologySuite.Coverage;

namespace LongAnGis.UnitTests.Data;

public class BoundariesOfTheSeed
{
    [Theory]
    [InlineData("districts", 15)]
    [InlineData("communes", 60)]
    public void Are_a_valid_coverage(string layer, int count)
    {
        var polygons = SeedData.Of(layer).Select(feature => feature.Geometry!).ToArray();

        Assert.Equal(count, polygons.Length);
        Assert.All(polygons, polygon => Assert.True(polygon.IsValid));
        Assert.False(CoverageValidator.HasInvalidResult(CoverageValidator.Validate(polygons)));
    }

    [Theory]
    [InlineData("districts")]
    [InlineData("communes")]
    public void Cover_the_same_land_as_the_province(string layer)
    {
        var joined = CoverageUnion.Union([.. SeedData.Of(layer).Select(feature => feature.Geometry!)]);

        Assert.All(SeedData.Of("province"), outline => Assert.True(joined.EqualsTopologically(outline.Geometry!)));
    }

    [Fact]
    public void Meet_the_neighbours_without_overlap()
    {
        var province = SeedData.Of("province")[0].Geometry!;
        var before = SeedData.Of("neighbours").Where(unit => unit["in_force_from"] is null).Select(unit => unit.Geometry!);

        var validation = CoverageValidator.Validate([province, .. before]);

        Assert.False(CoverageValidator.HasInvalidResult(validation));
    }

    [Fact]
    public void Keep_measured_areas_of_two_doubtful_communes_back() =>
        Assert.Equal(
            ["28159", "28177"],
            SeedData.Of("communes").Where(unit => unit.Attributes["area_unreliable"] is not null).Select(unit => unit.Code));

    [Fact]
    public void Follow_each_other_without_a_day_of_both_or_of_neither()
    {
        Assert.All(SeedData.Of("districts"), district => Assert.Equal("2025-07-01", district["in_force_to"]));
        Assert.All(SeedData.Of("communes"), commune => Assert.Equal("2025-07-01", commune["in_force_from"]));
    }

    [Fact]
    public void Are_stored_with_five_decimals_and_longitude_first() =>
        Assert.All(SeedData.Features.Where(feature => feature.Geometry is not null), feature => Assert.All(
            feature.Geometry!.Coordinates,
            position =>
            {
                // The map window, and the sea that is carried on beyond it; no latitude could pass for a longitude.
                Assert.InRange(position.X, 105.0, 109.0);
                Assert.InRange(position.Y, 8.8, 11.3);
                Assert.Equal(Math.Round(position.X, 5), position.X);
                Assert.Equal(Math.Round(position.Y, 5), position.Y);
            }));
}
