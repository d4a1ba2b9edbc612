using System.Net;
using System.Security.Cryptography;
using LongAnGis.Core.Accounts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LongAnGis.IntegrationTests.Accounts.OpenIdConnect;

/// <summary>Whatever goes wrong on the way by the provider ends at the sign-in page: a sentence, a line in the audit, no session.</summary>
public sealed class BeingRefused
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Befalls_somebody_without_an_account()
    {
        var place = await ProvidedSite.Shared("refused");
        var lan = place.Newcomer();
        using var browser = place.Traveller();

        var next = await browser.Travel(lan.Subject, "/sign-in/provider?return=/plan");

        await Expect(place, browser, next, "unknown", "chưa có tài khoản nào gắn với danh tính ấy");
        Assert.Contains("return=%2Fplan", next, StringComparison.Ordinal);
        Assert.Equal("unknown", await place.Ask("SELECT detail ->> 'why' FROM plan.audit WHERE detail ->> 'Subject' = $1", lan.Subject));
        Assert.Null(await place.Ask("SELECT user_name FROM plan.account WHERE user_name = $1 OR oidc_subject = $2", lan.UserName, lan.Subject));
    }

    [Fact]
    public async Task Befalls_an_account_that_is_disabled()
    {
        var place = await ProvidedSite.Shared("refused", ("Unknown", "admit"));
        var lan = await place.Known(Role.Planner);
        await place.Run("UPDATE plan.account SET disabled_at = now() WHERE oidc_subject = $1", lan.Subject);
        using var browser = place.Traveller();

        await Expect(place, browser, await browser.Travel(lan.Subject), "disabled", "đã bị khóa", lan.UserName);
    }

    [Fact]
    public async Task Is_told_in_the_language_of_the_page_that_was_left()
    {
        var place = await ProvidedSite.Shared("refused");
        using var browser = place.Traveller();

        var next = await browser.Travel(place.Newcomer().Subject, "/en/sign-in/provider");

        Assert.Equal("/en/sign-in?trouble=unknown", next);
        Assert.Contains("no account here is linked to you", await browser.Read(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Befalls_somebody_who_turns_back_at_the_provider()
    {
        var place = await ProvidedSite.Shared("refused");
        using var browser = place.Traveller();

        await Expect(place, browser, await browser.Travel(subject: null), "cancelled", "đã dừng đăng nhập");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=x")]
    [InlineData("?code=x&state=")]
    [InlineData("?code=x&state=forged")]
    [InlineData("?error=access_denied&state=forged")]
    [InlineData("?error=server_error")]
    [InlineData("?id_token=x&state=x")]
    public async Task Befalls_an_answer_to_nothing(string query)
    {
        var place = await ProvidedSite.Shared("refused");
        using var somebody = place.Traveller();

        var next = await somebody.Arrive(new Uri("http://localhost/sign-in/provider/answer" + query));

        await Expect(place, somebody, next, "stale", "được bắt đầu ở trình duyệt khác");
    }

    [Fact]
    public async Task Befalls_an_answer_that_is_brought_to_another_browser_or_brought_twice()
    {
        var place = await ProvidedSite.Shared("refused");
        var lan = await place.Known();
        using var browser = place.Traveller();
        using var victim = place.Traveller();
        var answer = await browser.Ask(await browser.SetOut(), lan.Subject);

        await Expect(place, victim, await victim.Arrive(answer), "stale", "được bắt đầu ở trình duyệt khác");
        Assert.Equal("/", await browser.Arrive(answer));
        Assert.Equal("/sign-in?trouble=stale", await browser.Arrive(answer));
    }

    [Fact]
    public async Task Befalls_a_code_that_the_provider_has_never_given()
    {
        var place = await ProvidedSite.Shared("refused");
        var lan = await place.Known();
        using var browser = place.Traveller();
        var answer = await browser.Ask(await browser.SetOut(), lan.Subject);
        var code = Traveller.Parameter(answer, "code");

        var next = await browser.Arrive(new Uri(answer.ToString().Replace(code, "another", StringComparison.Ordinal)));

        await Expect(place, browser, next, "declined", "từ chối lần đăng nhập này");
    }

    public static TheoryData<string> Forgeries =>
        ["another key", "no signature", "another issuer", "another audience", "expired", "not yet", "another nonce", "no nonce", "no subject"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Befalls_a_token_that_does_not_hold(string forgery)
    {
        var place = await ProvidedSite.Shared("refused", ("Unknown", "admit"));
        var lan = await place.Known(Role.Admin);
        place.Provider.Add(lan with { Forge = token => Forge(token, forgery, place.Provider.Key) });
        using var browser = place.Traveller();

        await Expect(place, browser, await browser.Travel(lan.Subject), "untrusted", "Không xác minh được");
    }

    [Fact]
    public async Task Does_not_befall_a_token_that_was_merely_made_anew()
    {
        var place = await ProvidedSite.Shared("refused");
        var lan = await place.Known();
        place.Provider.Add(lan with { Forge = token => Forge(token, "nothing", place.Provider.Key) });
        using var browser = place.Traveller();

        Assert.Equal("/", await browser.Travel(lan.Subject));
    }

    [Fact]
    public async Task Befalls_a_provider_that_calls_itself_otherwise_than_was_configured()
    {
        await using var place = await ProvidedSite.Start(("Unknown", "admit"));
        place.Provider.ClaimedIssuer = "https://elsewhere.example/";
        var lan = place.Provider.Add(place.Newcomer() with { Forge = token => Forge(token, "elsewhere", place.Provider.Key) });
        using var browser = place.Traveller();

        await Expect(place, browser, await browser.Travel(lan.Subject), "untrusted", "Không xác minh được");
    }

    [Fact]
    public async Task Befalls_everybody_while_the_provider_is_down()
    {
        await using var place = await ProvidedSite.Start();
        using var browser = place.Traveller();
        using var late = place.Traveller();
        var answer = await browser.Ask(await browser.SetOut(), place.Newcomer().Subject);
        await using var other = new TestSite(place.Site.ConnectionString, settings: place.Provider.Settings);
        await other.Start();
        await place.Provider.DisposeAsync();

        // One node knows the provider and learns at the exchange of the code that it is down, the other when somebody sets out.
        await Expect(place, browser, await browser.Arrive(answer), "unreachable", "không kết nối được với Cổng định danh thử");
        using var atOther = late.At(other);
        await Expect(place, late, await late.Arrive(new Uri("http://localhost/sign-in/provider"), atOther), "unreachable", "không kết nối được");
        Assert.Equal("2", await place.Ask("SELECT count(*)::text FROM plan.audit WHERE detail ->> 'why' = 'unreachable'"));
    }

    [Fact]
    public async Task Befalls_an_invitation_that_somebody_else_has_taken_or_that_one_does_not_need()
    {
        var place = await ProvidedSite.Shared("refused");
        var link = await place.Invitation("le.ba", "admin");
        var lan = await place.Known();
        var ba = place.Newcomer();
        using var browser = place.Traveller();
        using var slow = place.Traveller();
        using var quick = place.Traveller();

        await Expect(place, browser, await browser.Travel(lan.Subject, link + "/provider"), "taken", "đã gắn với một tài khoản khác", lan.UserName);
        var answer = await slow.Ask(await slow.SetOut(link + "/provider"), ba.Subject);
        (await quick.Home.Send(link, ("chosen", TestSite.Password), ("repeated", TestSite.Password))).Dispose();
        await Expect(place, slow, await slow.Arrive(answer), "uninvited", "Lời mời này không còn dùng được");
    }

    [Fact]
    public async Task Leaves_whoever_was_signed_in_before_as_they_were()
    {
        var place = await ProvidedSite.Shared("refused");
        var minh = await place.Known();
        using var browser = place.Traveller();
        (await browser.Home.SignIn(minh.UserName)).Dispose();

        Assert.Equal("/sign-in?trouble=unknown", await browser.Travel(place.Newcomer().Subject));
        Assert.Contains(minh.UserName, await browser.Read("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_that_an_address_made_up()
    {
        var place = await ProvidedSite.Shared("refused");
        using var somebody = place.Traveller();

        using var page = await somebody.Home.GetAsync("/sign-in?trouble=%3Cb%3Efalse", Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("role=\"alert\"", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    static async Task Expect(ProvidedSite place, Traveller somebody, string next, string trouble, string sentence, string actor = "(unknown)")
    {
        Assert.StartsWith($"/sign-in?trouble={trouble}", next, StringComparison.Ordinal);
        Assert.Contains(sentence, await somebody.Read(next), StringComparison.Ordinal);
        Assert.False(somebody.IsSignedIn);
        Assert.Equal($"{actor} {trouble}", await place.LastRefusal());
        Assert.Equal(HttpStatusCode.SeeOther, await somebody.Home.Status("/account"));
    }

    /// <summary>The provider's token with one thing changed, signed with its own key unless that is the point.</summary>
    static string Forge(string token, string forgery, RsaSecurityKey key)
    {
        var true_ = new JsonWebToken(token);
        var claims = true_.Claims
            .Where(claim => claim.Type is not ("exp" or "nbf" or "iat" or "iss" or "aud"))
            .ToDictionary(claim => claim.Type, claim => (object)claim.Value);
        var now = DateTime.UtcNow;
        var made = new SecurityTokenDescriptor
        {
            Issuer = true_.Issuer,
            Audience = true_.Audiences.Single(),
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            Claims = claims,
            SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
        };
        using var another = RSA.Create(2048);
        switch (forgery)
        {
            case "another key":
                made.SigningCredentials = new(new RsaSecurityKey(another) { KeyId = key.KeyId, CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSha256);
                break;
            case "no signature":
                made.SigningCredentials = null;
                break;
            case "another issuer":
                made.Issuer = "https://evil.example/";
                break;
            case "elsewhere":
                made.Issuer = "https://elsewhere.example/";
                break;
            case "another audience":
                made.Audience = "another-client";
                break;
            case "expired":
                (made.IssuedAt, made.NotBefore, made.Expires) = (now.AddHours(-2), now.AddHours(-2), now.AddHours(-1));
                break;
            case "not yet":
                (made.IssuedAt, made.NotBefore, made.Expires) = (now.AddHours(1), now.AddHours(1), now.AddHours(2));
                break;
            case "another nonce":
                claims["nonce"] = "another";
                break;
            case "no nonce":
                claims.Remove("nonce");
                break;
            case "no subject":
                claims.Remove("sub");
                break;
            default:
                break;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(made);
    }
}
