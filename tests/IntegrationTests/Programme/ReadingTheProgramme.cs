using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>The programme narrowed down by its address, and found from the places that its tasks concern.</summary>
public sealed class ReadingTheProgramme(SharedSite shared)
{
    static IEnumerable<string> Codes(string html) => System.Text.RegularExpressions.Regex.Matches(html, "<tr id=\"(NV-[0-9]+)\"").Select(match => match.Groups[1].Value);

    [Theory]
    [InlineData("?q=nha+o+xa+hoi", "NV-48")]
    [InlineData("?q=nhà ở xã hội", "NV-48")]
    [InlineData("?agency=BQLKKT&role=lead", "NV-38")]
    [InlineData("?district=808&group=transport", "NV-44,NV-45")]
    [InlineData("?priority=high", "NV-21,NV-22,NV-23,NV-24")]
    [InlineData("?group=energy&as-of=2024-04-01&status=late", "NV-29")]
    [InlineData("?group=energy&as-of=2024-03-31&status=due-soon", "NV-29")]
    [InlineData("?group=energy&sort=deadline", "NV-29,NV-30,NV-31,NV-33,NV-32")]
    public async Task Lists_what_the_address_asks_for(string query, string codes)
    {
        using var client = await shared.Client();

        Assert.Equal(codes, string.Join(',', Codes(await client.Read("/programme" + query))));
    }

    [Theory]
    [InlineData("?status=nothing")]
    [InlineData("?agency=S-NONE")]
    [InlineData("?group=<script>")]
    [InlineData("?district=1")]
    [InlineData("?page=0")]
    [InlineData("?sort=colour")]
    [InlineData("/calendar?month=2026-13")]
    [InlineData("/calendar?month=hôm nay")]
    public async Task Refuses_what_is_not_there_with_a_sentence(string address)
    {
        using var client = await shared.Client();

        var (status, html) = await client.Page("/programme" + address);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_beside_each_status_what_the_list_then_shows()
    {
        using var client = await shared.Client();
        var html = await client.Read("/programme?group=transport&as-of=2026-07-01");
        var counts = System.Text.RegularExpressions.Regex.Matches(html, "href=\"/programme\\?status=([a-z-]+)[^\"]*\"[^>]*>\\s*<b class=\"figure\">([0-9]+)</b>");

        Assert.NotEmpty(counts);
        foreach (System.Text.RegularExpressions.Match count in counts)
        {
            var list = await client.Read($"/programme?status={count.Groups[1].Value}&group=transport&as-of=2026-07-01");
            Assert.Equal(int.Parse(count.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), Codes(list).Count());
        }
    }

    [Fact]
    public async Task Is_found_from_the_district_and_the_feature_that_a_task_concerns()
    {
        using var client = await shared.Client();

        Assert.Contains("/programme/tasks/NV-44", await client.Read("/districts/chau-thanh"), StringComparison.Ordinal);
        using var feature = await client.GetAsync("/plan/projects/DA-01", TestContext.Current.CancellationToken);
        Assert.Contains("/programme/tasks/NV-31", await client.Read(feature.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_nothing_at_a_moment_before_it_was_known_and_says_so()
    {
        using var client = await shared.Client();

        Assert.Contains("Chưa ghi nhận nhiệm vụ nào", PageReading.Words(await client.Read("/programme?known-at=r1")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Page("/programme/tasks/NV-01?known-at=r1")).Status);
    }

    [Fact]
    public async Task Leaves_the_pen_to_the_desk()
    {
        var site = await shared.Get();
        using var officer = await site.SignedIn(Role.Officer);

        Assert.DoesNotContain("/amend", await officer.Read("/programme/tasks/NV-42"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await officer.Status("/programme/tasks/NV-42/amend"));
    }
}
