using System.Net;
using System.Text;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Pages;
using Npgsql;
using static LongAnGis.IntegrationTests.Programme.ReportingOffice;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>
/// From the officer's draft to the task's progress: filed once, approved or returned by the head, never altered, and only for the
/// own agency or district.
/// </summary>
public sealed class FilingReports(ReportingOffice office) : IClassFixture<ReportingOffice>, IAsyncLifetime
{
    const string Period = "2030-Y";

    static readonly byte[] Pdf = "%PDF-1.7 …"u8.ToArray();

    string task = "";
    string mine = "";
    HttpClient officer = null!;
    HttpClient head = null!;

    public async ValueTask InitializeAsync()
    {
        // Given to the agency that went before.
        task = await office.NewTask("S-GTVT");
        mine = Address(Period, "S-XD", task);
        officer = await office.Somebody("S-XD", Role.Officer);
        head = await office.Somebody("S-XD", Role.Head);
    }

    public ValueTask DisposeAsync()
    {
        officer.Dispose();
        head.Dispose();
        return ValueTask.CompletedTask;
    }

    static (string, string)[] Said(string percent, params (string, string)[] more) => [("percent", percent), ("done", "Đã trải nhựa 5 km"), .. more];

    Task<HttpResponseMessage> File(string percent, params (string, string)[] more) => Write(officer, mine, "file", Said(percent, more));

    static string WaitingPart(string page) => page.Split("id=\"waiting\"")[1].Split("</section>")[0];

    Task<long> Count(string table) => office.Desk.Scalar<long>($"SELECT count(*) FROM plan.{table} WHERE task_code = '{task}'");

