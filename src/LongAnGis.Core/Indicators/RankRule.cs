namespace LongAnGis.Core.Indicators;

/// <summary>
/// The place of a value among others: the best is first where one side is better, otherwise the largest; equal values share a
/// place, and the next one counts on.
/// </summary>
public static class RankRule
{
    /// <param name="all">Of everything that is compared, the value itself too.</param>
    /// <returns>1 for the first.</returns>
    public static int Place(this IndicatorDirection direction, decimal own, IEnumerable<decimal> all) =>
        1 + all.Count(other => direction == IndicatorDirection.Lower ? other < own : other > own);
}
