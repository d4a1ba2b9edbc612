using LongAnGis.Core.Plans;
using static LongAnGis.UnitTests.Data.SeedData;

namespace LongAnGis.UnitTests.Data;

public class SymbolsPlacedFromWords
{
    static readonly string[] PointLayers =
        ["urban-centres", "economic-zones", "industrial-parks", "industrial-clusters", "projects"];

    static IEnumerable<Feature> Symbols => Features
        .Where(feature => PointLayers.Contains(feature.Layer) && feature.Geometry is not null);

    [Fact]
    public void Say_that_they_are_indicative() =>
        Assert.All(Symbols, symbol => Assert.Equal("indicative", symbol["quality"]));

    [Fact]
    public void Lie_inside_the_commune_that_their_source_names()
    {
        var communes = Of("communes").ToDictionary(commune => commune["name_vi"]!);
        const string Before = "placed inside commune ";
        const string After = " (2025), from the locator text; not a surveyed position";

        var placed = Symbols.Where(symbol => InEnglish(symbol).StartsWith(Before, StringComparison.Ordinal)).ToList();

        Assert.True(placed.Count > 120);
        Assert.All(placed, symbol =>
        {
            Assert.EndsWith(After, InEnglish(symbol), StringComparison.Ordinal);
            var name = InEnglish(symbol)[Before.Length..^After.Length];
            Assert.True(communes[name].Geometry!.Contains(symbol.Geometry!), symbol.ToString());
        });
    }

    [Fact]
    public void Keep_apart_by_at_least_two_hundred_metres()
    {
        const double TwoHundredMetres = 200 / 111_000.0;
        var points = Symbols.Select(symbol => (symbol, symbol.Geometry!.Coordinate)).ToList();

        Assert.All(points, one => Assert.DoesNotContain(
            points, other => other.symbol != one.symbol && other.Coordinate.Distance(one.Coordinate) < TwoHundredMetres));
    }

    [Fact]
    public void Stay_out_of_the_map_when_no_place_is_known() =>
        Assert.All(
            Features.Where(feature => feature.Geometry is null),
            feature => Assert.StartsWith("not placed", InEnglish(feature), StringComparison.Ordinal));

    [Fact]
    public void Say_where_they_come_from_in_both_languages() =>
        Assert.All(
            Features.Where(feature => feature["geometry_source"] is not (null or "GeoNames")),
            feature => Assert.False(Bilingual.Of(feature["geometry_source"]!).LacksEnglish, feature.ToString()));

    static string InEnglish(Feature feature) => Bilingual.Of(feature["geometry_source"]!).In(english: true);

    [Fact]
    public void Count_the_one_thing_with_stated_coordinates_as_surveyed() =>
        Assert.Equal("transport/GT-44", Assert.Single(Features, feature => feature["quality"] == "surveyed").ToString());
}
