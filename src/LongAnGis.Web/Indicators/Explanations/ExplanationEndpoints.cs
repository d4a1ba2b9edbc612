using LongAnGis.Core.Accounts;
using LongAnGis.Core.Indicators;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Accounts.Access;
using LongAnGis.Web.Audit;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators.Explanations;

/// <summary>Asking for an explanation of a figure, and answering. What was written is never changed; more can be added.</summary>
static class ExplanationEndpoints
{
    public const string AskForm = "ask";
    public const string AnswerForm = "answer";
    public const int LongestQuestion = 4000;
    public const int LongestAnswer = 8000;

    /// <summary>A later deadline is a typing mistake.</summary>
    const int LongestDays = 366;

    static readonly string AskQuery = Sql.Beside<ExplanationDesk>("AskForExplanation");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/explanations", Ask).DisableAntiforgery().Needs(Permission.AskForExplanation);
        routes.MapPost("/explanations/{id:guid}/answers", Answer).DisableAntiforgery().Needs(Permission.ExplainFigures);
    }

    static async Task<IResult> Ask(
        HttpContext context, Visitor visitor, FormWriting forms, AskedFigures asked, ExplanationDesk desk, AuditLog audit, TimeProvider clock)
    {
        var form = await SentForm.Read(context, "/explanations/new", AskForm);
        var about = await asked.Read(context.Request.Query, context.RequestAborted);
        var question = form.Needed(form.Lines("question", LongestQuestion), "question", "Hãy viết điều cần giải trình.", "Write what is to be explained.");
        var today = clock.TodayInVietnam();
        var deadline = form.Day("deadline");
        if (deadline is null && form.IsRight)
            form.Refuse("deadline", "Hãy nêu hạn trả lời.", "Name the day by which it is to be answered.");
        else if (deadline < today || deadline > today.AddDays(LongestDays))
            form.Refuse("deadline", "Hạn trả lời phải từ hôm nay đến một năm sau.", "The deadline lies between today and a year from now.");
        var to = (await desk.Addressees(context.RequestAborted)).FirstOrDefault(one => one.Code == form.Raw("to"));
        if (to is null)
            form.Refuse("to", "Hãy chọn cơ quan hoặc cán bộ trả lời trong danh sách.", "Choose an agency or officer from the list.");
        if (!form.IsRight)
            return form.Refused();

        return await forms.Once(context, form, async (connection, cancellation) =>
        {
            var person = visitor.Known;
            var id = await Write(connection, about, question, to!, deadline!.Value, person, clock, cancellation);
            await audit.Record(
                connection, person.UserName, "explanation.ask", $"explanation/{id}",
                new { target = about.Target, indicator = about.Indicator.Code, region = about.Region.Code, to = to!.Code, deadline }, cancellation);
            return new NextPage($"/explanations/{id}");
        });
    }

    static async Task<Guid> Write(
        NpgsqlConnection connection, AskedFigure about, string question, Addressee to, DateOnly deadline, Person person, TimeProvider clock, CancellationToken cancellation)
    {
        var (kind, code) = (to.Code.Split(':')[0], to.Code[(to.Code.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        await using var command = new NpgsqlCommand(AskQuery, connection);
        void Add(string name, NpgsqlDbType type, object? value) => command.Parameters.AddWithValue(name, type, value ?? DBNull.Value);
        Add("target", NpgsqlDbType.Text, about.Target);
        Add("indicator", NpgsqlDbType.Text, about.Indicator.Code);
        Add("region", NpgsqlDbType.Text, about.Region.Code);
        Add("period_kind", NpgsqlDbType.Text, about.Period?.Kind.Code());
        Add("period_start", NpgsqlDbType.Date, about.Period?.FirstDay);
        Add("edition", NpgsqlDbType.Integer, about.Edition);
        Add("value", NpgsqlDbType.Numeric, about.Value);
        Add("question", NpgsqlDbType.Text, question);
        Add("agency", NpgsqlDbType.Text, kind == "agency" ? code : null);
        Add("account", NpgsqlDbType.Uuid, kind == "account" ? Guid.Parse(code) : null);
        Add("deadline", NpgsqlDbType.Date, deadline);
        Add("at", NpgsqlDbType.TimestampTz, clock.GetUtcNow());
        Add("person", NpgsqlDbType.Uuid, person.Id);
        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    static async Task<IResult> Answer(
        HttpContext context, Guid id, Visitor visitor, FormWriting forms, ExplanationDesk desk, AuditLog audit, TimeProvider clock)
    {
        var person = visitor.Known;
        // Who was not asked learns nothing of it.
        if (await desk.Find(id, person, context.RequestAborted) is not { } asked)
            return ExplanationDesk.NotFound;
        if (!asked.IsAskedOf(person))
            return AccessGuard.NotAllowed;

        var form = await SentForm.Read(context, asked.Path, AnswerForm);
        var text = form.Needed(form.Lines("text", LongestAnswer), "text", "Hãy viết nội dung giải trình.", "Write the explanation.");
        if (!form.IsRight)
            return form.Refused();

        return await forms.Once(context, form, async (connection, cancellation) =>
        {
            await using var command = new NpgsqlCommand(
                "INSERT INTO plan.explanation_answer (request_id, text, answered_at, answered_by) VALUES ($1, $2, $3, $4)", connection);
            command.Parameters.AddWithValue(id);
            command.Parameters.AddWithValue(text);
            command.Parameters.AddWithValue(clock.GetUtcNow());
            command.Parameters.AddWithValue(person.Id);
            await command.ExecuteNonQueryAsync(cancellation);
            await audit.Record(connection, person.UserName, "explanation.answer", $"explanation/{id}", null, cancellation);
            return new NextPage(asked.Path) { Fragment = "#answers" };
        });
    }
}
