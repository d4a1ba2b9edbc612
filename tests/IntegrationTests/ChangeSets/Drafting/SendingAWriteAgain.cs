using System.Net;
using LongAnGis.Web.Platform.Retries;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>Writes carry a key: sent twice, or again after a lost connection, they have one effect and one answer.</summary>
public sealed class SendingAWriteAgain(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gets_the_first_answer_byte_for_byte()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var (key, body) = (Guid.NewGuid().ToString(), Drafting.Body(Drafting.Create("a")));

        using var first = await Drafting.Send(planner, changeSet, body, key);
        using var other = await Drafting.Save(planner, changeSet, Drafting.Create("b"));
        using var again = await Drafting.Send(planner, changeSet, body, key);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancellation), await again.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.Equal(2, Drafting.Changes(await Drafting.Draft(planner, changeSet)).Count);
    }

    [Fact]
    public async Task Is_refused_when_the_key_was_used_for_something_else()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var key = Guid.NewGuid().ToString();
        using var first = await Drafting.Send(planner, changeSet, Drafting.Body(Drafting.Create("a")), key);

        using var answer = await Drafting.Send(planner, changeSet, Drafting.Body(Drafting.Create("b")), key);

        var problem = await Drafting.Json(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            "Khóa Idempotency-Key này đã dùng cho một nội dung khác; mỗi lần ghi mới cần khóa mới.", problem["detail"]!.GetValue<string>());
        Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
    }

    [Fact]
    public async Task Does_not_meet_the_keys_of_others()
    {
        var drafting = await shared.Get();
        var (mine, myChangeSet) = await drafting.Begin();
        var (theirs, theirChangeSet) = await drafting.Begin();
        var key = Guid.NewGuid().ToString();

        using var first = await Drafting.Send(mine, myChangeSet, Drafting.Body(Drafting.Create("a")), key);
        using var second = await Drafting.Send(theirs, theirChangeSet, Drafting.Body(Drafting.Create("b")), key);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("short", HttpStatusCode.BadRequest)]
    [InlineData("with a space", HttpStatusCode.BadRequest)]
    public async Task Needs_a_key_that_is_one(string? key, HttpStatusCode status)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/change-sets/{changeSet}/edits")
        {
            Content = new StringContent(Drafting.Body(Drafting.Create("a")), System.Text.Encoding.UTF8, "application/json"),
        };
        if (key is not null)
        {
            request.Headers.Add(KeptAnswers.Header, key);
        }

        using var answer = await planner.SendAsync(request, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task While_the_first_is_in_flight_is_told_to_wait()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var (key, body) = (Guid.NewGuid().ToString(), Drafting.Body(Drafting.Create("a")));

        Task<HttpResponseMessage> first;
        await using (var connection = await drafting.Database.OpenConnectionAsync(Cancellation))
        await using (var holder = await connection.BeginTransactionAsync(Cancellation))
        {
            await using (var hold = new NpgsqlCommand("SELECT id FROM plan.change_set WHERE id = $1 FOR UPDATE", connection))
            {
                hold.Parameters.AddWithValue(changeSet);
                await hold.ExecuteNonQueryAsync(Cancellation);
            }

            first = Drafting.Send(planner, changeSet, body, key);
            // Once the first holds its key, it waits for the change set that we hold.
            while (await drafting.Scalar<long>(
                "SELECT count(*) FROM pg_locks JOIN pg_database ON oid = database WHERE datname = current_database() AND locktype = 'advisory'") == 0)
            {
                await Task.Delay(20, Cancellation);
            }

            using var second = await Drafting.Send(planner, changeSet, body, key);
            Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
            Assert.NotNull(second.Headers.RetryAfter);
        }

        using var done = await first;
        using var again = await Drafting.Send(planner, changeSet, body, key);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (done.StatusCode, again.StatusCode));
        Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
    }

    [Fact]
    public async Task Of_sixteen_at_once_has_one_effect()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var (key, body) = (Guid.NewGuid().ToString(), Drafting.Body(Drafting.Create("a")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Drafting.Send(planner, changeSet, body, key)));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(2, (await Drafting.Draft(planner, changeSet))["changeSet"]!["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task After_a_refusal_may_succeed()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin("submitted");
        var (key, body) = (Guid.NewGuid().ToString(), Drafting.Body(Drafting.Create("a")));
        using var refused = await Drafting.Send(planner, changeSet, body, key);
        await drafting.Execute("UPDATE plan.change_set SET state = 'returned' WHERE id = $1", changeSet);

        using var answer = await Drafting.Send(planner, changeSet, body, key);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Is_remembered_for_a_week()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var keys = new[] { Guid.NewGuid().ToString(), Guid.NewGuid().ToString() };
        using var first = await Drafting.Send(planner, changeSet, Drafting.Body(Drafting.Create("a")), keys[0]);
        using var second = await Drafting.Send(planner, changeSet, Drafting.Body(Drafting.Create("b")), keys[1]);
        await drafting.Execute("UPDATE plan.kept_answer SET at = now() - interval '8 days' WHERE key = $1", keys[0]);

        await drafting.Site.Services.GetRequiredService<OldAnswers>().Clear(Cancellation);

        Assert.Equal(
            [keys[1]],
            await drafting.Scalar<string[]>("SELECT array_agg(key) FROM plan.kept_answer WHERE key = ANY ($1)", (object)keys));
    }
}
