using System.Net;
using Npgsql;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>The database commits, and the connection breaks before it can say so.</summary>
public sealed class LosingTheAnswer
{
    [Fact]
    public async Task Has_one_effect_and_the_retry_gets_its_answer()
    {
        var database = new NpgsqlConnectionStringBuilder(await TestCluster.NewSeededDatabase());
        await using var proxy = new ForgetfulProxy(database.Port);
        (database.Host, database.Port) = ("127.0.0.1", proxy.Port);
        await using var site = new TestSite(database.ConnectionString);
        await site.Start();
        var drafting = new Drafting(site);
        var (planner, changeSet) = await drafting.Begin();
        var (key, body) = (Guid.NewGuid().ToString(), Drafting.Body(Drafting.Create("a")));

        proxy.DropTheNextAnswer();
        using var lost = await Drafting.Send(planner, changeSet, body, key);
        using var again = await Drafting.Send(planner, changeSet, body, key);
        var saved = await Drafting.Json(again);

        Assert.Equal(1, proxy.Dropped);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
        Assert.NotNull(lost.Headers.RetryAfter);
        Assert.Equal(2, saved["version"]!.GetValue<int>());
        Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
        Assert.Equal(1, await drafting.Scalar<long>("SELECT count(*) FROM plan.draft_edit WHERE change_set_id = $1", changeSet));
    }
}
