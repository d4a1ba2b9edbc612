namespace LongAnGis.Web.Platform;

/// <summary>
/// Days begin and end in Vietnam, wherever the server stands. The country has kept UTC+7 without summer time since 1975,
/// so the zone is written here and no time zone database is needed.
/// </summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The moment, as clocks in Vietnam show it.</summary>
    public static DateTimeOffset InVietnam(this DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The day it is in Vietnam now.</summary>
    public static DateOnly TodayInVietnam(this TimeProvider clock) =>
        DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);

    /// <summary>The moment at which a day of Vietnam is over, in UTC.</summary>
    public static DateTime EndOf(DateOnly day) => day == DateOnly.MaxValue
        ? DateTime.MaxValue
        : new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Offset).UtcDateTime;
}