    [Fact]
    public async Task A_report_goes_from_draft_to_the_progress_of_its_task()
    {
        await Expect(HttpStatusCode.SeeOther, await Write(officer, mine, "save", [("percent", "")]));
        await Expect(HttpStatusCode.SeeOther, await Write(officer, mine, "save", Said("42,5", ("figure_population-census", "1.700.000"), ("obstacles", "Chậm bàn giao")), ("biên bản.pdf", Pdf)));
        var draft = await officer.Read(mine);
        Assert.Contains("value=\"42,5\"", draft, StringComparison.Ordinal);
        Assert.Contains("biên bản.pdf", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã trải nhựa", await head.Read(mine), StringComparison.Ordinal);

        var file = await office.Desk.Scalar<Guid>($"SELECT files[1] FROM plan.report_draft WHERE task_code = '{task}'");
        await Expect(HttpStatusCode.SeeOther, await File("42,5", ("figure_population-census", "1.700.000"), ("keep", file.ToString())));
        Assert.Equal(0, await Count("report_draft"));
        Assert.Null((await office.Desk.Read()).Find(task)!.Progress);
        Assert.Contains($"href=\"{mine}\"", WaitingPart(await head.Read("/programme/my-work")), StringComparison.Ordinal);

        await Expect(HttpStatusCode.SeeOther, await Decide(head, mine, "approved"));
        var progress = (await office.Desk.Read()).Find(task)!.Progress!;
        Assert.Equal((42.5m, new DateOnly(2030, 12, 14), "Đã trải nhựa 5 km"), (progress.Percent, progress.Day, progress.Said));
        Assert.Contains("42,5 % tính đến 14/12/2030", PageReading.Words(await head.Read($"/programme/tasks/{task}")), StringComparison.Ordinal);
        Assert.Equal(1_700_000m, await office.Desk.Scalar<decimal>($"SELECT (figures ->> 'population-census')::numeric FROM plan.report WHERE task_code = '{task}'"));

        using var stranger = await office.Site.SignedIn(Role.Planner);
        using var evidence = await stranger.GetAsync($"/programme/reports/files/{file}", TestContext.Current.CancellationToken);
        Assert.Equal(("attachment", "application/octet-stream", "nosniff"), (
            evidence.Content.Headers.ContentDisposition!.DispositionType, evidence.Content.Headers.ContentType!.MediaType, evidence.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal("biên bản.pdf", evidence.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(Pdf, await evidence.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_returned_report_is_mended_as_a_new_version_and_the_first_stays_as_it_was()
    {
        await Expect(HttpStatusCode.SeeOther, await File("40"));
        await Expect(HttpStatusCode.UnprocessableEntity, await Decide(head, mine, "returned"), "Hãy viết điều cần sửa");
        await Expect(HttpStatusCode.SeeOther, await Decide(head, mine, "returned", "Ghi rõ lý trình"));
        Assert.Contains("Ghi rõ lý trình", PageReading.Words(await officer.Read(mine)), StringComparison.Ordinal);

        await Expect(HttpStatusCode.SeeOther, await File("35"));
        await Expect(HttpStatusCode.Conflict, await Decide(head, mine, "approved", version: 1), "vừa có bản mới");
        await Expect(HttpStatusCode.SeeOther, await Decide(head, mine, "approved", version: 2));
        await Expect(HttpStatusCode.Conflict, await Decide(head, mine, "returned", "Thôi", version: 2), "đã được duyệt");

        Assert.Equal("40.00 35.00", await office.Desk.Scalar<string>($"SELECT string_agg(percent::text, ' ' ORDER BY version) FROM plan.report WHERE task_code = '{task}'"));
        foreach (var sql in new[] { "UPDATE plan.report SET percent = 90", "DELETE FROM plan.report", "UPDATE plan.report_decision SET note = 'x'", "DELETE FROM plan.report_decision", "UPDATE plan.report_file SET name = 'x'" })
            await Assert.ThrowsAsync<PostgresException>(() => office.Desk.Execute(sql));
    }

    [Theory]
    [InlineData("percent", "101", "từ 0 đến 100 %")]
    [InlineData("percent", "-1", "từ 0 đến 100 %")]
    [InlineData("percent", "nửa", "từ 0 đến 100 %")]
    [InlineData("percent", "", "Hãy ghi tiến độ")]
    [InlineData("percent", "20", "thấp hơn lần trước (30 %): hãy nêu lý do")]
    [InlineData("percent", "100", "cần ngày hoàn thành")]
    [InlineData("completed_on", "2030-12-01", "khi tiến độ là 100 %")]
    [InlineData("done", "", "Hãy viết kết quả")]
    [InlineData("done", "a\u0007b", "ký tự điều khiển")]
    [InlineData("figure_population-census", "một triệu", "không phải là số")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_nothing_of_it_is_kept(string field, string value, string sentence)
    {
        await office.Desk.Progress(task, "2030-06-14", 30);
        var fields = Said("50").Where(one => one.Item1 != field).Append((field, value));

        await Expect(HttpStatusCode.UnprocessableEntity, await Write(officer, mine, "file", fields, ("a.pdf", Pdf)), sentence);

        Assert.Equal(0, await Count("report") + await Count("report_draft") + await Count("report_file"));
    }

    [Fact]
    public async Task A_lower_percentage_with_its_reason_is_taken()
    {
        await office.Desk.Progress(task, "2030-06-14", 30);

        await Expect(HttpStatusCode.SeeOther, await File("20", ("reason", "Đo lại khối lượng")));
    }

    [Fact]
    public async Task Evidence_of_the_wrong_kind_size_or_name_is_refused_and_none_is_kept()
    {
        foreach (var (name, content) in new (string, byte[])[]
        {
            ("a.svg", Encoding.UTF8.GetBytes("<svg onload=alert(1)>")), ("a.pdf", Encoding.UTF8.GetBytes("<html>")), ("../../etc/x.pdf", Pdf), ("a\u202Efdp.pdf", Pdf),
        })
            await Expect(HttpStatusCode.UnprocessableEntity, await Write(officer, mine, "file", Said("10"), ("tốt.pdf", Pdf), (name, content)), "ệp “");
        await Expect(HttpStatusCode.RequestEntityTooLarge, await Write(officer, mine, "file", Said("10"), ("to.pdf", new byte[22 << 20])));

        Assert.Equal(0, await Count("report") + await Count("report_file"));
    }

    [Fact]
    public async Task Twice_at_once_has_one_effect()
    {
        (string, string)[] same = [("base", "0.0"), ("do", "file"), ("key", Guid.NewGuid().ToString()), .. Said("10")];
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => number < 3
            ? Send(officer, mine, same)
            : Send(officer, mine, [("base", "0.0"), ("do", "file"), ("key", Guid.NewGuid().ToString()), .. Said("20")])));

        Assert.Equal(1, await Count("report"));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Conflict, answer.StatusCode.ToString()));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Decide(head, mine, "approved")));
        Assert.Equal(1, await office.Desk.Scalar<long>($"SELECT count(*) FROM plan.task_progress WHERE task_code = '{task}'"));
    }

    [Fact]
    public async Task Nobody_writes_for_others_or_decides_about_their_own()
    {
        using var other = await office.Somebody("S-YT", Role.Officer);
        using var district = await office.Somebody("802", Role.Officer);
        using var unassigned = await office.Site.SignedIn(Role.Officer);
        using var both = await office.Somebody("S-XD", Role.Officer, Role.Head);
        using var otherHead = await office.Somebody("S-YT", Role.Head);
        await Expect(HttpStatusCode.Forbidden, await Write(other, mine, "file", Said("10")), "cơ quan, huyện mình");
        await Expect(HttpStatusCode.Forbidden, await Write(district, mine, "save", Said("10")), "cơ quan, huyện mình");
        await Expect(HttpStatusCode.Forbidden, await Write(unassigned, mine, "save", Said("10")), "chưa được giao");
        await Expect(HttpStatusCode.Forbidden, await Write(head, mine, "file", Said("10")), "không có quyền");
        await Expect(HttpStatusCode.NotFound, await Write(other, Address(Period, "S-YT", "NV-901"), "file", Said("10")));
        Assert.Equal(0, await Count("report"));

        await Expect(HttpStatusCode.SeeOther, await Write(both, mine, "file", Said("10")));
        await Expect(HttpStatusCode.Conflict, await Decide(both, mine, "approved"), "chính bạn nộp");
        await Expect(HttpStatusCode.Forbidden, await Decide(otherHead, mine, "approved"), "cơ quan, huyện mình");
        await Expect(HttpStatusCode.Forbidden, await Decide(officer, mine, "approved"), "không có quyền");
        await Expect(HttpStatusCode.SeeOther, await Decide(head, mine, "approved"));
    }

    [Fact]
    public async Task An_officer_of_a_district_files_for_its_committee_and_a_shared_task_is_done_when_all_are()
    {
        var shared = await office.NewTask("UBND-H09", "S-XD");
        using var duchoa = await office.Somebody("802", Role.Officer);
        using var duchoaHead = await office.Somebody("802", Role.Head);
        var (theirs, ours) = (Address(Period, "UBND-H09", shared), Address(Period, "S-XD", shared));

        await Expect(HttpStatusCode.SeeOther, await Write(duchoa, theirs, "file", Said("100", ("completed_on", "2030-12-01"))));
        await Expect(HttpStatusCode.SeeOther, await Decide(duchoaHead, theirs, "approved"));
        Assert.Equal(99, (await office.Desk.Read()).Find(shared)!.Progress!.Percent);

        await Expect(HttpStatusCode.SeeOther, await Write(officer, ours, "file", Said("100", ("completed_on", "2030-12-10"))));
        await Expect(HttpStatusCode.SeeOther, await Decide(head, ours, "approved"));
        Assert.Equal(new DateOnly(2030, 12, 10), (await office.Desk.Read()).Find(shared)!.Progress!.CompletedOn);
    }

    [Fact]
    public async Task Last_period_s_text_stands_beside_the_form_and_everyone_signed_in_reads_what_was_filed()
    {
        await Expect(HttpStatusCode.SeeOther, await File("40", ("proposals", "Bố trí thêm <b>vốn</b>")));
        await Expect(HttpStatusCode.SeeOther, await Decide(head, mine, "approved"));

        var form = await officer.Read(Address("2031-M01", "S-XD", task));
        Assert.Contains("Bố trí thêm &lt;b&gt;vốn", form, StringComparison.Ordinal);
        using var planner = await office.Site.SignedIn(Role.Planner);
        var read = await planner.Read(mine);
        Assert.Contains("Đã trải nhựa 5 km", read, StringComparison.Ordinal);
        Assert.DoesNotContain("<form class=\"form\"", read, StringComparison.Ordinal);
        Assert.Contains("Sở Xây dựng", PageReading.Words(await planner.Read($"/programme/reports/{Period}")), StringComparison.Ordinal);
    }
}
