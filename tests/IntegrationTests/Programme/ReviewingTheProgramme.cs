using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using Npgsql;
using static LongAnGis.IntegrationTests.Programme.ReportingOffice;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>A review puts planned against actual; what is proposed there changes the programme once somebody else has approved it.</summary>
public sealed class ReviewingTheProgramme(ReportingOffice office) : IClassFixture<ReportingOffice>, IAsyncLifetime
{
    string task = "";
    HttpClient officer = null!;
    HttpClient desk = null!;

    public async ValueTask InitializeAsync()
    {
        task = await office.NewTask("S-XD");
        officer = await office.Somebody("S-XD", Role.Officer);
        desk = await office.Site.SignedIn(Role.Desk);
    }

    public ValueTask DisposeAsync()
    {
        officer.Dispose();
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    static async Task<HttpResponseMessage> Propose(HttpClient who, string kind, string subject, params (string Name, string Value)[] fields) => await who.Send(
        "/programme/adjustments", [("key", Guid.NewGuid().ToString()), ("kind", kind), ("subject", subject), ("reason", "Chậm giải phóng mặt bằng"), .. fields]);

    /// <summary>The address of a proposal.</summary>
    static async Task<string> Proposed(HttpClient who, string kind, string subject, params (string Name, string Value)[] fields)
    {
        using var answer = await Propose(who, kind, subject, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Words());
        return answer.Headers.Location!.ToString();
    }

    static Task<HttpResponseMessage> Approve(HttpClient who, string proposal, string verdict = "approved", string note = "") =>
        who.Send(proposal + "/decision", ("key", Guid.NewGuid().ToString()), ("verdict", verdict), ("note", note));

    [Fact]
    public async Task Puts_targets_tasks_and_projects_beside_what_came_of_them()
    {
        await office.Desk.Task(task, more: ", \"deadline\": \"2030-03-31\", \"parties\": [{\"role\": \"lead\", \"agency\": \"S-XD\"}]");

        var year = PageReading.Words(await officer.Read("/programme/review?of=2030"));

        Assert.Contains($"Nhiệm vụ thử {task}", year, StringComparison.Ordinal);
        Assert.Matches($"{task}.{{0,80}}30/06/2031 31/03/2030", year);
        Assert.Contains("Nhà máy điện LNG Long An I", year, StringComparison.Ordinal);
        Assert.Contains("GRDP bình quân đầu người", year, StringComparison.Ordinal);
        Assert.Contains("giữa kỳ 2021–2025", PageReading.Words(await officer.Read("/programme/review?of=mid-term")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Page("/programme/review?of=1999")).Status);
    }

    [Fact]
    public async Task Leads_to_a_later_deadline_once_somebody_else_approves_with_history_and_reason()
    {
        await Expect(HttpStatusCode.UnprocessableEntity, await Propose(officer, "deadline", task, ("deadline", "")), "Hãy ghi hạn chót mới");
        var proposal = await Proposed(officer, "deadline", task, ("deadline", "2032-12-31"));
        await Expect(HttpStatusCode.Forbidden, await Approve(officer, proposal));
        await Expect(HttpStatusCode.UnprocessableEntity, await Approve(desk, proposal, "refused"), "Hãy viết lý do");
        Assert.Equal(new DateOnly(2031, 6, 30), (await office.Desk.Read()).Find(task)!.Task.Deadline);

        await Expect(HttpStatusCode.SeeOther, await Approve(desk, proposal));

        Assert.Equal(new DateOnly(2032, 12, 31), (await office.Desk.Read()).Find(task)!.Task.Deadline);
        var page = PageReading.Words(await desk.Read($"/programme/tasks/{task}"));
        Assert.Contains("Chậm giải phóng mặt bằng", page, StringComparison.Ordinal);
        Assert.Contains("Hạn chót: 30/06/2031 → 31/12/2032", page, StringComparison.Ordinal);
        await Expect(HttpStatusCode.Conflict, await Approve(desk, proposal), "đã được quyết định");
        await Assert.ThrowsAsync<PostgresException>(() => office.Desk.Execute("DELETE FROM plan.adjustment_decision"));
    }

    [Fact]
    public async Task Leads_to_another_assignment_and_another_aim()
    {
        using var other = await office.Site.SignedIn(Role.Desk);
        await Expect(HttpStatusCode.SeeOther, await Approve(desk, await Proposed(officer, "assignment", task, ("leads", "Sở Tài chính"))));
        Assert.Equal("S-TC", (await office.Desk.Read()).Find(task)!.Task.Leads.Single().Agency);

        var target = await Proposed(desk, "target", "KT-02", ("value", "170"), ("value_to", ""), ("year", "2030"));
        await Expect(HttpStatusCode.Conflict, await Approve(desk, target), "Bạn đã đề xuất");
        await Expect(HttpStatusCode.SeeOther, await Approve(other, target));
        Assert.Equal("170 2030", await office.Desk.Scalar<string>("SELECT trim_scale(value)::text || ' ' || year FROM plan.target WHERE code = 'KT-02' AND edition_to IS NULL"));
        Assert.Contains("trên 170", PageReading.Words(await desk.Read("/targets/KT-02")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_nothing_when_the_task_was_amended_since()
    {
        var proposal = await Proposed(officer, "deadline", task, ("deadline", "2032-12-31"));
        await office.Desk.Task(task, more: ", \"deadline\": \"2031-09-30\", \"parties\": [{\"role\": \"lead\", \"agency\": \"S-XD\"}]");

        await Expect(HttpStatusCode.Conflict, await Approve(desk, proposal), "điều chỉnh khác từ khi có đề xuất");

        Assert.Equal(new DateOnly(2031, 9, 30), (await office.Desk.Read()).Find(task)!.Task.Deadline);
        Assert.Equal(0, await office.Desk.Scalar<long>($"SELECT count(*) FROM plan.adjustment_decision JOIN plan.adjustment ON id = adjustment_id WHERE subject = '{task}'"));
    }

    [Fact]
    public async Task Takes_proposals_of_a_unit_for_what_it_leads_alone()
    {
        using var stranger = await office.Somebody("S-TC", Role.Officer);
        await Expect(HttpStatusCode.Forbidden, await Propose(stranger, "deadline", task, ("deadline", "2032-12-31")), "chỉ đề xuất điều chỉnh nhiệm vụ mình chủ trì");
        await Expect(HttpStatusCode.Forbidden, await Propose(officer, "target", "KT-02", ("value", "1"), ("year", "2030")));
        await Expect(HttpStatusCode.UnprocessableEntity, await Propose(desk, "target", "KT-02", ("value", "nhiều"), ("year", "1")), "Hãy ghi một số");
        await Expect(HttpStatusCode.BadRequest, await Propose(desk, "geometry", task));
        await Expect(HttpStatusCode.NotFound, await Propose(desk, "target", "KHONG-CO", ("value", "1"), ("year", "2030")));
    }

    [Fact]
    public async Task Starts_a_change_set_for_the_shape_of_a_project_with_its_reason()
    {
        using var planner = await office.Site.SignedIn(Role.Planner);
        var page = await planner.Read("/programme/review?of=2030");
        var link = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "href=\"(/change-sets/new[^\"]+)\"").Groups[1].Value);

        Assert.Contains("value=\"Điều chỉnh Nhà máy điện LNG Long An I (DA-01)\"", await planner.Read(link), StringComparison.Ordinal);
    }
}
