namespace LongAnGis.Core.Indicators;

/// <summary>
/// What is known of one indicator in one region: its newest figure with the series it belongs to. A district without a figure
/// of its own is told by the newest one of a union it was counted in, and it is said so; no figure is split.
/// </summary>
/// <param name="CountedIn">The union whose figure it is; null when it is the region's own.</param>
/// <param name="Newest">Beside plans, whatever its period.</param>
/// <param name="Years">Yearly figures of the same definition as the newest one, in the order of time.</param>
/// <param name="Before">The comparable figure before the newest one of the same kind of period; null without one.</param>
public sealed record RegionReading(StatisticalRegion? CountedIn, Figure Newest, IReadOnlyList<Figure> Years, Figure? Before)
{
    /// <param name="unions">Unions that the region belongs to.</param>
    /// <param name="figures">Of the indicator, of the region and these unions, in any order.</param>
    /// <param name="day">Later periods are left out.</param>
    /// <returns>Null when there is no figure at all: missing stays missing.</returns>
    public static RegionReading? Of(
        StatisticalRegion region, IEnumerable<StatisticalRegion> unions, IReadOnlyCollection<Figure> figures, DateOnly day)
    {
        var reached = figures.Where(figure => !figure.IsPlan && figure.Period.FirstDay <= day).OrderBy(figure => figure.Period).ToList();
        var own = reached.Where(figure => figure.Region == region.Code).ToList();
        if (own.Count > 0)
            return Read(null, own);

        // Of several unions the one with the newest figure; of two as new the smaller.
        var union = unions.Where(one => reached.Exists(figure => figure.Region == one.Code))
            .OrderByDescending(one => reached.Last(figure => figure.Region == one.Code).Period)
            .ThenBy(one => one.Members.Count)
            .FirstOrDefault();
        return union is null ? null : Read(union, [.. reached.Where(figure => figure.Region == union.Code)]);
    }

    static RegionReading Read(StatisticalRegion? countedIn, List<Figure> figures)
    {
        var newest = figures[^1];
        var alike = figures.Where(figure => figure.Basis == newest.Basis).ToList();
        return new(
            countedIn, newest,
            [.. alike.Where(figure => figure.Period.Kind == PeriodKind.Year)],
            alike.LastOrDefault(figure => figure.Period.Kind == newest.Period.Kind && figure.Period < newest.Period));
    }
}

/// <summary>The place of a region among others in one period: 3 of 15; those with the same value share a place.</summary>
public sealed record RegionRank(int Place, int Among)
{
    /// <summary>Best first where a direction is welcome, otherwise largest first.</summary>
    /// <param name="values">Of all regions that are compared, the region's own too.</param>
    /// <returns>Null when the region has no value, or nobody to be compared with.</returns>
    public static RegionRank? Of(string region, IReadOnlyDictionary<string, decimal> values, IndicatorDirection direction)
    {
        if (!values.TryGetValue(region, out var own) || values.Count < 2)
            return null;

        return new(direction.Place(own, values.Values), values.Count);
    }
}
