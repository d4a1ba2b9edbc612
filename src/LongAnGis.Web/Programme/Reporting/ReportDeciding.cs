using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>
/// The head approves the newest version of a report or returns it, once; of several reports at once all are approved or none.
/// What is approved becomes the task's progress as of the period's last day, as an edition of its own, and its figures become
/// observations; of a task that several units lead, what they make of it together.
/// </summary>
sealed class ReportDeciding(Periods periods, ProgrammeEditions editions, ReportedFigures figures, AuditLog audit, TimeProvider clock)
{
    public const string Form = "decision", ManyForm = "approvals";
    public const int LongestNote = 4000;

    static readonly string DecideQuery = Sql.Beside<ReportDeciding>("DecideReport");
    static readonly string ApprovedQuery = Sql.Beside<ReportDeciding>("ApprovedByUnit");

    sealed record Word(string Agency, UnitProgress Progress, string Done, string? Reason);

    /// <param name="site">The public address of the service, under which figures cite the report.</param>
    public async Task<IResult> Write(
        NpgsqlConnection connection, SentForm form, ReportKey key, ActionProgramme programme, string site, Person person, CancellationToken cancellation)
    {
        var approves = form.Raw("verdict") == "approved";
        var note = form.Lines("note", LongestNote);
        if (!approves && note is null)
            form.Refuse("note", "Hãy viết điều cần sửa khi trả lại.", "Write what is to be mended when you return it.");
        var (newest, objection) = await Take(connection, key, form.Whole("version"), person, cancellation);
        if (newest is null)
            return ReportReading.NotFound;
        if (objection is not null)
            return form.Refused(StatusCodes.Status409Conflict, objection.Vi, objection.In(english: true));
        if (!form.IsRight)
            return form.Refused();

        if (!approves)
        {
            await Decide(connection, newest.Id, note, edition: null, person, cancellation);
            await audit.Record(connection, person.UserName, "report.return", $"report/{key.Period}/{key.Agency}/{key.Task}", new { version = newest.Version }, cancellation);
        }
        else if (await Approve(connection, key, newest, note, form.Whole("seen"), programme, site, person, cancellation) is { } unfit)
        {
            return form.Refused(StatusCodes.Status409Conflict, unfit.Vi, unfit.In(english: true));
        }

        return new NextPage(key.Path) { Fragment = "#filed" };
    }

