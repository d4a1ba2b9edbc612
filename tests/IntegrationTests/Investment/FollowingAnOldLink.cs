using System.Net;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.IntegrationTests.Plans;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>A link to a site that has been renamed, merged or repealed since.</summary>
public sealed class FollowingAnOldLink
{
    static readonly DateOnly Since = new(2026, 1, 1);

    [Fact]
    public async Task Leads_to_what_has_come_in_its_place_or_says_that_nothing_has()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Amendments(site);
        using var client = site.Public();
        await plan.Publish(
            Create("industrial-parks", "OLD-A", Content("KCN Cũ A")), Create("industrial-parks", "OLD-B", Content("KCN Cũ B")),
            Create("industrial-parks", "NEW-C", Content("KCN Mới C")));
        var (merged, repealed, next) = (
            await plan.Find("industrial-parks", "OLD-A"), await plan.Find("industrial-parks", "OLD-B"), await plan.Find("industrial-parks", "NEW-C"));
        await plan.Publish(End(merged, Since, "NEW-C"), End(repealed, Since));
        string Key(Feature feature) => FormattableString.Invariant($"industrial-parks/{feature.Id}");

        using var moved = await client.GetAsync("/en/invest/" + Key(merged), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.EndsWith("/en/invest/" + Key(next), moved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Không còn hiệu lực từ", PageReading.Words(await client.Read("/invest/" + Key(repealed))), StringComparison.Ordinal);

        foreach (var address in new[] { $"/invest/shortlist?list={Key(merged)},{Key(repealed)}", $"/invest/compare?site={Key(merged)},{Key(repealed)}" })
        {
            var words = PageReading.Words(await client.Read(address));
            Assert.Contains("KCN Cũ A đã được thay bằng KCN Mới C", words, StringComparison.Ordinal);
            Assert.Contains("KCN Cũ B không còn hiệu lực và không có nơi nào thay thế", words, StringComparison.Ordinal);
        }
    }
}
