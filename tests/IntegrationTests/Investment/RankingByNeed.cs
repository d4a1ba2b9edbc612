using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>Sites scored by weighted criteria, as a list, as a map, as a link.</summary>
public sealed partial class RankingByNeed(SharedSite shared)
{
    const string Weights = "w.near.hcmc=3&w.rent=2&kind=industrial-parks";

    [Fact]
    public async Task Lists_the_best_first_with_parts_that_add_up_to_the_score()
    {
        using var client = await shared.Client();

        var cards = Card().Matches(await client.Read("/en/invest/suitability?" + Weights)).Select(match => WebUtility.HtmlDecode(match.Value)).ToList();

        Assert.True(cards.Count >= 10, $"{cards.Count} ranked");
        var scores = cards.Select(card => Number(Score().Match(card).Groups[1].Value)).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(cards.Zip(scores), one =>
            Assert.Equal(one.Second, Added().Matches(one.First).Sum(match => Number(match.Groups[1].Value)), 0.15));
        Assert.True(scores[0] > scores[^1]);
    }

    [Fact]
    public async Task Paints_the_same_sites_by_their_grade_at_an_address_that_may_be_kept()
    {
        using var client = await shared.Client();
        var html = await client.Read("/invest/suitability?" + Weights);
        var address = WebUtility.HtmlDecode(SitesAttribute().Match(html).Groups[1].Value);

        Assert.Contains("w.near.hcmc=3&w.rent=2&kind=industrial-parks", address, StringComparison.Ordinal);
        var graded = await Symbols(client, address);
        var plain = await Symbols(client, "/invest/sites.geojson?kind=industrial-parks");
        Assert.Equal(plain.Keys.Order(), graded.Keys.Order());
        Assert.All(graded.Values, symbol => Assert.Contains("/3b4a50/", symbol, StringComparison.Ordinal));
        Assert.InRange(graded.Values.Select(symbol => symbol.Split('/')[2]).Distinct().Count(), 2, 5);
    }

    [Theory]
    [InlineData("w.luck=3", "Không có tiêu chí này")]
    [InlineData("w.free=6", "từ 0 đến 5")]
    [InlineData("w.free=-1", "từ 0 đến 5")]
    [InlineData("w.free=heavy", "từ 0 đến 5")]
    public async Task Is_refused_for_what_cannot_be_weighed(string query, string said)
    {
        using var client = await shared.Client();

        var (status, html) = await client.Page("/invest/suitability?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(said, PageReading.Words(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_it_scores_and_what_it_cannot_consider()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await client.Read("/invest/suitability"));

        Assert.Contains("Chưa tiêu chí nào được chọn", words, StringComparison.Ordinal);
        Assert.Contains("0 điểm ở 80, đủ điểm từ 5 km", words, StringComparison.Ordinal);
        Assert.Contains("vùng ngập, đất cần bảo vệ", words, StringComparison.Ordinal);
    }

    static async Task<Dictionary<long, string>> Symbols(HttpClient client, string address)
    {
        var json = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
        return JsonElement.Parse(json).GetProperty("features").EnumerateArray()
            .ToDictionary(feature => feature.GetProperty("id").GetInt64(), feature => feature.GetProperty("properties").GetProperty("symbol").GetString()!);
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("<li class=\"site\".*?</li>", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex("<b class=\"figure\">([0-9.]+)</b>")]
    private static partial Regex Score();

    [GeneratedRegex("<dd class=\"figure\">\\+([0-9.]+)</dd>")]
    private static partial Regex Added();

    [GeneratedRegex("<la-view[^>]* sites=\"([^\"]+)\"")]
    private static partial Regex SitesAttribute();
}
