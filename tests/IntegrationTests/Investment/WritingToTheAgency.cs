using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Indicators;
using LongAnGis.IntegrationTests.Pages;
using Npgsql;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>A database of its own for all facts about enquiries.</summary>
public sealed class EnquirySite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public Figures Data { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.OnItsOwnDatabase();
        Data = new(Site);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public async Task<HttpClient> OfficerOf(string? agency, params Role[] roles)
    {
        var id = await Site.NewAccount($"test-{Guid.NewGuid():N}", roles.Length > 0 ? roles : [Role.Officer]);
        if (agency is not null)
            await Data.Execute($"UPDATE plan.account SET agency_code = '{agency}' WHERE id = '{id}'");
        return await Site.SignedIn(id);
    }
}

/// <summary>What an investor writes on the page of a site reaches officers of the responsible agency, and nobody else.</summary>
public sealed class WritingToTheAgency(EnquirySite enquiries) : IClassFixture<EnquirySite>
{
    const string Park = "KCN-07";
    const string Authority = "BQLKKT";

    TestSite Site => enquiries.Site;

    async Task<string> PathOf(string code)
    {
        var id = await enquiries.Data.Scalar<long>($"SELECT id FROM plan.feature WHERE layer_code = 'industrial-parks' AND code = '{code}'");
        return FormattableString.Invariant($"/invest/industrial-parks/{id}");
    }

    async Task<HttpResponseMessage> Send(
        string message, string sender = "Kim Min-jun", string contact = "kim@example.kr", string trap = "", string language = "", string? path = null)
    {
        using var nobody = Site.Public();
        return await nobody.Send(
            $"{language}{path ?? await PathOf(Park)}/enquiries",
            ("sender", sender), ("organisation", ""), ("contact", contact), ("message", message), ("homepage", trap));
    }

