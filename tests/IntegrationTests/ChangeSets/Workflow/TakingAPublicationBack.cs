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
    public async Task Conflicts_with_what_was_published_on_top_of_it_until_somebody_chooses()
    {
        var start = await Office.Open(planner, ("in_force_from", "2026-01-01"));
        await Office.Save(planner, start, Office.Create("W-1", "Ban đầu"));
        await office.Publish(planner, reviewer, start);
        var (feature, version) = await office.Feature("W-1");
        var first = await Office.Open(planner);
        await Office.Save(planner, first, Office.Update(feature, version, "Sửa trước"));
        await office.Publish(planner, reviewer, first);
        var later = await Office.Open(planner);
        await Office.Save(planner, later, Office.Update(feature, version + 1, "Sửa sau"));
        var revision = await office.Publish(planner, reviewer, later);

        var back = await Revert(first);
        var page = await Office.Get(planner, $"/change-sets/{back}");
        var three = await Office.Get(planner, $"/change-sets/{back}/conflicts");
        var refused = await office.Step(planner, back, "submit");

        Assert.Contains("Các bản công bố sau cũng đã sửa những đối tượng này", page.Words, StringComparison.Ordinal);
        Assert.Contains($"bản {revision}", page.Words, StringComparison.Ordinal);
        Assert.All(["Sửa trước", "Sửa sau", "Ban đầu"], name => Assert.Contains(name, three.Words, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["W-1 Ban đầu [2026-01-01,2026-12-01)", "W-1 Sửa sau [2026-12-01,)"], await Now());
        Assert.Equal(revision, await office.Scalar<int>("SELECT max(number) FROM plan.revision"));
    }

    [Fact]
    public async Task Gives_back_every_period_that_one_change_had_run_over()
    {
        var first = await Office.Open(planner, ("in_force_from", "2026-01-01"));
        await Office.Save(planner, first, Office.Create("W-p", "Một"));
        await office.Publish(planner, reviewer, first);
        var (feature, _) = await office.Feature("W-p");
        var second = await Office.Open(planner, ("in_force_from", "2026-06-01"));
        await Office.Save(planner, second, Office.Update(feature, 1, "Hai"));
        await office.Publish(planner, reviewer, second);
        var third = await Office.Open(planner, ("in_force_from", "2026-03-01"));
        await Office.Save(planner, third, Office.Update(feature, 2, "Một cho cả hai"));
        await office.Publish(planner, reviewer, third);

        var back = await Revert(third);
        var change = await Office.Get(planner, $"/change-sets/{back}/changes/1");
        await office.Publish(planner, reviewer, back);

        Assert.Contains("Các thời kỳ khác được khôi phục", change.Words, StringComparison.Ordinal);
        Assert.Contains("từ 01/06/2026", change.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["W-p Một [2026-01-01,2026-03-01)", "W-p Một [2026-03-01,2026-06-01)", "W-p Hai [2026-06-01,)"],
            await Now());
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
