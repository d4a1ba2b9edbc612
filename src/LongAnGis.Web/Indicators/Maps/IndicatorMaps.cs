using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Maps;

namespace LongAnGis.Web.Indicators.Maps;

/// <summary>The map of an indicator as an address asks for it: what its page, its legend and its data say.</summary>
/// <param name="Shown">The period on show: the one asked for, even when it has no figure, else the newest.</param>
/// <param name="Target">Round which classes by target lie; null when none is stated in numbers.</param>
public sealed record IndicatorMap(IndicatorPicture Picture, PicturePeriod Shown, MapRequest Asked, StatedTarget? Target)
{
    public Indicator Indicator => Picture.Indicator;

    /// <summary>All that can be stepped through, the one on show among them even when it has no figure.</summary>
    public IReadOnlyList<PicturePeriod> Periods { get; } = Picture.In(Shown.Period) is null
        ? [.. Picture.Periods.Append(Shown).OrderBy(one => one.Period)]
        : Picture.Periods;
}

/// <summary>Makes pictures of indicators from what an edition knew.</summary>
public sealed class IndicatorMaps(
    IndicatorCatalogue catalogue, KnownFigures known, AreaFigures figures, Regions regions, StatedTargets targets)
{
    /// <summary>More months or quarters than anybody steps through are not sent at once; years are always all there.</summary>
    const int MostPeriods = 60;

    /// <param name="plan">The plan on show, whose targets count.</param>
    /// <returns>Null when the indicator has no figure at all for the regions asked about, and no period was named.</returns>
    public async Task<IndicatorMap?> Of(
        Indicator indicator, MapRequest asked, int edition, string plan, CancellationToken cancellation)
    {
        var second = asked.Second is { } code && code != indicator.Code ? await catalogue.Find(code, cancellation) : null;
        var target = (await targets.Of(indicator.Code, edition, cancellation)).FirstOrDefault(one =>
            one.Standing == TargetStanding.Binding && one.Operator != TargetOperator.YesNo && (one.Plan is null || one.Plan == plan));
        var choice = asked.Choice(indicator, second, target);
        var periods = await known.Periods(indicator.Code, edition, cancellation);
        if ((asked.Period ?? periods.Newest(asked.Set)) is not { } shown)
            return null;

        var (first, last) = Window(shown, periods);
        var all = await regions.All(cancellation);
        var own = await figures.Between(indicator, asked.Set, shown.Kind, first, last, edition, cancellation);
        var picture = IndicatorPicture.Of(
            indicator,
            asked.Set,
            all,
            own,
            choice,
            (double?)target?.Value,
            second is null || choice.Mode != MapMode.Bivariate
                ? null
                : (second, await figures.Between(second, asked.Set, shown.Kind, first, last, edition, cancellation)));
        return new(picture, picture.In(shown) ?? PicturePeriod.Without(shown, asked.Set, all, own), asked, target);
    }

    static (DateOnly First, DateOnly Last) Window(Period shown, IReadOnlyList<PeriodCount> known)
    {
        var ofKind = known.Select(one => one.Period).Where(period => period.Kind == shown.Kind).Append(shown).Distinct().Order().ToList();
        if (shown.Kind != PeriodKind.Year && ofKind.Count > MostPeriods)
        {
            var middle = Math.Clamp(ofKind.IndexOf(shown) - (MostPeriods / 2), 0, ofKind.Count - MostPeriods);
            ofKind = ofKind.GetRange(middle, MostPeriods);
        }

        return (ofKind[0].FirstDay, ofKind[^1].LastDay);
    }
}
