using LongAnGis.Core.Indicators;

namespace LongAnGis.Web.Indicators.Board;

/// <summary>The districts behind a target: their figures of the judged or the nearest earlier year, and their parts of the gap.</summary>
/// <param name="Period">The year of the figures; null when no district has any.</param>
/// <param name="WeightPeriod">The year of the denominators, which may be another.</param>
public sealed record DistrictsBehind(
    Period? Period, Period? WeightPeriod, DistrictShares Shares, IReadOnlyList<(StatisticalRegion Region, Figure Figure)> Figures);

/// <summary>Asks for the figures of districts that a target of the province rests on.</summary>
public sealed class TargetDistricts(KnownFigures figures, Regions regions)
{
    public async Task<DistrictsBehind> Behind(TargetCase one, int edition, CancellationToken cancellation)
    {
        var all = (await regions.All(cancellation)).ToDictionary(region => region.Code);
        var period = await Nearest(one.Indicator.Code, one.Judged?.Period, edition, cancellation);
        var known = period is { } year ? await Districts(one.Indicator.Code, year, edition, all, cancellation) : [];
        var weightPeriod = one.Indicator.Denominator is { } code && period is not null ? await Nearest(code, period, edition, cancellation) : null;
        var weights = weightPeriod is { } weighed ? await Districts(one.Indicator.Denominator!, weighed, edition, all, cancellation) : [];
        var values = known.ToDictionary(figure => figure.Region.Code, figure => figure.Figure.Value);
        var shares = DistrictShares.Of(
            one.Indicator, one.Target, values, weights.ToDictionary(figure => figure.Region.Code, figure => figure.Figure.Value), all.Values);
        return new(period, weightPeriod, shares, known);
    }

    // The year itself or the nearest to it that most districts have; of two as near the earlier.
    async Task<Period?> Nearest(string indicator, Period? wanted, int edition, CancellationToken cancellation)
    {
        var periods = (await figures.Periods(indicator, edition, cancellation))
            .Where(one => one.Period.Kind == PeriodKind.Year && one.In(RegionSet.Districts) > 0).ToList();
        return periods.Count == 0 ? null
            : wanted is not { } year ? periods[^1].Period
            : periods.OrderBy(one => Math.Abs(one.Period.Year - year.Year)).ThenBy(one => one.Period).First().Period;
    }

    async Task<List<(StatisticalRegion Region, Figure Figure)>> Districts(
        string indicator, Period period, int edition, Dictionary<string, StatisticalRegion> all, CancellationToken cancellation) =>
        [.. (await figures.In(indicator, period, edition, cancellation))
            .Where(figure => !figure.IsPlan && RegionSet.Districts.Has(all[figure.Region].Kind))
            .Select(figure => (all[figure.Region], figure))
            .OrderByDescending(one => one.figure.Value)];
}
