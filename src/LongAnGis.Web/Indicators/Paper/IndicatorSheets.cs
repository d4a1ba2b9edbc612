using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Charts;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Indicators.Charts;
using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>What of an indicator can be taken along as a picture.</summary>
public enum Picture
{
    /// <summary>Of one period.</summary>
    Map,

    /// <summary>A small map for every period.</summary>
    Years,

    /// <summary>The regions of one period in order.</summary>
    Ranking,

    /// <summary>The province over time, with targets.</summary>
    Series,

    /// <summary>Each region over time.</summary>
    Trends,
}

/// <summary>Makes the pictures of an indicator, from the same figures, classes and words as its page.</summary>
public sealed class IndicatorSheets(
    Editions editions, KnownFigures known, AreaFigures figures, Regions regions, StatedTargets targets, IndicatorMaps maps, RegionGround ground, RegionOutlines outlines,
    RegionTiles tiles, PlanRegister plans, TimeProvider clock)
{
    static readonly Refusal Nothing = Refusal.NotFound(
        "Chưa có số liệu nào cho hình được hỏi.", "There is no figure for the picture asked about.");

    /// <param name="asked">Like the page's address: regions, period, classes.</param>
    /// <exception cref="RefusedException">400 when the address asks what cannot be drawn; 404 when there is no figure to draw.</exception>
    public async Task<PaperSheet> Of(
        Picture picture, Indicator indicator, MapRequest asked, PointInTime moment, Language language, CancellationToken cancellation)
    {
        var edition = await editions.At(moment, cancellation);
        var plan = (await plans.All(cancellation)).FirstOrDefault(one => one.Code == moment.Plan);
        var words = new SheetWords(moment, edition, plan, language, clock.GetUtcNow());
        return picture switch
        {
            Picture.Map => await Map(indicator, asked, words, cancellation),
            Picture.Years => await Years(indicator, asked, words, cancellation),
            Picture.Ranking => await Ranking(indicator, asked, words, cancellation),
            Picture.Series => await Series(indicator, words, cancellation),
            _ => await Trends(indicator, asked, words, cancellation),
        };
    }

    async Task<PaperSheet> Map(Indicator indicator, MapRequest asked, SheetWords words, CancellationToken cancellation)
    {
        var map = await maps.Of(indicator, asked, words.Edition, words.Moment.Plan, cancellation);
        if (map is null || map.Shown.Drawn.Count == 0)
            throw new RefusedException(Nothing);

        var codes = map.Shown.Drawn.Select(drawn => drawn.Region.Code).Concat(map.Shown.Missing.Select(region => region.Code));
        return new IndicatorMapSheet(map, await ground.GridMetres(codes, words.Moment.Revision, cancellation), words).Sheet;
    }

    async Task<PaperSheet> Years(Indicator indicator, MapRequest asked, SheetWords words, CancellationToken cancellation)
    {
        var map = await maps.Of(indicator, asked, words.Edition, words.Moment.Plan, cancellation);
        if (map is null || map.Picture.Periods.Count == 0)
            throw new RefusedException(Nothing);

        var (revision, _) = await tiles.Revision(words.Moment.Revision, cancellation);
        return new YearMapsSheet(map, YearMaps.Spread(map.Picture.Periods), await outlines.At(revision, cancellation), words).Sheet;
    }

    async Task<PaperSheet> Ranking(Indicator indicator, MapRequest asked, SheetWords words, CancellationToken cancellation)
    {
        var period = asked.Period ?? (await known.Periods(indicator.Code, words.Edition, cancellation)).Newest(asked.Set)
            ?? throw new RefusedException(Nothing);
        var all = await regions.All(cancellation);
        var inPeriod = (await figures.In(indicator, asked.Set, period, words.Edition, cancellation)).Figures
            .Where(figure => !figure.IsPlan && all.Any(region => region.Code == figure.Region && asked.Set.Has(region.Kind))).ToList();
        if (inPeriod.Count == 0)
            throw new RefusedException(Nothing);

        return ChartSheet.Of(
            IndicatorCharts.Ranking(indicator, asked.Set, all, inPeriod, asked.Region, words.Language.IsEnglish),
            words.Frame($"{indicator.Name.In(words.Language.IsEnglish)}, {period.Words.In(words.Language.IsEnglish)}", Subtitle(indicator, asked.Set, words), indicator, inPeriod));
    }

    async Task<PaperSheet> Series(Indicator indicator, SheetWords words, CancellationToken cancellation)
    {
        var english = words.Language.IsEnglish;
        var series = await known.Series(indicator.Code, Indicators.Regions.LongAn, words.Edition, cancellation);
        var aims = IndicatorCharts.Aims(await targets.Of(indicator.Code, words.Edition, cancellation), words.Moment.Plan);
        return Chart(
            IndicatorCharts.Series(indicator, series, aims, english),
            words.Frame(
                indicator.Name.In(english),
                words.Language.Say($"{indicator.Unit.Vi} · tỉnh Long An", $"{indicator.Unit.In(english: true)} · Long An province"), indicator, series));
    }

    async Task<PaperSheet> Trends(Indicator indicator, MapRequest asked, SheetWords words, CancellationToken cancellation)
    {
        var english = words.Language.IsEnglish;
        var years = (await figures.Between(
            indicator, asked.Set, PeriodKind.Year, Period.OfYear(Period.FirstYear).FirstDay, Period.OfYear(Period.LastYear).LastDay, words.Edition, cancellation)).Figures;
        var all = await regions.All(cancellation);
        return Chart(
            IndicatorCharts.Trends(indicator, asked.Set, all, years, english),
            words.Frame(
                words.Language.Say($"{indicator.Name.Vi}: diễn biến", $"{indicator.Name.In(english: true)}: trends"), Subtitle(indicator, asked.Set, words),
                indicator, years.Where(figure => all.Any(region => region.Code == figure.Region && asked.Set.Has(region.Kind)))));
    }

    static PaperSheet Chart(Drawing? drawing, SheetFrame frame) => ChartSheet.Of(drawing ?? throw new RefusedException(Nothing), frame);

    static string Subtitle(Indicator indicator, RegionSet set, SheetWords words) => $"{indicator.Unit.In(words.Language.IsEnglish)} · {words.Words(set)}";
}
