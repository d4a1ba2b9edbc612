using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using Npgsql;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>A leader asks why a figure is as it is; whoever is responsible answers; both stay as they were written.</summary>
public sealed class AskingForAnExplanation : IAsyncLifetime
{
    TestSite site = null!;
    Figures figures = null!;
    HttpClient leader = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        figures = new(site);
        leader = await site.SignedIn(Role.Leader);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    static string Tomorrow => DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    async Task<Guid> Officer(string name, string? agency = null, params Role[] roles)
    {
        var id = await site.NewAccount(name, roles.Length > 0 ? roles : [Role.Officer]);
        if (agency is not null)
            await figures.Execute($"UPDATE plan.account SET agency_code = '{agency}' WHERE id = '{id}'");
        return id;
    }

    static Task<HttpResponseMessage> Ask(HttpClient who, string to = "agency:S-YT", string question = "Vì sao số liệu chưa cập nhật?", string? deadline = null, string? key = null, string about = "target=XH-10") =>
        who.Send($"/explanations?{about}", ("key", key ?? Guid.NewGuid().ToString()), ("question", question), ("to", to), ("deadline", deadline ?? Tomorrow));

    async Task<string> Asked(string to = "agency:S-YT", string about = "target=XH-10")
    {
        using var answer = await Ask(leader, to, about: about);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    static Task<HttpResponseMessage> Answer(HttpClient who, string path, string text = "Sở đang tổng hợp số liệu quý III.", string? key = null) =>
        who.Send(path + "/answers", ("key", key ?? Guid.NewGuid().ToString()), ("text", text));

    [Theory]
    [InlineData("/indicators/urbanisation-rate", "/explanations/new?indicator=urbanisation-rate&amp;region=807&amp;period=2019")]
    [InlineData("/indicators/grdp-per-capita", "/explanations/new?indicator=grdp-per-capita&amp;region=80-to-2025&amp;period=2024")]
    [InlineData("/districts/can-giuoc", "/explanations/new?indicator=urbanisation-rate&amp;region=807&amp;period=2019")]
    public async Task Begins_beside_any_figure_for_leaders_and_for_nobody_else(string page, string way)
    {
        using var officer = await site.SignedIn(Role.Officer);
        var shown = await leader.GetStringAsync(page, TestContext.Current.CancellationToken);

        Assert.Contains($"href=\"{way}\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/explanations/new", await officer.GetStringAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var form = await leader.GetAsync(WebUtility.HtmlDecode(way), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task Reaches_every_officer_of_the_agency_and_their_answer_reaches_the_leader()
    {
        var path = await Asked();
        using var officer = await site.SignedIn(await Officer("yte", "S-YT"));

        Assert.Contains("Vì sao số liệu chưa cập nhật?", PageReading.Words(await officer.Read("/explanations")), StringComparison.Ordinal);
        using var sent = await Answer(officer, path);
        Assert.Equal(path + "#answers", sent.Headers.Location!.ToString());

        var words = PageReading.Words(await leader.Read(path));
        Assert.Contains("Sở đang tổng hợp số liệu quý III.", words, StringComparison.Ordinal);
        Assert.Contains("đã trả lời", words, StringComparison.Ordinal);
        Assert.Equal(1, await figures.Scalar<long>("SELECT count(*) FROM plan.audit WHERE action = 'explanation.ask'"));
        Assert.Equal(1, await figures.Scalar<long>("SELECT count(*) FROM plan.audit WHERE action = 'explanation.answer' AND actor = 'yte'"));
    }

    [Fact]
    public async Task Can_be_asked_of_one_officer_by_name()
    {
        var named = await Officer("can-bo-a");
        var path = await Asked($"account:{named}", "indicator=population-census&region=807&period=2019");
        using var officer = await site.SignedIn(named);
        using var other = await site.SignedIn(await Officer("can-bo-b"));

        Assert.Contains("Cần Giuộc", PageReading.Words(await officer.Read(path)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status(path));
    }

    [Fact]
    public async Task Is_nobody_elses_business_and_looks_as_if_it_did_not_exist()
    {
        var path = await Asked();
        using var stranger = await site.SignedIn(await Officer("taichinh", "S-TC"));
        using var planner = await site.SignedIn(await Officer("lan", "S-YT", Role.Planner));

        foreach (var client in new[] { stranger, planner })
        {
            Assert.Equal(HttpStatusCode.NotFound, await client.Status(path));
            Assert.DoesNotContain("Vì sao số liệu", await client.Read("/explanations"), StringComparison.Ordinal);
            Assert.DoesNotContain("Vì sao số liệu", await client.Read("/targets/XH-10"), StringComparison.Ordinal);
        }

        using var refused = await Answer(stranger, path);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var forbidden = await Answer(planner, path);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var nobody = site.Public();
        Assert.DoesNotContain("giải trình", await nobody.Read("/targets/XH-10"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await figures.Scalar<long>("SELECT count(*) FROM plan.explanation_answer"));
    }

    [Fact]
    public async Task Is_for_leaders_to_ask_and_for_the_responsible_to_answer()
    {
        var path = await Asked();
        using var officer = await site.SignedIn(await Officer("yte", "S-YT"));
        using var both = await site.SignedIn(await Officer("ca-hai", "S-TC", Role.Leader, Role.Officer));

        using var asked = await Ask(officer);
        using var answered = await Answer(leader, path);
        using var notAsked = await Answer(both, path);

        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, answered.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, notAsked.StatusCode);
    }

    [Theory]
    [InlineData("", "agency:S-YT", null, "Hãy viết điều cần giải trình.")]
    [InlineData("Vì sao?", "agency:NONE", null, "Hãy chọn cơ quan hoặc cán bộ trả lời trong danh sách.")]
    [InlineData("Vì sao?", "agency:S-YT", "", "Hãy nêu hạn trả lời.")]
    [InlineData("Vì sao?", "agency:S-YT", "31/02/2027", "Ngày không đọc được")]
    [InlineData("Vì sao?", "agency:S-YT", "2001-01-01", "Hạn trả lời phải từ hôm nay")]
    [InlineData("Vì sao?", "agency:S-YT", "2199-01-01", "Hạn trả lời phải từ hôm nay")]
    public async Task Says_what_is_missing_and_keeps_what_was_typed(string question, string to, string? deadline, string message)
    {
        using var answer = await Ask(leader, to, question, deadline ?? Tomorrow);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(message, html, StringComparison.Ordinal);
        Assert.Contains(question, html, StringComparison.Ordinal);
        Assert.Equal(0, await figures.Scalar<long>("SELECT count(*) FROM plan.explanation_request"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?target=XX-99", HttpStatusCode.NotFound)]
    [InlineData("?indicator=no-such&region=807&period=2019", HttpStatusCode.NotFound)]
    [InlineData("?indicator=population-census&region=999&period=2019", HttpStatusCode.NotFound)]
    [InlineData("?indicator=population-census&region=807&period=1901", HttpStatusCode.NotFound)]
    [InlineData("?indicator=population-census&region=807&period=yesterday", HttpStatusCode.BadRequest)]
    public async Task Is_about_a_figure_that_there_is(string about, HttpStatusCode status) =>
        Assert.Equal(status, await leader.Status("/explanations/new" + about));

    [Fact]
    public async Task Happens_once_however_often_it_is_sent()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await Ask(leader, key: key);
        using var second = await Ask(leader, key: key);
        var path = first.Headers.Location!.ToString();
        using var officer = await site.SignedIn(await Officer("yte", "S-YT"));
        using var one = await Answer(officer, path, key: key);
        using var again = await Answer(officer, path, key: key);

        Assert.Equal(path, second.Headers.Location!.ToString());
        Assert.Equal(one.StatusCode, again.StatusCode);
        Assert.Equal(1, await figures.Scalar<long>("SELECT count(*) FROM plan.explanation_request"));
        Assert.Equal(1, await figures.Scalar<long>("SELECT count(*) FROM plan.explanation_answer"));
    }

    [Theory]
    [InlineData("UPDATE plan.explanation_request SET question = 'x'")]
    [InlineData("DELETE FROM plan.explanation_request")]
    [InlineData("UPDATE plan.explanation_answer SET text = 'x'")]
    [InlineData("TRUNCATE plan.explanation_answer")]
    public async Task Is_never_rewritten(string rewriting)
    {
        var path = await Asked();
        using var officer = await site.SignedIn(await Officer("yte", "S-YT"));
        using var answered = await Answer(officer, path);

        await Assert.ThrowsAsync<PostgresException>(() => figures.Execute(rewriting));
    }

    [Fact]
    public async Task Is_late_the_day_after_its_deadline_and_counted_in_the_menu_until_it_is_answered()
    {
        await Asked();
        var name = await Officer("yte", "S-YT");
        using var officer = await site.SignedIn(name);
        Assert.Contains("chờ trả lời", PageReading.Words(await officer.Read("/")), StringComparison.Ordinal);

        await figures.Execute($"""
            INSERT INTO plan.explanation_request (indicator_code, region_code, edition, question, agency_code, deadline, asked_at, asked_by)
            SELECT 'doctors', '807', 1, 'Câu hỏi cũ', 'S-YT', date '2026-01-31', timestamptz '2026-01-01', '{name}'
            """);

        var words = PageReading.Words(await officer.Read("/explanations"));
        Assert.Contains("Quá hạn 1", words, StringComparison.Ordinal);
        Assert.Contains("chờ trả lời, 1 quá hạn", words, StringComparison.Ordinal);
        using var other = await site.SignedIn(await Officer("taichinh", "S-TC"));
        Assert.DoesNotContain("chờ trả lời", PageReading.Words(await other.Read("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_figure_as_the_leader_saw_it()
    {
        var path = await Asked(about: "indicator=population-census&region=807&period=2019");

        await figures.Record("population-census", "807", 2019, 1);

        var words = PageReading.Words(await leader.Read(path));
        Assert.Contains("năm 2019", words, StringComparison.Ordinal);
        Assert.DoesNotContain(": 1 người", words, StringComparison.Ordinal);
    }
}
