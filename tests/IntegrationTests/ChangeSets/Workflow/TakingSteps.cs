using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

public sealed class TakingSteps(ClassSite shared) : IClassFixture<ClassSite>, IAsyncLifetime
{
    Office office = null!;
    HttpClient planner = null!;
    HttpClient reviewer = null!;

    public async ValueTask InitializeAsync()
    {
        office = new(shared.Site);
        planner = await office.Somebody(Role.Planner);
        reviewer = await office.Somebody(Role.Reviewer);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Leads_from_a_draft_to_a_publication_that_everybody_reads()
    {
        var id = await Office.OpenWithChange(planner, "W-1");

        var revision = await office.Publish(planner, reviewer, id);

        var page = await Office.Get(planner, $"/change-sets/{id}");
        Assert.Contains("đã công bố", page.Words, StringComparison.Ordinal);
        Assert.Contains("12/QĐ-UBND", page.Words, StringComparison.Ordinal);
        using var stranger = office.Site.Public();
        Assert.Contains("Khu thử W-1", (await Office.Get(stranger, $"/history/{revision}")).Words, StringComparison.Ordinal);
        Assert.Equal(
            "open submit approve publish",
            await office.Scalar<string>("SELECT string_agg(step, ' ' ORDER BY id) FROM plan.change_set_step WHERE change_set_id = $1", id));
        Assert.StartsWith("Người thử", await office.Scalar<string>("SELECT recorded_by FROM plan.feature_version WHERE code = 'W-1'"), StringComparison.Ordinal);
        Assert.Equal(4, await office.Scalar<long>(
            "SELECT count(*) FROM plan.audit WHERE object = $1 AND actor ~ '^test-[0-9a-f]{32}$' AND action IN ('open', 'submit', 'approve', 'publish')",
            $"change_set/{id}"));
    }

    [Fact]
    public async Task Refuses_somebody_who_approves_their_own_work_whatever_roles_they_have()
    {
        var both = await office.Somebody(Role.Planner, Role.Reviewer);
        var id = await Office.OpenWithChange(both);
        await office.Take(both, id, "submit");

        foreach (var step in new[] { "approve", "return" })
        {
            var answer = await office.Step(both, id, step, null, [.. Office.Approval, ("note", "x")]);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Contains("người khác phải thẩm định", answer.Words, StringComparison.Ordinal);
        }

        await office.Take(reviewer, id, "approve");
        Assert.Equal(HttpStatusCode.Forbidden, (await office.Step(both, id, "publish")).Status);
        Assert.Equal("approved", await office.State(id));
        Assert.Equal("approve 403, return 403, publish 403", await office.Scalar<string>(
            "SELECT string_agg((detail ->> 'what') || ' ' || (detail ->> 'status'), ', ' ORDER BY id) FROM plan.audit WHERE object = $1 AND action = 'write.refused'",
            $"change_set/{id}"));
    }

    [Fact]
    public async Task Refuses_a_reviewer_who_is_a_member_or_once_was_one()
    {
        var account = await office.Site.NewAccount($"hai-vai-{Guid.NewGuid():N}", Role.Planner, Role.Reviewer);
        var member = await office.As(account);
        var id = await Office.OpenWithChange(planner);
        await Office.Post(planner, $"/change-sets/{id}/members", ("add", account.ToString()));
        await Office.Save(member, id, Office.Create("W-member"));
        await office.Take(planner, id, "submit");

        Assert.Equal(HttpStatusCode.Forbidden, (await office.Step(member, id, "approve")).Status);

        await office.Take(reviewer, id, "return", ("note", "sửa lại"));
        var removed = await Office.Post(planner, $"/change-sets/{id}/members", ("remove", account.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, removed.Status);
        await office.Take(planner, id, "submit");
        Assert.Equal(HttpStatusCode.Forbidden, (await office.Step(member, id, "approve")).Status);
        Assert.Equal("submitted", await office.State(id));
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("approve")]
    [InlineData("appraise")]
    [InlineData("return")]
    public async Task Skips_no_state(string step)
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        await office.Take(reviewer, id, "return", ("note", "sửa lại"));

        var answer = await office.Step(reviewer, id, step, null, [.. Office.Approval, ("note", "x")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("returned", await office.State(id));
    }

    [Fact]
    public async Task Refuses_a_stale_version_and_says_what_has_changed()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        var seen = await office.Version(id);
        await office.Take(reviewer, id, "return", ("note", "thiếu căn cứ"));
        await office.Take(planner, id, "submit");

        var answer = await office.Step(reviewer, id, "approve", seen, Office.Approval);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Contains("Hồ sơ đã thay đổi từ khi bạn mở trang này", answer.Words, StringComparison.Ordinal);
        Assert.Contains("đã trả lại", answer.Words, StringComparison.Ordinal);
        Assert.Contains("đã trình thẩm định", answer.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"Nguyễn Văn A\"", answer.Html, StringComparison.Ordinal);
        Assert.Equal("submitted", await office.State(id));
    }

    [Fact]
    public async Task Needs_number_date_and_signer_of_an_approval_and_a_reason_to_return()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");

        var approval = await office.Step(reviewer, id, "approve", null, ("number", "12/QĐ"), ("date", "2099-01-01"));
        var reasonless = await office.Step(reviewer, id, "return", null, ("note", "  "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, approval.Status);
        Assert.Contains("Cho biết người ký.", approval.Words, StringComparison.Ordinal);
        Assert.Contains("Ngày ký không thể ở tương lai.", approval.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"12/QĐ\"", approval.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reasonless.Status);
        Assert.Equal("submitted", await office.State(id));
    }

    [Fact]
    public async Task Submits_nothing_that_changes_nothing()
    {
        var id = await Office.Open(planner);

        var answer = await office.Step(planner, id, "submit");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("chưa có thay đổi nào", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_exactly_one_of_fifty_parallel_approvals_win()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        var version = await office.Version(id);
        var reviewers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => office.Somebody(Role.Reviewer)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            office.Step(reviewers[number % 5], id, "approve", version, Office.Approval)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.SeeOther),
            answer => Assert.True(answer.Status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{answer.Status}"));
        Assert.Equal(1, await office.Scalar<long>("SELECT count(*) FROM plan.change_set_step WHERE change_set_id = $1 AND step = 'approve'", id));
    }

    [Fact]
    public async Task Publishes_once()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        await office.Take(reviewer, id, "approve");
        var version = await office.Version(id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.Step(reviewer, id, "publish", version)));
        var late = await office.Step(reviewer, id, "publish");

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(1, await office.Scalar<long>("SELECT count(*) FROM plan.revision WHERE change_set_id = $1", id));
    }

    [Fact]
    public async Task Answers_a_repeated_request_as_it_did_the_first_time()
    {
        var id = await Office.OpenWithChange(planner);
        var version = await office.Version(id);
        (string, string?)[] key = [("key", "submitted-by-a-double-click")];

        var first = await office.Step(planner, id, "submit", version, key);
        var second = await office.Step(planner, id, "submit", version, key);

        Assert.Equal((HttpStatusCode.SeeOther, first.Location), (second.Status, second.Location));
        Assert.Equal(1, await office.Scalar<long>("SELECT count(*) FROM plan.change_set_step WHERE change_set_id = $1 AND step = 'submit'", id));
    }

    [Fact]
    public async Task Lets_nobody_edit_what_was_withdrawn_until_its_author_takes_it_up_again()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        await office.Take(planner, id, "withdraw");

        using var edit = await Drafting.Drafting.Save(planner, id, Office.Create("W-late"));
        var details = await Office.Post(planner, $"/change-sets/{id}/details", Office.Details(("version", $"{await office.Version(id)}")));
        var theirs = await office.Step(reviewer, id, "reopen");

        Assert.Equal(HttpStatusCode.Conflict, edit.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, details.Status);
        Assert.Equal(HttpStatusCode.Forbidden, theirs.Status);
        await office.Take(planner, id, "reopen");
        Assert.Equal("draft", await office.State(id));
        await Office.Save(planner, id, Office.Create("W-again"));
    }

