using System.Net;
using LongAnGis.IntegrationTests.Accounts;

namespace LongAnGis.IntegrationTests.Platform;

[Collection(AloneInTheProcess.Name)]
public sealed class DownloadingManyAtOnce
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_one_address_download_a_few_files_at_a_time()
    {
        await using var site = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["Limits:Downloads"] = "4" });
        using var client = site.Public();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            using var answer = await client.GetAsync("/plan/districts.geojson", Cancellation);
            return answer.StatusCode;
        }));

        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.All(answers, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 64 << 20);
        Assert.Equal(HttpStatusCode.OK, await client.Status("/plan/districts.geojson"));
    }
}
