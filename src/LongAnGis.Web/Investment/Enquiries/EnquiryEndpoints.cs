using LongAnGis.Core.Accounts;
using LongAnGis.Core.Investment;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Investment.Enquiries;

/// <summary>An investor writes from the page of a site; officers of the responsible agency say what became of it.</summary>
static class EnquiryEndpoints
{
    public const string Inbox = "/enquiries";
    public const string EnquiryForm = "contact";
    public const string StepForm = "step";

    /// <summary>A field that people neither see nor reach; what fills it in is a program.</summary>
    public const string Trap = "homepage";

    /// <summary>Says on the site's page that the enquiry arrived.</summary>
    public const string SentParameter = "sent";

    public const int LongestSender = 120;
    public const int LongestLine = 200;
    public const int LongestMessage = 4000;
    const int FewestDigits = 8;

    static readonly string StepQuery = Sql.Beside<EnquiryDesk>("TakeEnquiryStep");

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Anybody may write; nothing is done in anybody's name, so that there is no token against foreign forms.
        routes.MapPost(SiteLinks.Search + "/{layer}/{id:long}/enquiries", Send).DisableAntiforgery();
        routes.MapPost(Inbox + "/{id:guid}/steps", TakeStep).DisableAntiforgery().Needs(Permission.AnswerEnquiries);
    }

    static async Task<IResult> Send(
        HttpContext context, string layer, long id, SiteReading reading, EnquiryDesk desk, PlanDatabase database, AuditLog audit)
    {
        var key = new SiteKey(layer, id);
        var cancellation = context.RequestAborted;
        if (!SiteLayers.All.Contains(layer) || await reading.Find(key) is not { } sheet)
            return SiteReading.NotASite.Refusal;
        if (await desk.Responsible(sheet, cancellation) is not { } agency)
            return Refusal.NotFound("Chưa có cơ quan nào nhận thư hỏi về nơi này.", "No agency takes enquiries about this site yet.");

        var form = await SentForm.Read(context, SiteLinks.Path(key), EnquiryForm);
        var written = Read(form);
        if (!form.IsRight)
            return form.Refused();

        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await desk.Keep(connection, sheet, agency, written, context.PageLanguage(), cancellation) is { } kept)
        {
            // Neither name nor message: the audit is kept longer than either.
            await audit.Record(
                connection, "(public)", "enquiry.send", $"enquiry/{kept}", new { site = key.ToString(), agency = agency.Code, suspect = written.IsSuspect }, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new NextPage(SiteLinks.Path(key), (SentParameter, "1")) { Fragment = "#contact" };
    }

    static WrittenEnquiry Read(SentForm form)
    {
        var sender = form.Needed(form.Line("sender", LongestSender), "sender", "Hãy cho biết tên của bạn.", "Tell your name.");
        var organisation = form.Line("organisation", LongestLine);
        var contact = form.Needed(
            form.Line("contact", LongestLine), "contact", "Hãy để lại thư điện tử hoặc số điện thoại để được trả lời.", "Leave an e-mail address or telephone number for the answer.");
        if (contact.Length > 0 && !CanBeReached(contact))
            form.Refuse("contact", "Đây không phải thư điện tử hay số điện thoại.", "This is neither an e-mail address nor a telephone number.");
        var message = form.Needed(form.Lines("message", LongestMessage), "message", "Hãy viết điều bạn muốn hỏi.", "Write what you would like to ask.");
        return new(sender, organisation, contact, message, !string.IsNullOrEmpty(form.Raw(Trap)));
    }

    // Enough to catch slips; whether anybody answers there only an answer will show.
    static bool CanBeReached(string contact) =>
        System.Net.Mail.MailAddress.TryCreate(contact, out _) || contact.Count(char.IsAsciiDigit) >= FewestDigits;

    static async Task<IResult> TakeStep(
        HttpContext context, Guid id, Visitor visitor, FormWriting forms, EnquiryDesk desk, AuditLog audit, TimeProvider clock)
    {
        var person = visitor.Known;
        // Who is of another agency learns nothing of it.
        if (await desk.Find(id, person, context.RequestAborted) is not { } enquiry)
            return EnquiryDesk.NotFound;

        var form = await SentForm.Read(context, enquiry.Path, StepForm);
        var state = EnquiryStates.Of(form.Raw("state"));
        if (state == EnquiryState.New)
            form.Refuse(null, "Hãy chọn đã đọc hoặc đã trả lời.", "Choose read or answered.");
        var note = form.Lines("note", LongestMessage);
        if (state == EnquiryState.Answered && note is null && form.IsRight)
            form.Refuse("note", "Hãy ghi đã trả lời thế nào, để đồng nghiệp cùng biết.", "Write how it was answered, so that colleagues know.");
        if (!form.IsRight)
            return form.Refused();

        return await forms.Once(context, form, async (connection, cancellation) =>
        {
            await using var command = new NpgsqlCommand(StepQuery, connection);
            command.Parameters.AddWithValue("enquiry", id);
            command.Parameters.AddWithValue("state", state.Code());
            command.Parameters.AddWithValue("note", NpgsqlDbType.Text, (object?)note ?? DBNull.Value);
            command.Parameters.AddWithValue("at", clock.GetUtcNow());
            command.Parameters.AddWithValue("person", person.Id);
            await command.ExecuteNonQueryAsync(cancellation);
            await audit.Record(connection, person.UserName, $"enquiry.{state.Code()}", $"enquiry/{id}", null, cancellation);
            return new NextPage(enquiry.Path);
        });
    }
}
