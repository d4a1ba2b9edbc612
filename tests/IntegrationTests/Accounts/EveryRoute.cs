using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>Every route against every role: who may not is told so before anything else is looked at.</summary>
public sealed partial class EveryRoute(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the public may send: the doors themselves, and questions about a parcel, about an extract or coordinates, and to an agency.</summary>
    static readonly string[] OpenToAll =
    [
        "POST /sign-in", "POST /sign-out", "POST /invitation/{token}", "POST /lookup", "POST /verify", "POST /convert",
        "POST /invest/{layer}/{id:long}/enquiries",
        // Whoever has the address, which nobody can guess, may do with it what its page offers.
        "POST /lookup/batch", "POST /lookup/batch/{id:guid}/stop", "POST /lookup/batch/{id:guid}/resume", "POST /lookup/batch/{id:guid}/remove",
        "POST /watch", "POST /watch/{id:guid}/confirm", "POST /watch/{id:guid}/end",
    ];

    [Fact]
    public async Task That_changes_something_says_who_may()
    {
        var routes = await Routes();

        var open = routes.Where(route => !IsRead(route.Method) && route.Needs.Count == 0).Select(route => $"{route.Method} {route.Pattern}");

        Assert.Empty(open.Except(OpenToAll));
    }

    [Fact]
    public async Task Of_a_page_answers_GET_alone()
    {
        var site = await shared.Get();
        var pages = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);

        Assert.All(pages, page => Assert.Equal(["GET"], page.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods));
    }

    [Fact]
    public async Task That_needs_a_permission_is_closed_to_the_public()
    {
        var site = await shared.Get();
        using var client = site.Public();

        foreach (var route in (await Routes()).Where(route => route.Needs.Count > 0))
        {
            using var program = await Send(client, route, "application/json");
            using var person = await Send(client, route, "text/html");

            Assert.True(
                program.StatusCode is HttpStatusCode.Unauthorized
                || (program.StatusCode is HttpStatusCode.SeeOther && LeadsToSignIn(program)), $"{route}: {program.StatusCode}");
            Assert.True(
                person.StatusCode is HttpStatusCode.Unauthorized
                || (person.StatusCode is HttpStatusCode.SeeOther && LeadsToSignIn(person)), $"{route}: {person.StatusCode}");
        }
    }

    public static TheoryData<string> Roles => ["nobody", .. Enum.GetValues<Role>().Select(role => role.Code())];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Is_closed_to_a_role_without_its_permission_and_open_to_the_others(string role)
    {
        var site = await shared.Get();
        Role[] roles = RoleCodes.Find(role) is { } known ? [known] : [];

        foreach (var route in (await Routes()).Where(route => route.Needs.Count > 0))
        {
            // Some routes end the session that they are asked in, so each gets its own.
            using var client = await site.SignedIn(roles);
            using var answer = await Send(client, route, "application/json");

            var may = route.Needs.All(need => Permissions.Allow(roles, need));
            var refused = answer.StatusCode is HttpStatusCode.Forbidden
                && (await answer.Content.ReadAsStringAsync(Cancellation)).Contains("không có quyền làm việc này", StringComparison.Ordinal);
            Assert.True(may != refused, $"{role} at {route}: {(int)answer.StatusCode}");
            Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Leads_to_the_sign_in_page_and_back_in_the_language_of_the_page()
    {
        using var client = (await shared.Get()).Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var vietnamese = await client.GetAsync("/account", Cancellation);
        using var english = await client.GetAsync("/en/accounts?q=lan", Cancellation);

        Assert.Equal("/sign-in?return=%2Faccount", vietnamese.Headers.Location?.ToString());
        Assert.Equal("/en/sign-in?return=%2Fen%2Faccounts%3Fq%3Dlan", english.Headers.Location?.ToString());
        Assert.True(vietnamese.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task That_somebody_may_not_use_explains_itself_in_a_page()
    {
        using var client = await (await shared.Get()).SignedIn(Role.Planner);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var answer = await client.GetAsync("/accounts", Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("hãy liên hệ quản trị viên", await answer.Words(), StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgets_no_one_when_the_same_is_asked_again_without_a_cookie()
    {
        var site = await shared.Get();
        using var somebody = await site.SignedIn(Role.Planner);
        using var nobody = site.Public();

        using var first = await somebody.GetAsync("/account", Cancellation);
        using var second = await nobody.GetAsync("/account", Cancellation);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(first.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.NotEqual(HttpStatusCode.OK, second.StatusCode);
    }

    sealed record Route(string Method, string Pattern, IReadOnlyList<Permission> Needs)
    {
        public override string ToString() => $"{Method} {Pattern}";
    }

    async Task<IReadOnlyList<Route>> Routes()
    {
        var site = await shared.Get();
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Route(
                method,
                "/" + endpoint.RoutePattern.RawText!.Trim('/'),
                [.. endpoint.Metadata.GetOrderedMetadata<NeedsAttribute>().Select(need => need.Permission)])))
            .ToList();
        Assert.Contains(routes, route => route is { Method: "POST", Pattern: "/account/password", Needs: [Permission.SignedIn] });
        Assert.Contains(routes, route => route is { Method: "GET", Pattern: "/accounts", Needs: [Permission.ManageAccounts] });
        return routes;
    }

    static bool IsRead(string method) => method is "GET" or "HEAD" or "OPTIONS";

    static bool LeadsToSignIn(HttpResponseMessage answer) =>
        answer.Headers.Location!.ToString().StartsWith("/sign-in?return=", StringComparison.Ordinal);

    static async Task<HttpResponseMessage> Send(HttpClient client, Route route, string accepted)
    {
        var address = Parameter().Replace(route.Pattern, match =>
            match.Value.Contains("guid", StringComparison.Ordinal) || match.Value is "{id}" ? Guid.Empty.ToString()
            : match.Value.Contains("int", StringComparison.Ordinal) || match.Value.Contains("long", StringComparison.Ordinal) ? "1"
            : match.Value.Contains("pdf", StringComparison.Ordinal) ? "pdf"
            : "x");
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), address);
        request.Headers.Accept.ParseAdd(accepted);
        if (!IsRead(route.Method))
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        // Streams of events never end; the first line is enough.
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
