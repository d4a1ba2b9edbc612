namespace LongAnGis.Core.Indicators;

/// <summary>A figure before its target: all that verdict and words are made of.</summary>
/// <param name="Actual">The figure or the average.</param>
sealed record JudgedCase(Target Target, PeriodValue Actual, PeriodValue? Baseline, VerdictRule Rule)
{
    /// <summary>Only of targets for an average.</summary>
    internal PeriodAverage? Average { get; init; }

    /// <summary>From the target's year on the target itself counts. A month of that year is still on the way.</summary>
    internal bool IsDue => Actual.Period >= Period.OfYear(Target.Year);

    /// <summary>What welcomes a change; a structure's share welcomes none.</summary>
    internal IndicatorDirection Direction => Target switch
    {
        { IsShare: true } => IndicatorDirection.Neutral,
        { Operator: TargetOperator.Above or TargetOperator.AtLeast } => IndicatorDirection.Higher,
        { Operator: TargetOperator.AtMost } => IndicatorDirection.Lower,
        { Direction: IndicatorDirection.Band } => IndicatorDirection.Neutral,
        _ => Target.Direction,
    };

    /// <summary>The number expected at the end of the figure's period; null without a baseline to start from.</summary>
    internal decimal? Expected =>
        Target.Operator == TargetOperator.YesNo ? null
        : IsDue || Target.AverageFrom is not null ? ExpectedPath.Middle(Target)
        : Baseline is null ? null
        : ExpectedPath.At(Target, Baseline, Actual.Period);

    /// <summary>Half the width of a band.</summary>
    internal decimal HalfWidth => Target switch
    {
        { Operator: TargetOperator.Between, ValueTo: { } to } => (to - Target.Value) / 2,
        { IsShare: true, Operator: TargetOperator.About or TargetOperator.Maintain } => Rule.SharePoints,
        { Operator: TargetOperator.Maintain } => Math.Abs(Target.Value) * Rule.MaintainPercent / 100,
        // “About 8–10” is the span, with the width of “about” round it.
        { ValueTo: { } to } => ((to - Target.Value) / 2) + (Math.Abs(ExpectedPath.Middle(Target)) * Rule.BandPercent / 100),
        _ => Math.Abs(Target.Value) * Rule.BandPercent / 100,
    };

    /// <summary>The ends of the target's own band.</summary>
    internal (decimal Low, decimal High) Band => (ExpectedPath.Middle(Target) - HalfWidth, ExpectedPath.Middle(Target) + HalfWidth);

    internal bool IsFulfilled => Target.Operator switch
    {
        TargetOperator.Above => Actual.Value > Target.Value,
        TargetOperator.AtLeast => Actual.Value >= Target.Value,
        TargetOperator.AtMost => Actual.Value <= Target.Value,
        TargetOperator.YesNo => Actual.Value != 0 == (Target.Value != 0),
        _ => Outside(Band.Low, Band.High) == 0,
    };

    /// <summary>Fulfilled by the rule's margin or more; of bands, beyond the welcome side.</summary>
    internal bool IsExceeded => Target.Operator switch
    {
        TargetOperator.Above or TargetOperator.AtLeast =>
            Target.Value > 0 && Actual.Value * 100 >= Target.Value * Rule.ExceededPercent,
        TargetOperator.AtMost => Target.Value > 0 && Target.Value * 100 >= Actual.Value * Rule.ExceededPercent,
        TargetOperator.YesNo => false,
        _ => (Direction == IndicatorDirection.Higher && Actual.Value > Band.High)
            || (Direction == IndicatorDirection.Lower && Actual.Value < Band.Low),
    };

    /// <summary>Null where a ratio means nothing: for bands, and where a number is not positive.</summary>
    internal decimal? PercentOfExpected => Target.Operator.IsBand() || Expected is not { } expected || expected <= 0 || Actual.Value <= 0 ? null
        : Direction == IndicatorDirection.Lower ? expected / Actual.Value * 100
        : Actual.Value / expected * 100;

    /// <summary>
    /// How far the figure is behind, in the unit of <see cref="Tolerance"/>: percent of the path where there is a ratio, otherwise
    /// the indicator's own unit. Not positive on the path or ahead of it.
    /// </summary>
    internal decimal Lag
    {
        get
        {
            var expected = Expected ?? Target.Value;
            if (Target.Operator.IsBand())
            {
                // Ahead of the path on the way to the target is no lag: all between the path's band and the target's is fine.
                return Outside(Math.Min(expected - HalfWidth, Band.Low), Math.Max(expected + HalfWidth, Band.High));
            }

            return PercentOfExpected is { } percent ? 100 - percent
                : Direction == IndicatorDirection.Lower ? Actual.Value - expected
                : expected - Actual.Value;
        }
    }

    /// <summary>The lag up to which a target is at risk and not missed.</summary>
    internal decimal Tolerance =>
        Target.Operator.IsBand() ? HalfWidth
        : PercentOfExpected is not null ? 100 - Rule.AtRiskPercent
        // No ratio to a number that is not positive: the same share of the whole way instead.
        : Math.Abs(Target.Value - (Baseline?.Value ?? 0)) * (100 - Rule.AtRiskPercent) / 100;

    /// <summary>The distance to a band on the sides that are not welcome; 0 within it.</summary>
    decimal Outside(decimal low, decimal high) =>
        Actual.Value < low && Direction != IndicatorDirection.Lower ? low - Actual.Value
        : Actual.Value > high && Direction != IndicatorDirection.Higher ? Actual.Value - high
        : 0;
}
