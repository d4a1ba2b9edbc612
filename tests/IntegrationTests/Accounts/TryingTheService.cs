using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.StartUp;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>In the environment Development there are accounts to try the service with, and nothing else is different.</summary>
public sealed class TryingTheService
{
    const string Demonstration = "long-an-2030";

    static readonly string[] Names = ["admin", "desk", "head", "leader", "officer", "officer2", "planner1", "planner2", "reviewer"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begins_with_accounts_that_are_made_once_and_told_at_each_start()
    {
        var database = await TestCluster.NewSeededDatabase();
        var folder = Directory.CreateTempSubdirectory("longan-demo-").FullName;
        string[] options = ["--data-dir", folder, "--ConnectionStrings:Plan", database];

        var first = await Told("Development", options);
        var second = await Told("Development", options);
        var forOthers = await Told("Production", options);
        Directory.Delete(folder, recursive: true);

        Assert.All([first, second], told =>
        {
            Assert.Contains("Tài khoản thử nghiệm · Demonstration accounts", told, StringComparison.Ordinal);
            Assert.Contains(string.Join(", ", Names), told, StringComparison.Ordinal);
            Assert.Contains(Demonstration, told, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(Demonstration, forOthers, StringComparison.Ordinal);
        Assert.Contains("Mật khẩu của chúng ai cũng biết", forOthers, StringComparison.Ordinal);
        await using var site = new TestSite(database);
        Assert.Equal(Names, await Accounts(site));
        using var planner = site.Public();
        using var entered = await planner.SignIn("planner1", Demonstration);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    [Theory]
    [InlineData("Production", null, null)]
    [InlineData("Staging", null, null)]
    [InlineData("Development", "Hosts", "quyhoach.example.vn")]
    [InlineData("Development", "BaseUrl", "https://quyhoach.example.vn")]
    public async Task Never_happens_where_others_come_in(string environment, string? setting, string? value)
    {
        var settings = new Dictionary<string, string> { ["environment"] = environment };
        if (setting is not null)
        {
            settings[setting] = value!;
        }

        await using var site = await TestSite.OnItsOwnDatabase(settings: settings);

        Assert.Empty(await Accounts(site));
    }

    [Fact]
    public async Task Never_happens_beside_accounts_that_are_there_already()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        await site.NewAccount("nguyen.lan", Role.Admin);
        await using var tried = new TestSite(site.ConnectionString, settings: new Dictionary<string, string> { ["environment"] = "Development" });
        await tried.Start();

        Assert.Equal(["nguyen.lan"], await Accounts(tried));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plan")]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/plan?as-of=gestern")]
    [InlineData("/accounts")]
    [InlineData("/css/base.css")]
    [InlineData("/styles/plan.json")]
    [InlineData("/health/ready")]
    public async Task Shows_what_everybody_will_see(string address)
    {
        await using var forOthers = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["environment"] = "Production" });
        await using var tried = new TestSite(forOthers.ConnectionString, settings: new Dictionary<string, string> { ["environment"] = "Development" });
        await tried.Start();

        Assert.Equal(await Answer(forOthers, address), await Answer(tried, address));
    }

    static async Task<string> Answer(TestSite site, string address)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await client.GetAsync(address, Cancellation);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        // The reference that a person may quote is another each time.
        return $"{answer.StatusCode}\n{string.Join('\n', headers)}\n{System.Text.RegularExpressions.Regex.Replace(body, "[0-9a-f]{32}", "…")}";
    }

    static async Task<string> Told(string environment, string[] options)
    {
        await using var service = ServiceProcess.StartIn(environment, options);
        await service.BeReady();
        await service.Terminate();
        return service.Output;
    }

    static async Task<string[]> Accounts(TestSite site)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            "SELECT coalesce(array_agg(user_name ORDER BY user_name), '{}') FROM plan.account");
        return (string[])(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
