using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Maps;

namespace LongAnGis.UnitTests.Indicators.Maps;

public class DrawingRegions
{
    static StatisticalRegion Region(string code, RegionKind kind = RegionKind.District) =>
        new(code, kind, new(code), code, null, null, null, code.Split('-'));

    static readonly StatisticalRegion[] All =
    [
        Region("80", RegionKind.Province), Region("795"), Region("798"), Region("799"), Region("803"),
        Region("795-798", RegionKind.Union), Region("795-798-799", RegionKind.Union),
    ];

    static DrawnRegions Of(params string[] withValue) => DrawnRegions.Of(RegionSet.Districts, All, withValue.ToHashSet());

    [Fact]
    public void A_value_of_a_union_is_drawn_on_the_union_and_its_members_are_neither_drawn_nor_missing()
    {
        var drawn = Of("795-798", "803");

        Assert.Equal(["803", "795-798"], drawn.Drawn);
        Assert.Equal(["799"], drawn.Missing);
        Assert.Empty(drawn.Covered);
    }

    [Fact]
    public void Members_that_all_have_their_own_value_say_more_than_their_union()
    {
        var drawn = Of("795", "798", "795-798");

        Assert.Equal(["795", "798"], drawn.Drawn);
        Assert.Equal(["795-798"], drawn.Covered);
    }

    [Fact]
    public void One_member_with_a_value_gives_way_to_the_union()
    {
        var drawn = Of("795", "795-798");

        Assert.Equal(["795-798"], drawn.Drawn);
        Assert.Equal(["795"], drawn.Covered);
    }

    [Fact]
    public void Of_unions_that_overlap_the_smaller_is_drawn()
    {
        var drawn = Of("795-798", "795-798-799");

        Assert.Equal(["795-798"], drawn.Drawn);
        Assert.Contains("799", drawn.Missing);
    }

    [Fact]
    public void Other_kinds_of_region_are_not_drawn() => Assert.Empty(Of("80").Drawn);

    [Fact]
    public void No_land_is_ever_drawn_twice_and_none_is_forgotten()
    {
        var codes = All.Select(region => region.Code).ToArray();
        for (var chosen = 0; chosen < 1 << codes.Length; chosen++)
        {
            var drawn = Of([.. codes.Where((_, index) => (chosen >> index & 1) == 1)]);
            var land = drawn.Drawn.SelectMany(code => code.Split('-')).Concat(drawn.Missing).ToList();

            Assert.Equal(land.Count, land.Distinct().Count());
            Assert.Equal(["795", "798", "799", "803"], land.Order());
        }
    }
}
