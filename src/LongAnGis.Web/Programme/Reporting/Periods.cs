using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>Something that the desk did to a period.</summary>
/// <param name="Step">lock, unlock, extend.</param>
public sealed record PeriodStep(string Step, DateOnly? ClosesOn, string? Reason, DateTime At, string By);

/// <summary>A period as it stands today.</summary>
/// <param name="ClosesOn">The last day for filing, with the days that the desk has added.</param>
public sealed record PeriodStanding(
    ReportingPeriod Period, PeriodState State, DateOnly FirstDay, DateOnly LastDay, DateOnly OpensOn, DateOnly ClosesOn, IReadOnlyList<PeriodStep> Steps)
{
    public string Path => $"/programme/reports/{Period}";
}

/// <summary>Reporting periods: the calendar of the settings, and what the desk did to single ones.</summary>
public sealed class Periods(PlanDatabase database, ReportingCalendar calendar, TimeProvider clock)
{
    static readonly string StepsQuery = Sql.Beside<Periods>("PeriodSteps");
    static readonly string TurnQuery = Sql.Beside<Periods>("TakePeriod");

    public static readonly Refusal NotFound = Refusal.NotFound(
        "Không có kỳ báo cáo này; kỳ viết như 2026-M05, 2026-Q1, 2026-H1, 2026-Y.",
        "There is no such reporting period; periods are written 2026-M05, 2026-Q1, 2026-H1, 2026-Y.");

    public ReportingCalendar Calendar => calendar;

    public DateOnly Today => clock.TodayInVietnam();

    /// <exception cref="RefusedException">404 when it is no period, or none that reports are due for.</exception>
    public ReportingPeriod Read(string code) =>
        ReportingPeriod.Find(code) is { } period && calendar.IsDue(period) ? period : throw new RefusedException(NotFound);

    public async Task<IReadOnlyList<PeriodStanding>> Of(IReadOnlyList<ReportingPeriod> periods, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Of(connection, periods, cancellation);
    }

    public async Task<PeriodStanding> Of(ReportingPeriod period, CancellationToken cancellation) => (await Of([period], cancellation))[0];

    /// <summary>The same for who is about to write: what they learn holds until their transaction ends.</summary>
    /// <param name="alone">Nobody else may be writing for the period meanwhile.</param>
    public async Task<PeriodStanding> Take(NpgsqlConnection connection, ReportingPeriod period, bool alone, CancellationToken cancellation)
    {
        await using (var turn = new NpgsqlCommand(TurnQuery, connection))
        {
            turn.Parameters.AddWithValue("alone", alone);
            turn.Parameters.AddWithValue("period", period.ToString());
            await turn.ExecuteNonQueryAsync(cancellation);
        }

        return (await Of(connection, [period], cancellation))[0];
    }

    async Task<IReadOnlyList<PeriodStanding>> Of(NpgsqlConnection connection, IReadOnlyList<ReportingPeriod> periods, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(StepsQuery, connection);
        command.Parameters.AddWithValue("periods", NpgsqlDbType.Array | NpgsqlDbType.Text, periods.Select(period => period.ToString()).ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var steps = new List<(ReportingPeriod Period, PeriodStep Step)>();
        while (await row.ReadAsync(cancellation))
        {
            steps.Add((ReportingPeriod.Parse(row.GetString(0)), new(row.GetString(1), row.Find<DateOnly>(2), row.FindString(3), row.GetDateTime(4), row.GetString(5))));
        }

        return [.. periods.Select(period => Stand(period, [.. steps.Where(one => one.Period == period).Select(one => one.Step)]))];
    }

    PeriodStanding Stand(ReportingPeriod period, IReadOnlyList<PeriodStep> steps)
    {
        var extended = steps.LastOrDefault(step => step.ClosesOn is not null)?.ClosesOn;
        var isLocked = steps.LastOrDefault(step => step.Step is "lock" or "unlock")?.Step == "lock";
        return new(
            period, calendar.StateOn(period, Today, extended, isLocked), calendar.FirstDay(period), calendar.LastDay(period), calendar.OpensOn(period),
            extended ?? calendar.ClosesOn(period), steps);
    }
}
