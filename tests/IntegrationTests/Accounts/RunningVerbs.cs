using System.Net;
using LongAnGis.IntegrationTests.StartUp;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>The verbs <c>user</c> and <c>audit</c> as commands of their own, beside a service that runs on the same database.</summary>
public sealed class RunningVerbs : IAsyncLifetime
{
    const string Chosen = "Vàm Cỏ Tây mùa nước nổi";

    readonly string folder = Directory.CreateTempSubdirectory("longan-verb-").FullName;
    TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.OnItsOwnDatabase();

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Adds_somebody_who_can_sign_in_and_shuts_them_out_again()
    {
        var added = await Run(Chosen, "user", "add", "Nguyen.Lan", "--role", "planner,reviewer", "--display", "Nguyễn Thị Lan");
        using var lan = site.Public();
        using var entered = await lan.SignIn("nguyen.lan", Chosen);
        var own = await lan.GetStringAsync("/account", TestContext.Current.CancellationToken);
        var listed = await Run("", "user", "list");

        Assert.Equal((0, ""), (added.ExitCode, added.Errors));
        Assert.Contains("Đã tạo tài khoản nguyen.lan. · The account nguyen.lan is made.", added.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Contains("Chuyên viên quy hoạch, Người thẩm định", own, StringComparison.Ordinal);
        Assert.Matches("nguyen.lan +active +planner,reviewer +Nguyễn Thị Lan", listed.Output);

        Assert.Equal(0, (await Run("", "user", "disable", "nguyen.lan")).ExitCode);
        Assert.Equal(HttpStatusCode.SeeOther, await lan.Status("/account"));
        using var shut = await lan.SignIn("nguyen.lan", Chosen);
        Assert.Equal(HttpStatusCode.Unauthorized, shut.StatusCode);

        Assert.Equal(0, (await Run("", "user", "enable", "nguyen.lan")).ExitCode);
        Assert.Equal(0, (await Run(Chosen + " 2031", "user", "password", "nguyen.lan")).ExitCode);
        using var old = await lan.SignIn("nguyen.lan", Chosen);
        using var fresh = await lan.SignIn("nguyen.lan", Chosen + " 2031");
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.SeeOther], [old.StatusCode, fresh.StatusCode]);
        Assert.Equal("account.invite account.disable account.enable account.password", await Ask(
            "SELECT string_agg(action, ' ' ORDER BY id) FROM plan.audit WHERE actor = '(command line)' AND object = 'account/nguyen.lan'"));
    }

    [Theory]
    [InlineData("ngắn", "ít nhất 12 ký tự", "user", "add", "le.ba")]
    [InlineData("matkhau123456", "quá dễ đoán", "user", "add", "le.ba")]
    [InlineData(Chosen, "Không có vai trò “god”", "user", "add", "le.ba", "--role", "god")]
    [InlineData(Chosen, "chữ thường không dấu", "user", "add", "nguyễn.lan")]
    [InlineData(Chosen, "Không có tài khoản “khong.co”", "user", "password", "khong.co")]
    [InlineData("", "Không có tài khoản “khong.co”", "user", "disable", "khong.co")]
    [InlineData("", "Chưa cấu hình nhà cung cấp OpenID Connect", "user", "link", "khong.co", "3f1c")]
    [InlineData("", "Cách dùng: user add TÊN", "user", "promote", "khong.co")]
    [InlineData("", "Cách dùng: audit check", "audit", "erase")]
    public async Task Says_in_one_sentence_what_is_wrong_and_changes_nothing(string input, string sentence, params string[] words)
    {
        var (exitCode, _, errors) = await Run(input, words);

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Null(await Ask("SELECT user_name FROM plan.account"));
    }

    [Fact]
    public async Task Links_somebody_to_what_a_provider_calls_them()
    {
        await site.NewAccount("nguyen.lan");
        string[] provider = ["--OpenIdConnect:Authority", "https://danhtinh.example.vn/", "--OpenIdConnect:ClientId", "long-an-gis"];

        var linked = await Run("", ["user", "link", "nguyen.lan", "3f1c", .. provider]);

        Assert.Equal((0, ""), (linked.ExitCode, linked.Errors));
        Assert.Equal("https://danhtinh.example.vn 3f1c", await Ask("SELECT oidc_issuer || ' ' || oidc_subject FROM plan.account"));
    }

    [Fact]
    public async Task Checks_the_audit_and_finds_where_somebody_has_been()
    {
        var audit = site.Services.GetRequiredService<AuditLog>();
        foreach (var action in new[] { "one", "two", "three" })
        {
            await audit.Record("nguyen.lan", action, "account/x", null, TestContext.Current.CancellationToken);
        }

        var whole = await Run("", "audit", "check");
        var hash = whole.Output.Split('\n')[^1].Trim();
        Assert.Equal((0, ""), (whole.ExitCode, whole.Errors));
        Assert.Contains("Nhật ký nguyên vẹn", whole.Output, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", hash);

        await audit.Record("nguyen.lan", "four", "account/x", null, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Run("", "audit", "check", hash)).ExitCode);
        Assert.Equal(1, (await Run("", "audit", "check", new string('0', 64))).ExitCode);

        await Ask("SET session_replication_role = replica; UPDATE plan.audit SET actor = 'somebody.else' WHERE action = 'two'; SET session_replication_role = origin");
        var broken = await Run("", "audit", "check", hash);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("changed", broken.Output, StringComparison.Ordinal);
        Assert.Contains("Nhật ký không còn nguyên vẹn", broken.Errors, StringComparison.Ordinal);
    }

    Task<(int ExitCode, string Output, string Errors)> Run(string input, params string[] words) =>
        ServiceProcess.Verb(input, [.. words, "--data-dir", folder, "--ConnectionStrings:Plan", site.ConnectionString]);

    async Task<string?> Ask(string sql)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }
}
