using System.Net;
using LongAnGis.Core.Tiles;
using LongAnGis.IntegrationTests.Plans;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Tiles;

/// <summary>What a publication does to tiles that are already in memories, ours and other people's.</summary>
public sealed class PublishingBesideATile : IAsyncLifetime
{
    const string Layer = "socio-economic-zones";
    const string Field = "POLYGON ((106.400 10.600, 106.401 10.600, 106.401 10.601, 106.400 10.601, 106.400 10.600))";

    static readonly TileAddress Touched = TileAddress.At(new(10.6005, 106.4005), 15);
    static readonly TileAddress Untouched = TileAddress.At(new(10.75, 106.1), 15);

    TestSite site = null!;
    HttpClient client = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        client = site.CreateClient(new() { AllowAutoRedirect = false });
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task A_touched_tile_is_right_on_the_very_next_request()
    {
        using var before = await Get(Touched);
        await Publish();
        using var after = await Get(Touched);

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Ruộng", (await Names(after)));
    }

    [Fact]
    public async Task A_tile_elsewhere_keeps_its_tag()
    {
        using var before = await Get(Untouched);
        await Publish();
        using var after = await Get(Untouched);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task A_tile_of_an_earlier_revision_keeps_its_bytes()
    {
        var revision = await new Amendments(site).Scalar<int>("SELECT max(number) FROM plan.revision");
        var address = $"/tiles/{Layer}/{Touched}.mvt?revision={revision}&as-of=2026-01-01";
        var before = await client.GetByteArrayAsync(address, Cancellation);
        await Publish();

        Assert.Equal(before, await client.GetByteArrayAsync(address, Cancellation));
    }

    [Fact]
    public async Task A_draft_changes_no_tag()
    {
        using var before = await Get(Touched);
        await new Amendments(site).Draft(Create(Layer, "FIELD", Content("Ruộng", Field)));
        using var after = await Get(Touched);

        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task A_layer_that_becomes_internal_is_gone_as_if_it_had_never_been()
    {
        using var before = await Get(Touched);
        await new Amendments(site).Scalar<object>($"UPDATE plan.layer SET visibility = 'internal' WHERE code = '{Layer}' RETURNING 1");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/tiles/{Layer}/{Touched}.mvt");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await client.SendAsync(request, Cancellation);
        using var never = await client.GetAsync($"/tiles/no-such-layer-12345/{Touched}.mvt", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        Assert.Equal(await WithoutTrace(never), await WithoutTrace(after));
    }

    [Fact]
    public async Task Many_who_wait_for_one_tile_get_the_same_bytes()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.GetByteArrayAsync($"/tiles/{Layer}/9/407/240.mvt", Cancellation)));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    Task<int> Publish() => new Amendments(site).Publish(Create(Layer, "FIELD", Content("Ruộng", Field)));

    Task<HttpResponseMessage> Get(TileAddress tile) => client.GetAsync($"/tiles/{Layer}/{tile}.mvt", Cancellation);

    static async Task<IEnumerable<object>> Names(HttpResponseMessage answer) =>
        TileDecoder.Decode(await answer.Content.ReadAsByteArrayAsync(Cancellation))
            .Single(layer => layer.Name == Layer)
            .Features.Select(feature => feature.Attributes["name"]);

    /// <summary>A problem document without what differs from request to request.</summary>
    static async Task<string> WithoutTrace(HttpResponseMessage answer)
    {
        var problem = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
        problem.Remove("traceId");
        problem.Remove("instance");
        return problem.ToJsonString();
    }
}
