using System.Collections.Concurrent;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Accounts.OpenIdConnect;

/// <summary>A provider, and a site that takes it for its own.</summary>
sealed class ProvidedSite : IAsyncDisposable
{
    ProvidedSite(IdentityProvider provider, TestSite site) => (Provider, Site) = (provider, site);

    public IdentityProvider Provider { get; }

    public TestSite Site { get; }

    static readonly ConcurrentDictionary<string, Lazy<Task<ProvidedSite>>> Running = new();

    /// <summary>One for all tests that say the same, started by whoever asks first; each test brings its own people.</summary>
    /// <param name="tests">Whose it is, so that one class does not read what another has caused.</param>
    public static Task<ProvidedSite> Shared(string tests, params (string Name, string Value)[] settings) => Running.GetOrAdd(
        tests + string.Join(';', settings),
        _ => new(async () =>
        {
            var started = await Start(settings);
            TestCluster.EndWithTheRun(started);
            return started;
        })).Value;

    /// <summary>One for a test that stops it or changes what it says.</summary>
    public static async Task<ProvidedSite> Start(params (string Name, string Value)[] settings)
    {
        var provider = await IdentityProvider.Start();
        await provider.Register("http://localhost");
        var all = provider.Settings;
        foreach (var (name, value) in settings)
        {
            all[$"OpenIdConnect:{name}"] = value;
        }

        return new(provider, await TestSite.OnItsOwnDatabase(settings: all));
    }

    /// <summary>Somebody whom the provider knows and the site does not.</summary>
    public Identity Newcomer()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        return Provider.Add(new($"3f1c-{mark}", "Nguyễn Thị Lan", $"lan.{mark}") { Email = $"{mark}@example.vn", IsEmailVerified = true });
    }

    public Traveller Traveller() => new(Site);

    /// <summary>Somebody who has an account, linked to an identity, as an administrator's invitation would have made it.</summary>
    public async Task<Identity> Known(params Role[] roles)
    {
        var person = Newcomer();
        var account = await Site.NewAccount(person.UserName, roles);
        await Run("UPDATE plan.account SET oidc_issuer = $2, oidc_subject = $3 WHERE id = $1", account, Provider.Address, person.Subject);
        return person;
    }

    /// <summary>An administrator's invitation; answers with the path that its link leads to.</summary>
    public async Task<string> Invitation(string userName, string? role = null)
    {
        using var admin = await Site.SignedIn(Role.Admin);
        using var invited = await admin.Send("/accounts", [("user", userName), ("name", "Lê Thị Ba"), .. role is null ? [] : new[] { ("role", role) }]);
        var page = await invited.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return "/invitation/" + page.Split("/invitation/")[1].Split('<')[0];
    }

    public async Task Run(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<string?> Ask(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }

    /// <summary>Whom the last refusal in the audit is about, and why: <c>nguyen.lan unknown</c>.</summary>
    public Task<string?> LastRefusal() => Ask(
        "SELECT actor || ' ' || (detail ->> 'why') FROM plan.audit WHERE action = 'sign-in.refused' ORDER BY id DESC LIMIT 1");

    Npgsql.NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Site.Services.GetRequiredService<PlanDatabase>().CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
