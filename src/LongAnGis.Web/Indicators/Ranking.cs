using LongAnGis.Core.Indicators;

namespace LongAnGis.Web.Indicators;

/// <summary>One row of a ranked list.</summary>
/// <param name="Place">1 for the first; equal values share a place, and the next one counts on.</param>
/// <param name="Part">The length of its bar, as a part of the longest: from 0 to 1; a negative value has the length of its size.</param>
public sealed record RankedFigure(int Place, StatisticalRegion Region, Figure Figure, decimal Part);

/// <summary>Regions in the order of their values: the best first where an indicator has a better side, else the largest.</summary>
public static class Ranking
{
    public static IReadOnlyList<RankedFigure> Of(
        Indicator indicator, RegionSet set, IReadOnlyCollection<StatisticalRegion> regions, IEnumerable<Figure> figures)
    {
        var shown = regions.Where(region => set.Has(region.Kind)).ToDictionary(region => region.Code);
        var reached = figures.Where(figure => !figure.IsPlan && shown.ContainsKey(figure.Region)).ToList();
        var longest = reached.Select(figure => Math.Abs(figure.Value)).DefaultIfEmpty(0).Max();
        var ordered = indicator.Direction == IndicatorDirection.Lower
            ? reached.OrderBy(figure => figure.Value)
            : reached.OrderByDescending(figure => figure.Value);
        return
        [
            .. ordered.ThenBy(figure => figure.Region, StringComparer.Ordinal).Select(figure => new RankedFigure(
                indicator.Direction.Place(figure.Value, reached.Select(other => other.Value)),
                shown[figure.Region],
                figure,
                longest == 0 ? 0 : Math.Abs(figure.Value) / longest)),
        ];
    }
}
