using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>The map of a search inside of somebody else's page.</summary>
public sealed partial class EmbeddingAMap(SharedSite shared)
{
    const string Filter = "stage=calling&district=can-giuoc";

    [Fact]
    public async Task Shows_what_the_search_shows_and_may_be_framed_while_no_other_page_may()
    {
        using var client = await shared.Client();

        var embedded = await client.Read("/invest/embed?" + Filter);
        Assert.Equal(Sites().Match(await client.Read("/invest?" + Filter)).Groups[1].Value, Sites().Match(embedded).Groups[1].Value);
        Assert.DoesNotContain("<form", embedded, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors *", await Policy(client, "/invest/embed?" + Filter), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors *", await Policy(client, "/en/invest/embed"), StringComparison.Ordinal);
        foreach (var address in new[] { "/", "/invest", "/invest/shortlist", "/invest/embed?stage=sleeping", "/sign-in", "/invest/embed/x" })
        {
            Assert.Contains("frame-ancestors 'none'", await Policy(client, address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Is_offered_as_a_snippet_that_leads_there()
    {
        using var client = await shared.Client();
        var html = await client.Read("/en/invest?" + Filter + "&sort=name&page=1&list=projects/1");

        var snippet = WebUtility.HtmlDecode(Snippet().Match(html).Groups[1].Value);

        Assert.Contains("/en/invest/embed?stage=calling&amp;district=can-giuoc\"", snippet, StringComparison.Ordinal);
        await client.Read(new Uri(WebUtility.HtmlDecode(Source().Match(snippet).Groups[1].Value)).PathAndQuery);
    }

    [Fact]
    public async Task Is_a_picture_too()
    {
        using var client = await shared.Client();

        using var picture = await client.GetAsync("/invest/map.png?" + Filter, TestContext.Current.CancellationToken);
        using var nothing = await client.GetAsync("/invest/map.png?q=khong-co-gi-nhu-vay", TestContext.Current.CancellationToken);

        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        var bytes = await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(bytes.Length > 20_000, $"{bytes.Length} bytes");
    }

    static async Task<string> Policy(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
    }

    [GeneratedRegex("<la-view[^>]* sites=\"([^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex Sites();

    [GeneratedRegex("<textarea id=\"embed-code\"[^>]*>([^<]+)</textarea>")]
    private static partial Regex Snippet();

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Source();
}
