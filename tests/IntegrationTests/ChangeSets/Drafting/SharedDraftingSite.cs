namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>One site for a class whose tests each open change sets of their own, and read nobody else's.</summary>
public sealed class SharedDraftingSite : IAsyncLifetime
{
    readonly Lazy<Task<TestSite>> site = new(() => TestSite.OnItsOwnDatabase());

    internal async Task<Drafting> Get() => new(await site.Value);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (site.IsValueCreated)
        {
            await (await site.Value).DisposeAsync();
        }
    }
}
