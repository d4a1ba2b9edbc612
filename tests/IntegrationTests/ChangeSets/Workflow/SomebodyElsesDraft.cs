using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>A draft that is not for one's eyes answers on every address exactly as an id that never existed.</summary>
public sealed partial class SomebodyElsesDraft(ClassSite shared) : IClassFixture<ClassSite>, IAsyncLifetime
{
    static readonly string[] Pages = ["", "/details", "/edit", "/conflicts", "/changes/1", "/draft.json", "/changes/1/states"];
    static readonly string[] Forms =
        ["/steps", "/details", "/members", "/comments", "/comments/1/resolve", "/reasons", "/revert", "/conflicts", "/changes/1/restore"];

    Office office = null!;
    HttpClient planner = null!;

    public async ValueTask InitializeAsync()
    {
        office = new(shared.Site);
        planner = await office.Somebody(Role.Planner);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Role.Planner)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Admin)]
    public async Task Answers_as_if_it_never_existed(Role role)
    {
        var draft = await Office.OpenWithChange(planner);
        var forged = Guid.NewGuid();
        var stranger = await office.Somebody(role);

        foreach (var page in Pages)
        {
            var theirs = await Office.Get(stranger, $"/change-sets/{draft}{page}");
            var none = await Office.Get(stranger, $"/change-sets/{forged}{page}");
            Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
            Assert.Equal(Same(none.Html, forged), Same(theirs.Html, draft));
        }

        foreach (var form in Forms)
        {
            var theirs = await Office.Post(stranger, $"/change-sets/{draft}{form}", ("step", "approve"), ("version", "2"));
            var none = await Office.Post(stranger, $"/change-sets/{forged}{form}", ("step", "approve"), ("version", "2"));
            Assert.Equal(none.Status, theirs.Status);
            Assert.True(theirs.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{form}: {theirs.Status}");
            Assert.Equal(Same(none.Html, forged), Same(theirs.Html, draft));
        }

        Assert.Equal("draft", await office.State(draft));
        Assert.DoesNotContain($"{draft}", (await Office.Get(stranger, "/change-sets?view=all")).Html, StringComparison.Ordinal);
    }

    // Whatever address is added about a change set is held to the same, without anybody thinking of it.
    [Theory]
    [InlineData(Role.Planner)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Admin)]
    public async Task Answers_so_on_every_address_that_there_is(Role role)
    {
        var draft = await Office.OpenWithChange(planner);
        await Office.Post(planner, $"/change-sets/{draft}/comments", ("text", "Giữa chúng ta."));
        var comment = await office.Scalar<long>("SELECT id FROM plan.change_set_comment WHERE change_set_id = $1", draft);
        var before = await office.Scalar<string>("SELECT string_agg(x::text, '') FROM (SELECT change_set FROM plan.change_set WHERE id = $1) AS x", draft);
        var forged = Guid.NewGuid();
        using var stranger = await office.Somebody(role);
        var addresses = office.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.Trim('/').StartsWith("change-sets/{", StringComparison.OrdinalIgnoreCase))
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, route.RoutePattern.RawText!)))
            .ToList();

        Assert.True(addresses.Count > 15, $"Only {addresses.Count} addresses.");
        foreach (var (method, pattern) in addresses)
        {
            var theirs = await Ask(stranger, method, pattern, draft, comment);
            var none = await Ask(stranger, method, pattern, forged, comment);

            Assert.True(none.Status == theirs.Status, $"{method} {pattern}: {theirs.Status}, not {none.Status}");
            Assert.InRange((int)theirs.Status, 400, 499);
            Assert.Equal(Same(none.Html, forged), Same(theirs.Html, draft));
        }

        Assert.Equal(before, await office.Scalar<string>("SELECT string_agg(x::text, '') FROM (SELECT change_set FROM plan.change_set WHERE id = $1) AS x", draft));
    }

    static async Task<FormAnswer> Ask(HttpClient client, string method, string pattern, Guid changeSet, long comment)
    {
        var address = "/" + Parameter().Replace(pattern, match => match.Value switch
        {
            var id when id.StartsWith("{id", StringComparison.OrdinalIgnoreCase) => $"{changeSet}",
            var said when said.StartsWith("{comment", StringComparison.Ordinal) => comment.ToString(System.Globalization.CultureInfo.InvariantCulture),
            var format when format.Contains("pdf", StringComparison.Ordinal) => "pdf",
            _ => "1",
        }).Trim('/');
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is not ("GET" or "HEAD"))
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("key", $"{Guid.NewGuid()}"), KeyValuePair.Create("step", "approve"), KeyValuePair.Create("version", "2")]);
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode >= 400, $"{method} {pattern}: {answer.StatusCode}");
        return new(answer.StatusCode, null, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // The constraint of a parameter may hold braces of its own.
    [GeneratedRegex(@"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")]
    private static partial Regex Parameter();

    [Fact]
    public async Task Is_neither_shown_nor_named_to_the_public()
    {
        var draft = await Office.OpenWithChange(planner);
        using var stranger = office.Site.Public();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        foreach (var page in Pages)
        {
            var answer = await Office.Get(stranger, $"/change-sets/{draft}{page}");
            Assert.True(answer.Status is HttpStatusCode.SeeOther or HttpStatusCode.Unauthorized, $"{page}: {answer.Status}");
        }
    }

    [Fact]
    public async Task Is_seen_by_readers_once_submitted_who_may_change_nothing()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        var other = await office.Somebody(Role.Planner);
        var leader = await office.Somebody(Role.Leader);
        var officer = await office.Somebody(Role.Officer);

        Assert.Equal(HttpStatusCode.OK, (await Office.Get(leader, $"/change-sets/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Office.Get(other, $"/change-sets/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Office.Get(officer, $"/change-sets/{id}")).Status);
        foreach (var step in new[] { "approve", "return", "withdraw", "publish" })
            Assert.Equal(HttpStatusCode.Forbidden, (await office.Step(other, id, step, null, [.. Office.Approval, ("note", "x")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Office.Post(leader, $"/change-sets/{id}/comments", ("text", "x"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Office.Get(other, $"/change-sets/{id}/edit")).Status);
    }

    [Fact]
    public async Task Is_edited_by_a_member_and_by_them_alone_made_known_to_others()
    {
        var account = await office.Site.NewAccount($"dong-nghiep-{Guid.NewGuid():N}", Role.Planner);
        var member = await office.As(account);
        var id = await Office.OpenWithChange(planner);

        var before = await Office.Get(member, $"/change-sets/{id}");
        await Office.Post(planner, $"/change-sets/{id}/members", ("add", account.ToString()));
        await Office.Save(member, id, Office.Create("W-theirs"));
        var invited = await Office.Post(member, $"/change-sets/{id}/members", ("add", account.ToString()));
        var reviewer = await office.Site.NewAccount($"khong-soan-{Guid.NewGuid():N}", Role.Reviewer);
        var wrong = await Office.Post(planner, $"/change-sets/{id}/members", ("add", reviewer.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        Assert.Equal(HttpStatusCode.OK, (await Office.Get(member, $"/change-sets/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, invited.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
    }

    // The address itself, what one quotes, and new keys of forms are all that may differ.
    static string Same(string html, Guid id) => Reference().Replace(html.Replace(id.ToString(), "id", StringComparison.Ordinal), "");

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Reference();
}
