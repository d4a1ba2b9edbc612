using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using Npgsql;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>An officer proposes, somebody else approves, and only then it shows.</summary>
public sealed partial class KeepingThePipeline(EnquirySite office) : IClassFixture<EnquirySite>
{
    const string Board = "/invest/pipeline";

    // Each fact takes a project of its own, all of the department of industry and trade.
    const string Theirs = "S-CT";

    async Task<long> Project(int place) => await office.Data.Scalar<long>(FormattableString.Invariant($"""
        SELECT feature.id
        FROM plan.feature
        JOIN plan.feature_version AS version ON version.feature_id = feature.id AND version.version = feature.version
        WHERE feature.layer_code = 'projects' AND version.attributes ->> 'responsible_body' = 'Sở Công Thương'
        ORDER BY feature.code OFFSET {place} LIMIT 1
        """));

    static (string, string)[] Said(params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal)
        {
            ["stage"] = "approved",
            ["agency"] = Theirs,
            ["as_of"] = "2026-01-31",
            ["basis"] = "QĐ 12/QĐ-UBND",
            ["start_on"] = "2025-03-01",
            ["years"] = "2025",
        };
        foreach (var (name, value) in fields)
            all[name] = value;
        return [.. all.Select(field => (field.Key, field.Value))];
    }

    static async Task<HttpResponseMessage> Propose(HttpClient officer, long project, (string, string)[] fields, string? key = null, string? based = null)
    {
        var address = $"{Board}/{project}/edit";
        based ??= Base().Match((await officer.Page(address)).Html) is { Success: true } match ? match.Groups[1].Value : "0";
        return await officer.Send(address, [("key", key ?? Guid.NewGuid().ToString()), ("base", based), .. fields]);
    }

    static Task<HttpResponseMessage> Decide(HttpClient who, long project, int number, string verdict = "approved", string note = "") => who.Send(
        $"{Board}/{project}/decision", ("key", Guid.NewGuid().ToString()), ("number", $"{number}"), ("verdict", verdict), ("note", note));

    static async Task Expect(HttpStatusCode status, HttpResponseMessage answer, string? words = null)
    {
        using (answer)
        {
            var said = await answer.Words();
            Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {said}");
            if (words is not null)
                Assert.Contains(words, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shows_what_was_proposed_once_it_is_approved_and_not_before()
    {
        var project = await Project(0);
        using var officer = await office.OfficerOf(Theirs);
        using var head = await office.OfficerOf(Theirs, Role.Head);
        using var leader = await office.OfficerOf(null, Role.Leader);
        using var nobody = office.Site.Public();
        var said = Said(
            ("stage", "under-construction"), ("planned_fdi_2025", "1.234,5"), ("disbursed_fdi_2025", "617,25"),
            ("milestone_name_0", "Khởi công"), ("milestone_reached_0", "2025-04-01"));

        await Expect(HttpStatusCode.SeeOther, await Propose(officer, project, said));
        var before = PageReading.Words(await leader.Read($"{Board}/{project}"));
        Assert.Contains("theo tình trạng trong quy hoạch", before, StringComparison.Ordinal);
        Assert.Contains("chờ duyệt", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Khởi công", PageReading.Words(await nobody.Read($"/invest/projects/{project}")), StringComparison.Ordinal);
        Assert.Contains("Chờ bạn duyệt", PageReading.Words(await head.Read(Board)), StringComparison.Ordinal);
        Assert.DoesNotContain("Chờ bạn duyệt", PageReading.Words(await leader.Read(Board)), StringComparison.Ordinal);

        await Expect(HttpStatusCode.SeeOther, await Decide(head, project, 1));
        var after = PageReading.Words(await leader.Read($"{Board}/{project}"));
        Assert.Contains("Đang xây dựng", after, StringComparison.Ordinal);
        Assert.Contains("1.234,5", after, StringComparison.Ordinal);
        Assert.DoesNotContain("theo tình trạng trong quy hoạch", after, StringComparison.Ordinal);
        var totals = PageReading.Words(await leader.Read(Board + "/totals"));
        Assert.Contains("617,25", totals, StringComparison.Ordinal);
        Assert.Contains("Theo nguồn vốn", totals, StringComparison.Ordinal);

        // The public learns how far it is, and neither its capital nor who said so.
        var open = PageReading.Words(await nobody.Read($"/invest/projects/{project}"));
        Assert.Contains("Khởi công", open, StringComparison.Ordinal);
        Assert.Contains("QĐ 12/QĐ-UBND", open, StringComparison.Ordinal);
        Assert.DoesNotContain("617,25", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_there_are_no_capital_figures_where_there_are_none()
    {
        using var leader = await office.OfficerOf(null, Role.Leader);
        var project = await Project(8);

        Assert.Contains("không nguồn mở nào có", PageReading.Words(await leader.Read($"{Board}/{project}")), StringComparison.Ordinal);
        Assert.Contains("Chưa có kế hoạch vốn hay giải ngân", PageReading.Words(await leader.Read(Board + "/totals?sector=border_gate")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_read_by_whoever_is_signed_in_and_by_nobody_else()
    {
        using var nobody = office.Site.Public();
        using var planner = await office.OfficerOf(null, Role.Planner);
        var project = await Project(1);

        foreach (var path in new[] { Board, Board + "/timeline", Board + "/totals", $"{Board}/{project}" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, await nobody.Status(path));
            Assert.Equal(HttpStatusCode.OK, await planner.Status(path));
            Assert.Equal(HttpStatusCode.OK, await planner.Status("/en" + path));
        }

        Assert.Equal(HttpStatusCode.NotFound, await planner.Status(Board + "/999999"));
        Assert.Equal(HttpStatusCode.BadRequest, await planner.Status(Board + "?agency=nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, await planner.Status(Board + "?district=atlantis"));
    }

    [Fact]
    public async Task Is_written_by_officers_of_the_responsible_agency_alone()
    {
        var project = await Project(2);
        using var other = await office.OfficerOf("S-YT");
        using var unattached = await office.OfficerOf(null);
        using var planner = await office.OfficerOf(Theirs, Role.Planner);

        await Expect(HttpStatusCode.Forbidden, await Propose(other, project, Said(), based: "0"), "Dự án này do Sở Công Thương phụ trách");
        await Expect(HttpStatusCode.Forbidden, await Propose(unattached, project, Said(), based: "0"), "chưa gắn với cơ quan nào");
        await Expect(HttpStatusCode.Forbidden, await Propose(planner, project, Said(), based: "0"));
        Assert.Equal(HttpStatusCode.Forbidden, await other.Status($"{Board}/{project}/edit"));
        Assert.Equal(0, await office.Data.Scalar<long>($"SELECT count(*) FROM plan.project_proposal WHERE feature_id = {project}"));
    }

    [Fact]
    public async Task Is_decided_by_a_reviewer_or_the_agencys_head_and_by_nobody_about_their_own()
    {
        var project = await Project(3);
        using var both = await office.OfficerOf(Theirs, Role.Officer, Role.Head);
        using var stranger = await office.OfficerOf("S-YT", Role.Head);
        using var leader = await office.OfficerOf(Theirs, Role.Leader);
        using var reviewer = await office.OfficerOf(null, Role.Reviewer);
        await Expect(HttpStatusCode.SeeOther, await Propose(both, project, Said()));

        await Expect(HttpStatusCode.Conflict, await Decide(both, project, 1), "người khác phải duyệt");
        await Expect(HttpStatusCode.Forbidden, await Decide(stranger, project, 1), "Đề nghị này do Sở Công Thương gửi");
        await Expect(HttpStatusCode.Forbidden, await Decide(leader, project, 1));
        await Expect(HttpStatusCode.UnprocessableEntity, await Decide(reviewer, project, 1, "returned"), "Hãy viết điều cần sửa");
        await Expect(HttpStatusCode.SeeOther, await Decide(reviewer, project, 1, "returned", "Thiếu quyết định chủ trương"));

        await Expect(HttpStatusCode.Conflict, await Decide(reviewer, project, 1), "đã được duyệt, trả lại");
        var words = PageReading.Words(await both.Read($"{Board}/{project}"));
        Assert.Contains("Thiếu quyết định chủ trương", words, StringComparison.Ordinal);
        Assert.Contains("theo tình trạng trong quy hoạch", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_every_proposal_and_refuses_one_that_was_written_on_an_older_state()
    {
        var project = await Project(4);
        using var officer = await office.OfficerOf(Theirs);
        using var reviewer = await office.OfficerOf(null, Role.Reviewer);
        var key = Guid.NewGuid().ToString();
        await Expect(HttpStatusCode.SeeOther, await Propose(officer, project, Said(), key, "0"));
        await Expect(HttpStatusCode.SeeOther, await Propose(officer, project, Said(), key, "0"));
        Assert.Equal(1, await office.Data.Scalar<long>($"SELECT count(*) FROM plan.project_proposal WHERE feature_id = {project}"));

        await Expect(HttpStatusCode.Conflict, await Propose(officer, project, Said(("stage", "licensed")), based: "0"), "vừa có đề nghị khác");
        await Expect(HttpStatusCode.SeeOther, await Propose(officer, project, Said(("stage", "licensed"))));
        await Expect(HttpStatusCode.Conflict, await Decide(reviewer, project, 1), "Vừa có đề nghị mới hơn");
        await Expect(HttpStatusCode.SeeOther, await Decide(reviewer, project, 2));
        await Expect(HttpStatusCode.SeeOther, await Propose(officer, project, Said(("stage", "operating"))));

        Assert.Equal(3, await office.Data.Scalar<long>($"SELECT count(*) FROM plan.project_proposal WHERE feature_id = {project}"));
        Assert.Contains("đang hiện", PageReading.Words(await officer.Read($"{Board}/{project}")), StringComparison.Ordinal);
        Assert.Equal(4, await office.Data.Scalar<long>(
            $"SELECT count(*) FROM plan.audit WHERE object = 'pipeline/' || (SELECT code FROM plan.feature WHERE id = {project})"));
        await Assert.ThrowsAsync<PostgresException>(() => office.Data.Execute("UPDATE plan.project_proposal SET note = 'x'"));
    }

    [Fact]
    public async Task Passes_to_another_agency_with_what_was_approved()
    {
        var project = await Project(5);
        using var before = await office.OfficerOf(Theirs);
        using var after = await office.OfficerOf("BQLKKT");
        using var reviewer = await office.OfficerOf(null, Role.Reviewer);
        await Expect(HttpStatusCode.SeeOther, await Propose(before, project, Said(("agency", "BQLKKT"))));
        await Expect(HttpStatusCode.Forbidden, await Propose(after, project, Said(), based: "1.waiting"));

        await Expect(HttpStatusCode.SeeOther, await Decide(reviewer, project, 1));

        await Expect(HttpStatusCode.Forbidden, await Propose(before, project, Said(), based: "1.approved"));
        await Expect(HttpStatusCode.SeeOther, await Propose(after, project, Said(("agency", "BQLKKT"))));
    }

    [Theory]
    [InlineData("stage", "finished", "Hãy chọn giai đoạn")]
    [InlineData("agency", "S-KHDT", "Hãy chọn cơ quan")]
    [InlineData("as_of", "", "số liệu tính đến ngày nào")]
    [InlineData("as_of", "2190-01-01", "không được ở tương lai")]
    [InlineData("planned_state_2025", "-5", "không được âm")]
    [InlineData("planned_state_2025", "<b>9</b>", "không phải số tỷ đồng")]
    [InlineData("disbursed_state_2025", "7", "vượt kế hoạch")]
    [InlineData("years", "2031", "nằm ngoài thời kỳ quy hoạch 2021–2030")]
    [InlineData("milestone_due_0", "2024-12-31", "không thể trước ngày bắt đầu dự án")]
    [InlineData("note", "\u0007", "ký tự điều khiển")]
    public async Task Says_at_each_field_what_cannot_be(string field, string value, string words)
    {
        var project = await Project(6);
        using var officer = await office.OfficerOf(Theirs);

        var answer = await Propose(officer, project, Said(("milestone_name_0", "Giải phóng mặt bằng"), ("planned_state_2031", "3"), (field, value)), based: "0");

        await Expect(HttpStatusCode.UnprocessableEntity, answer, words);
        Assert.Equal(0, await office.Data.Scalar<long>($"SELECT count(*) FROM plan.project_proposal WHERE feature_id = {project}"));
    }

    [GeneratedRegex("name=\"base\" value=\"([0-9a-z.]+)\"")]
    private static partial Regex Base();
}
