using System.Text.Json;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>
/// Saves drafts and files reports. Whoever writes takes turns with the others, is held against what they left, and against the
/// period as it stands: nothing is filed before it opens, after it closes, or over what somebody else has written meanwhile.
/// </summary>
sealed class ReportFiling(Periods periods, ReportedFigures figures, AuditLog audit, TimeProvider clock)
{
    static readonly string TurnQuery = Sql.Beside<ReportFiling>("TakeReport");
    static readonly string SaveQuery = Sql.Beside<ReportFiling>("SaveDraft");
    static readonly string FileQuery = Sql.Beside<ReportFiling>("FileReport");
    static readonly string KeepQuery = Sql.Beside<ReportFiling>("KeepFile");

    /// <summary>What a form was based on: the newest version that was filed, and the draft's revision.</summary>
    public static string Base(IReadOnlyList<FiledReport> versions, ReportDraft? draft) =>
        FormattableString.Invariant($"{Newest(versions)?.Version ?? 0}.{draft?.Revision ?? 0}");

    static FiledReport? Newest(IReadOnlyList<FiledReport> versions) => versions is [var newest, ..] ? newest : null;

    public static async Task Take(NpgsqlConnection connection, ReportKey key, CancellationToken cancellation)
    {
        await using var turn = new NpgsqlCommand(TurnQuery, connection);
        Add(turn, key);
        await turn.ExecuteNonQueryAsync(cancellation);
    }

    /// <param name="indicators">Those of the task, for which the report may state figures.</param>
    /// <param name="state">The task as the programme has it now.</param>
    public async Task<IResult> Write(
        NpgsqlConnection connection, SentForm form, ReportKey key, TaskState state, Agency unit, IReadOnlyList<Indicator> indicators, bool english, Person person,
        CancellationToken cancellation)
    {
        var files = form.Raw("do") == "file";
        var period = await periods.Take(connection, key.Period, alone: false, cancellation);
        if (Objection(period, files, periods.Today) is { } closed)
            return form.Refused(StatusCodes.Status409Conflict, closed.Vi, closed.In(english: true));

        await Take(connection, key, cancellation);
        var versions = await ReportReading.Versions(connection, key, cancellation);
        var draft = await ReportReading.Draft(connection, key, cancellation);
        if (form.Raw("base") != Base(versions, draft))
            return form.Refused(
                StatusCodes.Status409Conflict,
                "Báo cáo này vừa được người khác trong đơn vị lưu hoặc nộp. Mở lại trang để xem bản mới rồi viết tiếp.",
                "Somebody else of your unit has just saved or filed this report. Open the page again to see it.");

        var newest = Newest(versions);
        var content = ReportForm.Read(form, indicators, (draft?.Content ?? newest?.Content ?? ReportContent.Empty).Files, english);
        var sent = await ReportForm.ReadFiles(form, content.Files.Count, cancellation);
        if (files && form.IsRight)
        {
            Judge(form, content, period.LastDay, await Before(connection, key, state, period.LastDay, cancellation));
            await JudgeFigures(form, content, key, unit, cancellation);
        }

        if (!form.IsRight)
            return form.Refused();

        content = content with { Files = [.. content.Files, .. await Keep(connection, key, sent, person, cancellation)] };
        int? version = files ? (newest?.Version ?? 0) + 1 : null;
        await Store(connection, key, content, version, period.LastDay, person, cancellation);
        if (!files)
            return new NextPage(key.Path, ("saved", "1"));

        await audit.Record(
            connection, person.UserName, "report.file", $"report/{key.Period}/{key.Agency}/{key.Task}",
            new { version, percent = content.Percent, files = content.Files.Count }, cancellation);
        return new NextPage(key.Path) { Fragment = "#filed" };
    }

    /// <summary>Why nothing can be written for a period; null when it can.</summary>
    /// <param name="files">True to file, false to save a draft, which is taken as soon as the period has begun.</param>
    public static Bilingual? Objection(PeriodStanding period, bool files, DateOnly today)
    {
        var name = period.Period.Words;
        return period.State switch
        {
            PeriodState.Locked => new(
                $"Kỳ báo cáo {name.Vi} đã khóa, không nhận báo cáo nữa.", $"The period {name.En} is locked; no report is taken any more."),
            PeriodState.Closed => new(
                $"Kỳ báo cáo {name.Vi} đã đóng từ sau ngày {AttributeText.Date(period.ClosesOn)}; hãy đề nghị đầu mối chương trình gia hạn.",
                $"The period {name.En} closed after {AttributeText.Date(period.ClosesOn)}; ask the programme's desk for more days."),
            PeriodState.Ahead when files || today < period.FirstDay => new(
                $"Kỳ báo cáo {name.Vi} chưa mở: nộp được từ ngày {AttributeText.Date(period.OpensOn)}.",
                $"The period {name.En} is not open yet: reports are taken from {AttributeText.Date(period.OpensOn)}."),
            _ => null,
        };
    }

