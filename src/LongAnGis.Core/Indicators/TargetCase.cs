namespace LongAnGis.Core.Indicators;

/// <summary>
/// A target with all that is known on a day about how it stands: what the scoreboard says of it, in one place, so that
/// page, paper and file say the same. Yearly figures are judged, since a target is for a year; the newest figure, whatever
/// its period, is shown beside them.
/// </summary>
/// <param name="Target">As the rule reads it.</param>
/// <param name="Start">Where the path begins; stated by the source, or a figure from before the plan, never the judged one itself.</param>
/// <param name="Newest">The newest figure beside plans; null without any.</param>
/// <param name="Judged">The figure that was judged, with its source; null when none was.</param>
/// <param name="Years">Yearly figures that are comparable with the judged one, in the order of time.</param>
/// <param name="Plan">What was planned for the judged period.</param>
/// <param name="Needed">What every remaining year must bring; for averages see <paramref name="NeededRate"/>.</param>
/// <param name="NeededRate">Percent a year that the rest of the period must average; null for other targets.</param>
/// <param name="Ahead">Where the series would be in the target's year; null where a series cannot be projected at all.</param>
public sealed record TargetCase(
    StatedTarget Stated,
    Indicator Indicator,
    Target Target,
    Judgement Judgement,
    PeriodValue? Start,
    Figure? Newest,
    Figure? Judged,
    IReadOnlyList<Figure> Years,
    Figure? Plan,
    Comparison? Comparison,
    RequiredChange? Needed,
    decimal? NeededRate,
    Projection? Ahead)
{
    /// <summary>How a target stands that has a figure, and how it does not: drafts and replaced targets are kept, not judged.</summary>
    public bool IsJudged => Stated.Standing == TargetStanding.Binding;

    /// <param name="figures">All figures of the target's indicator in its region, plans too, in any order.</param>
    /// <param name="day">As of which it is judged.</param>
    /// <param name="firstYear">The first year of the plan's period.</param>
    public static TargetCase Of(
        StatedTarget stated, Indicator indicator, IReadOnlyCollection<Figure> figures, DateOnly day, int firstYear, VerdictRule rule)
    {
        var target = Target.Of(stated, indicator);
        var reached = figures.Where(figure => !figure.IsPlan && figure.Period.FirstDay <= day).OrderBy(figure => figure.Period).ToList();
        var years = Comparable(reached.Where(figure => figure.Period.Kind == PeriodKind.Year).ToList(), day);
        var values = years.Select(figure => new PeriodValue(figure.Period, figure.Value)).ToList();
        var start = StartOf(stated, Over(values, day), firstYear);
        var judgement = Judge.Target(target, values, start, day, rule);
        var judged = years.LastOrDefault(figure => figure.Period == judgement.Actual?.Period);
        var plan = judged is null ? null
            : figures.FirstOrDefault(figure => figure.IsPlan && figure.Period == judged.Period && figure.Basis == judged.Basis);
        return new(
            stated, indicator, target, judgement, start, reached.LastOrDefault(), judged, years, plan,
            judged is null ? null : Comparison.Of(judged.Value, plan?.Value, Before(years, judged)?.Value, indicator.IsPercentage),
            judged is null ? null : RequiredChange.Of(target, new(judged.Period, judged.Value)),
            target.AverageFrom is { } from ? PeriodAverage.Of(Over(values, day), from, target.Year)?.NeededUntil(target.Year, target.Value) : null,
            AheadOf(indicator, target, Over(values, day)));
    }

    // A path that begins at the newest figure itself would say that all is well; to an average there is none.
    static PeriodValue? StartOf(StatedTarget stated, List<PeriodValue> over, int firstYear) =>
        stated.YearFrom is null && ExpectedPath.Baseline(stated, over, firstYear) is { } start && (stated.Baseline is not null || start.Period < over[^1].Period)
            ? start
            : null;

    static List<PeriodValue> Over(List<PeriodValue> values, DateOnly day) => [.. values.Where(value => value.Period.LastDay < day)];

    // Values of two definitions are not compared: those of the newest one that is over stay.
    static List<Figure> Comparable(List<Figure> years, DateOnly day)
    {
        var basis = (years.LastOrDefault(figure => figure.Period.LastDay < day) ?? years.LastOrDefault())?.Basis;
        return [.. years.Where(figure => figure.Basis == basis)];
    }

    static Figure? Before(List<Figure> years, Figure judged) =>
        years.LastOrDefault(figure => figure.Period == judged.Period.SamePeriodLastYear);

    /// <summary>Percentages on a line between their bounds, amounts by their growth; averages and yes/no are not projected.</summary>
    static Projection? AheadOf(Indicator indicator, Target target, List<PeriodValue> values) =>
        target.Operator == TargetOperator.YesNo || target.AverageFrom is not null ? null
        : indicator.IsPercentage
            ? Projection.Of(values, target.Year, ProjectionMethod.LinearTrend, bounds: indicator.Unit.Vi == "%" ? (0, 100) : null)
            : Projection.Of(values, target.Year, ProjectionMethod.CompoundGrowth);
}
