using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Pages;
using UglyToad.PdfPig;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>Briefs and maps on paper: one sheet, embedded type, and the figures of the page.</summary>
public sealed partial class PrintingADistrict(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    async Task<(string Text, PdfDocument Document)> Read(string address)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        var document = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        return (Spaces().Replace(string.Join('\n', document.GetPages().Select(page => page.Text)).Normalize(NormalizationForm.FormC), ""), document);
    }

    [Theory]
    [InlineData("", "can-giuoc", 6)]
    [InlineData("/en", "can-giuoc", 6)]
    // Its map and the key of its many symbols leave less room.
    [InlineData("", "long-an-province", 5)]
    public async Task States_the_figures_of_the_page(string language, string slug, int fewest)
    {
        using var client = await shared.Client();
        var html = await client.Read($"{language}/districts/{slug}");

        var (text, document) = await Read($"{language}/districts/{slug}/brief.pdf");
        using (document)
        {
            // Every figure of the page's heading, with its period, and rows of its table.
            var headline = Figure().Matches(html[html.IndexOf("class=\"headline\"", StringComparison.Ordinal)..html.IndexOf("table-bar", StringComparison.Ordinal)]);
            Assert.True(headline.Count >= 2);
            Assert.All(headline, match => Assert.Contains(WebUtility.HtmlDecode(match.Groups[1].Value), text, StringComparison.Ordinal));
            var rows = Row().Matches(html).Select(match => Spaces().Replace(WebUtility.HtmlDecode(match.Groups[1].Value), "") is var name
                ? (Name: name, Value: Spaces().Replace(WebUtility.HtmlDecode(match.Groups[2].Value), "")) : default).ToList();
            Assert.True(rows.Count > 10);
            // Name, unit and value stand beside each other in a row of paper as in a row of the page.
            var told = rows.Count(row => Regex.IsMatch(text, Regex.Escape(row.Name) + @"(\([^)]*\))?[^0-9−]{0,120}" + Regex.Escape(row.Value)));
            Assert.True(told >= fewest, $"only {told} of {rows.Count} rows of the page are on paper");
        }
    }

    public static TheoryData<string> Slugs =>
    [
        "tan-an", "kien-tuong", "tan-hung", "vinh-hung", "moc-hoa", "tan-thanh", "thanh-hoa", "duc-hue", "duc-hoa", "ben-luc", "thu-thua", "tan-tru",
        "can-duoc", "can-giuoc", "chau-thanh", "long-an-province",
    ];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Is_one_sheet_of_A4_with_its_type_embedded_in_both_languages(string slug)
    {
        foreach (var (language, page) in new[] { ("", "Trang1/1"), ("/en", "Page1/1") })
        {
            var (text, document) = await Read($"{language}/districts/{slug}/brief.pdf");
            using (document)
            {
                Assert.Equal(1, document.NumberOfPages);
                var sheet = document.GetPage(1);
                Assert.Equal((595, 842), ((int)Math.Round(sheet.Width), (int)Math.Round(sheet.Height)));
                // Type 3 are the rims round names on the map, which carry their own outlines.
                Assert.All(sheet.Letters.Select(letter => letter.FontName).Distinct(), font => Assert.Matches("BeVietnamPro|^Type3$", font));
                // Vectors: lines and shapes, no picture.
                Assert.Empty(sheet.GetImages());
                Assert.True(sheet.Paths.Count > 50);
                Assert.Contains(page, text, StringComparison.Ordinal);
                Assert.Contains("686/QĐ-TTg", text, StringComparison.Ordinal);
                Assert.Contains("1:", text, StringComparison.Ordinal);
                // The key of the map.
                Assert.Contains(language.Length == 0 ? "ranhgiới" : "boundary", text, StringComparison.Ordinal);
                Assert.Contains(language.Length == 0 ? "Hệthốngđôthị" : "Urbancentres", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Draws_no_map_of_today_for_a_past_state_of_knowledge()
    {
        using var client = await shared.Client();
        var html = await client.Read("/history");
        var newest = Regex.Match(html, @"/history/(\d+)").Groups[1].Value;

        var (text, document) = await Read(string.Create(CultureInfo.InvariantCulture, $"/districts/can-giuoc/brief.pdf?known-at=r{newest}"));

        using (document)
        {
            Assert.DoesNotContain("Tỷlệ1:", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/indicators/population-density/map.pdf?year=2019", "Mậtđộdânsố,năm2019")]
    [InlineData("/en/indicators/urbanisation-rate/map.pdf", "Legend")]
    public async Task Prints_a_map_of_an_indicator_on_A3_with_all_that_a_map_must_have(string address, string says)
    {
        var (text, document) = await Read(address);
        using (document)
        {
            var sheet = Assert.Single(document.GetPages());
            Assert.Equal((1191, 842), ((int)Math.Round(sheet.Width), (int)Math.Round(sheet.Height)));
            Assert.Contains(says, text, StringComparison.Ordinal);
            foreach (var part in new[] { "686/QĐ-TTg", "CầnGiuộc", "1:", "km", "VN-2000" })
            {
                Assert.Contains(part, text.Replace("CanGiuoc", "CầnGiuộc", StringComparison.Ordinal), StringComparison.Ordinal);
            }

            Assert.Empty(sheet.GetImages());
        }
    }

    [Theory]
    [InlineData("/districts/atlantis/brief.pdf", HttpStatusCode.NotFound)]
    [InlineData("/districts/807/brief.pdf", HttpStatusCode.Redirect)]
    [InlineData("/districts/can-giuoc/brief.pdf?as-of=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/no-such/map.pdf", HttpStatusCode.NotFound)]
    [InlineData("/indicators/population-density/map.pdf?year=1901", HttpStatusCode.NotFound)]
    [InlineData("/indicators/population-density/map.pdf?year=soon", HttpStatusCode.BadRequest)]
    public async Task Refuses_what_there_is_no_sheet_of(string address, HttpStatusCode status)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("""<b class="figure">([^<]+)</b>""")]
    private static partial Regex Figure();

    [GeneratedRegex("""<th scope="row"><a[^>]*>([^<]+)</a>.*?</th>\s*<td class="number figure">([^<]+)<""", RegexOptions.Singleline)]
    private static partial Regex Row();
}
