namespace LongAnGis.Core.Plans;

/// <summary>
/// One side of a comparison: <c>2026-01-31</c> (in force that day, as known now), <c>r12</c> (as known after
/// publication 12) or both, <c>r12@2026-01-31</c>. People may write the day their own way, <c>31/01/2026</c>.
/// </summary>
public static class ComparedTime
{
    public static AskedTime? Parse(string text, string? plan)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var first = at < 0 ? text : text[..at];
        var second = at < 0 ? null : CalendarDay.ParseWritten(text[(at + 1)..].Trim());

        if (at >= 0 && second is null)
            return null;
        if (second is null && CalendarDay.ParseWritten(first.Trim()) is { } day)
            return new AskedTime(plan, AsOf: day);

        return KnownAt.Parse(first.Trim()) is { } known ? new AskedTime(plan, second, known) : null;
    }

    /// <summary>The same in the form that people write; what is no moment stays as it was typed.</summary>
    public static string Spell(string text) => Parse(text, null) switch
    {
        { AsOf: { } day, KnownAt: { } known } => $"{known}@{AttributeText.Date(day)}",
        { AsOf: { } day } => AttributeText.Date(day),
        { KnownAt: { } known } => known.ToString(),
        _ => text,
    };
}
