using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>Somebody asks for one id after the other, to find drafts that are not theirs.</summary>
public sealed partial class WalkingThroughIds
{
    const int Most = 60;

    readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [Theory]
    [InlineData("/change-sets/{0}")]
    [InlineData("/change-sets/{0}/draft.json")]
    public async Task Learns_nothing_is_stopped_and_is_told_of_in_the_audit(string address)
    {
        await using var site = await Site();
        var office = new Office(site);
        using var author = await office.Somebody(Role.Planner);
        var draft = await Office.OpenWithChange(author);
        using var walker = await office.Somebody(Role.Planner);

        // The id of a draft is among those that never were: nothing tells it from them.
        var answers = new List<FormAnswer>();
        foreach (var id in Ids(Most - 1).Append(draft))
        {
            answers.Add(await Office.Get(walker, string.Format(null, address, id)));
        }

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        Assert.Single(answers.Select(answer => Variable().Replace(answer.Html, "…")).Distinct());
        Assert.Equal(1, await Alarms(office, "alarm.id-guessing"));

        foreach (var id in Ids(20).Append(draft))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, (await Office.Get(walker, string.Format(null, address, id))).Status);
        }

        Assert.Equal(1, await Alarms(office, "alarm.id-guessing"));
        Assert.Equal(HttpStatusCode.OK, await walker.Status("/account"));
        Assert.Equal(HttpStatusCode.OK, (await Office.Get(author, $"/change-sets/{draft}")).Status);

        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.NotFound, (await Office.Get(walker, string.Format(null, address, draft))).Status);
    }

    [Fact]
    public async Task Is_stopped_and_told_of_when_nobody_is_signed_in()
    {
        await using var site = await Site();
        var office = new Office(site);
        using var author = await office.Somebody(Role.Planner);
        var draft = await Office.OpenWithChange(author);
        using var nobody = site.Public();

        var answers = new List<FormAnswer>();
        foreach (var id in Ids(Most - 1).Append(draft))
        {
            answers.Add(await Office.Get(nobody, $"/change-sets/{id}/draft.json"));
        }

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.Status));
        Assert.Single(answers.Select(answer => Variable().Replace(answer.Html, "…")).Distinct());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Office.Get(nobody, $"/change-sets/{draft}/draft.json")).Status);
        Assert.Equal(HttpStatusCode.OK, await nobody.Status("/plan"));
        Assert.Equal("(unknown)", await office.Scalar<string>("SELECT actor FROM plan.audit WHERE action = 'alarm.id-guessing'"));
    }

    [Fact]
    public async Task Says_how_long_to_wait()
    {
        await using var site = await Site();
        var office = new Office(site);
        using var walker = await office.Somebody(Role.Planner);
        foreach (var id in Ids(Most))
        {
            await Office.Get(walker, $"/change-sets/{id}");
        }

        clock.Advance(TimeSpan.FromMinutes(4));
        using var stopped = await walker.GetAsync($"/change-sets/{Guid.NewGuid()}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(6), stopped.Headers.RetryAfter?.Delta);
        Assert.Contains("đã được ghi vào nhật ký", await stopped.Words(), StringComparison.Ordinal);
    }

    static IEnumerable<Guid> Ids(int count) => Enumerable.Range(0, count).Select(_ => Guid.NewGuid());

    static Task<long> Alarms(Office office, string action) => office.Scalar<long>("SELECT count(*) FROM plan.audit WHERE action = $1", action);

    Task<TestSite> Site() => TestSite.OnItsOwnDatabase(
        services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
        new Dictionary<string, string> { ["Limits:Misses"] = $"{Most}" });

    // The address that was asked for, and the reference of the request.
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}")]
    private static partial Regex Variable();
}
