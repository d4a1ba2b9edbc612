using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Entry;

namespace LongAnGis.UnitTests.Indicators.Entry;

public class EnteringByRights
{
    static StatisticalRegion Region(string code, RegionKind kind, params string[] members) =>
        new(code, kind, new(code), code, null, null, null, members.Length == 0 ? [code] : members);

    static readonly StatisticalRegion BenLuc = Region("803", RegionKind.District), Union = Region("795-798", RegionKind.Union, "795", "798"),
        Province = Region("80-to-2025", RegionKind.Province);

    [Theory]
    [InlineData("803", true, false, false)]
    [InlineData("795", false, false, false)]
    [InlineData("80", true, true, true)]
    [InlineData("80-to-2025", true, true, true)]
    [InlineData(null, true, true, true)]
    [InlineData("72", false, false, false)]
    public void Covers_the_area_of_the_account_and_nothing_else(string? area, bool district, bool union, bool province) =>
        Assert.Equal((district, union, province), (EntryRights.Cover(area, BenLuc), EntryRights.Cover(area, Union), EntryRights.Cover(area, Province)));
}
