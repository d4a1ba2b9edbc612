using static LongAnGis.UnitTests.Data.SeedData;

namespace LongAnGis.UnitTests.Data;

public class AreasOfTheSeed
{
    static readonly Dictionary<string, LongAnGis.Seed.Files.Row> Areas = Table("areas.csv").ToDictionary(row => row["code"]);

    [Fact]
    public void Are_the_units_before_and_after_the_merger() => Assert.Equal(
        [("city", 1), ("commune", 56 + 160), ("district", 13), ("province", 3), ("town", 1), ("township", 15), ("ward", 4 + 11)],
        Areas.Values.GroupBy(row => row["kind"]).Select(kind => (kind.Key, kind.Count())).Order());

    [Fact]
    public void Point_to_the_feature_with_their_boundary() => Assert.All(
        Areas.Values.Where(row => row.Text("feature_layer") is not null),
        row => Assert.Single(Of(row["feature_layer"]), feature => feature.Code == row["feature_code"]));

    [Fact]
    public void Belong_to_a_parent_of_the_same_time() => Assert.All(
        Areas.Values.Where(row => row.Text("parent_code") is not null),
        row => Assert.Equal(row.Text("valid_to"), Areas[row["parent_code"]].Text("valid_to")));

    [Fact]
    public void Carry_every_old_commune_into_a_new_one()
    {
        var crosswalk = Table("crosswalk.csv").Where(row => Areas[row["old_code"]]["kind"] != "province").ToList();
        var old = Areas.Values.Where(row => row["code"].EndsWith("-to-2025", StringComparison.Ordinal) && row["kind"] != "province");

        Assert.Equal(199, crosswalk.Count);
        Assert.All(crosswalk, row => Assert.Equal("2025-07-01", Areas[row["new_code"]]["valid_from"]));
        Assert.Equal(
            old.Select(row => row["code"]).Order(StringComparer.Ordinal),
            crosswalk.Select(row => row["old_code"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Carry_both_old_provinces_whole_into_the_merged_one() => Assert.Equal(
        [("72", "80", "whole"), ("80-to-2025", "80", "whole")],
        Table("crosswalk.csv").Where(row => Areas[row["old_code"]]["kind"] == "province")
            .Select(row => (row["old_code"], row["new_code"], row["extent"])).Order());

    [Fact]
    public void Share_each_commune_out_completely() => Assert.All(
        Table("commune-district-shares.csv").GroupBy(row => row["commune_code"]),
        shares => Assert.Equal(1.0, (double)shares.Sum(row => row.Number("share_of_commune")!.Value), 3));
}
