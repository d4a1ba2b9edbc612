namespace LongAnGis.Core.Indicators;

/// <summary>
/// What a target asks for on the way: the straight line from the end of the baseline's period to the end of the target's year.
/// Where the baseline already fulfils a target that has one side, nothing is to be gained any more and the line is the target.
/// </summary>
public static class ExpectedPath
{
    /// <summary>What is expected at the end of a period; the target itself from its year on.</summary>
    public static decimal At(Target target, PeriodValue baseline, Period period)
    {
        var end = Period.OfYear(target.Year);
        var aim = Middle(target);
        var whole = end.YearsAfter(baseline.Period);
        var gone = period.YearsAfter(baseline.Period);
        if (whole <= 0 || gone >= whole || target.AverageFrom is not null || IsFulfilledFromTheStart(target, baseline.Value))
            return aim;
        return gone <= 0 ? baseline.Value : baseline.Value + ((aim - baseline.Value) * gone / whole);
    }

    /// <summary>
    /// Where a target's path begins: at the baseline that its source states, otherwise at the latest yearly figure from before the
    /// plan's first year; null when there is neither.
    /// </summary>
    public static PeriodValue? Baseline(StatedTarget stated, IEnumerable<PeriodValue> figures, int firstYear) =>
        stated.Baseline is { } own
            ? new(own.Period, own.Value)
            : figures.Where(figure => figure.Period.Kind == PeriodKind.Year && figure.Period.Year < firstYear).MaxBy(figure => figure.Period);

    /// <summary>The number that a line leads to: the middle of a range, otherwise the target's value.</summary>
    internal static decimal Middle(Target target) => target is { ValueTo: { } to } && target.Operator.IsBand()
        ? (target.Value + to) / 2
        : target.Value;

    static bool IsFulfilledFromTheStart(Target target, decimal baseline) => target.Operator switch
    {
        TargetOperator.Above or TargetOperator.AtLeast => baseline >= target.Value,
        TargetOperator.AtMost => baseline <= target.Value,
        _ => false,
    };
}
