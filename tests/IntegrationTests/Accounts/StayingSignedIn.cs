using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>A session is asked for on every request, so whatever ends it does so at once.</summary>
public sealed class StayingSignedIn(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_who_is_there_and_keeps_it_out_of_every_cache()
    {
        using var client = await (await shared.Get()).SignedIn(Role.Planner);

        using var answer = await client.GetAsync("/plan", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store, private", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order()));
    }

    [Fact]
    public async Task Leaves_the_public_as_it_was()
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync("/plan", Cancellation);

        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Knows_somebody_by_the_hash_of_their_key_only()
    {
        var site = await shared.Get();
        var sessions = site.Services.GetRequiredService<SessionStore>();
        var account = await site.NewAccount($"hash-{Guid.NewGuid():N}", Role.Planner);
        var key = await sessions.Open(account, null, [], Cancellation);

        var person = await sessions.Who(SessionKey.Hash(key!), Cancellation);
        var forged = await sessions.Who(SessionKey.Hash(SessionKey.New()), Cancellation);

        Assert.Equal(account, person?.Id);
        Assert.True(person!.May(Permission.EditPlan));
        Assert.False(person.May(Permission.ReviewPlan));
        Assert.Null(forged);
    }

    [Theory]
    [InlineData("UPDATE plan.account SET disabled_at = now() WHERE id = $1")]
    [InlineData("UPDATE plan.account SET security_stamp = gen_random_uuid() WHERE id = $1")]
    [InlineData("DELETE FROM plan.session WHERE account_id = $1")]
    [InlineData("UPDATE plan.session SET expires_at = now() - interval '1 second' WHERE account_id = $1")]
    public async Task Ends_with_the_next_request(string end)
    {
        var site = await shared.Get();
        var sessions = site.Services.GetRequiredService<SessionStore>();
        var account = await site.NewAccount($"end-{Guid.NewGuid():N}", Role.Planner);
        var hash = SessionKey.Hash((await sessions.Open(account, null, [], Cancellation))!);
        Assert.NotNull(await sessions.Who(hash, Cancellation));

        await using (var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(end))
        {
            command.Parameters.Add(new() { Value = account });
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Null(await sessions.Who(hash, Cancellation));
    }

    [Fact]
    public async Task Ends_when_nobody_was_there_for_half_a_day_and_after_a_week_in_any_case()
    {
        var site = await shared.Get();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var sessions = new SessionStore(site.Services.GetRequiredService<PlanDatabase>(), clock);
        var account = await site.NewAccount($"idle-{Guid.NewGuid():N}", Role.Planner);
        var left = SessionKey.Hash((await sessions.Open(account, null, [], Cancellation))!);
        var used = SessionKey.Hash((await sessions.Open(account, null, [], Cancellation))!);

        for (var hours = 0; hours < 7 * 24 - 10; hours += 10)
        {
            clock.Advance(TimeSpan.FromHours(10));
            Assert.NotNull(await sessions.Who(used, Cancellation));
        }

        Assert.Null(await sessions.Who(left, Cancellation));
        clock.Advance(TimeSpan.FromHours(10));
        Assert.Null(await sessions.Who(used, Cancellation));
    }

    [Fact]
    public async Task Cannot_be_opened_by_an_account_that_is_disabled()
    {
        var site = await shared.Get();
        var account = await site.NewAccount($"off-{Guid.NewGuid():N}", Role.Planner);
        await using (var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            "UPDATE plan.account SET disabled_at = now() WHERE id = $1"))
        {
            command.Parameters.Add(new() { Value = account });
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Null(await site.Services.GetRequiredService<SessionStore>().Open(account, null, [], Cancellation));
    }
}
