using System.Net;
using System.Text.Json.Nodes;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>Sixteen editors at work on one change set.</summary>
public sealed class SavingAllAtOnce(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    const int Editors = 16;
    const int SavesOfEach = 10;

    [Fact]
    public async Task Loses_no_edit_and_counts_versions_without_gaps()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var first = await Drafting.Save(planner, changeSet, Put(null, null, 0));
        await Drafting.Json(first);

        await Task.WhenAll(Enumerable.Range(0, Editors).Select(_ => CountUp(planner, changeSet)));

        var change = Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)))!["properties"]!;
        Assert.Equal(Drafting.Number(Editors * SavesOfEach), change["note"]!.GetValue<string>());
        Assert.Equal((Editors * SavesOfEach) + 1, change["version"]!.GetValue<int>());
        Assert.Equal(
            Enumerable.Range(1, (Editors * SavesOfEach) + 1),
            await drafting.Scalar<int[]>("SELECT array_agg(version ORDER BY id) FROM plan.draft_edit WHERE change_set_id = $1", changeSet));
        Assert.Equal(
            (Editors * SavesOfEach) + 2, await drafting.Scalar<int>("SELECT version FROM plan.change_set WHERE id = $1", changeSet));
    }

    [Fact]
    public async Task Gives_every_new_change_its_own_position()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Drafting.Save(planner, changeSet, Drafting.Create($"z-{i}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var changes = Drafting.Changes(await Drafting.Draft(planner, changeSet));
        Assert.Equal(Enumerable.Range(1, 64), changes.Select(change => change!["id"]!.GetValue<int>()));
    }

    // Each saves what it read plus one; who comes too late reads again from the refusal.
    static async Task CountUp(HttpClient planner, Guid changeSet)
    {
        var change = Drafting.Changes(await Drafting.Draft(planner, changeSet))[0]!["properties"]!;
        for (var saved = 0; saved < SavesOfEach;)
        {
            var count = int.Parse(change["note"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture) + 1;
            var version = change["version"]!.GetValue<int>();
            using var answer = await Drafting.Save(planner, changeSet, Put(1, version, count));
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                saved++;
                change["note"] = Drafting.Number(count);
                change["version"] = version + 1;
            }
            else
            {
                var stale = await Drafting.Json(answer, HttpStatusCode.PreconditionFailed);
                change = Assert.Single(stale["current"]!.AsArray())!["properties"]!;
            }
        }
    }

    static string Put(int? position, int? expects, int count) => new JsonObject
    {
        ["put"] = new JsonObject
        {
            ["position"] = position,
            ["expects"] = expects,
            ["op"] = "create",
            ["layer"] = "centres",
            ["code"] = "counter",
            ["nameVi"] = "Đếm",
            ["note"] = Drafting.Number(count),
            ["geometry"] = null,
        },
    }.ToJsonString();
}
