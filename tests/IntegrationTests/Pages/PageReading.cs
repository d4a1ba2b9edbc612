using System.Net;
using System.Text.RegularExpressions;

namespace LongAnGis.IntegrationTests.Pages;

/// <summary>Asks for pages as a browser does and reads them as text.</summary>
static partial class PageReading
{
    public static async Task<(HttpStatusCode Status, string Html)> Page(this HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The page at an address that must answer well.</summary>
    public static async Task<string> Read(this HttpClient client, string address)
    {
        var (status, html) = await client.Page(address);
        Assert.True(status == HttpStatusCode.OK, $"{address} answers {status}");
        return html;
    }

    /// <summary>Where an address leads: the code of a feature to the page that has its id.</summary>
    public static async Task<string> LedTo(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode is HttpStatusCode.Redirect ? answer.Headers.Location!.ToString() : address;
    }

    /// <summary>The words of a page without its markup, each space once.</summary>
    public static string Words(string html) =>
        Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ");

    /// <summary>The features that a page's rows name, as layer/id, in the order of the page.</summary>
    public static IReadOnlyList<string> Rows(string html) =>
        [.. Row().Matches(html).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("""<(?:tr|li|dd) data-feature="([^"]+)""")]
    private static partial Regex Row();
}
