using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Platform.Retries;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>A draft is seen by those who work on it; to all others it looks as if it had never existed.</summary>
public sealed partial class AnothersDraft(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static readonly (HttpMethod Method, string Path)[] Routes =
    [
        (HttpMethod.Get, "draft.json"),
        (HttpMethod.Get, "surroundings?bbox=106,10,107,11"),
        (HttpMethod.Get, "changes/1/states"),
        (HttpMethod.Get, "events"),
        (HttpMethod.Post, "edits"),
        (HttpMethod.Post, "presence"),
    ];

    public static TheoryData<string> Strangers => ["nobody", .. Enum.GetNames<Role>()];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Is_answered_as_one_that_never_existed(string who)
    {
        var drafting = await shared.Get();
        var (author, changeSet) = await drafting.Begin();
        using var saved = await Drafting.Save(author, changeSet, Drafting.Create("a"));
        var isSignedIn = Enum.TryParse<Role>(who, out var role);
        using var stranger = isSignedIn ? await drafting.Site.SignedIn(role) : drafting.Site.Public();

        foreach (var (method, path) in Routes)
        {
            var (real, ofReal) = await Ask(stranger, method, changeSet, path);
            var (invented, ofInvented) = await Ask(stranger, method, Guid.NewGuid(), path);

            Assert.Equal(isSignedIn ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized, real);
            Assert.Equal(invented, real);
            Assert.Equal(ofInvented, ofReal);
        }
    }

    [Theory]
    [InlineData("submitted", Role.Planner, true)]
    [InlineData("submitted", Role.Reviewer, true)]
    [InlineData("submitted", Role.Leader, true)]
    [InlineData("submitted", Role.Officer, false)]
    [InlineData("submitted", Role.Admin, false)]
    [InlineData("returned", Role.Reviewer, true)]
    [InlineData("consultation", Role.Officer, true)]
    [InlineData("published", Role.Officer, true)]
    [InlineData("published", Role.Admin, true)]
    public async Task Is_seen_by_readers_once_it_was_submitted_and_by_everybody_in_consultation(string state, Role role, bool isSeen)
    {
        var drafting = await shared.Get();
        var author = await drafting.Site.NewAccount($"planner-{Guid.NewGuid():N}", Role.Planner);
        var changeSet = await drafting.ChangeSet(author, state, wasSubmitted: state is "submitted" or "returned");
        using var reader = await drafting.Site.SignedIn(role);

        var (read, _) = await Ask(reader, HttpMethod.Get, changeSet, "draft.json");
        var (written, _) = await Ask(reader, HttpMethod.Post, changeSet, "edits");

        Assert.Equal(isSeen ? HttpStatusCode.OK : HttpStatusCode.NotFound, read);
        Assert.Equal(isSeen ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, written);
    }

    [Fact]
    public async Task Is_edited_by_its_members()
    {
        var drafting = await shared.Get();
        var author = await drafting.Site.NewAccount($"planner-{Guid.NewGuid():N}", Role.Planner);
        var member = await drafting.Site.NewAccount($"planner-{Guid.NewGuid():N}", Role.Planner);
        var changeSet = await drafting.ChangeSet(author);
        await drafting.Execute(
            "INSERT INTO plan.change_set_member VALUES ($1, $2, now(), $3)", changeSet, member, author);
        using var client = await drafting.Site.SignedIn(member);

        using var answer = await Drafting.Save(client, changeSet, Drafting.Create("a"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Is_no_longer_edited_by_an_author_who_is_no_planner_any_more()
    {
        var drafting = await shared.Get();
        var author = await drafting.Site.NewAccount($"planner-{Guid.NewGuid():N}", Role.Leader);
        var changeSet = await drafting.ChangeSet(author);
        using var client = await drafting.Site.SignedIn(author);

        using var answer = await Drafting.Save(client, changeSet, Drafting.Create("a"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Cannot_be_written_from_another_site(string? origin)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        planner.DefaultRequestHeaders.Remove("Origin");
        if (origin is not null)
        {
            planner.DefaultRequestHeaders.Add("Origin", origin);
        }

        using var answer = await Drafting.Save(planner, changeSet, Drafting.Create("a"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(0, await drafting.Scalar<long>("SELECT count(*) FROM plan.change WHERE change_set_id = $1", changeSet));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Takes_edits_by_no_other_method(string method)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/change-sets/{changeSet}/edits");
        request.Headers.Add("X-HTTP-Method-Override", "POST");

        using var answer = await planner.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("POST", answer.Content.Headers.Allow);
    }

    static async Task<(HttpStatusCode Status, string Body)> Ask(HttpClient client, HttpMethod method, Guid changeSet, string path)
    {
        using var request = new HttpRequestMessage(method, $"/change-sets/{changeSet}/{path}");
        if (method == HttpMethod.Post)
        {
            request.Headers.Add(KeptAnswers.Header, Guid.NewGuid().ToString());
            request.Content = JsonContent.Create(new { client = Guid.NewGuid(), edits = Array.Empty<object>() });
        }

        using var answer = await client.SendAsync(request, Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        return (answer.StatusCode, Trace().Replace(body, ""));
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Trace();
}
