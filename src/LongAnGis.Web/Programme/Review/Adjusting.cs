using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Indicators.Pasting;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Programme.Keeping;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Review;

/// <summary>
/// Proposes to adjust a task or a target, and decides about it. Approving records the change as an edition whose reason is the
/// proposal's, by the same functions as any amendment, and only on the version that the proposal was made on.
/// </summary>
sealed class Adjusting(ProgrammeReading reading, ProgrammeEditions editions, AuditLog audit, TimeProvider clock)
{
    public const string ProposalForm = "adjustment", DecisionForm = "adjustment-decision";
    public const int LongestText = 4000, LongestLeads = 2000;

    static readonly string ProposeQuery = Sql.Beside<Adjusting>("Propose");
    static readonly string DecideQuery = Sql.Beside<Adjusting>("DecideAdjustment");
    static readonly string TargetQuery = Sql.Beside<Adjusting>("AdjustedTarget");

    public async Task<IResult> Propose(
        NpgsqlConnection connection, SentForm form, AdjustmentKind kind, string subject, ActionProgramme programme, string plan, Person person, CancellationToken cancellation)
    {
        var reason = form.Needed(form.Lines("reason", LongestText), "reason", "Hãy nêu lý do điều chỉnh.", "Give the reason.");
        var from = kind == AdjustmentKind.Target ? null : form.Day("effective_from");
        var proposed = Read(form, kind);
        var version = await Judge(connection, form, kind, subject, proposed, programme, cancellation);
        if (version is null && form.IsRight)
            return Adjustments.NotFound;
        if (!form.IsRight)
            return form.Refused();

        var id = Guid.NewGuid();
        await using (var command = new NpgsqlCommand(ProposeQuery, connection))
        {
            command.Parameters.AddWithValue("id", id);
            command.Parameters.AddWithValue("kind", kind.Code());
            command.Parameters.AddWithValue("subject", subject);
            command.Parameters.AddWithValue("base_version", version!.Value);
            command.Parameters.AddWithValue("proposed", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(proposed, Adjustments.Stored));
            command.Parameters.AddWithValue("reason", reason);
            command.Parameters.AddWithValue("effective_from", NpgsqlDbType.Date, (object?)from ?? DBNull.Value);
            command.Parameters.AddWithValue("now", clock.GetUtcNow());
            command.Parameters.AddWithValue("person", person.Id);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await audit.Record(connection, person.UserName, "adjustment.propose", $"adjustment/{id}", new { kind = kind.Code(), subject, plan }, cancellation);
        return new NextPage($"{AdjustmentEndpoints.Page}/{id}");
    }

    public async Task<IResult> Decide(NpgsqlConnection connection, SentForm form, Guid id, string plan, Person person, CancellationToken cancellation)
    {
        var approves = form.Raw("verdict") == "approved";
        var note = form.Lines("note", LongestText);
        if (!approves && note is null)
            form.Refuse("note", "Hãy viết lý do khi không chấp thuận.", "Write why it is refused.");
        await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended('adjustment/' || $1, 686))", connection))
        {
            turn.Parameters.AddWithValue(id.ToString());
            await turn.ExecuteNonQueryAsync(cancellation);
        }

        if (await Adjustments.Find(connection, id, cancellation) is not { } adjustment)
            return Adjustments.NotFound;
        if (Objection(adjustment, person) is { } objection)
            return form.Refused(StatusCodes.Status409Conflict, objection.Vi, objection.In(english: true));
        if (!form.IsRight)
            return form.Refused();

        int? edition = null;
        if (approves)
        {
            edition = await editions.Begin(connection, adjustment.Reason, person, cancellation);
            await Apply(connection, form, adjustment, edition.Value, plan, cancellation);
            if (!form.IsRight)
                return form.Refused(StatusCodes.Status409Conflict);
        }

        await Keep(connection, id, note, edition, person, cancellation);
        await audit.Record(
            connection, person.UserName, approves ? "adjustment.approve" : "adjustment.refuse", $"adjustment/{id}", new { adjustment.Subject, edition }, cancellation);
        return new NextPage(adjustment.Path);
    }

    static Bilingual? Objection(Adjustment adjustment, Person person) =>
        adjustment.Decision is not null ? new("Đề xuất này đã được quyết định.", "This proposal was decided about already.")
        : adjustment.ProposedBy == person.Id ? new("Bạn đã đề xuất điều chỉnh này; người khác phải quyết định.", "You proposed this yourself; somebody else has to decide.")
        : null;

    static ProposedChange Read(SentForm form, AdjustmentKind kind)
    {
        switch (kind)
        {
            case AdjustmentKind.Deadline:
                var deadline = form.Day("deadline");
                if (deadline is null && form.IsRight)
                    form.Refuse("deadline", "Hãy ghi hạn chót mới.", "State the new deadline.");
                return new(Deadline: deadline);
            case AdjustmentKind.Assignment:
                return new(Leads: form.Needed(form.Line("leads", LongestLeads), "leads", "Hãy ghi cơ quan chủ trì mới.", "State who leads from now on."));
            default:
                var year = form.Whole("year");
                if (year is not (>= 2000 and <= 2100))
                    form.Refuse("year", "Năm của mục tiêu là số từ 2000 đến 2100.", "The year of a target is between 2000 and 2100.");
                return new(Value: Number(form, "value", isNeeded: true), ValueTo: Number(form, "value_to", isNeeded: false), Year: year);
        }
    }

