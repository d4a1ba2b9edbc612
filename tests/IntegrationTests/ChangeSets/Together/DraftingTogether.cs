using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.ChangeSets.Drafting;

namespace LongAnGis.IntegrationTests.ChangeSets.Together;

/// <summary>Several people in one change set, on one node or on two.</summary>
public sealed class DraftingTogether(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begins_with_the_state_and_who_is_there()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var events = await Events.Open(planner, changeSet);

        var (name, data) = await events.Next();

        Assert.Equal("state", name);
        Assert.Equal("""{"state":"draft","version":1}""", data.ToJsonString());
        Assert.Equal("presence", (await events.Next()).Name);
    }

    [Fact]
    public async Task Tells_of_each_save_to_everybody_on_every_node()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        await using var secondNode = new TestSite(drafting.Site.ConnectionString);
        await secondNode.Start();
        using var reader = await secondNode.SignedIn(await drafting.Scalar<Guid>("SELECT author_id FROM plan.change_set WHERE id = $1", changeSet));
        using var events = await Events.Open(reader, changeSet);
        await events.Next("presence");
        var client = Guid.NewGuid();

        using var saved = await Drafting.Drafting.Send(
            planner, changeSet, Drafting.Drafting.Body(Drafting.Drafting.Create("a")).Replace("null", $"\"{client}\"", StringComparison.Ordinal));
        var edits = await events.Next("edits");

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(client, edits["client"]!.GetValue<Guid>());
        Assert.Equal(2, edits["version"]!.GetValue<int>());
        Assert.Equal("[1]", edits["positions"]!.ToJsonString());
        Assert.StartsWith("Người thử planner-", edits["by"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_who_comes_what_they_edit_and_that_they_left()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var events = await Events.Open(planner, changeSet);
        var client = Guid.NewGuid();
        await events.Next("presence");

        using var came = await Say(planner, changeSet, $$"""{"client":"{{client}}","editing":"centres/TT-01","at":[106.4,10.6]}""");
        var present = Assert.Single((await events.Next("presence")).AsArray())!;
        using var left = await Say(planner, changeSet, $$"""{"client":"{{client}}","leaving":true}""");
        var nobody = await events.Next("presence");

        Assert.Equal(HttpStatusCode.NoContent, came.StatusCode);
        Assert.Equal(client, present["client"]!.GetValue<Guid>());
        Assert.Equal("centres/TT-01", present["editing"]!.GetValue<string>());
        Assert.Equal("[106.4,10.6]", present["at"]!.ToJsonString());
        Assert.Equal("[]", nobody.ToJsonString());
    }

    [Fact]
    public async Task Takes_somebody_who_is_silent_for_half_a_minute_as_gone()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var said = await Say(planner, changeSet, $$"""{"client":"{{Guid.NewGuid()}}","editing":null,"at":null}""");
        using var before = await Events.Open(planner, changeSet);
        Assert.Single((await before.Next("presence")).AsArray());

        await drafting.Execute("UPDATE plan.presence SET seen_at = seen_at - interval '31 seconds' WHERE change_set_id = $1", changeSet);
        using var after = await Events.Open(planner, changeSet);

        Assert.Empty((await after.Next("presence")).AsArray());
    }

    [Fact]
    public async Task Does_not_let_one_account_speak_for_anothers_tab()
    {
        var drafting = await shared.Get();
        var (author, changeSet) = await drafting.Begin("consultation");
        using var officer = await drafting.Site.SignedIn(Role.Officer);
        var client = Guid.NewGuid();
        using var mine = await Say(author, changeSet, $$"""{"client":"{{client}}","editing":"centres/TT-01"}""");

        using var theirs = await Say(officer, changeSet, $$"""{"client":"{{client}}","editing":"centres/TT-02"}""");
        using var leaving = await Say(officer, changeSet, $$"""{"client":"{{client}}","leaving":true}""");

        Assert.Equal(
            "centres/TT-01", await drafting.Scalar<string>("SELECT editing FROM plan.presence WHERE change_set_id = $1", changeSet));
    }

    [Fact]
    public async Task Ends_when_access_ends()
    {
        var drafting = await shared.Get();
        var author = await drafting.Site.NewAccount($"planner-{Guid.NewGuid():N}", Role.Planner);
        var member = await drafting.Site.NewAccount($"planner-{Guid.NewGuid():N}", Role.Planner);
        var changeSet = await drafting.ChangeSet(author);
        await drafting.Execute("INSERT INTO plan.change_set_member VALUES ($1, $2, now(), $3)", changeSet, member, author);
        using var authorClient = await drafting.Site.SignedIn(author);
        using var memberClient = await drafting.Site.SignedIn(member);
        using var events = await Events.Open(memberClient, changeSet);
        await events.Next("presence");

        await drafting.Execute("DELETE FROM plan.change_set_member WHERE change_set_id = $1", changeSet);
        using var saved = await Drafting.Drafting.Save(authorClient, changeSet, Drafting.Drafting.Create("a"));

        Assert.Null(await events.NextLine());
    }

    [Fact]
    public async Task Ends_when_the_account_is_disabled()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var events = await Events.Open(planner, changeSet);
        await events.Next("presence");

        await drafting.Execute(
            "UPDATE plan.account SET disabled_at = now(), security_stamp = gen_random_uuid() WHERE id = (SELECT author_id FROM plan.change_set WHERE id = $1)",
            changeSet);

        // Nothing happens to the set: the next heartbeat notices.
        Assert.Null(await events.NextLine());
    }

    [Fact]
    public async Task Tells_the_state_again_after_the_listening_connection_was_lost()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var events = await Events.Open(planner, changeSet);
        await events.Next("presence");

        await drafting.Execute("""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND query = 'LISTEN change_set'
            """);

        Assert.Equal(1, (await events.Next("state"))["version"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"client":"x"}""")]
    [InlineData("""{"client":"00000000-0000-0000-0000-000000000001","at":[200,100]}""")]
    [InlineData("""{"client":"00000000-0000-0000-0000-000000000001","at":"here"}""")]
    [InlineData("""{"client":"00000000-0000-0000-0000-000000000001","editing":"<img src=x>"}""")]
    [InlineData("""{"client":"00000000-0000-0000-0000-000000000001","editing":7}""")]
    public async Task Refuses_presence_that_makes_no_sense(string body)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await Say(planner, changeSet, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    static Task<HttpResponseMessage> Say(HttpClient client, Guid changeSet, string said) =>
        client.PostAsync($"/change-sets/{changeSet}/presence", JsonContent.Create(JsonNode.Parse(said)), Cancellation);

    sealed class Events(StreamReader reader) : IDisposable
    {
        public static async Task<Events> Open(HttpClient client, Guid changeSet) =>
            new(new(await client.GetStreamAsync($"/change-sets/{changeSet}/events", Cancellation)));

        public async Task<JsonNode> Next(string name)
        {
            while (true)
            {
                var (found, data) = await Next();
                if (found == name)
                {
                    return data;
                }
            }
        }

        public async Task<(string Name, JsonNode Data)> Next()
        {
            var name = "";
            while (await NextLine() is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                {
                    name = line[7..];
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return (name, JsonNode.Parse(line[6..])!);
                }
            }

            Assert.Fail("The stream ended.");
            return default;
        }

        /// <summary>The next line that says something; null when the stream ended.</summary>
        public async Task<string?> NextLine()
        {
            string? line;
            do
            {
                line = await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            }
            while (line is { Length: 0 } or [':', ..]);
            return line;
        }

        public void Dispose() => reader.Dispose();
    }
}
