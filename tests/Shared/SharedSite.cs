namespace LongAnGis.Tests;

/// <summary>
/// One service on the seeded data for all tests that only read; started when the first of them asks. A test that changes
/// anything takes <see cref="TestSite.OnItsOwnDatabase"/>.
/// </summary>
public sealed class SharedSite
{
    readonly Lazy<Task<TestSite>> site = new(async () =>
    {
        var started = await TestSite.OnItsOwnDatabase();
        TestCluster.EndWithTheRun(started);
        return started;
    });

    public Task<TestSite> Get() => site.Value;

    /// <summary>A client of the shared site; follows no redirects, since where they lead is often the point.</summary>
    public async Task<HttpClient> Client() => (await Get()).CreateClient(new() { AllowAutoRedirect = false });
}