    static decimal? Number(SentForm form, string field, bool isNeeded)
    {
        var typed = form.Line(field, 40);
        if (typed is null && !isNeeded)
            return null;
        var number = PastedNumber.Read(new(typed ?? ""));
        if (number.In(NumberStyle.Vietnamese) is { } value && number.Fault == NumberFault.None && Math.Abs(value) < 1e15m)
            return value;
        form.Refuse(field, "Hãy ghi một số, ví dụ 1.234,5.", "State a number as in Vietnamese, 1.234,5.");
        return null;
    }

    /// <summary>The version of the subject; null when there is none. What cannot be is said at its field.</summary>
    static async Task<int?> Judge(
        NpgsqlConnection connection, SentForm form, AdjustmentKind kind, string subject, ProposedChange proposed, ActionProgramme programme, CancellationToken cancellation)
    {
        if (kind == AdjustmentKind.Target)
        {
            if (await Target(connection, subject, cancellation) is not var (version, target))
                return null;
            if (proposed.ValueTo < proposed.Value)
                form.Refuse("value_to", "Mức trên không được nhỏ hơn mức dưới.", "The upper value must not be below the lower one.");
            if (target["year_from"]?.GetValue<int>() > proposed.Year)
                form.Refuse("year", "Năm không được trước năm đầu của mục tiêu.", "The year must not lie before the target's first.");
            return version;
        }

        if (programme.Find(subject)?.Task is not { } task)
            return null;
        if (form.IsRight)
            JudgeTask(form, Adjusted(task, proposed, programme), programme);
        return task.Version;
    }

    static void JudgeTask(SentForm form, ProgrammeTask task, ActionProgramme programme)
    {
        foreach (var fault in TaskJudgement.Judge(task, programme))
            form.Refuse(fault.Field, fault.Words.Vi, fault.Words.In(true));
    }

    internal static ProgrammeTask Adjusted(ProgrammeTask task, ProposedChange proposed, ActionProgramme programme) => proposed switch
    {
        { Deadline: { } deadline } => task with { Deadline = deadline, DeadlineText = null },
        { Leads: { } leads } => task with { Parties = [.. TaskForm.Leads(leads, task, programme), .. task.Cooperating] },
        _ => task,
    };

    async Task Apply(NpgsqlConnection connection, SentForm form, Adjustment adjustment, int edition, string plan, CancellationToken cancellation)
    {
        if (adjustment.Kind == AdjustmentKind.Target)
        {
            if (await Target(connection, adjustment.Subject, cancellation) is not var (version, target) || version != adjustment.BaseVersion)
            {
                Stale(form);
                return;
            }

            target["value"] = adjustment.Proposed.Value;
            target["value_to"] = adjustment.Proposed.ValueTo;
            target["year"] = adjustment.Proposed.Year;
            await Record(connection, "SELECT plan.record_targets($1, $2)", edition, target, cancellation);
            return;
        }

        var from = adjustment.EffectiveFrom ?? clock.TodayInVietnam();
        var programme = await reading.AsKnown(plan, edition - 1, from, cancellation);
        if (programme.Find(adjustment.Subject)?.Task is not { } task || task.Version != adjustment.BaseVersion)
        {
            Stale(form);
            return;
        }

        var adjusted = Adjusted(task, adjustment.Proposed, programme);
        JudgeTask(form, adjusted, programme);
        if (form.IsRight)
            await Record(connection, "SELECT plan.record_tasks($1, $2)", edition, TaskForm.Write(adjusted, plan, adjustment.Reason, from), cancellation);
    }

    static void Stale(SentForm form) => form.Refuse(
        null, "Nội dung đã được điều chỉnh khác từ khi có đề xuất này: hãy không chấp thuận và đề xuất lại.",
        "It was amended otherwise since the proposal: refuse it and have it proposed again.");

    static async Task<(int Version, JsonObject Target)?> Target(NpgsqlConnection connection, string code, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(TargetQuery, connection);
        command.Parameters.AddWithValue("code", code);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt32(0), JsonNode.Parse(row.GetString(1))!.AsObject()) : null;
    }

    static async Task Record(NpgsqlConnection connection, string sql, int edition, JsonObject row, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(edition);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, new JsonArray(row).ToJsonString());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    async Task Keep(NpgsqlConnection connection, Guid id, string? note, int? edition, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(DecideQuery, connection);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("verdict", edition is null ? "refused" : "approved");
        command.Parameters.AddWithValue("note", NpgsqlDbType.Text, (object?)note ?? DBNull.Value);
        command.Parameters.AddWithValue("edition", NpgsqlDbType.Integer, (object?)edition ?? DBNull.Value);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("person", person.Id);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
