using System.Runtime.CompilerServices;
using LongAnGis.Web.Database;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LongAnGis.Benchmarks;

/// <summary>The whole service in this process, on a database that is made for the measurement and removed after it.</summary>
sealed class BenchmarkSite(string? connectionString, bool isBrowsed) : WebApplicationFactory<Program>
{
    const string Database = "longan_benchmark";

    readonly string folder = Directory.CreateTempSubdirectory("longan-benchmark-").FullName;

    public PlanDatabase Plan => Services.GetRequiredService<PlanDatabase>();

    public PublicDatabase Public => Services.GetRequiredService<PublicDatabase>();

    /// <summary>Where a browser finds the site, without a slash at the end; only when it was started to be browsed.</summary>
    public string Address =>
        Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');

    public static async Task<BenchmarkSite> Start(bool isBrowsed = false)
    {
        var given = Environment.GetEnvironmentVariable("ConnectionStrings__Plan");
        var site = new BenchmarkSite(given is { Length: > 0 } ? await NewDatabase(given) : null, isBrowsed);
        if (isBrowsed)
        {
            site.UseKestrel(0);
            await Task.Run(site.StartServer);
        }
        else
        {
            await Task.Run(() => _ = site.Server);
        }

        return site;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // The account of the database must pass through to its own folder.
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        // As the tests do: a failure of the service becomes an exception here.
        builder.UseEnvironment("Testing");
        // A browser needs the map client, which lies among the sources.
        builder.UseContentRoot(isBrowsed ? SourceOfTheService() : AppContext.BaseDirectory);
        builder.UseSetting("data-dir", folder);
        builder.UseSetting("port", "0");
        builder.UseSetting("quiet", "true");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        if (connectionString is not null)
        {
            builder.UseSetting("ConnectionStrings:Plan", connectionString);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (connectionString is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServer(connectionString, $"DROP DATABASE {Database} WITH (FORCE)");
        }

        Directory.Delete(folder, recursive: true);
    }

    static string SourceOfTheService([CallerFilePath] string here = "") =>
        Path.GetFullPath("../../src/LongAnGis.Web", Path.GetDirectoryName(here)!);

    static async Task<string> NewDatabase(string given)
    {
        await OnServer(given, $"DROP DATABASE IF EXISTS {Database} WITH (FORCE)");
        await OnServer(given, $"CREATE DATABASE {Database} TEMPLATE template0");
        return new NpgsqlConnectionStringBuilder(given) { Database = Database }.ConnectionString;
    }

    static async Task OnServer(string given, string statement)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(given) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
