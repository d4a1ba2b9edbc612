using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>A verdict with what it rests on.</summary>
/// <param name="Actual">The figure that was judged: the latest, or the average up to it; null without any.</param>
/// <param name="Expected">What was expected at the end of the figure's period; null where there is no path.</param>
/// <param name="PercentOfExpected">100 is as expected, more is better whatever the direction; null for bands and where no ratio makes sense.</param>
/// <param name="Why">Sentences with the numbers used.</param>
public sealed record Judgement(Verdict Verdict, PeriodValue? Actual, decimal? Expected, decimal? PercentOfExpected, Bilingual Why);

/// <summary>
/// Judges targets by <see cref="VerdictRule"/>, whose words are the whole rule. The latest period that is over is judged; a year
/// that still runs is not, as its figure is not whole.
/// </summary>
public static class Judge
{
    /// <param name="figures">Observed, of one area, in any order; at most one of each period.</param>
    /// <param name="baseline">Where the path begins; null when the plan has no figure to begin from.</param>
    /// <param name="today">In Vietnam.</param>
    public static Judgement Target(
        Target target, IReadOnlyList<PeriodValue> figures, PeriodValue? baseline, DateOnly today, VerdictRule? rule = null)
    {
        var over = figures.Where(figure => figure.Period.LastDay < today).ToList();
        if (over.Count == 0)
        {
            return NotAssessed(null, figures.Count == 0
                ? new("Chưa có số liệu.", "There is no figure yet.")
                : new("Kỳ có số liệu chưa kết thúc.", "The period that has a figure is not over yet."));
        }

        if (target.AverageFrom is { } from)
            return Average(target, over, from, today, rule ?? VerdictRule.Default);

        var latest = over.MaxBy(figure => figure.Period)!;
        // The year's own figure or, when the deadline has passed, a later one: an older one says nothing about the deadline.
        return today.Year > target.Year && latest.Period < Period.OfYear(target.Year)
            ? NotAssessed(latest, JudgementWords.NoFigureFor(target, latest))
            : One(new(target, latest, baseline, rule ?? VerdictRule.Default));
    }

    static Judgement Average(Target target, IReadOnlyList<PeriodValue> over, int from, DateOnly today, VerdictRule rule) =>
        PeriodAverage.Of(over, from, target.Year) switch
        {
            null => NotAssessed(null, new($"Chưa có số liệu năm nào từ {from}.", $"There is no figure for any year since {from}.")),
            { Percent: null } average => NotAssessed(null, JudgementWords.NoAverage(average)),
            { Percent: { } percent } average when today.Year > target.Year && average.To < target.Year =>
                NotAssessed(new(Period.OfYear(average.To), percent), JudgementWords.NoFigureFor(target, new(Period.OfYear(average.To), percent))),
            { Percent: { } percent } average => One(new(target, new(Period.OfYear(average.To), percent), null, rule) { Average = average }),
        };

    static Judgement One(JudgedCase judged)
    {
        if (judged.Target.Operator == TargetOperator.YesNo)
        {
            return judged.IsFulfilled ? Answer(judged, Verdict.Met)
                : judged.IsDue ? Answer(judged, Verdict.Missed)
                : NotAssessed(judged.Actual, JudgementWords.Of(judged, Verdict.NotAssessed));
        }

        if (judged.IsDue)
            return Answer(judged, !judged.IsFulfilled ? Verdict.Missed : judged.IsExceeded ? Verdict.Exceeded : Verdict.Met);
        // A band can be left again, so that nobody has met it before its year; the other targets may be met early.
        if (judged.IsFulfilled && !judged.Target.Operator.IsBand())
            return Answer(judged, judged.IsExceeded ? Verdict.Exceeded : Verdict.Met);
        if (judged.Expected is null)
            return NotAssessed(judged.Actual, JudgementWords.Of(judged, Verdict.NotAssessed));
        return Answer(judged, judged.Lag <= 0 ? Verdict.OnTrack : judged.Lag <= judged.Tolerance ? Verdict.AtRisk : Verdict.Missed);
    }

    static Judgement Answer(JudgedCase judged, Verdict verdict) =>
        new(verdict, judged.Actual, judged.Expected, judged.PercentOfExpected, JudgementWords.Of(judged, verdict));

    static Judgement NotAssessed(PeriodValue? actual, Bilingual why) => new(Verdict.NotAssessed, actual, null, null, why);
}
