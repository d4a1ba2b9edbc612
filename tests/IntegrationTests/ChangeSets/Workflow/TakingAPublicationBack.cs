using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

public sealed partial class TakingAPublicationBack : IAsyncLifetime
{
    Office office = null!;
    HttpClient planner = null!;
    HttpClient reviewer = null!;

    public async ValueTask InitializeAsync()
    {
        office = new(await TestSite.OnItsOwnDatabase());
        planner = await office.Somebody(Role.Planner);
        reviewer = await office.Somebody(Role.Reviewer);
    }

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    [Fact]
    public async Task Makes_a_draft_with_its_changes_turned_round()
    {
        var first = await Office.Open(planner, ("in_force_from", "2026-01-01"));
        await Office.Save(planner, first, Office.Create("W-kept", "Tên cũ"), Office.Create("W-ended", "Đã có"));
        await office.Publish(planner, reviewer, first);
        var (kept, _) = await office.Feature("W-kept");
        var (ended, _) = await office.Feature("W-ended");
        var second = await Office.Open(planner);
        await Office.Save(planner, second, Office.Update(kept, 1, "Tên mới"), Office.Delete(ended, 1), Office.Create("W-new", "Mới"));
        var revision = await office.Publish(planner, reviewer, second);

        var back = await Revert(second);
        var page = await Office.Get(planner, $"/change-sets/{back}");
        await office.Publish(planner, reviewer, back);

        Assert.Contains("Hoàn nguyên: Mở rộng khu công nghiệp", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["W-ended Đã có [2026-01-01,)", "W-kept Tên cũ [2026-01-01,2026-12-01)", "W-kept Tên cũ [2026-12-01,)"],
            await Now());
        Assert.Equal(3, await office.Scalar<long>(
            "SELECT count(*) FROM plan.feature_version WHERE revision_from = $1 AND change_set_id = $2 OR revision_from = $1 AND code = 'W-ended'", revision, second));
        Assert.Equal(second, await office.Scalar<Guid>("SELECT reverts FROM plan.change_set WHERE id = $1", back));
    }

    [Fact]
    public async Task Warns_of_later_publications_that_it_takes_back_too()
    {
        var first = await Office.OpenWithChange(planner, "W-1");
        await office.Publish(planner, reviewer, first);
        var (feature, version) = await office.Feature("W-1");
        var later = await Office.Open(planner);
        await Office.Save(planner, later, Office.Update(feature, version, "Sửa sau"));
        var revision = await office.Publish(planner, reviewer, later);

        var back = await Revert(first);

        var page = await Office.Get(planner, $"/change-sets/{back}");
        Assert.Contains("Các bản công bố sau cũng đã sửa những đối tượng này", page.Words, StringComparison.Ordinal);
        Assert.Contains($"bản {revision}", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, await office.Scalar<int>("SELECT base_version FROM plan.change WHERE change_set_id = $1", back));
    }

    [Fact]
    public async Task Is_refused_for_what_is_not_published_and_to_who_may_not_edit()
    {
        var id = await Office.OpenWithChange(planner);

        Assert.Equal(HttpStatusCode.Conflict, (await Office.Post(planner, $"/change-sets/{id}/revert")).Status);
        await office.Publish(planner, reviewer, id);
        Assert.Equal(HttpStatusCode.Forbidden, (await Office.Post(reviewer, $"/change-sets/{id}/revert")).Status);
    }

    async Task<Guid> Revert(Guid published)
    {
        var answer = await Office.Post(planner, $"/change-sets/{published}/revert");
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.Words);
        return Guid.Parse(Identity().Match(answer.Location!).Value);
    }

    async Task<string[]> Now()
    {
        await using var command = office.Database.CreateCommand("""
            SELECT code || ' ' || name_vi || ' ' || in_force::text
            FROM plan.feature_version
            WHERE code LIKE 'W-%' AND revision_to IS NULL
            ORDER BY code, in_force
            """);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(row.GetString(0));
        return [.. found];
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identity();
}
