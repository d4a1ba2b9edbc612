using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.Tests;

/// <summary>
/// The whole service in the test's process, on a database of its own. <see cref="WebApplicationFactory{T}.CreateClient()"/>
/// asks it without a network; <see cref="Listen"/> gives it a real address for a browser.
/// </summary>
public partial class TestSite(
    string connectionString, Action<IServiceCollection>? replace = null, IReadOnlyDictionary<string, string>? settings = null)
    : WebApplicationFactory<Program>
{
    // Not one of the cluster folders: another run that clears up after killed ones leaves those of sites alone.
    readonly string dataFolder = Directory.CreateTempSubdirectory("longan-site-").FullName;

    bool ownsDatabase;

    /// <summary>How the owner of the plan connects to this site's database, for a test's own data.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <summary>A site on a clone of the seeded database, which the test may change as it likes.</summary>
    public static async Task<TestSite> OnItsOwnDatabase(
        Action<IServiceCollection>? replace = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var site = new TestSite(await TestCluster.NewSeededDatabase(), replace, settings) { ownsDatabase = true };
        await site.Start();
        return site;
    }

    /// <summary>Migrates, seeds and takes requests.</summary>
    public Task Start() => Task.Run(() => _ = Server);

    /// <summary>Opens a port of this machine; answers with the address, which ends in no slash.</summary>
    public async Task<string> Listen()
    {
        UseKestrel(0);
        await Task.Run(StartServer);
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return addresses.First().TrimEnd('/');
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(settings?.GetValueOrDefault("environment") ?? "Testing");
        builder.UseSetting("ConnectionStrings:Plan", ConnectionString);
        builder.UseSetting("data-dir", dataFolder);
        builder.UseSetting("port", "0");
        builder.UseSetting("quiet", "true");
        // All tests come from one address.
        foreach (var limit in new[] { "SignInFailures", "SignInBurst", "TileBurst", "Downloads", "Items", "EnquiryBurst", "BatchBurst", "WatchBurst", "Misses" })
        {
            builder.UseSetting($"Limits:{limit}", "100000");
        }

        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            builder.UseSetting(name, value);
        }

        if (replace is not null)
        {
            builder.ConfigureTestServices(replace);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase)
            await TestCluster.Drop(ConnectionString);
        Directory.Delete(dataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
