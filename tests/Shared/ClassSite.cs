namespace LongAnGis.Tests;

/// <summary>
/// One site on a database of its own for all tests of a class: each of them makes accounts, change sets and figures of its
/// own, and asserts nothing of what the others made.
/// </summary>
public sealed class ClassSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.OnItsOwnDatabase();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
