using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>The days of which <c>datetime</c> asks: one day, or a span with an end that may be open (null). Both ends are included.</summary>
public sealed record OgcPeriod(DateOnly? From, DateOnly? Until)
{
    public static OgcPeriod On(DateOnly day) => new(day, day);

    public bool IsOneDay => From is not null && From == Until;

    /// <summary>The day that stands for the period where only one is taken: its last, or today while it has none.</summary>
    public DateOnly LastDay(DateOnly today) => Until ?? (From > today ? From.Value : today);

    /// <summary>Reads an instant (a date or a moment) or an interval with <c>/</c>; null when it is neither.</summary>
    public static OgcPeriod? Parse(string text)
    {
        var ends = text.Split('/');
        if (ends.Length == 1)
        {
            return FilterDays.Parse(text) is { } day ? On(day) : null;
        }

        if (ends.Length != 2 || !TryEnd(ends[0], out var from) || !TryEnd(ends[1], out var until) || (from is null && until is null))
        {
            return null;
        }

        return from > until ? null : new(from, until);
    }

    static bool TryEnd(string text, out DateOnly? day)
    {
        day = FilterDays.Parse(text);
        return day is not null || text is "" or "..";
    }

    public override string ToString() => IsOneDay ? CalendarDay.Write(From!.Value) : $"{End(From)}/{End(Until)}";

    static string End(DateOnly? day) => day is { } known ? CalendarDay.Write(known) : "..";
}
