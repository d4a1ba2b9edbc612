using System.Globalization;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.ChangeSets.Together;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Publishing;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets;

/// <summary>A step as somebody asks for it.</summary>
/// <param name="Version">The version of the change set that they looked at.</param>
/// <param name="SeenAt">When they looked; only to tell them what has happened since.</param>
public sealed record AskedStep(
    ChangeSetStep Step, int Version, string? Note, string? Number, DateOnly? Date, string? Signer, DateTimeOffset? SeenAt);

/// <summary>
/// Takes the steps of the workflow. Each is one transaction: the rules of <see cref="Workflow"/>, the version that the
/// person looked at, the checks, the new state, its line in the history and in the audit; publishing writes the revision too.
/// </summary>
public sealed class StepTaking(
    Workflow workflow, Publication publication, StepChecks checks, AuditLog audit, TimeProvider clock)
{
    static readonly string Write = Sql.Beside<StepTaking>("TakeStep");
    static readonly string Since = Sql.Beside<StepTaking>("StepsSince");

    /// <summary>
    /// Publications follow one another in the database; waiting here instead keeps a queue of them from holding connections
    /// that the first one needs.
    /// </summary>
    static readonly SemaphoreSlim OnePublication = new(1);

    /// <summary>Somebody's standing, as the workflow knows it.</summary>
    public static Standing StandingOf(ChangeSetStanding standing, bool hasEdited = false) => new(
        standing.IsAuthor,
        standing.IsMember || hasEdited,
        standing.Person.May(Permission.EditPlan),
        standing.Person.May(Permission.ReviewPlan),
        standing.Person.May(Permission.PublishPlan));

    /// <summary>Lets publications in one at a time; other steps need not wait.</summary>
    public static async Task<IResult> InTurn(ChangeSetStep step, Func<Task<IResult>> take, CancellationToken cancellation)
    {
        if (step != ChangeSetStep.Publish)
            return await take();

        await OnePublication.WaitAsync(cancellation);
        try
        {
            return await take();
        }
        finally
        {
            OnePublication.Release();
        }
    }

    /// <summary>Takes the step inside the caller's transaction; null when it was taken, else why it was not.</summary>
    public async Task<IResult?> Take(
        NpgsqlConnection connection, Guid id, Person person, AskedStep asked, SentForm form, CancellationToken cancellation)
    {
        if (await ChangeSetAccess.FindLocked(connection, id, person, cancellation) is not { } standing)
            return ChangeSetAccess.NotFound;

        var state = ChangeSetStates.Find(standing.State)!.Value;
        var facts = await Facts(connection, id, person, cancellation);
        var who = StandingOf(standing, facts.HasEdited);
        var verdict = workflow.Judge(state, asked.Step, who, facts.IsSimplified);
        if (verdict is not (StepVerdict.Allowed or StepVerdict.NotFromHere))
            return Refused(verdict, asked.Step);
        if (asked.Version != standing.Version)
            return await Stale(connection, id, standing, asked, form, cancellation);
        if (verdict == StepVerdict.NotFromHere)
            return form.Refused(
                StatusCodes.Status409Conflict,
                $"Hồ sơ đang ở trạng thái “{state.Name().Vi}”, không thể {asked.Step.ToDo().Vi.ToLower(CultureInfo.CurrentCulture)}.",
                $"The change set is {state.Name().En}: this step cannot be taken now.");
        if (!IsComplete(asked, form))
            return form.Refused();
        if (await Problem(connection, id, asked.Step, facts.Changes, form, cancellation) is { } problem)
            return problem;

        int? revision = null;
        if (asked.Step == ChangeSetStep.Publish)
        {
            var outcome = await publication.Publish(connection, id, person.DisplayName, cancellation, person.UserName);
            if (outcome is PublicationOutcome.Conflicting)
                return Conflicting(id, form);
            if (outcome is not PublicationOutcome.Published published)
                return ChangeSetAccess.NotAllowed;
            revision = published.Revision;
        }
        else
        {
            await audit.Record(connection, person, asked.Step.Code(), id, cancellation);
        }

        await Record(connection, id, person, asked, state, workflow.After(state, asked.Step, facts.IsSimplified)!.Value, revision, cancellation);
        return null;
    }

    // What a step needs of the person who takes it, beside the right to.
    bool IsComplete(AskedStep asked, SentForm form)
    {
        if (asked.Step == ChangeSetStep.Return && asked.Note is null)
            form.Refuse("note", "Nêu lý do trả lại để người soạn biết cần sửa gì.", "Say why, so that its author knows what to mend.");
        if (asked.Step == ChangeSetStep.Approve)
        {
            form.Needed(asked.Number, "number", "Cho biết số văn bản phê duyệt.", "Give the number of the approval.");
            form.Needed(asked.Signer, "signer", "Cho biết người ký.", "Say who signed it.");
            if (asked.Date is null && form.Raw("date") is not { Length: > 0 })
                form.Refuse("date", "Cho biết ngày ký.", "Say when it was signed.");
            else if (asked.Date > clock.TodayInVietnam())
                form.Refuse("date", "Ngày ký không thể ở tương lai.", "The day of signing cannot lie in the future.");
        }

        return form.IsRight;
    }

    // What stands against a step in the change set itself.
    async Task<IResult?> Problem(
        NpgsqlConnection connection, Guid id, ChangeSetStep step, long changes, SentForm form, CancellationToken cancellation)
    {
        if (step is not (ChangeSetStep.Submit or ChangeSetStep.Consult or ChangeSetStep.Approve or ChangeSetStep.Publish))
            return null;
        if (changes == 0)
            return form.Refused(
                StatusCodes.Status422UnprocessableEntity,
                "Hồ sơ chưa có thay đổi nào. Hãy vẽ hoặc nhập thay đổi trước khi trình.",
                "The change set has no change yet. Draw or enter one before this step.");
        if (step is ChangeSetStep.Submit or ChangeSetStep.Publish
            && (await publication.FindConflictsOf(connection, id, cancellation)).Count > 0)
            return Conflicting(id, form);

        return await checks.Judge(connection, id, step, form, cancellation);
    }

    static RefusedForm Conflicting(Guid id, SentForm form) => form.On($"/change-sets/{id}/conflicts").Refused(
        StatusCodes.Status409Conflict,
        "Đối tượng trong hồ sơ đã thay đổi từ khi bạn soạn. Hãy so ba bên và chọn nội dung giữ lại.",
        "Features of this change set have moved on since it was drawn. Compare the three sides and choose what to keep.");

    static Refusal Refused(StepVerdict verdict, ChangeSetStep step) => verdict switch
    {
        StepVerdict.OwnWork => new(
            StatusCodes.Status403Forbidden,
            "Đây là hồ sơ bạn đã soạn hoặc tham gia sửa: người khác phải thẩm định, phê duyệt và công bố.",
            "You made or edited this change set: somebody else has to judge, approve and publish it."),
        StepVerdict.NotTheirs => new(
            StatusCodes.Status403Forbidden,
            step is ChangeSetStep.Withdraw or ChangeSetStep.Reopen
                ? "Chỉ người lập hồ sơ được rút hoặc mở lại hồ sơ."
                : "Chỉ người lập hồ sơ hoặc người cùng soạn được trình hồ sơ.",
            step is ChangeSetStep.Withdraw or ChangeSetStep.Reopen
                ? "Only its author withdraws or reopens a change set."
                : "Only its author or a member hands in a change set."),
        _ => ChangeSetAccess.NotAllowed,
    };

    static async Task<IResult> Stale(
        NpgsqlConnection connection, Guid id, ChangeSetStanding standing, AskedStep asked, SentForm form, CancellationToken cancellation)
    {
        form.Refuse(
            null,
            "Hồ sơ đã thay đổi từ khi bạn mở trang này. Hãy xem nội dung hiện tại bên dưới rồi thực hiện lại nếu vẫn muốn.",
            "The change set has changed since you opened this page. Look at what it is now, then take the step again if you still want to.");
        await using var command = new NpgsqlCommand(Since, connection);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(Math.Min(asked.Version, standing.Version));
        command.Parameters.AddWithValue((asked.SeenAt ?? DateTimeOffset.MaxValue).ToUniversalTime());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var at = new DateTimeOffset(row.GetDateTime(2)).InVietnam().ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
            var done = row.GetString(0) == "edit"
                ? new Bilingual($"lưu {row.GetInt64(3)} lần sửa", $"saved {row.GetInt64(3)} edits")
                : ChangeSetSteps.Done(row.GetString(0));
            form.Refuse(null, $"{row.GetString(1)} đã {done.Vi}, {at}.", $"{row.GetString(1)} {done.En}, {at}.");
        }

        return form.Refused(StatusCodes.Status412PreconditionFailed);
    }

    static async Task<(bool IsSimplified, bool HasEdited, long Changes)> Facts(
        NpgsqlConnection connection, Guid id, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            -- Who once edited a draft made it, even if they are no member any more.
            SELECT
              kind = 'simplified',
              EXISTS (SELECT FROM plan.draft_edit WHERE change_set_id = $1 AND account_id = $2),
              (SELECT count(*) FROM plan.change WHERE change_set_id = $1)
            FROM plan.change_set
            WHERE id = $1
            """, connection);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(person.Id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetBoolean(0), row.GetBoolean(1), row.GetInt64(2));
    }

    async Task Record(
        NpgsqlConnection connection, Guid id, Person person, AskedStep asked, ChangeSetState before, ChangeSetState after, int? revision,
        CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Write, connection);
        command.Parameters.Add(new("id", id));
        command.Parameters.Add(new("state_before", before.Code()));
        command.Parameters.Add(new("state", after.Code()));
        command.Parameters.Add(new("step", asked.Step.Code()));
        command.Parameters.Add(new("at", clock.GetUtcNow()));
        command.Parameters.Add(new("by", person.Id));
        command.Parameters.Add(new("actor", person.DisplayName));
        command.Parameters.Add(new("note", NpgsqlDbType.Text) { Value = (object?)asked.Note ?? DBNull.Value });
        command.Parameters.Add(new("number", NpgsqlDbType.Text) { Value = (object?)asked.Number ?? DBNull.Value });
        command.Parameters.Add(new("date", NpgsqlDbType.Date) { Value = (object?)asked.Date ?? DBNull.Value });
        command.Parameters.Add(new("signer", NpgsqlDbType.Text) { Value = (object?)asked.Signer ?? DBNull.Value });
        command.Parameters.Add(new("revision", NpgsqlDbType.Integer) { Value = (object?)revision ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellation);
        await ChangeSetNews.TellState(connection, id, after.Code(), asked.Version + 1, cancellation);
    }
}
