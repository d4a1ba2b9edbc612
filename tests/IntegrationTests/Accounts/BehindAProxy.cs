using System.Net;
using LongAnGis.IntegrationTests.StartUp;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>A reverse proxy ends https and says for whom it asks; only one that is named in TrustedProxies is believed.</summary>
public sealed class BehindAProxy
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.0/8; 10.0.0.0/24", true)]
    [InlineData("10.0.0.0/24", false)]
    [InlineData("", false)]
    public async Task Gets_secure_cookies_and_the_visitors_address_only_when_the_proxy_is_trusted(string trusted, bool isBelieved)
    {
        await using var site = new TestSite(await TestCluster.NewSeededDatabase(), settings: new Dictionary<string, string>
        {
            ["TrustedProxies"] = trusted,
            ["Hosts"] = "quyhoach.example.vn",
        });
        var address = await site.Listen();
        await site.NewAccount("nguyen.lan");
        using var proxy = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(address) };
        proxy.DefaultRequestHeaders.Host = "quyhoach.example.vn";
        proxy.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        proxy.DefaultRequestHeaders.Add("Origin", "https://quyhoach.example.vn");

        using var entered = await proxy.SignIn("nguyen.lan");

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith(isBelieved ? "__Host-longan=" : "longan=", cookie, StringComparison.Ordinal);
        Assert.Equal(isBelieved, cookie.Contains("secure", StringComparison.Ordinal));
        Assert.Equal(isBelieved ? "203.0.113.7" : "127.0.0.1", await Address(site));
    }

    [Fact]
    public async Task Cannot_be_named_in_a_way_that_nobody_can_read()
    {
        var folder = Directory.CreateTempSubdirectory("longan-proxy-").FullName;

        var (exitCode, errors) = await ServiceProcess.Fail("--data-dir", folder, "--TrustedProxies", "proxy.local");
        Directory.Delete(folder, recursive: true);

        Assert.Equal(1, exitCode);
        Assert.Contains("“proxy.local” in TrustedProxies cannot be read", errors, StringComparison.Ordinal);
    }

    static async Task<string?> Address(TestSite site)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            "SELECT detail ->> 'address' FROM plan.audit WHERE action = 'session.sign-in'");
        return await command.ExecuteScalarAsync(Cancellation) as string;
    }
}