    // What could not be recorded once it is approved is not filed.
    async Task JudgeFigures(SentForm form, ReportContent content, ReportKey key, Agency unit, CancellationToken cancellation)
    {
        foreach (var unfit in (await figures.Of(unit, key.Period, content, int.MaxValue, cancellation)).Where(figure => figure.Objection is not null))
            form.Refuse(ReportForm.FigureField(unfit.Indicator.Code), unfit.Objection!.Vi, unfit.Objection.In(english: true));
    }

    static void Judge(SentForm form, ReportContent content, DateOnly lastDay, TaskProgress? before)
    {
        foreach (var fault in ReportJudgement.Judge(content, lastDay, before))
            form.Refuse(fault.Field, fault.Words.Vi, fault.Words.In(true));
    }

    // What the unit said itself; where it never did and answers for the task alone, what is known of the task.
    static async Task<TaskProgress?> Before(NpgsqlConnection connection, ReportKey key, TaskState state, DateOnly lastDay, CancellationToken cancellation)
    {
        if (await ReportReading.Before(connection, key, lastDay, cancellation) is { } earlier)
            return new(earlier.LastDay, earlier.Content.Percent!.Value, earlier.Content.CompletedOn, null, null);
        return state.Task.Leads.Count() == 1 && state.Task.Leads.Single().Agency is not null && state.Progress is { } known && known.Day < lastDay ? known : null;
    }

    async Task<IReadOnlyList<Guid>> Keep(NpgsqlConnection connection, ReportKey key, IReadOnlyList<EvidenceFile> files, Person person, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        foreach (var file in files)
        {
            var id = Guid.NewGuid();
            await using var command = new NpgsqlCommand(KeepQuery, connection);
            Add(command, key);
            command.Parameters.AddWithValue("id", id);
            command.Parameters.AddWithValue("name", file.Name);
            command.Parameters.AddWithValue("media_type", file.MediaType);
            command.Parameters.AddWithValue("size", file.Content.Length);
            command.Parameters.AddWithValue("content", file.Content);
            command.Parameters.AddWithValue("now", clock.GetUtcNow());
            command.Parameters.AddWithValue("person", person.Id);
            await command.ExecuteNonQueryAsync(cancellation);
            ids.Add(id);
        }

        return ids;
    }

    /// <param name="version">Of the filed report; null for a draft.</param>
    async Task Store(NpgsqlConnection connection, ReportKey key, ReportContent content, int? version, DateOnly lastDay, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(version is null ? SaveQuery : FileQuery, connection);
        Add(command, key);
        if (version is { } number)
        {
            command.Parameters.AddWithValue("version", number);
            command.Parameters.AddWithValue("last_day", lastDay);
        }

        void Say(string name, NpgsqlDbType type, object? value) => command.Parameters.AddWithValue(name, type, value ?? DBNull.Value);
        Say("percent", NpgsqlDbType.Numeric, content.Percent);
        Say("completed_on", NpgsqlDbType.Date, content.CompletedOn);
        Say("done", NpgsqlDbType.Text, content.Done);
        Say("obstacles", NpgsqlDbType.Text, content.Obstacles);
        Say("proposals", NpgsqlDbType.Text, content.Proposals);
        Say("reason", NpgsqlDbType.Text, content.Reason);
        Say("figures", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(content.Figures));
        Say("figures_status", NpgsqlDbType.Text, content.FiguresStatus.Code());
        Say("files", NpgsqlDbType.Array | NpgsqlDbType.Uuid, content.Files.ToArray());
        Say("now", NpgsqlDbType.TimestampTz, clock.GetUtcNow());
        Say("person", NpgsqlDbType.Uuid, person.Id);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static void Add(NpgsqlCommand command, ReportKey key)
    {
        command.Parameters.AddWithValue("period", key.Period.ToString());
        command.Parameters.AddWithValue("agency", key.Agency);
        command.Parameters.AddWithValue("task", key.Task);
    }
}
