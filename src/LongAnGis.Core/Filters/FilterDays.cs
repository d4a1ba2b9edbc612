using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Filters;

/// <summary>
/// Days and moments of filters. What the plan keeps is days in Vietnam; a moment (RFC 3339, with its offset) is the day on
/// which it falls there, seven hours before Greenwich.
/// </summary>
public static class FilterDays
{
    static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);
    static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The day that a date or a moment names; null when it is neither.</summary>
    public static DateOnly? Parse(string text)
    {
        if (CalendarDay.Parse(text) is { } day)
            return day;

        var hasOffset = text.Length > 19 && (text[^1] is 'Z' || text[^6] is '+' or '-');
        return hasOffset
            && DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && moment.UtcDateTime < DateTime.MaxValue - VietnamOffset
                ? DateOnly.FromDateTime(moment.UtcDateTime + VietnamOffset)
                : null;
    }

    internal static DayValue Read(string text, int? position = null) =>
        Parse(text) is { } day
            ? new(day)
            : throw new FilterException(
                $"“{text}” không phải ngày (2026-01-31) hay thời điểm (2026-01-31T08:00:00+07:00).",
                $"“{text}” is neither a date (2026-01-31) nor a moment (2026-01-31T08:00:00+07:00).", position);

    /// <summary>One end of a span: a date, a moment, or two dots for an open end.</summary>
    internal static DayValue? ReadEnd(string text, int? position = null) => text == ".." ? null : Read(text, position);
}
