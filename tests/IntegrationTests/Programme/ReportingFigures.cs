using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using static LongAnGis.IntegrationTests.Programme.ReportingOffice;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>Figures of indicators in a report become observations once its head approves it; several reports are approved at once or none is.</summary>
public sealed class ReportingFigures(ReportingOffice office) : IClassFixture<ReportingOffice>, IAsyncLifetime
{
    const string Period = "2030-Y";

    HttpClient officer = null!;
    HttpClient head = null!;

    public async ValueTask InitializeAsync()
    {
        officer = await office.Somebody("S-XD", Role.Officer);
        head = await office.Somebody("S-XD", Role.Head);
    }

    public ValueTask DisposeAsync()
    {
        officer.Dispose();
        head.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task<string> Filed(string? figure = null, string status = "observed")
    {
        var task = await office.NewTask("S-XD");
        await Expect(HttpStatusCode.SeeOther, await Write(officer, Address(Period, "S-XD", task), "file",
            [("percent", "40"), ("done", "Đã làm"), .. figure is null ? [] : new[] { ("figure_population-census", figure), ("figures_status", status) }]));
        return task;
    }

    Task<string> Observed() => office.Desk.Scalar<string>("""
        SELECT coalesce(string_agg(value::text || ' ' || status || ' ' || source_url, '|'), '')
        FROM plan.observation
        WHERE indicator_code = 'population-census' AND region_code = '80' AND period_start = '2030-01-01' AND edition_to IS NULL
        """);

    Task<HttpResponseMessage> ApproveAll(params string[] reports) => head.Send(
        "/programme/my-work/approvals", [("key", Guid.NewGuid().ToString()), .. reports.Select(report => ("report", report))]);

    [Fact]
    public async Task Are_observations_of_the_province_with_the_report_as_their_source_once_it_is_approved()
    {
        var task = await Filed("3.254.187", "estimate");
        var address = Address(Period, "S-XD", task);
        Assert.Contains("Duyệt thì các số sau được ghi vào chỉ tiêu", PageReading.Words(await head.Read(address)), StringComparison.Ordinal);
        Assert.DoesNotContain(task, await Observed(), StringComparison.Ordinal);

        await Expect(HttpStatusCode.SeeOther, await Decide(head, address, "approved"));

        Assert.Matches($"^3254187(\\.0+)? estimate https?://[^ ]+{address}$", await Observed());
    }

    [Fact]
    public async Task Are_kept_back_with_their_report_when_somebody_has_recorded_others_meanwhile()
    {
        var task = await Filed("3.100.001");
        var address = Address(Period, "S-XD", task);
        var seen = await office.Desk.Scalar<int>("SELECT max(number) FROM plan.edition");
        var other = await Filed("3.100.002");
        await Expect(HttpStatusCode.SeeOther, await Decide(head, Address(Period, "S-XD", other), "approved"));

        await Expect(HttpStatusCode.Conflict, await head.Send(
            address + "/decision", ("key", Guid.NewGuid().ToString()), ("verdict", "approved"), ("note", ""), ("version", "1"), ("seen", seen.ToString(System.Globalization.CultureInfo.InvariantCulture))), "vừa ghi số khác");

        Assert.Equal(0, await office.Desk.Scalar<long>($"SELECT count(*) FROM plan.report_decision JOIN plan.report ON report.id = report_id WHERE task_code = '{task}'"));
    }

    [Fact]
    public async Task That_cannot_be_are_refused_at_their_field_and_nothing_is_filed()
    {
        var task = await office.NewTask("S-XD");

        await Expect(HttpStatusCode.UnprocessableEntity, await Write(officer, Address(Period, "S-XD", task), "file",
            [("percent", "40"), ("done", "Đã làm"), ("figure_population-census", "-5")]), "chỉ nhận giá trị từ 0");

        Assert.Equal(0, await office.Desk.Scalar<long>($"SELECT count(*) FROM plan.report WHERE task_code = '{task}'"));
    }

    [Fact]
    public async Task Of_many_reports_are_approved_at_once_or_none_is()
    {
        var (one, other) = (await Filed(), await Filed());
        await Expect(HttpStatusCode.UnprocessableEntity, await ApproveAll(), "Hãy chọn ít nhất một");
        await Expect(HttpStatusCode.UnprocessableEntity, await ApproveAll($"{Period}/{one}/1", $"{Period}/NV-31/1"), "không thuộc đơn vị của bạn");
        await Expect(HttpStatusCode.Conflict, await ApproveAll($"{Period}/{one}/1", $"{Period}/{other}/2"), $"{other}, kỳ năm 2030: Báo cáo vừa có bản mới");
        Assert.Null((await office.Desk.Read()).Find(one)!.Progress);

        await Expect(HttpStatusCode.SeeOther, await ApproveAll($"{Period}/{one}/1", $"{Period}/{other}/1"));

        var programme = await office.Desk.Read();
        Assert.All(new[] { one, other }, task => Assert.Equal(40, programme.Find(task)!.Progress!.Percent));
        await Expect(HttpStatusCode.Forbidden, await officer.Send("/programme/my-work/approvals", ("key", Guid.NewGuid().ToString()), ("report", $"{Period}/{one}/1")));
    }

    [Fact]
    public async Task Of_a_report_that_somebody_else_has_decided_about_are_refused_in_words_although_nothing_waits_any_more()
    {
        using var their = await office.Somebody("S-YT", Role.Officer);
        using var first = await office.Somebody("S-YT", Role.Head);
        using var second = await office.Somebody("S-YT", Role.Head);
        var task = await office.NewTask("S-YT");
        await Expect(HttpStatusCode.SeeOther, await Write(their, Address(Period, "S-YT", task), "file", [("percent", "40"), ("done", "Đã làm")]));
        await Expect(HttpStatusCode.SeeOther, await Decide(first, Address(Period, "S-YT", task), "approved"));

        using var answer = await second.Send("/programme/my-work/approvals", ("key", Guid.NewGuid().ToString()), ("report", $"{Period}/{task}/1"));

        var said = await answer.Words();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.DoesNotContain("Chờ bạn duyệt", said, StringComparison.Ordinal);
        Assert.Contains("Chưa duyệt báo cáo nào:", said, StringComparison.Ordinal);
        Assert.Contains($"{task}, kỳ năm 2030: Báo cáo vừa có bản mới hoặc đã được duyệt", said, StringComparison.Ordinal);
    }
}
