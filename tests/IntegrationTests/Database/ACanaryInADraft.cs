using System.Text;
using LongAnGis.IntegrationTests.Plans;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Database;

/// <summary>A word and a polygon that exist only where the public may not look.</summary>
public sealed class ACanaryInADraft : IAsyncLifetime
{
    const string Word = "chimhoangyenbimat";
    const string Folded = "chimhoangyen";
    const string Polygon = "POLYGON((106.30117 10.70117, 106.30317 10.70117, 106.30317 10.70317, 106.30117 10.70317, 106.30117 10.70117))";
    const string Corner = "106.30117";

    TestSite site = null!;
    Amendments plan = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        plan = new Amendments(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Changes_no_byte_of_any_public_answer()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        var before = await new PublicCrawl(client).Run(Cancellation);

        await plan.Draft(Create("socio-economic-zones", "CANARY", Content(Word, Polygon)));

        var after = await new PublicCrawl(client).Run(Cancellation);
        Assert.True(before.Count > 100, $"The crawl found only {before.Count} answers.");
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.Empty(before.Where(answer => !answer.Value.AsSpan().SequenceEqual(after[answer.Key])).Select(answer => answer.Key));
    }

    [Fact]
    public async Task Occurs_nowhere_when_it_is_published_in_an_internal_layer()
    {
        await plan.Scalar<object>("""
            INSERT INTO plan.layer (code, plan_scoped, group_code, position, name_vi, name_en, geometry_kind, visibility)
            SELECT 'chimhoangyen-layer', true, group_code, 1, 'chimhoangyenbimat', 'canary', 'polygon', 'internal'
            FROM plan.layer LIMIT 1
            RETURNING 1
            """);
        await plan.Publish(Create("chimhoangyen-layer", "CANARY", Content(Word, Polygon)));
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });

        var answers = await new PublicCrawl(client).Run(Cancellation);

        Assert.Empty(answers.Where(answer => Holds(answer.Value, Folded) || Holds(answer.Value, Corner)).Select(answer => answer.Key));
    }

    [Fact]
    public async Task Is_found_once_it_is_published()
    {
        await plan.Publish(Create("socio-economic-zones", "CANARY", Content(Word, Polygon)));
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });

        var answer = await client.GetByteArrayAsync($"/search?q={Word}", Cancellation);

        Assert.True(Holds(answer, "/plan/socio-economic-zones/"));
    }

    static bool Holds(byte[] answer, string text) =>
        answer.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
