using LongAnGis.IntegrationTests.Plans;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>A site with an address that other programs can ask, and a plan that may be amended while they do.</summary>
public sealed class OpenDataSite : IAsyncLifetime
{
    TestSite site = null!;

    public string Address { get; private set; } = null!;

    public IServiceProvider Services => site.Services;

    public Amendments Plan { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        site = new TestSite(await TestCluster.NewSeededDatabase());
        Address = await site.Listen();
        Plan = new Amendments(site);
    }

    public HttpClient Client() => new() { BaseAddress = new Uri(Address) };

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
