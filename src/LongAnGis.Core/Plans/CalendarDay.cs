using System.Globalization;

namespace LongAnGis.Core.Plans;

/// <summary>Days as URLs write them: ISO 8601, <c>yyyy-MM-dd</c>, ASCII digits, nothing else.</summary>
public static class CalendarDay
{
    const string Iso = "yyyy-MM-dd";

    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Write(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);
}
