using LongAnGis.Core.Indicators.Pasting;

namespace LongAnGis.Core.Indicators.Entry;

/// <summary>Regions and indicators as tables may name them.</summary>
public static class EntryWords
{
    /// <summary>No figure of a province is larger, in any unit; what is larger was typed wrongly.</summary>
    const decimal Largest = 1_000_000_000_000;

    /// <summary>
    /// An area of the matcher. Its code is the region's, and its kind is told by the full name (“Thành phố Tân An”); a union
    /// is of the level of the districts it joins.
    /// </summary>
    public static KnownArea Area(StatisticalRegion region) => new(
        region.Code, region.Name.Vi, Kind(region), null, region.ValidFrom, region.ValidUntil)
    {
        Aliases = region.Name.LacksEnglish ? [region.FullName] : [region.Name.In(english: true), region.FullName],
    };

    /// <summary>
    /// What its values can be. Sums are of things and not negative; a percentage of something that is counted (a ratio with
    /// its denominator, a share of a structure) lies between 0 and 100, a growth rate may lie anywhere.
    /// </summary>
    public static KnownIndicator Indicator(Indicator indicator)
    {
        var isPercent = indicator.Unit.Vi == "%";
        var isShare = isPercent && (indicator.Transfer == IndicatorTransfer.Ratio || indicator.Direction == IndicatorDirection.Band);
        return new(indicator.Code, indicator.Name.Vi, indicator.Name.En, indicator.Decimals, isPercent)
        {
            IsYesNo = indicator.IsYesNo,
            Least = indicator.Transfer == IndicatorTransfer.Additive || isShare || indicator.IsYesNo ? 0 : -Largest,
            Most = isShare ? 100 : indicator.IsYesNo ? 1 : Largest,
        };
    }

    static string Kind(StatisticalRegion region) => region.Kind switch
    {
        RegionKind.Province => "province",
        RegionKind.Commune => Begins(region, "Phường") ? "ward" : Begins(region, "Thị trấn") ? "township" : "commune",
        _ => Begins(region, "Thành phố") ? "city" : Begins(region, "Thị xã") ? "town" : "district",
    };

    static bool Begins(StatisticalRegion region, string word) => region.FullName.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
