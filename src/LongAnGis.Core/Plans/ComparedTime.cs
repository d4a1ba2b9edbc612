namespace LongAnGis.Core.Plans;

/// <summary>
/// One side of a comparison: <c>2026-01-31</c> (in force that day, as known now), <c>r12</c> (as known after
/// publication 12) or both, <c>r12@2026-01-31</c>.
/// </summary>
public static class ComparedTime
{
    public static AskedTime? Parse(string text, string? plan)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var first = at < 0 ? text : text[..at];
        var second = at < 0 ? null : CalendarDay.Parse(text[(at + 1)..]);

        if (at >= 0 && second is null)
            return null;

        return KnownAt.Parse(first) switch
        {
            null => null,
            { Day: { } day } when second is null => new AskedTime(plan, AsOf: day),
            var known => new AskedTime(plan, second, known),
        };
    }
}