    async Task<string> Sent(string message, string sender = "Kim Min-jun", string trap = "")
    {
        using var answer = await Send(message, sender, trap: trap);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return "/enquiries/" + await enquiries.Data.Scalar<Guid>(
            $"SELECT id FROM plan.enquiry WHERE message = '{message.Replace("'", "''", StringComparison.Ordinal)}'");
    }

    [Fact]
    public async Task Reaches_the_officers_of_the_responsible_agency_who_say_what_became_of_it()
    {
        using var officer = await enquiries.OfficerOf(Authority);
        var path = await Sent("Còn bao nhiêu hecta đất sạch?", "Công ty Hàn Quốc");

        Assert.Contains("Công ty Hàn Quốc", PageReading.Words(await officer.Read("/enquiries")), StringComparison.Ordinal);
        Assert.Contains("chưa mở", PageReading.Words(await officer.Read("/")), StringComparison.Ordinal);
        var key = Guid.NewGuid().ToString();
        using var unsaid = await officer.Send(path + "/steps", ("key", Guid.NewGuid().ToString()), ("state", "answered"), ("note", ""));
        using var first = await officer.Send(path + "/steps", ("key", key), ("state", "answered"), ("note", "Đã gửi thư ngày 28/11."));
        using var again = await officer.Send(path + "/steps", ("key", key), ("state", "answered"), ("note", "Đã gửi thư ngày 28/11."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        var words = PageReading.Words(await officer.Read(path));
        Assert.Contains("Còn bao nhiêu hecta đất sạch?", words, StringComparison.Ordinal);
        Assert.Contains("Đã gửi thư ngày 28/11.", words, StringComparison.Ordinal);
        Assert.Equal(1, await enquiries.Data.Scalar<long>($"SELECT count(*) FROM plan.enquiry_step WHERE enquiry_id = '{path[11..]}'"));
        await Assert.ThrowsAsync<PostgresException>(() => enquiries.Data.Execute("UPDATE plan.enquiry_step SET note = 'x'"));
    }

    [Fact]
    public async Task Is_nobody_elses_business_and_looks_as_if_it_did_not_exist()
    {
        var path = await Sent("Câu hỏi riêng của một nhà đầu tư");
        using var other = await enquiries.OfficerOf("S-CT");
        using var unattached = await enquiries.OfficerOf(null);
        using var planner = await enquiries.OfficerOf(Authority, Role.Planner);
        using var nobody = Site.Public();

        foreach (var officer in new[] { other, unattached })
        {
            Assert.Equal(HttpStatusCode.NotFound, await officer.Status(path));
            Assert.DoesNotContain("Câu hỏi riêng", await officer.Read("/enquiries"), StringComparison.Ordinal);
            using var step = await officer.Send(path + "/steps", ("key", Guid.NewGuid().ToString()), ("state", "read"));
            Assert.Equal(HttpStatusCode.NotFound, step.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, await planner.Status(path));
        using var forbidden = await planner.Send(path + "/steps", ("key", Guid.NewGuid().ToString()), ("state", "read"));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await nobody.Status(path));
        Assert.Equal(0, await enquiries.Data.Scalar<long>($"SELECT count(*) FROM plan.enquiry_step WHERE enquiry_id = '{path[11..]}'"));
    }

    [Fact]
    public async Task Says_on_the_page_that_it_arrived_and_who_has_it()
    {
        using var answer = await Send("Is there land for a cold store?", language: "/en");
        using var nobody = Site.Public();

        Assert.Equal($"/en{await PathOf(Park)}?sent=1#contact", answer.Headers.Location!.ToString());
        var words = PageReading.Words(await nobody.Read(answer.Headers.Location.ToString()));
        Assert.Contains("Long An Economic Zone Authority has your question", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "kim@example.kr", "Còn đất không?", "Hãy cho biết tên của bạn.")]
    [InlineData("Kim", "", "Còn đất không?", "Hãy để lại thư điện tử hoặc số điện thoại")]
    [InlineData("Kim", "gọi tôi nhé", "Còn đất không?", "không phải thư điện tử hay số điện thoại")]
    [InlineData("Kim", "0272 382 1234", "", "Hãy viết điều bạn muốn hỏi.")]
    [InlineData("Kim\u0007", "kim@example.kr", "Còn đất không?", "ký tự điều khiển")]
    public async Task Says_what_is_missing_and_keeps_what_was_typed(string sender, string contact, string message, string said)
    {
        using var answer = await Send(message, sender, contact);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Contains(message, html, StringComparison.Ordinal);
        Assert.Contains("KCN Hựu Thạnh", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_more_than_fits_is_refused()
    {
        using var answer = await Send(new string('a', 4001));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("nhiều nhất 4000", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_text_whatever_it_says()
    {
        const string Hostile = "<img src=x onerror=alert(1)> {{7*7}} javascript:alert(2) \u202Eevil";
        using var officer = await enquiries.OfficerOf(Authority);

        var path = await Sent(Hostile, "\"><svg/onload=alert(3)>");

        foreach (var html in new[] { await officer.Read(path), await officer.Read("/enquiries") })
        {
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg/onload", html, StringComparison.Ordinal);
            Assert.Contains("&lt;img src=x", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("href=\"javascript", await officer.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_kept_apart_when_the_trap_was_filled_in()
    {
        using var officer = await enquiries.OfficerOf(Authority);
        await Sent("Buy cheap followers", "Bot", trap: "https://spam.example");

        var words = PageReading.Words(await officer.Read("/enquiries"));

        Assert.True(words.IndexOf("Nghi là thư rác", StringComparison.Ordinal) < words.IndexOf("Buy cheap followers", StringComparison.Ordinal));
        Assert.True(await enquiries.Data.Scalar<bool>("SELECT is_suspect FROM plan.enquiry WHERE message = 'Buy cheap followers'"));
    }

    [Fact]
    public async Task Sent_twice_is_one_enquiry()
    {
        await Sent("Gửi hai lần vì mạng chậm");
        await Sent("Gửi hai lần vì mạng chậm");

        Assert.Equal(1, await enquiries.Data.Scalar<long>("SELECT count(*) FROM plan.enquiry WHERE message = 'Gửi hai lần vì mạng chậm'"));
        Assert.Equal(1, await enquiries.Data.Scalar<long>("""
            SELECT count(*) FROM plan.audit JOIN plan.enquiry ON audit.object = 'enquiry/' || enquiry.id
            WHERE enquiry.message = 'Gửi hai lần vì mạng chậm'
            """));
    }

    [Theory]
    [InlineData("/invest/industrial-parks/999999")]
    [InlineData("/invest/communes/1")]
    public async Task About_nothing_is_refused(string path)
    {
        using var answer = await Send("Còn đất không?", path: path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Too_often_from_one_address_waits_while_pages_are_read()
    {
        await using var strict = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["Limits:EnquiryBurst"] = "2", ["Limits:EnquiriesPerHour"] = "6" });
        using var nobody = strict.Public();
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 4; time++)
        {
            using var answer = await nobody.Send("/invest/projects/1/enquiries", ("message", ""));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(2, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.OK, await nobody.Status("/invest"));
    }
}
