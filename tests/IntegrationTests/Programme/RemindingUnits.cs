using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;
using static LongAnGis.IntegrationTests.Programme.ReportingOffice;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>The desk reminds who has not filed: on their page, and by e-mail through a real server that may refuse or be away.</summary>
public sealed class RemindingUnits(MailboxOffice office) : IClassFixture<MailboxOffice>
{
    const string Reminders = "/programme/reports/2030-Y/reminders";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    MailSending Sending => office.Site.Services.GetRequiredService<MailSending>();

    static Task<HttpResponseMessage> Remind(HttpClient desk, string words, string? key = null) =>
        desk.Send(Reminders, ("key", key ?? Guid.NewGuid().ToString()), ("words", words));

    [Fact]
    public async Task Reaches_officers_on_their_page_and_by_mail_once_and_goes_on_when_the_server_is_back()
    {
        using var desk = await office.Site.SignedIn(Role.Desk);
        using var officer = await office.Somebody("S-GTVT", Role.Officer);
        using var district = await office.Somebody("802", Role.Officer);
        using var planner = await office.Somebody("S-XD", Role.Planner);
        await office.Desk.Execute("UPDATE plan.account SET display_name = E'Hạnh\\r\\nBcc: ke@xau.vn' WHERE email = 'officer@s-gtvt.example.vn'");
        office.Answer("officer@802.example.vn", new SmtpResponse(SmtpReplyCode.ServiceUnavailable, "later"));
        var key = Guid.NewGuid().ToString();

        await Expect(HttpStatusCode.SeeOther, await Remind(desk, "Nộp trước thứ Sáu\r\n.\r\nRSET", key));
        await Expect(HttpStatusCode.SeeOther, await Remind(desk, "Nộp trước thứ Sáu\r\n.\r\nRSET", key));
        await Expect(HttpStatusCode.Conflict, await Remind(desk, "Nữa"), "vừa được nhắc trong giờ qua");

        var mine = PageReading.Words(await officer.Read("/programme/my-work"));
        Assert.Contains("nhắc nộp báo cáo", mine, StringComparison.Ordinal);
        Assert.Contains("Nộp trước thứ Sáu", mine, StringComparison.Ordinal);
        Assert.Equal(2, await office.Desk.Scalar<long>("SELECT count(*) FROM plan.mail"));

        Assert.Equal(1, await Sending.SendDue(Cancellation));
        Assert.Equal(0, await Sending.SendDue(Cancellation));
        var letter = Assert.Single(office.Taken);
        Assert.Equal("officer@s-gtvt.example.vn", Assert.Single(letter.To.Mailboxes).Address);
        Assert.Empty(letter.Bcc);
        Assert.Matches("^Nhắc nộp báo cáo kỳ năm 2030: còn [0-9]+ báo cáo$", letter.Subject);
        Assert.Contains("Sở Xây dựng còn", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("hết ngày 29/12/2030", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("RSET", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("http://localhost/programme/my-work", letter.TextBody, StringComparison.Ordinal);

        office.Answer("officer@802.example.vn", new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "gone"));
        await office.Wait(TimeSpan.FromMinutes(1));
        const string givenUp = "SELECT attempts = 2 AND next_try_at IS NULL AND sent_at IS NULL FROM plan.mail WHERE to_address = 'officer@802.example.vn'";
        await office.SendUntil(() => office.Desk.Scalar<bool>(givenUp));

        await office.Wait(TimeSpan.FromHours(1));
        await Expect(HttpStatusCode.SeeOther, await Remind(desk, ""));
        await office.SendUntil(() => Task.FromResult(office.Taken.Count == 2));
        Assert.All(office.Taken, taken => Assert.Equal("officer@s-gtvt.example.vn", Assert.Single(taken.To.Mailboxes).Address));
    }

    [Fact]
    public async Task Is_for_the_desk_and_for_a_period_that_has_opened()
    {
        using var desk = await office.Site.SignedIn(Role.Desk);
        using var head = await office.Somebody("S-XD", Role.Head);

        await Expect(HttpStatusCode.Forbidden, await Remind(head, ""), "không có quyền");
        await Expect(HttpStatusCode.Conflict, await desk.Send("/programme/reports/2031-M01/reminders", ("key", Guid.NewGuid().ToString())), "khi kỳ đã mở");
    }
}
