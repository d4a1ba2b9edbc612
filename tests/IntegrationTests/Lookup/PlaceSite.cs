using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>A site of its own, which tests of what is told of a place amend, and whose whole log is kept.</summary>
public sealed class PlaceSite : IAsyncLifetime
{
    public const string Name = "what is told of a place";

    /// <summary>As an administrator who looks for a fault would turn the log up.</summary>
    static readonly Dictionary<string, string> Loud = new()
    {
        ["Logging:LogLevel:Default"] = "Debug",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Debug",
        ["Logging:LogLevel:Npgsql"] = "Debug",
    };

    public LinesLogged Log { get; } = new();

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Site = await TestSite.OnItsOwnDatabase(services => services.AddSingleton<ILoggerProvider>(Log), Loud);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

[CollectionDefinition(PlaceSite.Name)]
public sealed class OnPlaceSite : ICollectionFixture<PlaceSite>;

/// <summary>Keeps every line that anything logs, with its exception.</summary>
public sealed class LinesLogged : ILoggerProvider
{
    readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> All => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Keeping(categoryName, lines);

    public void Dispose()
    {
    }

    sealed class Keeping(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {formatter(state, exception)} {exception}");
    }
}
