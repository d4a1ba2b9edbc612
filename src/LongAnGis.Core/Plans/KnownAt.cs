using System.Globalization;

namespace LongAnGis.Core.Plans;

/// <summary>
/// What the system knew: at the end of a day in Vietnam (<c>2026-01-31</c>) or right after a publication
/// (<c>r12</c>). A revision is the sharper of the two and never changes its meaning.
/// </summary>
public sealed record KnownAt
{
    KnownAt(DateOnly? day, int? revision) => (Day, Revision) = (day, revision);

    public DateOnly? Day { get; }

    public int? Revision { get; }

    public static KnownAt EndOf(DateOnly day) => new(day, null);

    public static KnownAt After(int revision) => new(null, revision);

    /// <summary>Reads either form; null when the text is neither.</summary>
    public static KnownAt? Parse(string text) =>
        text.StartsWith('r')
        && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? After(revision)
            : CalendarDay.Parse(text) is { } day ? EndOf(day) : null;

    /// <summary>The form that URLs use; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => Revision is { } revision
        ? string.Create(CultureInfo.InvariantCulture, $"r{revision}")
        : CalendarDay.Write(Day!.Value);
}
