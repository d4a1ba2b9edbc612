using System.Net;
using LongAnGis.Core.Plans;
using LongAnGis.IntegrationTests.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Search;
using Microsoft.Extensions.DependencyInjection;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Search;

public sealed class FindingAFeature(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    async Task<IReadOnlyList<FoundFeature>> Find(string query, AskedTime? asked = null) => (await Search(query, asked)).Features;

    async Task<SearchResult> Search(string query, AskedTime? asked = null)
    {
        var services = (await shared.Get()).Services;
        var moment = await services.GetRequiredService<Moments>().Resolve(asked ?? AskedTime.Now, Cancellation);
        return await services.GetRequiredService<FeatureSearch>().Find(query, moment, 60, Cancellation);
    }

    [Theory]
    [InlineData("duc hoa", "districts", "Đức Hòa")]
    [InlineData("ĐỨC HÒA", "districts", "Đức Hòa")]
    [InlineData("Đức Hoà", "districts", "Đức Hòa")]
    [InlineData("huyen duc hoa", "districts", "Đức Hòa")]
    [InlineData("khu công nghiệp long hậu", "industrial-parks", "KCN Long Hậu 3")]
    [InlineData("tx kien tuong", "districts", "Kiến Tường")]
    [InlineData("KCN-01", "industrial-parks", "KCN Đức Hòa I – Hạnh Phúc")]
    public async Task Works_with_and_without_diacritics_abbreviated_and_written_out(string query, string layer, string name) =>
        Assert.Contains(await Find(query), found => found.Layer == layer && found.Name.Vi == name);

    [Fact]
    public async Task Puts_the_diacritics_as_typed_first()
    {
        Assert.StartsWith("Đường", (await Find("đường"))[0].Name.Vi, StringComparison.Ordinal);
        Assert.Contains("Dương", (await Find("dương"))[0].Name.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_what_bears_the_whole_name_before_what_is_called_after_it() =>
        Assert.Equal(("districts", "Tân An"), (await Find("tp tan an")) is [var first, ..] ? (first.Layer, first.Name.Vi) : default);

    [Fact]
    public async Task Finds_a_commune_by_the_name_of_one_that_it_was_made_from() =>
        Assert.Contains(
            await Find("xã long hậu"),
            found => found.Layer == "communes" && found.FormerUnits.Any(unit => unit.Contains("Long Hậu", StringComparison.Ordinal)));

    [Fact]
    public async Task Says_from_when_to_when_a_unit_was_in_force()
    {
        var district = (await Find("huyện đức hòa")).First(found => found.Layer == "districts");

        Assert.False(district.IsInForce);
        Assert.Equal(new DateOnly(2025, 7, 1), district.InForceUntil);
        var before = (await Find("huyện đức hòa", new AskedTime(AsOf: new DateOnly(2025, 6, 30)))).First(found => found.Layer == "districts");
        Assert.True(before.IsInForce);
    }

    [Fact]
    public async Task Takes_a_slip_of_the_finger_for_the_name_that_comes_closest()
    {
        var result = await Search("kien tuonng");

        Assert.NotNull(result.Corrected);
        Assert.Contains(result.Features, found => found.Name.Vi == "Kiến Tường");
    }

    [Fact]
    public async Task Finds_each_feature_once_however_many_versions_it_has()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Amendments(site);
        await plan.Publish(Create("industrial-parks", "T-1", Content("Khu Hai Phiên Bản"), new DateOnly(2024, 1, 1)));
        await plan.Publish(Update(await plan.Find("industrial-parks", "T-1"), Content("Khu Hai Phiên Bản mới"), new DateOnly(2025, 1, 1)));
        var moment = await site.Services.GetRequiredService<Moments>().Resolve(AskedTime.Now, Cancellation);

        var found = (await site.Services.GetRequiredService<FeatureSearch>().Find("khu hai phien ban", moment, 60, Cancellation)).Features;

        Assert.Equal("Khu Hai Phiên Bản mới", Assert.Single(found).Name.Vi);
    }

    public static TheoryData<string> Hostile =>
    [
        "",
        "%%%%",
        "\\",
        "'",
        "'; DROP TABLE plan.feature;--",
        "a & (b",
        "\u0001\u0002",
        "\u202Eabc",
        new string('a', 10_000),
        "<img src=x onerror=alert(1)>",
        "{{7*7}}",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Answers_any_text_at_all(string query)
    {
        using var client = await shared.Client();
        foreach (var path in new[] { "/search", "/search/suggest", "/en/search" })
        {
            using var answer = await client.GetAsync($"{path}?q={Uri.EscapeDataString(query)}", Cancellation);

            // A page that is asked for nothing leads to its address without the empty parameter.
            var isTidied = query.Length == 0 && answer.StatusCode == HttpStatusCode.Found;
            Assert.True(isTidied || answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong, $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain("<img src=x", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }
}
