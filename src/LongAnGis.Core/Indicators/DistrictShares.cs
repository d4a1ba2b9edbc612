using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>What one district has to do with the province's distance to a target.</summary>
/// <param name="Gap">What is missing to the target in the district, in the indicator's unit; negative when it is beyond.</param>
/// <param name="Weight">The district's part of the denominator, from 0 to 1.</param>
/// <param name="Contribution">Its part of the province's gap, in the indicator's unit: <c>Gap × Weight</c>.</param>
public sealed record DistrictShare(string Region, decimal Value, decimal Gap, decimal Weight, decimal Contribution);

/// <summary>
/// Which districts make the difference. The province's ratio is the mean of its districts' ratios, weighted by their
/// denominators; so its distance to a target is the sum of the districts' distances with the same weights, and each summand is
/// that district's contribution. It is told only where it is true: for ratios, with figures of every district for one year and
/// the denominator of each. Otherwise it is refused, with the reason.
/// </summary>
/// <param name="Refusal">Why there are no contributions; null when there are.</param>
/// <param name="Districts">Those that hold the province back most first.</param>
public sealed record DistrictShares(IReadOnlyList<DistrictShare> Districts, decimal? Gap, Bilingual? Refusal)
{
    /// <param name="values">The indicator's value by region, of one year: districts and unions of districts.</param>
    /// <param name="weights">The denominator by region, of the same or the nearest year.</param>
    /// <param name="all">Every district of the province; a union stands for its members.</param>
    public static DistrictShares Of(
        Indicator indicator,
        Target target,
        IReadOnlyDictionary<string, decimal> values,
        IReadOnlyDictionary<string, decimal> weights,
        IReadOnlyCollection<StatisticalRegion> all)
    {
        var districts = all.Where(region => region.Kind == RegionKind.District).ToList();
        var told = all.Where(region => region.Kind is RegionKind.District or RegionKind.Union && values.ContainsKey(region.Code)).ToList();
        var covered = told.SelectMany(region => region.Members).ToList();
        var missing = districts.Count(district => !covered.Contains(district.Code));
        if (told.Count == 0)
            return Refused("Chưa có số liệu theo huyện của chỉ tiêu này.", "This indicator has no figures by district yet.");
        if (indicator.Transfer != IndicatorTransfer.Ratio || target.Operator == TargetOperator.YesNo || target.AverageFrom is not null)
        {
            return Refused(
                "Mục tiêu không chia theo huyện, và chỉ tiêu này không phải tỷ lệ có mẫu số, nên không tính được phần của từng huyện.",
                "The target is not divided among districts, and the indicator is no ratio with a denominator, so that no district's part can be computed.");
        }

        if (missing > 0)
        {
            return Refused(
                $"Thiếu số liệu của {missing} trên {districts.Count} huyện trong cùng một năm, nên không tính được phần của từng huyện.",
                $"{missing} of {districts.Count} districts have no figure for the same year, so that no district's part can be computed.");
        }

        if (covered.Count != districts.Count)
            return Refused("Một huyện có hai số liệu chồng nhau (riêng và gộp).", "A district has two overlapping figures (its own and a union's).");
        if (told.Any(region => !weights.TryGetValue(region.Code, out var weight) || weight <= 0))
            return Refused("Thiếu mẫu số của ít nhất một huyện.", "The denominator of at least one district is missing.");

        var whole = told.Sum(region => weights[region.Code]);
        var aim = ExpectedPath.Middle(target);
        var shares = told.Select(region =>
        {
            var gap = target.Direction == IndicatorDirection.Lower ? values[region.Code] - aim : aim - values[region.Code];
            var weight = weights[region.Code] / whole;
            return new DistrictShare(region.Code, values[region.Code], gap, weight, gap * weight);
        }).OrderByDescending(share => share.Contribution).ThenBy(share => share.Region, StringComparer.Ordinal).ToList();
        return new(shares, shares.Sum(share => share.Contribution), null);
    }

    static DistrictShares Refused(string vi, string en) => new([], null, new(vi, en));
}
