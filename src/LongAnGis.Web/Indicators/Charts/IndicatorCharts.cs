using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Charts;

namespace LongAnGis.Web.Indicators.Charts;

/// <summary>The charts of an indicator, the same on its page and in a file.</summary>
static class IndicatorCharts
{
    /// <summary>Of small charts side by side.</summary>
    const int Columns = 4;

    /// <summary>The targets that are drawn beside the province's figures: binding ones of the plan on show or of no plan.</summary>
    public static IReadOnlyList<StatedTarget> Aims(IEnumerable<StatedTarget> targets, string plan) =>
    [
        .. targets.Where(target => target.Standing == TargetStanding.Binding && target.Operator != TargetOperator.YesNo
            && target.Region == Indicators.Regions.LongAn && (target.Plan is null || target.Plan == plan)),
    ];

    /// <summary>Null when there is nothing to draw: no figure and no target, or answers of yes and no.</summary>
    public static Drawing? Series(Indicator indicator, IReadOnlyList<Figure> figures, IReadOnlyList<StatedTarget> aims, bool english) =>
        indicator.IsYesNo || figures.Count + aims.Count == 0
            ? null
            : SeriesChart.Draw(ChartFrame.Of("series", indicator, english), figures, aims);

    /// <summary>Null where one figure makes no trend.</summary>
    public static Drawing? Trend(Indicator indicator, IReadOnlyList<Figure> figures, bool english) =>
        indicator.IsYesNo || figures.Count < 2 ? null : Sparkline.Draw(ChartFrame.Of($"trend-{indicator.Code}", indicator, english), figures);

    /// <param name="chosen">Code of the region that is looked at.</param>
    public static Drawing Ranking(
        Indicator indicator, RegionSet set, IReadOnlyList<StatisticalRegion> regions, IReadOnlyList<Figure> figures, string? chosen, bool english)
    {
        var ranked = Core.Indicators.Ranking.Of(indicator, set, regions, figures);
        return RankedBars.Draw(ChartFrame.Of("ranking", indicator, english),
        [
            .. ranked.Select(row => new RankedBar(
                row.Region.Name.In(english), row.Place, row.Figure.Value,
                Remark(indicator, row.Figure, english), row.Region.Code == chosen)),
            .. set.Missing(regions, ranked.Select(row => row.Region.Code).ToHashSet()).Select(region => new RankedBar(region.Name.In(english), null, null)),
        ]);
    }

    /// <summary>How a figure was carried here, or that its agency calls it an estimate.</summary>
    static string? Remark(Indicator indicator, Figure figure, bool english) => figure.Carried is { } carried
        ? carried.Label.Words(indicator.Transfer).In(english)
        : figure.Status == FigureStatus.Estimate ? FigureStatus.Estimate.Words().In(english) : null;

    /// <summary>Each region's years on one scale; null unless some region has more than one.</summary>
    public static Drawing? Trends(
        Indicator indicator, RegionSet set, IReadOnlyList<StatisticalRegion> regions, IReadOnlyList<Figure> figures, bool english)
    {
        var byRegion = figures.Where(figure => !figure.IsPlan).ToLookup(figure => figure.Region);
        var panels = regions.Where(region => set.Has(region.Kind) && byRegion.Contains(region.Code))
            .Select(region => new SmallPanel(region.Name.In(english), [.. byRegion[region.Code].OrderBy(figure => figure.Period)])).ToList();
        return indicator.IsYesNo || panels.Count < 2 || panels.All(panel => panel.Figures.Count < 2)
            ? null
            : SmallMultiples.Draw(ChartFrame.Of("trends", indicator, english), panels, Columns);
    }
}