    /// <summary>Approves the reports that a head has ticked, in one transaction: whatever stands against one of them keeps all back.</summary>
    /// <param name="ticked">Reports with the version that the head has seen.</param>
    public async Task<IResult> WriteAll(
        NpgsqlConnection connection, SentForm form, IReadOnlyList<(ReportKey Key, int Version)> ticked, ActionProgramme programme, string site, Person person,
        CancellationToken cancellation)
    {
        // In one order for all, so that two heads who approve at once do not wait for each other.
        foreach (var (key, version) in ticked.OrderBy(one => one.Key.Path, StringComparer.Ordinal))
        {
            var (newest, objection) = await Take(connection, key, version, person, cancellation);
            objection = newest is null ? new("Không có báo cáo này.", "There is no such report.") : objection;
            if ((objection ?? await Approve(connection, key, newest!, null, form.Whole("seen"), programme, site, person, cancellation)) is { } against)
                form.Refuse(null, $"{key.Task}, kỳ {key.Period.Words.Vi}: {against.Vi}", $"{key.Task}, {key.Period.Words.En}: {against.In(english: true)}");
        }

        return form.IsRight ? new NextPage("/programme/my-work", ("approved", ticked.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))) : form.Refused(StatusCodes.Status409Conflict);
    }

    async Task<(FiledReport? Newest, Bilingual? Objection)> Take(NpgsqlConnection connection, ReportKey key, int? seen, Person person, CancellationToken cancellation)
    {
        var period = await periods.Take(connection, key.Period, alone: false, cancellation);
        await ReportFiling.Take(connection, key, cancellation);
        return await ReportReading.Versions(connection, key, cancellation) is [var newest, ..] ? (newest, Objection(seen, period, newest, person)) : (null, null);
    }

    /// <summary>Why it was not approved; null when it was.</summary>
    async Task<Bilingual?> Approve(
        NpgsqlConnection connection, ReportKey key, FiledReport newest, string? note, int? seen, ActionProgramme programme, string site, Person person,
        CancellationToken cancellation)
    {
        // Begins first: whoever else records figures waits from here on.
        var edition = await editions.Begin(connection, Reason(key), person, cancellation);
        var looked = seen ?? edition;
        var stated = await figures.Of(programme.Agency(key.Agency)!, key.Period, newest.Content, looked, cancellation);
        if (ReportedFigures.Objection(stated, looked) is { } unfit)
            return unfit;

        await Decide(connection, newest.Id, note, edition, person, cancellation);
        await Record(connection, edition, key.Task, newest.LastDay, programme, cancellation);
        var recorded = await ReportedFigures.Record(connection, edition, stated, site + key.Path, cancellation);
        await audit.Record(
            connection, person.UserName, "report.approve", $"report/{key.Period}/{key.Agency}/{key.Task}", new { version = newest.Version, edition, figures = recorded }, cancellation);
        return null;
    }

    static string Reason(ReportKey key) => $"Báo cáo {key.Period.Words.Vi} của {key.Agency} về {key.Task} | Report of {key.Agency} on {key.Task}, {key.Period.Words.En}";

    static Bilingual? Objection(int? seen, PeriodStanding period, FiledReport newest, Person person)
    {
        if (period.State == PeriodState.Locked)
            return new("Kỳ báo cáo này đã khóa; không duyệt hay trả lại được nữa.", "The period is locked; nothing can be approved or returned any more.");
        if (newest.FiledBy == person.Id)
            return new("Báo cáo này do chính bạn nộp; người khác trong đơn vị phải duyệt.", "You filed this report yourself; somebody else of your unit has to approve it.");
        return newest.Decision is not null || seen != newest.Version
            ? new("Báo cáo vừa có bản mới hoặc đã được duyệt, trả lại. Mở lại trang để xem.", "The report has a newer version, or somebody has decided about it. Open the page again.")
            : null;
    }

    async Task Decide(NpgsqlConnection connection, long report, string? note, int? edition, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(DecideQuery, connection);
        command.Parameters.AddWithValue("report", report);
        command.Parameters.AddWithValue("verdict", edition is null ? "returned" : "approved");
        command.Parameters.AddWithValue("note", NpgsqlDbType.Text, (object?)note ?? DBNull.Value);
        command.Parameters.AddWithValue("edition", NpgsqlDbType.Integer, (object?)edition ?? DBNull.Value);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("person", person.Id);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task Record(
        NpgsqlConnection connection, int edition, string task, DateOnly lastDay, ActionProgramme programme, CancellationToken cancellation)
    {
        var units = ReportingUnits.Of(programme, programme.Find(task)!.Task);
        // A unit that no longer leads the task has no say in how far it is.
        var words = (await Approved(connection, task, lastDay, cancellation)).Where(word => units.Contains(word.Agency)).ToList();
        var whole = SharedProgress.Of([.. words.Select(word => word.Progress)], units.Count);
        var progress = new JsonObject
        {
            ["task_code"] = task,
            ["day"] = CalendarDay.Write(lastDay),
            ["percent"] = whole.Percent,
            ["completed_on"] = whole.CompletedOn is { } done ? CalendarDay.Write(done) : null,
            ["said"] = Said(words.Select(word => (word.Agency, (string?)word.Done)), units.Count, programme),
            ["reason"] = Said(words.Select(word => (word.Agency, word.Reason)), units.Count, programme),
        };
        await using var command = new NpgsqlCommand("SELECT plan.record_progress(@edition, @progress)", connection);
        command.Parameters.AddWithValue("edition", edition);
        command.Parameters.AddWithValue("progress", NpgsqlDbType.Jsonb, new JsonArray(progress).ToJsonString());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task<List<Word>> Approved(NpgsqlConnection connection, string task, DateOnly day, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ApprovedQuery, connection);
        command.Parameters.AddWithValue("task", task);
        command.Parameters.AddWithValue("day", day);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var words = new List<Word>();
        while (await row.ReadAsync(cancellation))
        {
            words.Add(new(row.GetString(0), new(row.GetDecimal(1), row.Find<DateOnly>(2)), row.GetString(3), row.FindString(4)));
        }

        return words;
    }

    /// <summary>What they wrote, each after its name where there are several; null when nobody wrote anything.</summary>
    static string? Said(IEnumerable<(string Agency, string? Text)> words, int units, ActionProgramme programme)
    {
        var said = words.Where(word => word.Text is not null)
            .Select(word => units == 1 ? word.Text! : $"{programme.Agency(word.Agency)?.Name.Vi ?? word.Agency}: {word.Text}").ToList();
        return said.Count == 0 ? null : string.Join('\n', said);
    }
}
