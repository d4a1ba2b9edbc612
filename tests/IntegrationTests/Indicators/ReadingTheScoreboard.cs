using System.Net;
using LongAnGis.Core.Indicators;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.IntegrationTests.Plans;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>Targets held against figures: worst first, each plan apart, with the rule and its numbers.</summary>
public sealed class ReadingTheScoreboard(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Judges_the_plan_apart_from_other_instruments_and_never_drafts()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await client.Read("/targets"));

        Assert.Contains("Mục tiêu của quy hoạch 686 đến 2030", words, StringComparison.Ordinal);
        var (plan, others, drafts) = (
            words.IndexOf("Kết luận Mục tiêu", StringComparison.Ordinal),
            words.IndexOf("Mục tiêu của văn bản khác", StringComparison.Ordinal),
            words.IndexOf("Dự thảo và mục tiêu đã bị thay", StringComparison.Ordinal));
        Assert.True(plan < others && others < drafts);
        Assert.InRange(words.IndexOf("GRDP bình quân đầu người (giá hiện hành)", StringComparison.Ordinal), plan, others);
        Assert.InRange(words.IndexOf("Nhà ở xã hội", StringComparison.Ordinal), others, drafts);
        Assert.True(words.IndexOf("Số KCN (dự thảo 4/2022)", StringComparison.Ordinal) > drafts);
        Assert.Contains("đã bị thay, không đánh giá", words[drafts..], StringComparison.Ordinal);
        Assert.Contains("dự thảo, không đánh giá", words[drafts..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_the_worst_first_and_counts_each_verdict()
    {
        using var client = await shared.Client();
        var html = await client.Read("/targets");

        var first = html[..html.IndexOf("Mục tiêu của văn bản khác", StringComparison.Ordinal)];
        var table = first[first.IndexOf("<tbody>", StringComparison.Ordinal)..first.IndexOf("</tbody>", StringComparison.Ordinal)];
        var verdicts = System.Text.RegularExpressions.Regex.Matches(table, "class=\"verdict ([a-z-]+)\"").Select(match => VerdictLook.Parse(match.Groups[1].Value)!.Value).ToList();

        Assert.True(verdicts.Count > 5);
        Assert.Equal(verdicts.Order(), verdicts);
        var silent = int.Parse(System.Text.RegularExpressions.Regex.Match(html, @"(\d+) mục tiêu chưa có số liệu nào").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var look in VerdictLook.All)
        {
            var count = System.Text.RegularExpressions.Regex.Match(html, $"verdict={look.Code}\"[^>]*>\\s*<b class=\"figure\">(\\d+)</b>").Groups[1].Value;
            var told = verdicts.Count(verdict => verdict == look.Verdict) + (look.Verdict == Verdict.NotAssessed ? silent : 0);
            Assert.Equal(told.ToString(System.Globalization.CultureInfo.InvariantCulture), count);
        }
    }

    [Fact]
    public async Task Narrows_by_theme_and_verdict_in_the_address()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await client.Read("/targets?theme=health&verdict=not-assessed"));

        Assert.Contains("Giường bệnh trên một vạn dân", words, StringComparison.Ordinal);
        Assert.DoesNotContain("GRDP bình quân đầu người (giá hiện hành)", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/targets?verdict=excellent", "not-assessed")]
    [InlineData("/targets?theme=astrology", "economy")]
    public async Task Refuses_a_filter_that_it_does_not_know_and_names_those_it_does(string address, string known)
    {
        using var client = await shared.Client();

        var (status, html) = await client.Page(address);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(known, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/targets/XX-99")]
    [InlineData("/targets/'; DROP TABLE plan.target;--")]
    public async Task Knows_no_target_but_those_there_are(string address)
    {
        using var client = await shared.Client();

        Assert.Equal(HttpStatusCode.NotFound, (await client.Page(address)).Status);
    }

    [Fact]
    public async Task Writes_the_rule_down_with_its_numbers()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await client.Read("/targets"));

        foreach (var sentence in VerdictRule.Default.Words)
        {
            Assert.Contains(sentence.Vi, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Explains_a_verdict_with_the_numbers_that_were_used()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await client.Read("/targets/KT-02"));

        Assert.Contains("Trên 180 triệu đồng/người", words, StringComparison.Ordinal);
        Assert.Contains("686/QĐ-TTg", words, StringComparison.Ordinal);
        Assert.Contains("Văn bản không nêu; lấy từ chuỗi số liệu theo quy tắc.", words, StringComparison.Ordinal);
        Assert.Contains("Đường từ", words, StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu theo huyện của chỉ tiêu này.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_plan_without_targets_has_none()
    {
        using var client = await shared.Client();

        Assert.Contains("Chưa giữ mục tiêu nào của quy hoạch 2968", PageReading.Words(await client.Read("/targets?plan=2968")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_past_day_with_the_figures_that_were_over_by_then()
    {
        using var client = await shared.Client();

        var html = await client.Read("/targets/KT-02?as-of=2023-06-13");
        var years = System.Text.RegularExpressions.Regex.Matches(html, "<th scope=\"row\" class=\"figure\">(\\d{4})</th>").Select(match => match.Groups[1].Value).ToList();

        Assert.Contains("2022", years);
        Assert.DoesNotContain("2024", years);
        Assert.Contains("Năm 2022:", PageReading.Words(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_a_new_figure_and_keeps_the_verdict_of_the_day_before()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        using var client = site.CreateClient();
        var figures = new Figures(site);
        await new Amendments(site).Publish(Amendments.Create("industrial-parks", "board-1", Amendments.Content("KCN Mốc Thời Gian", "POINT(106.5 10.7)")));
        var revision = await figures.Scalar<int>("SELECT max(number) FROM plan.revision");
        var edition = await figures.Record("grdp-per-capita", Figures.Province, 2025, 999);

        var now = PageReading.Words(await client.GetStringAsync("/targets/KT-02", Cancellation));
        var before = PageReading.Words(await client.GetStringAsync($"/targets/KT-02?known-at=r{revision}", Cancellation));

        Assert.True(edition > 1);
        Assert.Contains("999", now, StringComparison.Ordinal);
        Assert.DoesNotContain("999", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judges_by_the_numbers_that_the_province_has_set()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        await new Figures(site).Execute("INSERT INTO plan.verdict_setting (edition_from, exceeded_from_percent, risk_from_percent, band_percent, share_band_points, maintain_percent) SELECT max(number), 110, 80, 7, 1, 0.5 FROM plan.edition");
        using var client = site.CreateClient();

        var words = PageReading.Words(await client.GetStringAsync("/targets", Cancellation));

        Assert.Contains("từ 110 % mục tiêu trở lên", words, StringComparison.Ordinal);
        Assert.Contains("Không đạt: dưới 80 % của đường", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drills_to_the_districts_where_every_one_of_them_has_a_figure()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var figures = new Figures(site);
        foreach (var place in Enumerable.Range(0, 15))
        {
            await figures.Record("doctors-per-10k", (794 + place).ToString(System.Globalization.CultureInfo.InvariantCulture), 2019, 5 + place);
        }

        await figures.Record("doctors-per-10k", Figures.Province, 2019, 8);
        using var client = site.CreateClient();

        var words = PageReading.Words(await client.GetStringAsync("/targets/XH-10", Cancellation));

        Assert.Contains("mỗi huyện góp phần bằng khoảng cách của huyện nhân tỷ trọng mẫu số (năm 2019)", words, StringComparison.Ordinal);
        Assert.Contains("Phần góp", words, StringComparison.Ordinal);
    }
}
