using System.Net;
using LongAnGis.IntegrationTests.Accounts;

namespace LongAnGis.IntegrationTests.Platform;

/// <summary>One address that asks for too much waits; the others are served as before.</summary>
public sealed class AskingTooOften
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gets_429_for_thousands_of_deep_tiles_while_pages_are_served()
    {
        await using var site = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["Limits:TileBurst"] = "400", ["Limits:TilesPerSecond"] = "200" });
        using var client = site.Public();

        var statuses = new List<HttpStatusCode>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancellation }, async (i, cancellation) =>
        {
            using var answer = await client.GetAsync($"/tiles/no-such-layer/16/{52000 + i % 50}/{30800 + i / 50}.mvt", cancellation);
            lock (statuses)
            {
                statuses.Add(answer.StatusCode);
            }
        });

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.True(statuses.Count(status => status is not HttpStatusCode.TooManyRequests) >= 400);
        Assert.Equal(HttpStatusCode.OK, await client.Status("/plan"));
    }

    [Fact]
    public async Task Is_told_when_to_come_back()
    {
        await using var site = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["Limits:TileBurst"] = "2", ["Limits:TilesPerSecond"] = "1" });
        using var client = site.Public();
        await client.Status("/tiles");
        await client.Status("/tiles");

        using var answer = await client.GetAsync("/tiles", Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        Assert.Contains("quá nhiều yêu cầu", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_what_dragging_a_map_about_does()
    {
        await using var site = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["Limits:TileBurst"] = "400" });
        using var client = site.Public();

        // Twelve layers, a screen of 12 tiles each, two screens in a moment.
        for (var tile = 0; tile < 12 * 12 * 2; tile++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await client.Status($"/tiles/no-such-layer/12/{3200 + tile}/1900.mvt"));
        }
    }

    [Fact]
    public async Task Reads_a_few_pages_of_features_at_a_time_and_a_few_more_wait()
    {
        await using var site = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["Limits:Items"] = "4" });
        using var client = site.Public();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.Status("/ogc/collections/districts/items?limit=10000")));

        Assert.InRange(answers.Count(status => status is HttpStatusCode.OK), 8, 99);
        Assert.All(answers, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.OK, await client.Status("/ogc/collections/districts/items"));
    }

    [Fact]
    public async Task Is_counted_by_the_address_itself_and_not_by_one_that_a_header_claims()
    {
        await using var site = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["Limits:TileBurst"] = "5", ["Limits:TilesPerSecond"] = "1" });
        using var client = site.Public();

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/tiles");
            request.Headers.Add("X-Forwarded-For", $"1.2.3.{i}");
            using var answer = await client.SendAsync(request, Cancellation);
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }
}
