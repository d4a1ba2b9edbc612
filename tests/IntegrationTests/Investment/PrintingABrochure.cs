using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Pages;
using UglyToad.PdfPig;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>A brochure says what the page says, in the page's language.</summary>
public sealed partial class PrintingABrochure(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "Khoảng cách đường chim bay")]
    [InlineData("/en", "Straight distances")]
    public async Task Tells_the_answers_and_distances_of_the_page(string language, string heading)
    {
        using var client = await shared.Client();
        var path = await SitePath(client, "KCN-07");
        var html = await client.Read(language + path);

        var (text, pages) = await Read(client, $"{language}{path}/brochure.pdf");

        Assert.InRange(pages, 1, 2);
        Assert.Contains(Spaces().Replace(heading, ""), text, StringComparison.Ordinal);
        var told = Answer().Matches(html).Select(match => Spaces().Replace(WebUtility.HtmlDecode(match.Groups[1].Value + match.Groups[2].Value), "")).ToList();
        Assert.True(told.Count >= 6, $"{told.Count} answers on the page");
        Assert.All(told, answer => Assert.Contains(answer, text, StringComparison.Ordinal));
        Assert.Contains(Spaces().Replace($"localhost{language}{path}", ""), text, StringComparison.Ordinal);
        Assert.Contains(Spaces().Replace(language.Length == 0 ? "Cơ quan phụ trách Ban Quản lý Khu kinh tế" : "Responsible agency", ""), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_shortlist_carries_its_notes()
    {
        using var client = await shared.Client();
        var key = (await SitePath(client, "KCN-07"))["/invest/".Length..];
        var html = WebUtility.HtmlDecode(await client.Read($"/invest/shortlist?list={key}&note.{key}={Uri.EscapeDataString("gọi lại tuần sau")}"));
        var link = Brochure().Match(html).Groups[1].Value;

        var (text, _) = await Read(client, link);

        Assert.Contains("gọilạituầnsau", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_note_that_no_link_holds_is_refused()
    {
        using var client = await shared.Client();

        var (status, _) = await client.Page($"/invest/brochure.pdf?site=projects/1&note.projects/1={new string('a', 121)}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Of_several_sites_begins_a_page_for_each()
    {
        using var client = await shared.Client();
        var keys = string.Join(',', (await SitePath(client, "KCN-07"))["/invest/".Length..], (await SitePath(client, "KCN-43"))["/invest/".Length..]);

        var (text, pages) = await Read(client, $"/invest/brochure.pdf?site={keys}");

        Assert.InRange(pages, 2, 4);
        Assert.Contains("KCNHựuThạnh", text, StringComparison.Ordinal);
        Assert.Contains("KCNĐôngNamÁ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_thousand_sites_is_refused_with_a_sentence()
    {
        using var client = await shared.Client();

        var (status, html) = await client.Page("/invest/brochure.pdf?site=" + string.Join(',', Enumerable.Range(1, 1000).Select(id => $"projects/{id}")));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("nhiều nhất 20 khu và dự án", PageReading.Words(html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/invest/industrial-parks/999999/brochure.pdf", HttpStatusCode.NotFound)]
    [InlineData("/invest/communes/1/brochure.pdf", HttpStatusCode.NotFound)]
    [InlineData("/invest/brochure.pdf", HttpStatusCode.BadRequest)]
    [InlineData("/invest/brochure.pdf?site=communes/1", HttpStatusCode.BadRequest)]
    public async Task Of_nothing_is_refused(string address, HttpStatusCode status)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    static Task<string> SitePath(HttpClient client, string code) => client.LedTo($"/invest/industrial-parks/{code}");

    static async Task<(string Text, int Pages)> Read(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        using var document = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        var text = string.Join('\n', document.GetPages().Select(page => page.Text)).Normalize(NormalizationForm.FormC);
        return (Spaces().Replace(text, ""), document.NumberOfPages);
    }

    [GeneratedRegex("href=\"(/invest/brochure\\.pdf[^\"]+)\"")]
    private static partial Regex Brochure();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Answered questions and distances: those without a class of their own.
    [GeneratedRegex("<dd>([^<]+)</dd>\\s*</div>|<td class=\"figure\">([^<]+ km)</td>")]
    private static partial Regex Answer();
}