    [Fact]
    public async Task Refuses_a_step_that_does_not_exist_or_says_no_version()
    {
        var id = await Office.OpenWithChange(planner);

        Assert.Equal(HttpStatusCode.BadRequest, (await office.Step(planner, id, "seize")).Status);
        Assert.Equal((HttpStatusCode)428, (await Office.Post(planner, $"/change-sets/{id}/steps", ("step", "submit"))).Status);
        Assert.Equal((HttpStatusCode)428, (await Office.Post(planner, $"/change-sets/{id}/steps", ("step", "submit"), ("version", "1"), ("key", ""))).Status);
        Assert.Equal("draft", await office.State(id));
    }

    [Fact]
    public async Task Is_heard_by_open_maps_within_two_seconds_of_a_publication()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        await office.Take(reviewer, id, "approve");
        using var map = office.Site.Public();
        await using var events = await map.GetStreamAsync("/events", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(events);
        var heard = Task.Run(async () =>
        {
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                if (line == "event: revision")
                    return DateTime.UtcNow;
            return DateTime.MaxValue;
        }, TestContext.Current.CancellationToken);

        await office.Take(reviewer, id, "publish");
        var published = DateTime.UtcNow;

        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken) - published < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Counts_the_days_left_to_publish_after_an_approval()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        var signed = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)).AddDays(-3);
        await office.Take(reviewer, id, "approve", ("number", "1/QĐ"), ("date", signed.ToString("yyyy-MM-dd", null)), ("signer", "B"));

        Assert.Contains("còn 12 ngày để công bố", (await Office.Get(reviewer, $"/change-sets/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_at_an_error_of_the_rule_book_and_names_the_rule()
    {
        var id = await Office.Open(planner);
        await Office.Save(planner, id, """
            {"put":{"op":"create","layer":"industrial-parks","code":"W-park","nameVi":"Khu thiếu trạng thái","quality":"indicative",
             "geometry":{"type":"Point","coordinates":[106.41,10.61]},"attributes":{}}}
            """);

        var answer = await office.Step(planner, id, "submit");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("R08", answer.Words, StringComparison.Ordinal);
        Assert.Equal("draft", await office.State(id));
    }

    [Fact]
    public async Task Asks_for_the_reason_of_a_warning_and_keeps_it()
    {
        // What others of this class have published would be warned of as well.
        await using var site = await TestSite.OnItsOwnDatabase();
        var office = new Office(site);
        var planner = await office.Somebody(Role.Planner);
        var reviewer = await office.Somebody(Role.Reviewer);
        await office.Publish(planner, reviewer, await Office.OpenWithChange(planner, "W-1"));
        var id = await Office.Open(planner);
        await Office.Save(planner, id, Office.Create("W-2", "Khu thử W-1"));

        var refused = await office.Step(planner, id, "submit");
        var finding = Regex.Match(refused.Html, "name=\"finding\" value=\"([^\"]+)\"").Groups[1].Value;
        var empty = await Office.Post(planner, $"/change-sets/{id}/reasons", ("finding", finding), ("reason", " "));
        var others = await Office.Post(reviewer, $"/change-sets/{id}/reasons", ("finding", finding), ("reason", "x"));
        var given = await Office.Post(planner, $"/change-sets/{id}/reasons", ("finding", finding), ("reason", "Hai khu cùng tên, khác xã."));
        await office.Publish(planner, reviewer, id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("1 cảnh báo cần nêu lý do", refused.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal(HttpStatusCode.NotFound, others.Status);
        Assert.Equal(HttpStatusCode.SeeOther, given.Status);
        Assert.Equal("Hai khu cùng tên, khác xã.", await office.Scalar<string>("SELECT reason FROM plan.finding_reason WHERE change_set_id = $1", id));
    }

    [Fact]
    public async Task Keeps_what_is_said_about_it_with_its_place_until_somebody_settles_it()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");

        var said = await Office.Post(reviewer, $"/change-sets/{id}/comments", ("text", "Ranh ở đây chưa khớp."), ("position", "1"), ("lon", "106.41"), ("lat", "10.61"));
        var swapped = await Office.Post(reviewer, $"/change-sets/{id}/comments", ("text", "Chỗ này"), ("lon", "10.61"), ("lat", "106.41"));
        var comment = await office.Scalar<long>("SELECT id FROM plan.change_set_comment WHERE change_set_id = $1", id);
        var page = await Office.Get(planner, $"/change-sets/{id}");
        await Office.Post(planner, $"/change-sets/{id}/comments/{comment}/resolve");

        Assert.EndsWith($"#comment-{comment}", said.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, swapped.Status);
        Assert.Contains("Chỗ này</textarea>", swapped.Html, StringComparison.Ordinal);
        Assert.Contains("at=106.41,10.61", page.Html, StringComparison.Ordinal);
        Assert.Contains("Ranh ở đây chưa khớp.", page.Words, StringComparison.Ordinal);
        Assert.Contains("đã giải quyết", (await Office.Get(reviewer, $"/change-sets/{id}")).Words, StringComparison.Ordinal);
    }
}
