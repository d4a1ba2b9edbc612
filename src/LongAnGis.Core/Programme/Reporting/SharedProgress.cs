namespace LongAnGis.Core.Programme.Reporting;

/// <summary>How far one unit says that it is with its part of a task.</summary>
public sealed record UnitProgress(decimal Percent, DateOnly? CompletedOn);

/// <summary>
/// How far a task is: what the unit says that leads it; for several, the mean of the newest that was approved of each, to one decimal.
/// It is done when all are, on the day of the last; until then it is at most 99 %.
/// </summary>
public static class SharedProgress
{
    const decimal MostUndone = 99;

    /// <param name="approved">The newest approved word of each unit that has one; at least one.</param>
    /// <param name="units">How many units report on the task.</param>
    public static UnitProgress Of(IReadOnlyCollection<UnitProgress> approved, int units)
    {
        if (units == 1)
            return approved.Single();
        if (approved.Count >= units && approved.All(one => one.Percent == 100))
            return new(100, approved.Max(one => one.CompletedOn));
        return new(Math.Min(MostUndone, Math.Round(approved.Average(one => one.Percent), 1, MidpointRounding.AwayFromZero)), null);
    }
}
