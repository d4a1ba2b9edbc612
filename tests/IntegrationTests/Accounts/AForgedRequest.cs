using System.Net;
using System.Text;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>Another site's page makes a browser send something with the cookie of whoever is signed in: nothing changes.</summary>
public sealed class AForgedRequest(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null)]
    [InlineData("null", null)]
    [InlineData("https://evil.example", null)]
    [InlineData("http://localhost.evil.example", null)]
    [InlineData("http://localhost:8080", null)]
    [InlineData("http://evil.example@localhost", "cross-site")]
    [InlineData("file://localhost", null)]
    [InlineData("http://localhost", "cross-site")]
    [InlineData("http://localhost", "same-site")]
    public async Task Is_refused_and_changes_nothing(string? origin, string? fetchSite)
    {
        var site = await shared.Get();
        using var client = await site.SignedIn(Role.Planner);
        client.DefaultRequestHeaders.Remove("Origin");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sessions/end-all");
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        if (fetchSite is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", fetchSite);
        }

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Origin", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await client.Status("/account"));
    }

    [Fact]
    public async Task Cannot_sign_anybody_in()
    {
        var site = await shared.Get();
        var name = $"csrf.{Guid.NewGuid():N}"[..20];
        await site.NewAccount(name);
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await client.Send("/sign-in", "https://evil.example", ("user", name), ("password", TestSite.Password));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/account/sessions/end-all")]
    public async Task Cannot_change_anything_by_reading(string address)
    {
        var site = await shared.Get();
        using var client = await site.SignedIn(Role.Planner);

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.True(answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, await client.Status("/account"));
    }

    [Theory]
    [InlineData("POST", "DELETE")]
    [InlineData("GET", "POST")]
    public async Task Cannot_name_another_method_in_a_header(string method, string other)
    {
        var site = await shared.Get();
        using var client = await site.SignedIn(Role.Planner);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/sign-out");
        request.Headers.Remove("Origin");
        request.Headers.Add("X-HTTP-Method-Override", other);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, await client.Status("/account"));
    }

    [Theory]
    [InlineData("PUT", "/plan")]
    [InlineData("DELETE", "/plan/districts")]
    [InlineData("POST", "/")]
    [InlineData("TRACE", "/")]
    public async Task Finds_no_such_method_on_what_is_only_read(string method, string address)
    {
        using var client = (await shared.Get()).Public();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Is_not_helped_by_JSON_that_calls_itself_text()
    {
        using var client = await (await shared.Get()).SignedIn(Role.Admin);
        using var content = new StringContent("{\"user\":\"tran.json\"}", Encoding.UTF8, "text/plain");

        using var answer = await client.PostAsync("/accounts", content, Cancellation);

        Assert.InRange((int)answer.StatusCode, 400, 415);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    public async Task Is_told_nothing_by_the_answers_of_somebody_who_is_signed_in(string origin)
    {
        using var client = await (await shared.Get()).SignedIn(Role.Planner);
        client.DefaultRequestHeaders.Remove("Origin");
        client.DefaultRequestHeaders.Add("Origin", origin);

        using var answer = await client.GetAsync("/account", Cancellation);

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }
}
