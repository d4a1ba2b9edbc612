using LongAnGis.Core.Indicators.Maps;

namespace LongAnGis.Core.Indicators;

/// <summary>One row of a ranked list.</summary>
/// <param name="Place">1 for the first; equal values share a place, and the next one counts on.</param>
/// <param name="Part">The length of its bar, as a part of the longest: from 0 to 1; a negative value has the length of its size.</param>
public sealed record RankedFigure(int Place, StatisticalRegion Region, Figure Figure, decimal Part);

/// <summary>
/// Regions in the order of their values: the best first where an indicator has a better side, else the largest. Ranked are the
/// regions that the map draws, so that both say the same place and no land is ranked twice.
/// </summary>
public static class Ranking
{
    public static IReadOnlyList<RankedFigure> Of(
        Indicator indicator, RegionSet set, IReadOnlyCollection<StatisticalRegion> regions, IEnumerable<Figure> figures)
    {
        var (shown, reached) = Reached(set, regions, figures);
        var drawn = DrawnRegions.Of(set, regions, reached.Select(figure => figure.Region).ToHashSet()).Drawn.ToHashSet();
        var ranked = reached.Where(figure => drawn.Contains(figure.Region)).ToList();
        var longest = ranked.Select(figure => Math.Abs(figure.Value)).DefaultIfEmpty(0).Max();
        var ordered = indicator.Direction == IndicatorDirection.Lower
            ? ranked.OrderBy(figure => figure.Value)
            : ranked.OrderByDescending(figure => figure.Value);
        return
        [
            .. ordered.ThenBy(figure => figure.Region, StringComparer.Ordinal).Select(figure => new RankedFigure(
                indicator.Direction.Place(figure.Value, ranked.Select(other => other.Value)),
                shown[figure.Region],
                figure,
                longest == 0 ? 0 : Math.Abs(figure.Value) / longest)),
        ];
    }

    /// <summary>Figures of regions that are not ranked, because others are on their land.</summary>
    public static IReadOnlyList<(StatisticalRegion Region, Figure Figure)> Beside(
        RegionSet set, IReadOnlyCollection<StatisticalRegion> regions, IEnumerable<Figure> figures)
    {
        var (shown, reached) = Reached(set, regions, figures);
        var covered = DrawnRegions.Of(set, regions, reached.Select(figure => figure.Region).ToHashSet()).Covered.ToHashSet();
        return [.. reached.Where(figure => covered.Contains(figure.Region)).Select(figure => (shown[figure.Region], figure))];
    }

    static (Dictionary<string, StatisticalRegion> Shown, List<Figure> Reached) Reached(
        RegionSet set, IReadOnlyCollection<StatisticalRegion> regions, IEnumerable<Figure> figures)
    {
        var shown = regions.Where(region => set.Has(region.Kind)).ToDictionary(region => region.Code);
        return (shown, [.. figures.Where(figure => !figure.IsPlan && shown.ContainsKey(figure.Region))]);
    }
}
