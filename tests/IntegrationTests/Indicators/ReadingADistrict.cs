using System.Net;
using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>The province by district: figures with rank, what the plan places there, and comparison.</summary>
public sealed class ReadingADistrict(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_figures_with_their_period_and_rank_and_what_the_plan_places_there()
    {
        using var client = await shared.Client();

        var html = await client.Read("/districts/can-giuoc");
        var words = PageReading.Words(html);

        Assert.Contains("Huyện Cần Giuộc kết thúc ngày 30/06/2025", words, StringComparison.Ordinal);
        Assert.Contains("Dân số tổng điều tra", words, StringComparison.Ordinal);
        Assert.Contains("/15", words, StringComparison.Ordinal);
        Assert.Contains("Quy hoạch 686 trên địa bàn", words, StringComparison.Ordinal);
        Assert.Contains("Long Hậu", words, StringComparison.Ordinal);
        Assert.Contains("theo văn bản", words, StringComparison.Ordinal);
        Assert.Contains("Cơ cấu dân số", words, StringComparison.Ordinal);
        Assert.Contains("extent=\"106.", html, StringComparison.Ordinal);
        Assert.Contains("highlight=\"communes/", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_a_district_on_the_map_on_a_day_when_it_was_one()
    {
        using var client = await shared.Client();

        var html = await client.Read("/districts/can-giuoc?as-of=2025-06-30");

        Assert.DoesNotContain("kết thúc ngày", html, StringComparison.Ordinal);
        Assert.Contains("highlight=\"districts/", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/districts/807", "/districts/can-giuoc")]
    [InlineData("/districts/huyen-can-giuoc", "/districts/can-giuoc")]
    [InlineData("/districts/C%E1%BA%A7n%20Giu%E1%BB%99c", "/districts/can-giuoc")]
    [InlineData("/districts/Can-Giuoc?as-of=2025-06-30", "/districts/can-giuoc?as-of=2025-06-30")]
    [InlineData("/districts/80-to-2025", "/districts/long-an-province")]
    [InlineData("/districts/can-giuoc?with=can-duoc&with=ben-luc", "/districts/can-giuoc?with=can-duoc,ben-luc")]
    public async Task Leads_codes_and_other_spellings_to_the_one_address(string address, string leadsTo)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(leadsTo, new Uri(client.BaseAddress!, answer.Headers.Location!).PathAndQuery);
    }

    [Fact]
    public async Task Leads_the_code_of_a_commune_to_its_feature()
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync("/communes/27694", Cancellation);

        Assert.StartsWith("/plan/communes/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Page("/communes/99999")).Status);
    }

    [Theory]
    [InlineData("/districts/atlantis", HttpStatusCode.NotFound, "15 huyện")]
    [InlineData("/districts/can-giuoc?with=atlantis", HttpStatusCode.BadRequest, "Không có huyện “atlantis”")]
    [InlineData("/districts/can-giuoc?with=can-giuoc", HttpStatusCode.BadRequest, "mỗi huyện chỉ nêu một lần")]
    [InlineData("/districts/can-giuoc?with=ben-luc,ben-luc", HttpStatusCode.BadRequest, "mỗi huyện chỉ nêu một lần")]
    [InlineData("/districts/can-giuoc?with=ben-luc,can-duoc,duc-hoa,tan-an", HttpStatusCode.BadRequest, "nhiều nhất 3")]
    [InlineData("/districts?sort=beauty", HttpStatusCode.BadRequest, "population-census")]
    public async Task Refuses_what_it_cannot_show_and_says_what_to_do(string address, HttpStatusCode status, string says)
    {
        using var client = await shared.Client();

        var (answered, html) = await client.Page(address);

        Assert.Equal(status, answered);
        Assert.Contains(says, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compares_with_three_others_or_the_province()
    {
        using var client = await shared.Client();

        var html = await client.Read("/districts/can-giuoc?with=can-duoc,long-an-province,moc-hoa");

        Assert.Contains("class=\"compared\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"with\"", html, StringComparison.Ordinal);
        Assert.Contains("Bỏ so sánh với", PageReading.Words(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_plainly_that_a_figure_is_of_a_union()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        await new Figures(site).Record("households", "795-798", 2009, 34567);
        using var client = site.CreateClient();

        var words = PageReading.Words(await client.GetStringAsync("/districts/kien-tuong", Cancellation));

        Assert.Contains("34.567 2009 số chung của Mộc Hóa (gồm cả Kiến Tường)", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_province_with_the_verdict_of_its_targets()
    {
        using var client = await shared.Client();

        var html = await client.Read("/districts/long-an-province");

        Assert.Contains("Tỉnh Long An", PageReading.Words(html), StringComparison.Ordinal);
        Assert.Contains("/targets/KT-02", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Hạng<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranks_the_list_by_a_column()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await client.Read("/districts?sort=population-density"));

        Assert.True(words.IndexOf("Cần Giuộc", StringComparison.Ordinal) < words.IndexOf("Tân Hưng", StringComparison.Ordinal));
    }
}
