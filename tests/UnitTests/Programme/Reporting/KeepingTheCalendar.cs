using CsCheck;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;

namespace LongAnGis.UnitTests.Programme.Reporting;

/// <summary>Periods of any calendar, at any moment, against what follows from days alone and from the time zone database.</summary>
public class KeepingTheCalendar
{
    static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    static readonly DateOnly First = new(2023, 1, 1);

    static readonly Gen<DateOnly> Day = Gen.Int[0, 3000].Select(First.AddDays);

    static readonly Gen<ReportingCalendar> AnyCalendar = Gen.Select(
        Gen.OneOf(Gen.Int[1, 28], Gen.Const(14), Gen.Const(ReportingCalendar.EndOfMonth)), Gen.Int[1, 15], Gen.Int[1, 20],
        (cutOff, kinds, days) => new ReportingCalendar(cutOff, Enum.GetValues<ReportingKind>()
            .Where(kind => (kinds & (1 << (int)kind)) != 0).ToDictionary(kind => kind, kind => days + (int)kind)));

    static readonly Gen<ReportingPeriod> AnyPeriod = Gen.Select(
        Gen.Enum<ReportingKind>(), Gen.Int[2023, 2035], Gen.Int[0, 11],
        (kind, year, number) => new ReportingPeriod(kind, year, 1 + (number % (12 / ReportingPeriod.MonthsIn(kind)))));

    static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new(local, Vietnam.GetUtcOffset(local));
    }

    [Theory]
    [InlineData("2026-M01", "2025-12-15", "2026-01-14", "2026-01-17")]
    [InlineData("2026-M12", "2026-11-15", "2026-12-14", "2026-12-17")]
    [InlineData("2026-Q1", "2025-12-15", "2026-03-14", "2026-03-19")]
    [InlineData("2026-H1", "2025-12-15", "2026-06-14", "2026-06-24")]
    [InlineData("2026-Y", "2025-12-15", "2026-12-14", "2026-12-29")]
    public void The_usual_year_runs_from_15_December_to_14_December(string code, string first, string last, string closes)
    {
        var (calendar, period) = (ReportingCalendar.Usual, ReportingPeriod.Parse(code));

        Assert.Equal(DateOnly.Parse(first, null), calendar.FirstDay(period));
        Assert.Equal(DateOnly.Parse(last, null), calendar.LastDay(period));
        Assert.Equal(DateOnly.Parse(closes, null), calendar.ClosesOn(period));
    }

    [Fact]
    public void In_the_usual_year_the_longest_period_that_ends_is_the_one_that_is_due()
    {
        var due = new List<string>();
        for (var period = ReportingPeriod.Parse("2026-M01"); period.Year == 2026; period = ReportingCalendar.Usual.Next(period))
            due.Add(period.ToString());

        Assert.Equal(["2026-M01", "2026-M02", "2026-Q1", "2026-M04", "2026-M05", "2026-H1", "2026-M07", "2026-M08", "2026-Q3", "2026-M10", "2026-M11", "2026-Y"], due);
    }

    [Fact]
    public void Every_day_lies_in_one_period_of_each_kind() => Gen.Select(AnyCalendar, Day, Gen.Enum<ReportingKind>()).Sample((calendar, day, kind) =>
    {
        var holding = Enumerable.Range(day.Year - 1, 3)
            .SelectMany(year => Enumerable.Range(1, 12 / ReportingPeriod.MonthsIn(kind)).Select(number => new ReportingPeriod(kind, year, number)))
            .Where(period => calendar.FirstDay(period) <= day && day <= calendar.LastDay(period));

        Assert.Single(holding);
    });

    [Fact]
    public void What_is_due_follows_one_another_without_two_on_a_day() => Gen.Select(AnyCalendar, Day).Sample((calendar, day) =>
    {
        var (newest, current) = (calendar.Newest(day), calendar.Current(day));

        Assert.True(calendar.LastDay(newest) < day);
        Assert.True(calendar.LastDay(current) >= day);
        Assert.Equal(current, calendar.Next(newest));
        Assert.Equal(newest, calendar.Previous(current));
        Assert.True(calendar.IsDue(newest) && calendar.IsDue(current));
        // A longer period in use that ended on the same day would be due in its stead.
        Assert.DoesNotContain(calendar.ClosesAfterDays.Keys, kind => kind > newest.Kind && newest.LastMonth % ReportingPeriod.MonthsIn(kind) == 0);
    });

    [Fact]
    public void A_period_opens_and_closes_at_midnight_in_Vietnam_whatever_zone_a_clock_shows() => Gen.Select(
        AnyCalendar, AnyPeriod, Gen.Int[-2, 2], Gen.Bool, Gen.Int[-48, 56]).Sample((calendar, period, seconds, atEnd, zone) =>
    {
        var moment = Midnight(atEnd ? calendar.ClosesOn(period).AddDays(1) : calendar.OpensOn(period))
            .AddSeconds(seconds).ToOffset(TimeSpan.FromMinutes(zone * 15));
        var expected = moment < Midnight(calendar.LastDay(period).AddDays(1)) ? PeriodState.Ahead
            : moment < Midnight(calendar.ClosesOn(period).AddDays(1)) ? PeriodState.Open
            : PeriodState.Closed;

        Assert.Equal(expected, calendar.StateOn(period, StatusRule.DayOf(moment)));
        Assert.Equal(PeriodState.Locked, calendar.StateOn(period, StatusRule.DayOf(moment), isLocked: true));
    }, iter: 5_000);

    [Fact]
    public void More_days_keep_it_open_and_never_open_it_sooner() => Gen.Select(AnyCalendar, AnyPeriod, Gen.Int[0, 40], Gen.Int[-5, 60]).Sample((calendar, period, more, after) =>
    {
        var (extended, day) = (calendar.ClosesOn(period).AddDays(more), calendar.LastDay(period).AddDays(after));

        Assert.Equal(day > calendar.LastDay(period) && day <= extended, calendar.StateOn(period, day, extended) == PeriodState.Open);
    });

    [Fact]
    public void A_code_is_read_as_it_was_written() => AnyPeriod.Sample(period => Assert.Equal(period, ReportingPeriod.Find(period.ToString())));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-M13")]
    [InlineData("2026-M00")]
    [InlineData("2026-M1")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H3")]
    [InlineData("2026-Y1")]
    [InlineData("2026-Y2")]
    [InlineData("2026_M01")]
    [InlineData("1026-M01")]
    [InlineData("２０２６-M01")]
    [InlineData("2026-M+1")]
    public void What_is_no_period_is_not_read(string? code) => Assert.Null(ReportingPeriod.Find(code));
}
