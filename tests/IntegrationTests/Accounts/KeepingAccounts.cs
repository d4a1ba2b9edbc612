using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Accounts;

public sealed partial class KeepingAccounts(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string NewName() => $"tran.{Guid.NewGuid():N}"[..18];

    [Fact]
    public async Task Invites_somebody_who_chooses_a_password_and_is_in()
    {
        var site = await shared.Get();
        using var admin = await site.SignedIn(Role.Admin);
        var name = NewName();
        var link = await Invite(admin, name, "planner", "reviewer");
        using var invited = site.Public();

        using var page = await invited.GetAsync(link, Cancellation);
        using var accepted = await invited.Send(link, ("chosen", "Đồng Tháp Mười mùa nước nổi"), ("repeated", "Đồng Tháp Mười mùa nước nổi"));
        var own = await invited.GetStringAsync("/account", Cancellation);

        Assert.Contains("Trần Thị Mời", await page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        Assert.Contains(name, own, StringComparison.Ordinal);
        Assert.Contains("Chuyên viên quy hoạch, Người thẩm định", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await invited.Status(link));
    }

    [Theory]
    [InlineData("short", "ngắn quá", "ngắn quá", "ít nhất 12 ký tự")]
    [InlineData("repeated otherwise", "Đồng Tháp Mười 2030", "Đồng Tháp Mười 2031", "không giống nhau")]
    [InlineData("on every list", "matkhau123456", "matkhau123456", "quá dễ đoán")]
    public async Task Refuses_a_password_that_is_no_good_and_keeps_the_invitation_open(string what, string chosen, string repeated, string sentence)
    {
        var site = await shared.Get();
        using var admin = await site.SignedIn(Role.Admin);
        var link = await Invite(admin, NewName());
        using var invited = site.Public();

        using var refused = await invited.Send(link, ("chosen", chosen), ("repeated", repeated));
        var page = await refused.Content.ReadAsStringAsync(Cancellation);

        Assert.True(HttpStatusCode.UnprocessableEntity == refused.StatusCode, what);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain(chosen, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await invited.Status(link));
    }

    [Fact]
    public async Task Refuses_an_invitation_that_is_over_or_was_never_made()
    {
        var site = await shared.Get();
        using var admin = await site.SignedIn(Role.Admin);
        var name = NewName();
        var link = await Invite(admin, name);
        using var invited = site.Public();

        await Run(site, "UPDATE plan.account SET invitation_expires_at = now() - interval '1 minute' WHERE user_name = $1", name);

        Assert.Equal(HttpStatusCode.NotFound, await invited.Status(link));
        Assert.Equal(HttpStatusCode.NotFound, await invited.Status("/invitation/" + new string('x', 43)));
        using var refused = await invited.Send(link, ("chosen", TestSite.Password), ("repeated", TestSite.Password));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Keeps_no_token_and_no_password_anywhere()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        using var admin = await site.SignedIn(Role.Admin);
        var link = await Invite(admin, "tran.kin");
        using var invited = site.Public();
        (await invited.Send(link, ("chosen", TestSite.Password), ("repeated", TestSite.Password))).Dispose();
        (await invited.SignIn("tran.kin")).Dispose();
        (await invited.SignIn(TestSite.Password, TestSite.Password)).Dispose();

        var kept = await Ask(site,
            """
            SELECT string_agg(line, E'\n') FROM (
              SELECT account::text FROM plan.account UNION ALL SELECT audit::text FROM plan.audit
              UNION ALL SELECT session::text FROM plan.session UNION ALL SELECT sign_in_attempt::text FROM plan.sign_in_attempt) AS row (line)
            """);

        Assert.DoesNotContain(link.Split('/')[^1], kept, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSite.Password, kept, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("account.invite", kept, StringComparison.Ordinal);
        Assert.Contains("account.accept", kept, StringComparison.Ordinal);
        Assert.Contains("session.sign-in", kept, StringComparison.Ordinal);
        Assert.Contains("sign-in.refused", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_the_sessions_of_somebody_who_is_disabled_and_lets_them_in_again_later()
    {
        var site = await shared.Get();
        using var admin = await site.SignedIn(Role.Admin);
        var name = NewName();
        var id = await site.NewAccount(name, Role.Planner);
        using var planner = await site.SignedIn(id);
        Assert.Equal(HttpStatusCode.OK, await planner.Status("/account"));

        using var disabled = await admin.Send($"/accounts/{id}/disable");
        Assert.Equal(HttpStatusCode.SeeOther, disabled.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await planner.Status("/account"));
        using var refused = await site.Public().SignIn(name);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        (await admin.Send($"/accounts/{id}/enable")).Dispose();
        using var again = await site.Public().SignIn(name);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task Ends_the_sessions_of_somebody_whose_roles_change()
    {
        var site = await shared.Get();
        using var admin = await site.SignedIn(Role.Admin);
        var id = await site.NewAccount(NewName(), Role.Admin);
        using var other = await site.SignedIn(id);
        Assert.Equal(HttpStatusCode.OK, await other.Status("/accounts"));

        using var demoted = await admin.Send($"/accounts/{id}", ("name", "Trần Văn Đổi"), ("role", "planner"));

        Assert.Equal(HttpStatusCode.SeeOther, demoted.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await other.Status("/accounts"));
    }

    [Theory]
    [InlineData("/disable")]
    [InlineData("/invitation")]
    [InlineData("")]
    public async Task Does_not_let_an_administrator_shut_themself_out(string action)
    {
        var site = await shared.Get();
        var id = await site.NewAccount(NewName(), Role.Admin);
        using var admin = await site.SignedIn(id);

        using var refused = await admin.Send($"/accounts/{id}{action}", ("name", "Trần Thị Mình"), ("role", "planner"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("của chính mình", await refused.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await admin.Status("/accounts"));
    }

    [Fact]
    public async Task Never_loses_the_last_administrator_even_when_two_disable_each_other_at_once()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var first = await site.NewAccount("admin.mot", Role.Admin);
        var second = await site.NewAccount("admin.hai", Role.Admin);
        using var one = await site.SignedIn(first);
        using var two = await site.SignedIn(second);

        var answers = await Task.WhenAll(one.Send($"/accounts/{second}/disable"), two.Send($"/accounts/{first}/disable"));

        Assert.Equal("1", await Ask(site, "SELECT count(*)::text FROM plan.account WHERE disabled_at IS NULL AND 'admin' = ANY (roles)"));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.ToString().StartsWith("/accounts/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nguyễn.lan")]
    [InlineData("а.cyrillic")]
    [InlineData("zero\u200bwidth")]
    [InlineData("ｆullwidth")]
    [InlineData("x")]
    [InlineData("<img src=x>")]
    [InlineData("a b")]
    public async Task Refuses_a_user_name_that_could_be_taken_for_another(string name)
    {
        var site = await shared.Get();
        using var admin = await site.SignedIn(Role.Admin);

        using var refused = await admin.Send("/accounts", ("user", name), ("name", "Trần Thị Thử"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("chữ thường không dấu", await refused.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_name_that_is_taken_and_a_role_that_does_not_exist()
    {
        var site = await shared.Get();
        using var admin = await site.SignedIn(Role.Admin);
        var name = NewName();
        await site.NewAccount(name);

        using var taken = await admin.Send("/accounts", ("user", name.ToUpperInvariant()), ("name", "Trần Thị Thử"));
        using var unknown = await admin.Send("/accounts", ("user", NewName()), ("name", "Trần Thị Thử"), ("role", "god"));
        using var nowhere = await admin.Send("/accounts", ("user", NewName()), ("name", "Trần Thị Thử"), ("agency", "no-such"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);
    }

    [Fact]
    public async Task Shows_names_as_text_whatever_they_hold()
    {
        var site = await shared.Get();
        using var admin = await site.SignedIn(Role.Admin);
        var name = NewName();

        using var made = await admin.Send("/accounts", ("user", name), ("name", "\"><svg/onload=alert(1)>{{7*7}}"));
        var list = await admin.GetStringAsync("/accounts?q=" + name, Cancellation);

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.DoesNotContain("<svg/onload", list, StringComparison.Ordinal);
        Assert.Contains("{{7*7}}", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_accounts_by_name_without_accents_by_role_and_by_state()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        using var admin = await site.SignedIn(Role.Admin);
        await Invite(admin, "tran.moi", "leader");
        var planner = await site.NewAccount("le.ke", Role.Planner);
        (await admin.Send($"/accounts/{planner}/disable")).Dispose();

        Assert.Equal(["tran.moi"], await Listed("q=thi+moi"));
        Assert.Equal(["tran.moi"], await Listed("role=leader"));
        Assert.Equal(["le.ke"], await Listed("state=disabled"));
        Assert.Equal(["tran.moi"], await Listed("state=invited"));

        async Task<IEnumerable<string>> Listed(string query) => UserName()
            .Matches(await admin.GetStringAsync("/accounts?" + query, Cancellation)).Select(match => match.Groups[1].Value);
    }

    static async Task<string> Invite(HttpClient admin, string name, params string[] roles)
    {
        using var answer = await admin.Send(
            "/accounts", [("user", name), ("name", "Trần Thị Mời"), .. roles.Select(role => ("role", role))]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var link = Link().Match(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.True(link.Success);
        return new Uri(link.Groups[1].Value).AbsolutePath;
    }

    static async Task Run(TestSite site, string sql, params object[] values)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(Cancellation);
    }

    static async Task<string?> Ask(TestSite site, string sql)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation) as string;
    }

    [GeneratedRegex("<code>(http://localhost[^<]*/invitation/[^<]+)</code>")]
    private static partial Regex Link();

    [GeneratedRegex("""</th>\s*<td>([^<]+)</td>""")]
    private static partial Regex UserName();
}
