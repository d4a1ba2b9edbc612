using System.Net;
using System.Text.RegularExpressions;

namespace LongAnGis.IntegrationTests.Pages;

public sealed partial class ReadingEveryPage(SharedSite shared)
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/plan", "/plan/industrial-parks", "/plan/districts?as-of=2025-06-30", "/plan/roads", "/plan/transport?sort=-length_km",
        "/at?lat=10.62&lon=106.48&z=11", "/at?lat=0&lon=0", "/history", "/history/1", "/plan/industrial-parks/history", "/compare",
        "/compare?from=2025-06-30&to=2025-07-01", "/plans", "/instruments/qd-686-2023", "/sources", "/time", "/search?q=duc+hoa", "/lookup", "/lookup/batch", "/watch", "/verify", "/convert", "/print", "/export", "/export?of=industrial-parks&f=shp",
        "/indicators", "/indicators?q=dan+so", "/indicators/population-census", "/indicators/grdp-per-capita",
        "/indicators/clean-water-rural?period=2025-Q1", "/indicators/preschool-universal-3-4", "/indicators/population-census?regions=communes",
        "/targets", "/targets/KT-02", "/districts", "/districts/can-giuoc?with=ben-luc", "/districts/long-an-province",
        "/invest", "/invest?stage=calling&district=can-giuoc&to.hcmc=30&area.min=5&sort=near.hcmc",
        "/invest/industrial-parks/KCN-07", "/invest/shortlist", "/invest/shortlist?list=industrial-parks/1,projects/987654", "/invest/compare",
        "/invest/compare?site=industrial-parks/1,industrial-parks/2", "/invest/embed?stage=calling", "/invest/suitability", "/invest/suitability?w.near.hcmc=3&w.free=5&kind=industrial-parks",
        "/programme", "/programme?q=duong&status=late&sort=deadline", "/programme/board", "/programme/timeline", "/programme/calendar?month=2030-12",
        "/programme/map", "/programme/groups", "/programme/agencies", "/programme/districts?group=transport", "/programme/tasks/NV-31",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Finds_one_title_one_view_and_the_language_of_the_address(string address)
    {
        using var client = await shared.Client();

        foreach (var (prefix, language) in new[] { ("", "vi"), ("/en", "en") })
        {
            var html = await client.Read(await client.LedTo(prefix + address));

            Assert.Single(Heading().Matches(html));
            Assert.Single(View().Matches(html));
            Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.Contains("<main id=\"panel\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Finds_no_link_in_it_that_leads_nowhere(string address)
    {
        using var client = await shared.Client();
        var html = await client.Read(await client.LedTo(address));
        var targets = Link().Matches(html)
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0])
            .Where(target => !target.StartsWith("/map/", StringComparison.Ordinal))
            .Distinct()
            .Take(60);

        foreach (var target in targets)
        {
            using var answer = await client.GetAsync(target, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 400, $"{address} links to {target}, which answers {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Keeps_moment_and_layers_in_the_links_of_the_application()
    {
        using var client = await shared.Client();

        var html = await client.Read("/plan?as-of=2025-06-30&known-at=r4&layers=districts,industrial-parks");

        Assert.Contains("href=\"/plan/districts?as-of=2025-06-30&amp;known-at=r4&amp;layers=districts,industrial-parks\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/plan?as-of=2025-06-30&amp;known-at=r4&amp;layers=districts,industrial-parks\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_plan_has_been_succeeded_wherever_today_is_asked()
    {
        using var client = await shared.Client();

        foreach (var address in new[] { "/", "/plan", "/plan/industrial-parks", "/time" })
            Assert.Contains("2968/QĐ-UBND", await client.Read(address), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice\"", await client.Read("/plan/industrial-parks?as-of=2024-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_chosen_layers_and_their_legend()
    {
        using var client = await shared.Client();

        var html = await client.Read("/?layers=industrial-parks,districts&opacity=districts:0.5");

        Assert.Contains("layers=\"districts,industrial-parks\"", html, StringComparison.Ordinal);
        Assert.Contains("opacity=\"districts:0.5\"", html, StringComparison.Ordinal);
        Assert.Contains("Đang hoạt động", html, StringComparison.Ordinal);
        Assert.DoesNotContain("layers=\"\"", html, StringComparison.Ordinal);
        Assert.Contains("layers=\"\"", await client.Read("/?layers="), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?layers=&layers=industrial-parks&layers=districts", "/?layers=industrial-parks,districts")]
    [InlineData("/plan/industrial-parks?q=&f.status=operating&f.area_ha.min=&as-of=", "/plan/industrial-parks?f.status=operating")]
    [InlineData("/en/plan/industrial-parks?q=", "/en/plan/industrial-parks")]
    [InlineData("/en/instruments", "/en/plans")]
    public async Task Leads_from_what_a_form_sends_to_the_short_address(string sent, string tidy)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(sent, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(tidy, answer.Headers.Location!.ToString().Replace("http://localhost", "", StringComparison.Ordinal));
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<la-view[ >]")]
    private static partial Regex View();

    [GeneratedRegex("""<a [^>]*href="(/[^"]*)""")]
    private static partial Regex Link();
}
