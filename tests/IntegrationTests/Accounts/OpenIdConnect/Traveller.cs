using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace LongAnGis.IntegrationTests.Accounts.OpenIdConnect;

/// <summary>
/// Somebody's browser between a site, which is asked without a network, and the provider, which is asked over one: it keeps
/// both their cookies and takes one step at a time, so that a test can stand in its way.
/// </summary>
sealed partial class Traveller(TestSite site) : IDisposable
{
    readonly CookieContainer cookies = new();
    readonly HttpClient abroad = new(new HttpClientHandler { AllowAutoRedirect = false });
    HttpClient? home;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public HttpClient Home => home ??= At(site);

    /// <summary>The same browser before another node.</summary>
    public HttpClient At(TestSite node)
    {
        var client = node.CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(cookies));
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("Origin", "http://localhost");
        return client;
    }

    public IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

    public bool IsSignedIn => Cookies.Any(cookie => cookie is { Name: "longan", Expired: false });

    /// <summary>Sets out from the site; answers with the address at the provider.</summary>
    public async Task<Uri> SetOut(string start = "/sign-in/provider")
    {
        using var answer = await Home.GetAsync(start, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>Says who one is at the provider, or cancels there; answers with the address that leads back.</summary>
    public async Task<Uri> Ask(Uri provider, string? subject)
    {
        using var asked = await abroad.GetAsync(provider, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var next = new Uri(provider, asked.Headers.Location!);
        if (next.AbsolutePath != "/login")
        {
            return next;
        }

        using var form = new FormUrlEncodedContent([new("who", subject ?? ""), new("do", subject is null ? "cancel" : "enter")]);
        using var said = await abroad.PostAsync(next, form, Cancellation);
        using var back = await abroad.GetAsync(new Uri(next, said.Headers.Location!), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location!;
    }

    /// <summary>The whole way: out, to the provider, and back; answers with where the site leads then.</summary>
    public async Task<string> Travel(string? subject, string start = "/sign-in/provider") =>
        await Arrive(await Ask(await SetOut(start), subject));

    /// <summary>Brings the provider's answer to the site; answers with where it leads.</summary>
    public async Task<string> Arrive(Uri answer, HttpClient? node = null)
    {
        using var arrived = await (node ?? Home).GetAsync(answer.PathAndQuery, Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, arrived.StatusCode);
        return arrived.Headers.Location!.ToString();
    }

    /// <summary>Reads a page of the site as words.</summary>
    public async Task<string> Read(string address)
    {
        using var answer = await Home.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Words();
    }

    /// <summary>Follows the provider's own addresses as far as they lead back to the site.</summary>
    public async Task<Uri> FollowAbroad(Uri address)
    {
        using var answer = await abroad.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    public static string Parameter(Uri address, string name) =>
        System.Web.HttpUtility.ParseQueryString(address.Query)[name] ?? "";

    /// <summary>Where a page leads by itself.</summary>
    public static Uri? Refresh(HttpResponseMessage page) =>
        page.Headers.TryGetValues("Refresh", out var values) ? new Uri(RefreshAddress().Match(values.Single()).Groups[1].Value) : null;

    public void Dispose()
    {
        abroad.Dispose();
        home?.Dispose();
    }

    [GeneratedRegex("^0; url=(.+)$")]
    private static partial Regex RefreshAddress();
}
