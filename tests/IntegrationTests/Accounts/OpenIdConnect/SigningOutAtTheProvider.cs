using System.Net;

namespace LongAnGis.IntegrationTests.Accounts.OpenIdConnect;

public sealed class SigningOutAtTheProvider
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_both_sessions_and_leads_back()
    {
        var place = await ProvidedSite.Shared("out");
        var lan = await place.Known();
        using var browser = place.Traveller();
        await browser.Travel(lan.Subject);

        using var left = await browser.Home.Send("/en/sign-out");
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Null(await place.Ask("SELECT 'one' FROM plan.session JOIN plan.account ON account.id = account_id WHERE oidc_subject = $1", lan.Subject));
        using var between = await browser.Home.GetAsync(left.Headers.Location, Cancellation);
        var provider = Traveller.Refresh(between)!;
        var back = await browser.FollowAbroad(provider);

        Assert.Contains("Going on to Test identity portal", await between.Words(), StringComparison.Ordinal);
        Assert.StartsWith(place.Provider.Address, provider.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(Traveller.Parameter(provider, "id_token_hint"));
        Assert.Equal("http://localhost/sign-out/done?state=en", back.ToString());
        Assert.Equal("/en/signed-out", await browser.Arrive(back));
        Assert.Contains("Your session is over", await browser.Read("/en/signed-out"), StringComparison.Ordinal);
        // The provider asks again who is there: its own session is over too.
        Assert.Equal("/sign-in?trouble=cancelled", await browser.Arrive(await browser.Ask(await browser.SetOut(), subject: null)));
    }

    [Fact]
    public async Task Is_not_asked_of_somebody_who_came_with_a_password()
    {
        var place = await ProvidedSite.Shared("out");
        var minh = await place.Known();
        using var browser = place.Traveller();
        (await browser.Home.SignIn(minh.UserName)).Dispose();

        using var left = await browser.Home.Send("/sign-out");

        Assert.Equal("/", left.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Ends_our_session_even_when_the_provider_is_down()
    {
        await using var place = await ProvidedSite.Start();
        await using var other = new TestSite(place.Site.ConnectionString, settings: place.Provider.Settings);
        await other.Start();
        var lan = await place.Known();
        using var browser = place.Traveller();
        await browser.Travel(lan.Subject);
        await place.Provider.DisposeAsync();

        using var atOther = browser.At(other);
        using var left = await atOther.Send("/sign-out");

        Assert.Equal("/", left.Headers.Location?.ToString());
        Assert.Null(await place.Ask("SELECT 'one' FROM plan.session JOIN plan.account ON account.id = account_id WHERE oidc_subject = $1", lan.Subject));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("CfDJ8forged")]
    public async Task Leads_nowhere_that_somebody_else_has_written(string address)
    {
        var place = await ProvidedSite.Shared("out");
        using var somebody = place.Traveller();

        using var page = await somebody.Home.GetAsync("/signed-out?to=" + Uri.EscapeDataString(address), Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Null(Traveller.Refresh(page));
        Assert.DoesNotContain("href=\"https://evil.example", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_providers_token_unreadable_beside_the_session()
    {
        var place = await ProvidedSite.Shared("out");
        var lan = await place.Known();
        using var browser = place.Traveller();
        await browser.Travel(lan.Subject);

        var ticket = await place.Ask("SELECT encode(ticket, 'escape') FROM plan.session JOIN plan.account ON account.id = account_id WHERE oidc_subject = $1", lan.Subject);

        Assert.NotEmpty(ticket!);
        Assert.DoesNotContain("eyJ", ticket, StringComparison.Ordinal);
    }
}
