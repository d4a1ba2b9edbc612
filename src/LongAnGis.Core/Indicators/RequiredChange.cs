namespace LongAnGis.Core.Indicators;

/// <summary>What each remaining year must bring to reach a target.</summary>
/// <param name="PerYear">In the indicator's unit.</param>
/// <param name="PercentPerYear">The same as compound growth; null where a number is not positive.</param>
public sealed record RequiredChange(decimal Years, decimal PerYear, decimal? PercentPerYear)
{
    /// <summary>
    /// From the latest figure to the target's value, to the nearer end of a range. Null when the year is over, when nothing has
    /// to change any more, and for targets that no change leads to: yes/no, and averages (<see cref="PeriodAverage.NeededUntil"/>).
    /// </summary>
    public static RequiredChange? Of(Target target, PeriodValue latest)
    {
        var years = Period.OfYear(target.Year).YearsAfter(latest.Period);
        if (years <= 0 || target.AverageFrom is not null || target.Operator == TargetOperator.YesNo)
            return null;

        var aim = target.Operator == TargetOperator.Between && latest.Value > target.Value
            ? Math.Min(latest.Value, target.ValueTo ?? target.Value)
            : target.Value;
        var isThere = target.Operator switch
        {
            TargetOperator.Above => latest.Value > aim,
            TargetOperator.AtLeast => latest.Value >= aim,
            TargetOperator.AtMost => latest.Value <= aim,
            _ => latest.Value == aim,
        };
        if (isThere)
            return null;

        var percent = latest.Value > 0 && aim > 0
            ? (decimal)((Math.Pow((double)(aim / latest.Value), 1 / (double)years) - 1) * 100)
            : (decimal?)null;
        return new(years, (aim - latest.Value) / years, percent);
    }
}
