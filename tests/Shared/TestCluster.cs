using System.Collections.Concurrent;
using System.Globalization;
using LongAnGis.Web.Database.PrivateCluster;
using LongAnGis.Web.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LongAnGis.Tests;

/// <summary>
/// The PostGIS server of one test run: a private cluster like the service's own, in a temporary folder, with one database that
/// is migrated and seeded once. Everything else is a clone of it, made in a fraction of a second.
/// </summary>
public sealed class TestCluster : IAsyncLifetime
{
    const string Prefix = "longan-test-";

    static readonly Lazy<Task<TestCluster>> Running = new(Start);

    static readonly ConcurrentStack<IAsyncDisposable> Guests = new();

    static int databases;

    ClusterServer? server;
    NpgsqlConnectionStringBuilder? template;
    string? folder;

    /// <summary>The cluster of this run, started by whoever asks first.</summary>
    public static Task<TestCluster> Get() => Running.Value;

    /// <summary>Something that lives on the cluster for the whole run, and ends before it.</summary>
    public static void EndWithTheRun(IAsyncDisposable guest) => Guests.Push(guest);

    /// <summary>
    /// A new database with the plan's data, as its owner connects to it. Its files are copied, which takes a third of the time
    /// of writing 40 MB through the log.
    /// </summary>
    public static async Task<string> NewSeededDatabase() =>
        (await (await Get()).Create($"TEMPLATE {ClusterServer.Database} STRATEGY file_copy")).ConnectionString;

    /// <summary>A new database with nothing in it.</summary>
    public static async Task<string> NewEmptyDatabase() => (await (await Get()).Create("TEMPLATE template0")).ConnectionString;

    async Task<NpgsqlConnectionStringBuilder> Create(string template)
    {
        var name = $"test_{Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture)}";
        await Execute($"CREATE DATABASE {name} {template}");
        return Address(name);
    }

    /// <summary>Removes a database that nobody needs any more: hundreds of them would fill a disk and take minutes to delete at the end.</summary>
    public static async Task Drop(string connectionString) =>
        await (await Get()).Execute($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    NpgsqlConnectionStringBuilder Address(string database) => new(template!.ConnectionString) { Database = database };

    async Task Execute(string sql)
    {
        var maintenance = Address("postgres");
        maintenance.Pooling = false;
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<TestCluster> Start()
    {
        RemoveLeftovers();
        var cluster = new TestCluster { folder = NewFolder() };
        cluster.server = ServerIn(cluster.folder);
        cluster.template = await cluster.server.Start(shared: false, CancellationToken.None);
        // Every test's service has a pool or two; the connections of the last one should not linger.
        cluster.template.MaxPoolSize = 8;
        await cluster.TradeSafetyForSpeed();

        await using (var site = new TestSite(cluster.template.ConnectionString))
        {
            await site.Start();
        }

        return cluster;
    }

    /// <summary>
    /// Nobody needs these databases after a loss of power, and an autovacuum worker for each of hundreds in turn would take a
    /// core. A killed process loses nothing: tests that kill servers have clusters of their own all the same.
    /// </summary>
    async Task TradeSafetyForSpeed()
    {
        foreach (var setting in new[] { "fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off", "max_wal_size = '2GB'", "checkpoint_timeout = '1h'" })
            await Execute($"ALTER SYSTEM SET {setting}");
        await Execute("SELECT pg_reload_conf()");
    }

    /// <summary>A folder of a run's own, which the account of the database can reach.</summary>
    public static string NewFolder()
    {
        var path = Path.Combine(Path.GetTempPath(), Prefix + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(path);
        return path;
    }

    static ClusterServer ServerIn(string folder)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["data-dir"] = folder, ["quiet"] = "true" })
            .Build();
        var account = new ServerAccount();
        var files = new ClusterFolder(new DataFolder(configuration), account);
        return new(
            files, new(files, account), account, configuration, new Terminal(configuration), NullLogger<ClusterServer>.Instance);
    }

    // A run that was killed leaves its server behind; its lock is free.
    static void RemoveLeftovers()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                if (Directory.GetLastWriteTimeUtc(left) < DateTime.UtcNow.AddMinutes(-2)
                    && DataFolderLock.TryTake(Path.Combine(left, "lock")) is { } taken)
                {
                    taken.Dispose();
                    ServerIn(left).StopLeftover();
                    Directory.Delete(left, recursive: true);
                }
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException or StartupException)
            {
                // Somebody else's, or being removed by another run.
            }
        }
    }

    /// <summary>As a fixture of the whole assembly this starts nothing: only what was started is stopped.</summary>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        while (Guests.TryPop(out var guest))
        {
            await guest.DisposeAsync();
        }

        if (Running.IsValueCreated)
        {
            var cluster = await Running.Value;
            await cluster.server!.DisposeAsync();
            try
            {
                Directory.Delete(cluster.folder!, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Its lock is free now, and another run that clears up after killed ones was faster.
            }
        }
    }
}
