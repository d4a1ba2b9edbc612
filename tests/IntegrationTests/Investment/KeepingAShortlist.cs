using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>A list that is in the link and nowhere else, and sites side by side.</summary>
public sealed partial class KeepingAShortlist(SharedSite shared)
{
    async Task<string> Key(string code)
    {
        await using var command = (await shared.Get()).Services.GetRequiredService<PublicDatabase>().CreateCommand(
            "SELECT layer_code || '/' || feature_id FROM pub.feature_version WHERE layer_code LIKE 'industrial-%' AND code = $1 LIMIT 1");
        command.Parameters.AddWithValue(code);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    [Fact]
    public async Task Grows_by_a_link_beside_each_site_and_goes_along_with_every_step()
    {
        using var client = await shared.Client();
        var (first, second) = (await Key("KCN-07"), await Key("KCN-43"));

        var html = await client.Read($"/invest?q=dong+nam+a&list={first}");
        var add = Addresses(html).Single(address => address.Contains($"list={first},{second}", StringComparison.Ordinal) && address.StartsWith("/invest?", StringComparison.Ordinal));
        var after = await client.Read(add);

        Assert.Contains("Danh sách của bạn 2", PageReading.Words(after), StringComparison.Ordinal);
        Assert.Contains(Addresses(after), address => address.StartsWith($"/invest/{second}?list={first},{second}", StringComparison.Ordinal));
        var site = await client.Read($"/invest/{second}?list={first},{second}");
        Assert.Contains(Addresses(site), address => address == $"/invest/{second}?list={first}");
    }

    [Fact]
    public async Task Shows_the_sites_with_the_notes_as_text()
    {
        using var client = await shared.Client();
        var key = await Key("KCN-07");

        var html = await client.Read($"/invest/shortlist?list={key}&note.{key}={Uri.EscapeDataString("\"><img src=x onerror=alert(1)> gần cảng")}");

        Assert.Contains("KCN Hựu Thạnh", PageReading.Words(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.Contains("gần cảng", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains(Addresses(html), address => address.StartsWith($"/invest/brochure.pdf?site={key}&note.{Uri.EscapeDataString(key)}=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/invest/shortlist?list=", 21)]
    [InlineData("/invest?list=", 1000)]
    [InlineData("/invest/compare?site=", 5)]
    public async Task Longer_than_a_link_can_hold_is_refused_with_a_sentence(string address, int count)
    {
        using var client = await shared.Client();

        var (status, html) = await client.Page(address + string.Join(',', Enumerable.Range(1, count).Select(id => $"projects/{id}")));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("nhiều nhất", PageReading.Words(html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list=communes/1", "không phải một khu hay dự án")]
    [InlineData("list=projects/1&note.projects/1={121}", "nhiều nhất 120 ký tự")]
    public async Task What_is_no_list_is_refused(string query, string said)
    {
        using var client = await shared.Client();

        var (status, html) = await client.Page("/invest/shortlist?" + query.Replace("{121}", new string('a', 121), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(said, PageReading.Words(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_a_key_of_no_site_is()
    {
        using var client = await shared.Client();

        Assert.Contains("projects/987654 không có trong quy hoạch", PageReading.Words(await client.Read("/invest/shortlist?list=projects/987654")), StringComparison.Ordinal);
        Assert.Contains("projects/987654 không có trong quy hoạch", PageReading.Words(await client.Read("/invest/compare?site=projects/987654")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compares_what_the_pages_of_the_sites_say_and_shows_the_same_on_the_map()
    {
        using var client = await shared.Client();
        var keys = new[] { await Key("KCN-07"), await Key("KCN-43") };

        var html = await client.Read($"/invest/compare?site={string.Join(',', keys)}");

        Assert.Equal(keys, Column().Matches(html).Select(match => match.Groups[1].Value));
        Assert.Contains($"sites.geojson?site={string.Join(',', keys)}", html, StringComparison.Ordinal);
        foreach (var key in keys)
        {
            var page = await client.Read("/invest/" + key);
            var said = string.Concat(Said().Matches(page).Select(match => match.Value));
            var answers = Answer().Matches(said).Select(match => match.Groups[1].Value + match.Groups[2].Value).ToList();
            Assert.True(answers.Count >= 6, $"{key}: {answers.Count} answers on the page");
            Assert.All(answers, answer => Assert.Contains($"<td>{answer}</td>", html, StringComparison.Ordinal));
        }
    }

    static IEnumerable<string> Addresses(string html) => Href().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();

    [GeneratedRegex("<th scope=\"col\" data-feature=\"([^\"]+)\"")]
    private static partial Regex Column();

    // First questions, and distances.
    [GeneratedRegex("<dl class=\"facts ruled answers\".*?</dl>|<table class=\"plain distances\".*?</table>", RegexOptions.Singleline)]
    private static partial Regex Said();

    // Those that are answered have no class of their own.
    [GeneratedRegex("<dd>([^<]+)</dd>\\s*</div>|<td class=\"figure\">([^<]+ km)</td>")]
    private static partial Regex Answer();
}
