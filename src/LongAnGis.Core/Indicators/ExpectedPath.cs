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

    /// <summary>The number that a line leads to: the middle of a range, otherwise the target's value.</summary>
    internal static decimal Middle(Target target) => target is { Operator: TargetOperator.Between, ValueTo: { } to }
        ? (target.Value + to) / 2
        : target.Value;

    static bool IsFulfilledFromTheStart(Target target, decimal baseline) => target.Operator switch
    {
        TargetOperator.Above or TargetOperator.AtLeast => baseline >= target.Value,
        TargetOperator.AtMost => baseline <= target.Value,
        _ => false,
    };
}
