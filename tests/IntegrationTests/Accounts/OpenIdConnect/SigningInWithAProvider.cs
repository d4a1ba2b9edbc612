using System.Net;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.Accounts.OpenIdConnect;

public sealed class SigningInWithAProvider
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_to_the_page_that_was_asked_for_and_shows_who_is_there()
    {
        var place = await ProvidedSite.Shared("in");
        var lan = await place.Known(Role.Planner);
        using var browser = place.Traveller();

        var next = await browser.Travel(lan.Subject, "/en/sign-in/provider?return=%2Fen%2Fhistory%3Fas-of%3D2024-01-01");

        Assert.Equal("/en/history?as-of=2024-01-01", next);
        Assert.Contains($"Người thử {lan.UserName}", await browser.Read("/account"), StringComparison.Ordinal);
        Assert.Equal("openid-connect", await place.Ask("SELECT detail ->> 'by' FROM plan.audit WHERE action = 'session.sign-in' AND actor = $1", lan.UserName));
    }

    [Fact]
    public async Task Asks_for_a_code_bound_to_this_browser_and_this_moment()
    {
        var place = await ProvidedSite.Shared("in");
        using var browser = place.Traveller();

        var asked = await browser.SetOut();

        Assert.StartsWith(place.Provider.Address, asked.ToString(), StringComparison.Ordinal);
        Assert.Equal("code", Traveller.Parameter(asked, "response_type"));
        Assert.Equal("S256", Traveller.Parameter(asked, "code_challenge_method"));
        Assert.Equal("http://localhost/sign-in/provider/answer", Traveller.Parameter(asked, "redirect_uri"));
        Assert.Equal("openid profile email", Traveller.Parameter(asked, "scope"));
        Assert.Equal("vi", Traveller.Parameter(asked, "ui_locales"));
        Assert.All(["state", "nonce", "code_challenge"], name => Assert.NotEmpty(Traveller.Parameter(asked, name)));
        Assert.Equal(2, browser.Cookies.Count(cookie => cookie is { HttpOnly: true, Path: "/sign-in/provider/answer" }));
    }

    [Fact]
    public async Task Works_when_the_answer_reaches_another_node()
    {
        var place = await ProvidedSite.Shared("in");
        await using var other = new TestSite(place.Site.ConnectionString, settings: place.Provider.Settings);
        await other.Start();
        var lan = await place.Known();
        using var browser = place.Traveller();
        using var atOther = browser.At(other);

        var next = await browser.Arrive(await browser.Ask(await browser.SetOut("/sign-in/provider?return=/plan"), lan.Subject), atOther);

        Assert.Equal("/plan", next);
        Assert.Contains(lan.UserName, await browser.Read("/account"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example/")]
    [InlineData("/sign-in/provider")]
    public async Task Leads_to_no_other_site(string back)
    {
        var place = await ProvidedSite.Shared("in");
        var lan = await place.Known();
        using var browser = place.Traveller();

        Assert.Equal("/", await browser.Travel(lan.Subject, "/sign-in/provider?return=" + Uri.EscapeDataString(back)));
    }

    [Fact]
    public async Task Gives_a_new_key_and_ends_the_session_that_was_there_before()
    {
        var place = await ProvidedSite.Shared("in");
        var lan = await place.Known();
        var minh = await place.Known();
        using var browser = place.Traveller();
        (await browser.Home.SignIn(minh.UserName)).Dispose();
        var before = browser.Cookies.Single(cookie => cookie.Name == "longan").Value;

        await browser.Travel(lan.Subject);

        Assert.NotEqual(before, browser.Cookies.Single(cookie => cookie.Name == "longan").Value);
        Assert.Equal("0", await place.Ask(
            "SELECT count(*)::text FROM plan.session JOIN plan.account ON account.id = account_id WHERE user_name = $1", minh.UserName));
    }

    [Fact]
    public async Task Is_offered_only_where_a_provider_is_configured()
    {
        var place = await ProvidedSite.Shared("in");
        await using var without = new TestSite(place.Site.ConnectionString);
        await without.Start();
        using var browser = place.Traveller();
        using var nobody = without.Public();

        var vietnamese = await browser.Read("/sign-in?return=/plan");
        var page = await nobody.GetStringAsync("/sign-in", Cancellation);

        Assert.Contains("Đăng nhập bằng Cổng định danh thử", vietnamese, StringComparison.Ordinal);
        Assert.Contains("Sign in with Test identity portal", await browser.Read("/en/sign-in"), StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in/provider?return=%2Fplan\"", await browser.Home.GetStringAsync("/sign-in?return=/plan", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("/sign-in/provider", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await nobody.Status("/sign-in/provider"));
        Assert.Equal(HttpStatusCode.NotFound, await nobody.Status("/sign-in/provider/answer?code=x&state=x"));
    }

    [Fact]
    public async Task Takes_no_password_where_passwords_are_switched_off()
    {
        var place = await ProvidedSite.Shared("in", ("Passwords", "false"));
        var minh = await place.Known();
        using var admin = await place.Site.SignedIn(Role.Admin);
        using var somebody = place.Site.Public();

        using var refused = await somebody.SignIn(minh.UserName);
        using var changed = await admin.Send("/account/password", ("current", TestSite.Password), ("chosen", "Một câu khác hẳn"), ("repeated", "Một câu khác hẳn"));
        var link = await place.Invitation("le.ba");
        using var accepted = await somebody.Send(link, ("chosen", TestSite.Password), ("repeated", TestSite.Password));

        Assert.All([refused, changed, accepted], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Contains("không dùng mật khẩu riêng", await refused.Words(), StringComparison.Ordinal);
        Assert.All(
            [await somebody.GetStringAsync("/sign-in", Cancellation), await somebody.GetStringAsync(link, Cancellation), await admin.GetStringAsync("/account", Cancellation)],
            page => Assert.DoesNotContain("type=\"password\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_an_invited_person_their_account_without_a_password()
    {
        var place = await ProvidedSite.Shared("in", ("Passwords", "false"));
        var lan = place.Newcomer();
        var link = await place.Invitation("lan.quyhoach", "planner");
        using var browser = place.Traveller();

        Assert.Contains("Nhận tài khoản bằng Cổng định danh thử", await browser.Read(link), StringComparison.Ordinal);
        Assert.Equal("/account", await browser.Travel(lan.Subject, link + "/provider"));
        Assert.Contains("lan.quyhoach", await browser.Read("/account"), StringComparison.Ordinal);

        using var later = place.Traveller();
        Assert.Equal("/", await later.Travel(lan.Subject));
        Assert.Contains("lan.quyhoach", await later.Read("/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await later.Home.Status(link + "/provider"));
        Assert.Equal("lan.quyhoach", await place.Ask(
            "SELECT actor FROM plan.audit WHERE action = 'account.accept' AND detail ->> 'Subject' = $1", lan.Subject));
    }

    [Fact]
    public async Task Makes_an_account_without_roles_for_a_newcomer_where_that_is_wished()
    {
        var place = await ProvidedSite.Shared("in", ("Unknown", "admit"));
        var lan = place.Newcomer();
        using var browser = place.Traveller();

        await browser.Travel(lan.Subject);
        var page = await browser.Read("/account");

        Assert.Contains("Nguyễn Thị Lan", page, StringComparison.Ordinal);
        Assert.Contains("Chưa được giao vai trò", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Home.Status("/accounts"));
        Assert.Equal($"{lan.UserName} {lan.Email}", await place.Ask("SELECT user_name || ' ' || email FROM plan.account WHERE oidc_subject = $1", lan.Subject));
        Assert.Equal(lan.UserName, await place.Ask("SELECT actor FROM plan.audit WHERE action = 'account.admit' AND detail ->> 'Subject' = $1", lan.Subject));
    }

    [Fact]
    public async Task Makes_one_account_for_a_newcomer_who_arrives_twice_at_once()
    {
        var place = await ProvidedSite.Shared("in", ("Unknown", "admit"));
        var lan = place.Newcomer();
        using var first = place.Traveller();
        using var second = place.Traveller();
        var answers = new[]
        {
            await first.Ask(await first.SetOut(), lan.Subject),
            await second.Ask(await second.SetOut(), lan.Subject),
        };

        await Task.WhenAll(first.Arrive(answers[0]), second.Arrive(answers[1]));

        Assert.Equal("1", await place.Ask("SELECT count(*)::text FROM plan.account WHERE oidc_subject = $1", lan.Subject));
        Assert.True(first.IsSignedIn && second.IsSignedIn);
    }

    [Fact]
    public async Task Never_takes_an_address_or_a_name_for_an_account()
    {
        var place = await ProvidedSite.Shared("in", ("Unknown", "admit"));
        var lan = place.Newcomer();
        var theirs = await place.Site.NewAccount(lan.UserName, Role.Admin);
        await place.Run("UPDATE plan.account SET email = $2 WHERE id = $1", theirs, lan.Email!);
        using var browser = place.Traveller();

        await browser.Travel(lan.Subject);

        Assert.Equal(HttpStatusCode.Forbidden, await browser.Home.Status("/accounts"));
        Assert.Null(await place.Ask("SELECT oidc_subject FROM plan.account WHERE id = $1", theirs));
        Assert.Matches($"^{lan.UserName}-[0-9a-f]{{8}}$", await place.Ask("SELECT user_name FROM plan.account WHERE oidc_subject = $1", lan.Subject));
    }

    [Fact]
    public async Task Keeps_no_address_that_the_provider_has_not_verified()
    {
        var place = await ProvidedSite.Shared("in", ("Unknown", "admit"));
        var lan = place.Provider.Add(place.Newcomer() with { IsEmailVerified = false });
        using var browser = place.Traveller();

        await browser.Travel(lan.Subject);

        Assert.Null(await place.Ask("SELECT email FROM plan.account WHERE oidc_subject = $1", lan.Subject));
    }

    [Theory]
    [InlineData("groups", true)]
    [InlineData("groups", false)]
    [InlineData("realm_access.roles", true)]
    [InlineData("realm_access.roles", false)]
    public async Task Takes_roles_from_a_claim_each_time_and_ends_sessions_with_other_roles(string claim, bool inToken)
    {
        var place = await ProvidedSite.Shared("in",
            ("Unknown", "admit"), ("UserInfo", inToken ? "false" : "true"), ("RolesClaim", claim),
            ("Roles:0:Value", "gis-planners"), ("Roles:0:Role", "planner"), ("Roles:1:Value", "gis-reviewers"), ("Roles:1:Role", "reviewer"));
        var lan = place.Provider.Add(
            place.Newcomer() with { Groups = ["everybody", "gis-planners", "gis-reviewers"], HasGroupsInToken = inToken });
        using var early = place.Traveller();
        await early.Travel(lan.Subject);

        Assert.Contains("Chuyên viên quy hoạch, Người thẩm định", await early.Read("/account"), StringComparison.Ordinal);

        place.Provider.Add(lan with { Groups = ["gis-planners"] });
        using var later = place.Traveller();
        await later.Travel(lan.Subject);

        Assert.DoesNotContain("Người thẩm định", await later.Read("/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await early.Home.Status("/account"));
        Assert.Equal("2", await place.Ask("SELECT count(*)::text FROM plan.audit WHERE action = 'account.roles' AND actor = $1", lan.UserName));
    }

    [Fact]
    public async Task Sends_people_to_the_address_that_is_configured_whatever_a_request_says()
    {
        await using var provider = await IdentityProvider.Start();
        var settings = provider.Settings;
        settings["BaseUrl"] = "https://quyhoach.example.vn";
        await using var site = await TestSite.OnItsOwnDatabase(settings: settings);
        using var client = site.Public();
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "gopher");

        using var inside = await client.GetAsync("/sign-in/provider", Cancellation);
        using var outside = await client.GetAsync("https://quyhoach.example.vn/sign-in/provider", Cancellation);
        using var foreign = await client.GetAsync("http://evil.example/sign-in/provider", Cancellation);

        Assert.All([inside, outside], answer => Assert.Equal(
            "https://quyhoach.example.vn/sign-in/provider/answer", Traveller.Parameter(answer.Headers.Location!, "redirect_uri")));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.All(outside.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.Ordinal));
    }
}
