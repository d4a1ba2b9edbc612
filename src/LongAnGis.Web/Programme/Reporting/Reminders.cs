using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Mail;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>What the desk reminded a unit of.</summary>
/// <param name="Missing">How many reports were missing then.</param>
/// <param name="Words">What the desk added; null for nothing.</param>
public sealed record Reminder(ReportingPeriod Period, string Agency, int Missing, string? Words, DateTime At, string By);

/// <summary>
/// Reminds units that have not filed everything: their people see it under “my work”, and get it by e-mail where they have an
/// address and a server is configured. A unit is not reminded twice within an hour.
/// </summary>
public sealed class Reminders(PlanDatabase database, ReportReading reports, Periods periods, MailOutbox outbox, AuditLog audit, TimeProvider clock)
{
    public const string Form = "remind";
    public const int LongestWords = 2000;

    static readonly TimeSpan Between = TimeSpan.FromHours(1);

    static readonly string ReportersQuery = Sql.Beside<Reminders>("Reporters");
    static readonly string KeepQuery = Sql.Beside<Reminders>("KeepReminder");
    static readonly string NewestQuery = Sql.Beside<Reminders>("NewestReminders");

    sealed record Reporter(string Name, string Address, string? Agency, string? Area);

    /// <summary>True when reminders go out by e-mail as well.</summary>
    public bool SendsMail => outbox.IsOpen;

    /// <summary>The newest of each unit for some periods.</summary>
    public async Task<IReadOnlyDictionary<(ReportingPeriod Period, string Agency), Reminder>> Newest(IEnumerable<ReportingPeriod> asked, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Newest(connection, asked, cancellation);
    }

    /// <param name="site">The public address of the service, for the link in a message.</param>
    internal async Task<IResult> Write(
        NpgsqlConnection connection, SentForm form, ReportingPeriod period, ActionProgramme programme, string site, Person person, CancellationToken cancellation)
    {
        var words = form.Lines("words", LongestWords);
        // Alone, so that two who remind at once do not both find that nobody was reminded yet.
        var standing = await periods.Take(connection, period, alone: true, cancellation);
        if (standing.State is PeriodState.Ahead or PeriodState.Locked)
            form.Refuse(null, "Chỉ nhắc được khi kỳ đã mở và chưa khóa.", "Units can be reminded once the period is open and as long as it is not locked.");
        var standings = await reports.Standings(period, null, cancellation);
        var newest = await Newest(connection, [period], cancellation);
        var now = clock.GetUtcNow();
        var units = Missing(programme, period, standings)
            .Where(unit => !newest.TryGetValue((period, unit.Key), out var earlier) || now - new DateTimeOffset(earlier.At) >= Between).ToList();
        if (form.IsRight && units.Count == 0)
            form.Refuse(null, "Không còn đơn vị nào để nhắc: đã nộp đủ, hoặc vừa được nhắc trong giờ qua.", "No unit is left to be reminded: all have filed, or were reminded within the hour.");
        if (!form.IsRight)
            return form.Refused(StatusCodes.Status409Conflict);

        foreach (var (unit, missing) in units)
            await Keep(connection, period, unit, missing, words, person, cancellation);
        var sent = outbox.IsOpen ? await Queue(connection, standing, programme, units.ToDictionary(), words, site, cancellation) : 0;
        await audit.Record(connection, person.UserName, "period.remind", $"period/{period}", new { units = units.Count, messages = sent }, cancellation);
        return new NextPage(standing.Path, ("reminded", "1")) { Fragment = "#remind" };
    }

    /// <summary>How many reports each unit still owes; units that owe none are not there.</summary>
    public Dictionary<string, int> Missing(
        ActionProgramme programme, ReportingPeriod period, IReadOnlyDictionary<(string Agency, string Task), ReportStanding> standings) =>
        ReportingUnits.Due(programme, periods.Calendar, period)
            .SelectMany(one => one.Units.Select(unit => (unit, task: one.State.Task.Code)))
            .Where(one => !standings.TryGetValue(one, out var standing) || standing.State.IsOwed())
            .GroupBy(one => one.unit, StringComparer.Ordinal)
            .ToDictionary(unit => unit.Key, unit => unit.Count(), StringComparer.Ordinal);

    async Task<int> Queue(
        NpgsqlConnection connection, PeriodStanding period, ActionProgramme programme, Dictionary<string, int> units, string? words, string site, CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var reporter in await Reporters(connection, cancellation))
        {
            if (ReportingUnits.Of(programme, reporter.Agency, reporter.Area) is not { } unit || !units.TryGetValue(unit.Code, out var missing) || !MailOutbox.IsAddress(reporter.Address))
                continue;
            await outbox.Queue(connection, Letter(reporter, unit, period, missing, words, site), cancellation);
            sent++;
        }

        return sent;
    }

    static Letter Letter(Reporter reporter, Agency unit, PeriodStanding period, int missing, string? words, string site) => new(
        reporter.Name, reporter.Address, $"Nhắc nộp báo cáo kỳ {period.Period.Words.Vi}: còn {missing} báo cáo",
        $"""
        Kính gửi {reporter.Name},

        {unit.Name.Vi} còn {missing} báo cáo chưa nộp cho kỳ {period.Period.Words.Vi}. Hạn nộp: hết ngày {AttributeText.Date(period.ClosesOn)}.
        {(words is null ? "" : $"\n{words}\n")}
        Mở danh sách việc phải báo cáo: {site}/programme/my-work

        Thư này do hệ thống LongAnGis gửi tự động theo yêu cầu của đầu mối chương trình; không cần trả lời.
        """);

    async Task Keep(NpgsqlConnection connection, ReportingPeriod period, string unit, int missing, string? words, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(KeepQuery, connection);
        command.Parameters.AddWithValue("period", period.ToString());
        command.Parameters.AddWithValue("agency", unit);
        command.Parameters.AddWithValue("missing", missing);
        command.Parameters.AddWithValue("words", NpgsqlDbType.Text, (object?)words ?? DBNull.Value);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("person", person.Id);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task<List<Reporter>> Reporters(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ReportersQuery, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var reporters = new List<Reporter>();
        while (await row.ReadAsync(cancellation))
        {
            reporters.Add(new(row.GetString(0), row.GetString(1), row.FindString(2), row.FindString(3)));
        }

        return reporters;
    }

    static async Task<Dictionary<(ReportingPeriod Period, string Agency), Reminder>> Newest(
        NpgsqlConnection connection, IEnumerable<ReportingPeriod> asked, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(NewestQuery, connection);
        command.Parameters.AddWithValue("periods", NpgsqlDbType.Array | NpgsqlDbType.Text, asked.Select(period => period.ToString()).ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var newest = new Dictionary<(ReportingPeriod, string), Reminder>();
        while (await row.ReadAsync(cancellation))
        {
            var reminder = new Reminder(
                ReportingPeriod.Parse(row.GetString(0)), row.GetString(1), row.GetInt32(2), row.FindString(3), row.GetDateTime(4), row.GetString(5));
            newest[(reminder.Period, reminder.Agency)] = reminder;
        }

        return newest;
    }
}
