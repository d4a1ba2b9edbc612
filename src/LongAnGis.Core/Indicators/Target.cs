using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>One value of an indicator in a period.</summary>
public sealed record PeriodValue(Period Period, decimal Value);

/// <summary>What a plan aims at: so much, by the end of a year, stated in this way.</summary>
/// <param name="ValueTo">The upper end of <see cref="TargetOperator.Between"/>.</param>
/// <param name="Year">By the end of which it shall be reached; the last year of an average.</param>
public sealed record Target(TargetOperator Operator, decimal Value, int Year, decimal? ValueTo = null)
{
    public IndicatorDirection Direction { get; init; } = IndicatorDirection.Neutral;

    /// <summary>Said after its numbers; null where they have none.</summary>
    public Bilingual? Unit
    {
        get;
        init => (field, Words) = (value, Operator.Words(Value, ValueTo, value));
    }

    /// <summary>
    /// A share of a structure whose parts add up to 100 %: judged by points, on both sides, whatever the direction, since more of
    /// one is less of another.
    /// </summary>
    public bool IsShare { get; init; }

    /// <summary>
    /// The first year of a target for the average of yearly growth rates, as in “bình quân 2021–2030 khoảng 9 %/năm”; otherwise null.
    /// </summary>
    public int? AverageFrom { get; init; }

    public Bilingual Words { get; init; } = Operator.Words(Value, ValueTo);

    /// <summary>
    /// A stated target with what its indicator says of it. Where the indicator is near its target rather than high or low, a state
    /// in % is a structure's share.
    /// </summary>
    public static Target Of(StatedTarget stated, Indicator indicator) => new(stated.Operator, stated.Value, stated.Year, stated.ValueTo)
    {
        Direction = indicator.Direction,
        Unit = indicator.IsYesNo ? null : indicator.Unit,
        IsShare = indicator.Direction == IndicatorDirection.Band && stated.YearFrom is null && indicator.Unit.Vi == "%",
        AverageFrom = stated.YearFrom,
        Words = stated.Words(indicator),
    };
}
