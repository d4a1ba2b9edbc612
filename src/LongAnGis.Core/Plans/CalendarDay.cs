using System.Globalization;

namespace LongAnGis.Core.Plans;

/// <summary>Days as URLs write them: ISO 8601, <c>yyyy-MM-dd</c>, ASCII digits, nothing else.</summary>
public static class CalendarDay
{
    const string Iso = "yyyy-MM-dd";

    static readonly string[] Written = ["d/M/yyyy", "dd/MM/yyyy"];

    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Reads a day as people here write it, 30/6/2025 or 30/06/2025, day first in both languages; or as programs do.</summary>
    public static DateOnly? ParseWritten(string text) =>
        DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Parse(text);

    public static string Write(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);
}
