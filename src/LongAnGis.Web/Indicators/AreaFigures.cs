using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;

namespace LongAnGis.Web.Indicators;

/// <summary>
/// The figures of an indicator for a set of regions, as an edition knew them: what was recorded, and what the crosswalk carries to
/// regions of which nothing was. Page, map, data and files all read here, so that they say the same.
/// </summary>
public sealed class AreaFigures(KnownFigures known, IndicatorCatalogue catalogue, Regions regions, AreaCrosswalks crosswalks)
{
    /// <summary>For one period.</summary>
    public Task<SetFigures> In(Indicator indicator, RegionSet set, Period period, int edition, CancellationToken cancellation) =>
        Over(indicator, set, code => known.In(code, period, edition, cancellation), cancellation);

    /// <summary>For the periods of one kind between two days.</summary>
    public Task<SetFigures> Between(
        Indicator indicator, RegionSet set, PeriodKind kind, DateOnly from, DateOnly until, int edition, CancellationToken cancellation) =>
        Over(indicator, set, code => known.Between(code, kind, from, until, edition, cancellation), cancellation);

    async Task<SetFigures> Over(
        Indicator indicator, RegionSet set, Func<string, Task<IReadOnlyList<Figure>>> ask, CancellationToken cancellation)
    {
        var all = await regions.All(cancellation);
        var figures = await ask(indicator.Code);
        var paths = await crosswalks.Over(all, cancellation);
        // A denominator that is not public says nothing here.
        var denominator = (await catalogue.All(cancellation)).FirstOrDefault(one => one.Indicator.Code == indicator.Denominator)?.Indicator;
        var carrier = new FigureCarrier(indicator, denominator, all, paths);
        return carrier.HasSources(set, figures)
            ? carrier.Over(set, figures, denominator is null ? [] : await ask(denominator.Code))
            : new(figures, []);
    }
}
