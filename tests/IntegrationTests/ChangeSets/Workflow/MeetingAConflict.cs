using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>Two people change one feature; the second is shown three sides and chooses.</summary>
public sealed class MeetingAConflict : IAsyncLifetime
{
    Office office = null!;
    HttpClient planner = null!;
    HttpClient other = null!;
    HttpClient reviewer = null!;
    long feature;

    public async ValueTask InitializeAsync()
    {
        office = new(await TestSite.OnItsOwnDatabase());
        planner = await office.Somebody(Role.Planner);
        other = await office.Somebody(Role.Planner);
        reviewer = await office.Somebody(Role.Reviewer);
        await office.Publish(planner, reviewer, await Office.OpenWithChange(planner, "W-1"));
        (feature, _) = await office.Feature("W-1");
    }

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    // Mine is approved; theirs, on the same version, is published first.
    async Task<Guid> Meet(string mine = "Tên của tôi", string theirs = "Tên của họ")
    {
        var id = await Office.Open(planner);
        await Office.Save(planner, id, Office.Update(feature, 1, mine, ""","note":"ghi chú của tôi" """));
        await office.Take(planner, id, "submit");
        await office.Take(reviewer, id, "approve");
        var first = await Office.Open(other);
        await Office.Save(other, first, Office.Update(feature, 1, theirs));
        await office.Publish(other, reviewer, first);
        return id;
    }

    [Fact]
    public async Task Publishes_nothing_and_shows_the_three_sides()
    {
        var id = await Meet();
        var revision = await office.Scalar<int>("SELECT max(number) FROM plan.revision");

        var answer = await office.Step(reviewer, id, "publish");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        foreach (var words in new[] { "Xung đột với bản đã công bố", "Khu thử W-1", "Tên của họ", "Tên của tôi", "Chỉ người soạn giải quyết được" })
            Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        Assert.Equal(revision, await office.Scalar<int>("SELECT max(number) FROM plan.revision"));
        Assert.Equal("approved", await office.State(id));
        // On the map as well: what they published, beside what was and what is proposed.
        var theirs = JsonNode.Parse((await Office.Get(planner, $"/change-sets/{id}/conflicts.json")).Html)!["features"]!.AsArray();
        Assert.Equal(1, Assert.Single(theirs)!["properties"]!["position"]!.GetValue<int>());
        Assert.Equal(
            await office.Scalar<double>("SELECT ST_X(geom) FROM plan.feature_version WHERE feature_id = $1 AND name_vi = 'Tên của họ'", feature),
            theirs[0]!["geometry"]!["coordinates"]![0]!.GetValue<double>(), 9);
        Assert.Equal("Tên của họ", await Name());
    }

    [Theory]
    [InlineData("mine", "Tên của tôi", "ghi chú của tôi")]
    [InlineData("each", "Tên của họ", "ghi chú của tôi")]
    public async Task Keeps_what_a_person_chose_and_can_then_be_published(string choice, string name, string note)
    {
        var id = await Meet();
        await office.Take(reviewer, id, "return", ("note", "xung đột"));

        var resolved = await Resolve(id, choice, ("p1.name_vi", "theirs"), ("p1.note", "mine"), ("p1.geometry", "theirs"));
        await office.Publish(planner, reviewer, id);

        Assert.Equal(HttpStatusCode.SeeOther, resolved.Status);
        Assert.Equal(name, await Name());
        Assert.Equal(note, await office.Scalar<string>("SELECT note FROM plan.feature_version WHERE feature_id = $1 AND revision_to IS NULL ORDER BY in_force DESC LIMIT 1", feature));
        Assert.Equal(3, (await office.Feature("W-1")).Version);
    }

    [Fact]
    public async Task Drops_the_change_where_theirs_is_taken_as_a_whole()
    {
        var id = await Meet();
        await office.Take(reviewer, id, "return", ("note", "xung đột"));

        await Resolve(id, "theirs");

        Assert.Equal(0, await office.Scalar<long>("SELECT count(*) FROM plan.change WHERE change_set_id = $1", id));
        Assert.Contains("Không có xung đột", (await Office.Get(planner, $"/change-sets/{id}/conflicts")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_resolved_by_its_editors_while_it_is_a_draft_and_by_nobody_else()
    {
        var id = await Meet();

        Assert.Equal(HttpStatusCode.Conflict, (await Resolve(id, "mine")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Resolve(id, "mine", reviewer)).Status);
        Assert.Equal(1, await office.Scalar<int>("SELECT base_version FROM plan.change WHERE change_set_id = $1", id));
    }

    [Fact]
    public async Task Is_not_resolved_by_a_choice_made_before_they_published_again()
    {
        var id = await Meet();
        await office.Take(reviewer, id, "return", ("note", "xung đột"));
        var again = await Office.Open(other);
        await Office.Save(other, again, Office.Update(feature, 2, "Họ lại sửa"));
        await office.Publish(other, reviewer, again);

        var late = await Resolve(id, "mine");

        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Contains("Họ lại sửa", late.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_early_to_both()
    {
        var mine = await Office.Open(planner);
        await Office.Save(planner, mine, Office.Update(feature, 1, "Tên của tôi"));
        var theirs = await Office.Open(other, ("title_vi", "Hồ sơ kín của họ"));
        await Office.Save(other, theirs, Office.Update(feature, 1, "Tên của họ"));

        var page = await Office.Get(planner, $"/change-sets/{mine}");

        Assert.Contains("Hồ sơ khác đang mở cũng sửa các đối tượng này", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Hồ sơ kín của họ", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_back_to_a_saved_state_as_one_more_edit()
    {
        var id = await Office.Open(planner);
        await Office.Save(planner, id, Office.Update(feature, 1, "Lần một"));
        await Office.Save(planner, id, Office.Update(feature, 1, "Lần hai", ""","position":1,"expects":1"""));
        var first = await office.Scalar<long>("SELECT min(id) FROM plan.draft_edit WHERE change_set_id = $1", id);

        var answer = await Office.Post(planner, $"/change-sets/{id}/changes/1/restore",
            ("version", $"{await office.Version(id)}"), ("state", first.ToString(CultureInfo.InvariantCulture)), ("expects", "2"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("Lần một", await office.Scalar<string>("SELECT name_vi FROM plan.change WHERE change_set_id = $1", id));
        Assert.Equal(3, await office.Scalar<long>("SELECT count(*) FROM plan.draft_edit WHERE change_set_id = $1", id));
        Assert.Contains("Lần hai", (await Office.Get(planner, $"/change-sets/{id}/changes/1")).Words, StringComparison.Ordinal);
    }

    Task<FormAnswer> Resolve(Guid id, string choice, params (string Name, string? Value)[] rows) => Resolve(id, choice, planner, rows);

    async Task<FormAnswer> Resolve(Guid id, string choice, HttpClient who, params (string Name, string? Value)[] rows) => await Office.Post(
        who, $"/change-sets/{id}/conflicts", [("version", $"{await office.Version(id)}"), ("p1", choice), ("p1.seen", "2"), .. rows]);

    Task<string> Name() => office.Scalar<string>(
        "SELECT name_vi FROM plan.feature_version WHERE feature_id = $1 AND revision_to IS NULL ORDER BY in_force DESC LIMIT 1", feature);
}
