using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Districts;

public sealed record RankedDistrict(DistrictAddress District, IReadOnlyList<decimal?> Values);

/// <summary>The districts beside each other, each column in one period for all of them.</summary>
/// <param name="Sort">Code of the indicator they are ordered by, largest first; null for their order on paper.</param>
public sealed record RankingAt(
    IReadOnlyList<(Indicator Indicator, Period Period)> Columns, IReadOnlyList<RankedDistrict> Rows, string? Sort);

/// <summary>The list of districts: the few figures that nearly all of them have.</summary>
public sealed class DistrictRanking(Editions editions, IndicatorCatalogue catalogue, KnownFigures figures, DistrictDirectory directory)
{
    static readonly string[] Shown =
        ["area-natural", "population-census", "population-density", "urbanisation-rate", "sex-ratio", "built-up-share-satellite"];

    /// <exception cref="RefusedException">400 when it is to be ordered by something that is no column.</exception>
    public async Task<RankingAt> At(PointInTime moment, string? sort, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(sort) && !Shown.Contains(sort))
            throw new RefusedException(Refusal.BadRequest(
                $"Không xếp hạng được theo “{(sort.Length <= 40 ? sort : sort[..40] + "…")}”: dùng {string.Join(", ", Shown)}.",
                $"Districts cannot be ordered by “{(sort.Length <= 40 ? sort : sort[..40] + "…")}”: use {string.Join(", ", Shown)}."));

        var edition = await editions.At(moment, cancellation);
        var indicators = (await catalogue.All(cancellation)).Select(entry => entry.Indicator).ToDictionary(indicator => indicator.Code);
        var columns = new List<(Indicator Indicator, Period Period, Dictionary<string, decimal> Values)>();
        foreach (var code in Shown.Where(indicators.ContainsKey))
        {
            if (await Latest(code, moment.AsOf, edition, cancellation) is { } period)
            {
                columns.Add((indicators[code], period, (await figures.In(code, period, edition, cancellation))
                    .Where(figure => !figure.IsPlan).ToDictionary(figure => figure.Region, figure => figure.Value)));
            }
        }

        var rows = (await directory.All(cancellation)).Where(one => !one.IsProvince).Select(one => new RankedDistrict(
            one, [.. columns.Select(column => column.Values.TryGetValue(one.Region.Code, out var value) ? value : (decimal?)null)]));
        var by = columns.FindIndex(column => column.Indicator.Code == sort);
        return new(
            [.. columns.Select(column => (column.Indicator, column.Period))],
            [.. by < 0 ? rows : rows.OrderByDescending(row => row.Values[by] ?? decimal.MinValue)],
            by < 0 ? null : sort);
    }

    // The newest period that most districts have: a ranking of three says nothing of fifteen.
    async Task<Period?> Latest(string indicator, DateOnly day, int edition, CancellationToken cancellation)
    {
        var periods = (await figures.Periods(indicator, edition, cancellation))
            .Where(one => one.Period.FirstDay <= day && one.Regions.GetValueOrDefault(RegionKind.District) > 0).ToList();
        return periods.Count == 0 ? null
            : periods.OrderByDescending(one => one.Regions[RegionKind.District] >= 8).ThenByDescending(one => one.Period).First().Period;
    }
}
