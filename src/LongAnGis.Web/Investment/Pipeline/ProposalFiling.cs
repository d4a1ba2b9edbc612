using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Investment.Pipeline;

/// <summary>
/// Files proposals and decides about them. Whoever writes takes turns with the others and is held against what they left: nothing
/// is proposed over, or decided about, what somebody else has written meanwhile.
/// </summary>
sealed class ProposalFiling(AuditLog audit, TimeProvider clock)
{
    public const string DecisionForm = "decision";
    public const int LongestNote = 4000;

    static readonly string TurnQuery = Sql.Beside<ProposalFiling>("TakeProject");
    static readonly string FileQuery = Sql.Beside<ProposalFiling>("FileProposal");
    static readonly string DecideQuery = Sql.Beside<ProposalFiling>("DecideProposal");

    /// <summary>What a form was based on: the newest proposal, and what was decided about it.</summary>
    public static string Base(IReadOnlyList<Proposal> proposals) => proposals is [var newest, ..]
        ? FormattableString.Invariant($"{newest.Number}.{newest.Decision switch { null => "waiting", { IsApproved: true } => "approved", _ => "returned" }}")
        : "0";

    public async Task<IResult> Propose(
        NpgsqlConnection connection, SentForm form, ProjectPipeline pipeline, PipelineProject project, bool english, Person person, CancellationToken cancellation)
    {
        var proposals = await Take(connection, project, cancellation);
        if (form.Raw("base") != Base(proposals))
            return form.Refused(
                StatusCodes.Status409Conflict,
                "Dự án này vừa có đề nghị khác hoặc vừa được duyệt. Mở lại trang để xem bản mới rồi viết tiếp.",
                "Somebody has just proposed something else about this project, or decided about it. Open the page again to see it.");

        var content = ProposalForm.Read(form, pipeline, clock.TodayInVietnam(), english);
        if (!form.IsRight)
            return form.Refused();

        var number = proposals is [var newest, ..] ? newest.Number + 1 : 1;
        await Store(connection, project, number, content, person, cancellation);
        await audit.Record(
            connection, person.UserName, "pipeline.propose", Subject(project), new { number, stage = content.Stage.Code(), agency = content.Agency }, cancellation);
        return new NextPage(PipelineLinks.Path(project.Site.Id), ("filed", "1")) { Fragment = "#proposals" };
    }

    public async Task<IResult> Decide(
        NpgsqlConnection connection, SentForm form, ProjectPipeline pipeline, PipelineProject project, Person person, CancellationToken cancellation)
    {
        if (await Take(connection, project, cancellation) is not [var newest, ..])
            return Refusal.NotFound("Chưa có đề nghị nào về dự án này.", "Nothing was proposed about this project yet.");
        if (PipelineRights.Decide(pipeline, newest.FiledFor, person) is { } refusal)
            return refusal;
        if (newest.FiledBy == person.Id)
            return form.Refused(
                StatusCodes.Status409Conflict,
                "Đề nghị này do chính bạn gửi; người khác phải duyệt.", "You proposed this yourself; somebody else has to decide about it.");
        if (newest.Decision is not null || form.Whole("number") != newest.Number)
            return form.Refused(
                StatusCodes.Status409Conflict,
                "Vừa có đề nghị mới hơn, hoặc đề nghị này đã được duyệt, trả lại. Mở lại trang để xem.",
                "There is a newer proposal, or somebody has decided about this one. Open the page again.");

        var approves = form.Raw("verdict") == "approved";
        var note = form.Lines("note", LongestNote);
        if (!approves && form.Raw("verdict") != "returned")
            form.Refuse(null, "Hãy chọn duyệt hoặc trả lại.", "Choose to approve or to return it.");
        else if (!approves && note is null)
            form.Refuse("note", "Hãy viết điều cần sửa khi trả lại.", "Write what is to be mended when you return it.");
        if (!form.IsRight)
            return form.Refused();

        await using var command = new NpgsqlCommand(DecideQuery, connection);
        command.Parameters.AddWithValue("proposal", newest.Id);
        command.Parameters.AddWithValue("verdict", approves ? "approved" : "returned");
        command.Parameters.AddWithValue("note", NpgsqlDbType.Text, (object?)note ?? DBNull.Value);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("person", person.Id);
        await command.ExecuteNonQueryAsync(cancellation);
        await audit.Record(
            connection, person.UserName, approves ? "pipeline.approve" : "pipeline.return", Subject(project), new { number = newest.Number }, cancellation);
        return new NextPage(PipelineLinks.Path(project.Site.Id)) { Fragment = "#proposals" };
    }

    static string Subject(PipelineProject project) => $"pipeline/{project.Site.Code}";

    static async Task<IReadOnlyList<Proposal>> Take(NpgsqlConnection connection, PipelineProject project, CancellationToken cancellation)
    {
        await using var turn = new NpgsqlCommand(TurnQuery, connection);
        turn.Parameters.AddWithValue("feature", project.Site.Id);
        await turn.ExecuteNonQueryAsync(cancellation);
        return await PipelineReading.Proposals(connection, project.Site.Id, cancellation);
    }

    async Task Store(NpgsqlConnection connection, PipelineProject project, int number, ProjectContent content, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(FileQuery, connection);
        void Say(string name, NpgsqlDbType type, object? value) => command.Parameters.AddWithValue(name, type, value ?? DBNull.Value);
        void List<T>(string name, NpgsqlDbType type, IEnumerable<T> values) => command.Parameters.AddWithValue(name, NpgsqlDbType.Array | type, values.ToArray());

        Say("feature", NpgsqlDbType.Bigint, project.Site.Id);
        Say("number", NpgsqlDbType.Integer, number);
        Say("filed_for", NpgsqlDbType.Text, project.Agency);
        Say("stage", NpgsqlDbType.Text, content.Stage.Code());
        Say("stage_since", NpgsqlDbType.Date, content.StageSince);
        Say("agency", NpgsqlDbType.Text, content.Agency);
        Say("start_on", NpgsqlDbType.Date, content.StartOn);
        Say("end_on", NpgsqlDbType.Date, content.EndOn);
        Say("as_of", NpgsqlDbType.Date, content.AsOf);
        Say("basis", NpgsqlDbType.Text, content.Basis);
        Say("over_reason", NpgsqlDbType.Text, content.OverReason);
        Say("note", NpgsqlDbType.Text, content.Note);
        Say("now", NpgsqlDbType.TimestampTz, clock.GetUtcNow());
        Say("person", NpgsqlDbType.Uuid, person.Id);
        List("years", NpgsqlDbType.Integer, content.Capital.Select(line => line.Year));
        List("sources", NpgsqlDbType.Text, content.Capital.Select(line => line.Source.Code()));
        List("planned", NpgsqlDbType.Numeric, content.Capital.Select(line => line.PlannedBnVnd));
        List("disbursed", NpgsqlDbType.Numeric, content.Capital.Select(line => line.DisbursedBnVnd));
        List("names", NpgsqlDbType.Text, content.Milestones.Select(step => step.Name));
        List("due", NpgsqlDbType.Date, content.Milestones.Select(step => step.DueOn));
        List("reached", NpgsqlDbType.Date, content.Milestones.Select(step => step.ReachedOn));
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
