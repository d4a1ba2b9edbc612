using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>The desk gives tasks and changes deadlines and assignments; what was said before stays with its reason.</summary>
public sealed class KeepingTasks : IAsyncLifetime
{
    TestSite site = null!;
    ProgrammeDesk programme = null!;
    HttpClient desk = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        programme = new(site);
        desk = await site.SignedIn(Role.Desk);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static Dictionary<string, string> Fields(string name, params (string Name, string Value)[] others)
    {
        var fields = new Dictionary<string, string>
        {
            ["key"] = Guid.NewGuid().ToString(),
            ["name_vi"] = name,
            ["group"] = "transport",
            ["reason"] = "Công văn 12/UBND",
            ["priority"] = "high",
            ["standing"] = "active",
        };
        foreach (var (field, value) in others)
            fields[field] = value;
        return fields;
    }

    static Task<HttpResponseMessage> Send(HttpClient who, string address, Dictionary<string, string> fields) =>
        who.Send(address, [.. fields.Select(field => (field.Key, field.Value))]);

    async Task<string> Base(string code) =>
        (await programme.Scalar<int>($"SELECT max(version) FROM plan.task_version WHERE task_code = '{code}'")).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_task_is_given_with_its_ties_and_read_on_its_page()
    {
        using var answer = await Send(desk, "/programme/tasks", Fields(
            "Xây cầu thử", ("code", "NV-50"), ("leads", "Sở Xây dựng; Tổng công ty Thử"), ("districts", "can giuoc"), ("features", "projects/DA-01"),
            ("deadline", "2027-06-30"), ("depends_on", "NV-31"), ("budget", "1.000.000.000")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var words = PageReading.Words(await desk.Read("/programme/tasks/NV-50"));
        foreach (var expected in new[] { "Xây cầu thử", "Sở Xây dựng", "Tổng công ty Thử", "30/06/2027", "Cần Giuộc", "Nhà máy điện LNG Long An I", "NV-31", "Công văn 12/UBND" })
            Assert.Contains(expected, words, StringComparison.Ordinal);
        Assert.Equal(1, await programme.Scalar<long>("SELECT count(*) FROM plan.audit WHERE action = 'task.give' AND object = 'task/NV-50'"));
        using var stranger = site.Public();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Page("/programme/tasks/NV-50")).Status);
    }

    [Fact]
    public async Task A_deadline_that_moves_keeps_the_old_one_with_the_reason()
    {
        using var answer = await Send(desk, "/programme/tasks/NV-42/amend", Fields(
            "Hoàn thành ĐT823D", ("base", await Base("NV-42")), ("deadline", "2026-12-31"), ("leads", "Sở Xây dựng"), ("effective_from", "2026-01-01"), ("reason", "Vướng mặt bằng tại Đức Hòa")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var words = PageReading.Words(await desk.Read("/programme/tasks/NV-42"));
        Assert.Contains("Vướng mặt bằng tại Đức Hòa", words, StringComparison.Ordinal);
        Assert.Contains("Hạn chót: 31/12/2025 → 31/12/2026", words, StringComparison.Ordinal);
        Assert.Equal(new(2025, 12, 31), (await programme.Read("2025-12-01")).Find("NV-42")!.Task.Deadline);
        Assert.Equal(new(2026, 12, 31), (await programme.Read("2026-01-01")).Find("NV-42")!.Task.Deadline);
    }

    [Fact]
    public async Task Twice_at_once_one_wins_and_the_other_is_told()
    {
        var version = await Base("NV-42");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            using var one = await site.SignedIn(Role.Desk);
            using var answer = await Send(one, "/programme/tasks/NV-42/amend", Fields($"Tên {number}", ("base", version)));
            return answer.StatusCode;
        }));

        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.SeeOther));
        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_written_once()
    {
        var fields = Fields("Nhiệm vụ gửi hai lần", ("code", "NV-51"));

        using var first = await Send(desk, "/programme/tasks", fields);
        using var second = await Send(desk, "/programme/tasks", fields);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await programme.Scalar<long>("SELECT count(*) FROM plan.task_version WHERE task_code = 'NV-51'"));
    }

    [Theory]
    [InlineData("deadline", "2025-01-01", "Hạn chót không được trước ngày bắt đầu")]
    [InlineData("depends_on", "NV-99", "Không có nhiệm vụ “NV-99”")]
    [InlineData("depends_on", "NV-52", "thành vòng")]
    [InlineData("features", "projects/XX-99", "Không có đối tượng")]
    [InlineData("districts", "Sài Gòn", "Không có huyện")]
    [InlineData("targets", "KT-99", "Không có mục tiêu")]
    [InlineData("budget", "một tỷ", "Kinh phí là số đồng")]
    [InlineData("code", "nv 1", "Mã gồm chữ in hoa")]
    [InlineData("code", "NV-01", "Đã có nhiệm vụ")]
    [InlineData("group", "nothing", "Hãy chọn nhóm")]
    [InlineData("reason", "", "Hãy nêu lý do")]
    [InlineData("name_vi", "", "Hãy viết tên nhiệm vụ")]
    [InlineData("name_vi", "a\u0007b", "ký tự điều khiển")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_nothing_is_kept(string field, string value, string sentence)
    {
        var editions = await programme.Scalar<long>("SELECT count(*) FROM plan.edition");

        using var answer = await Send(desk, "/programme/tasks", Fields("Nhiệm vụ sai", [("code", "NV-52"), ("start_on", "2026-01-01"), (field, value)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, await answer.Words(), StringComparison.Ordinal);
        Assert.Equal(editions, await programme.Scalar<long>("SELECT count(*) FROM plan.edition"));
        Assert.Equal(0, await programme.Scalar<long>("SELECT count(*) FROM plan.task WHERE code = 'NV-52'"));
    }

    [Fact]
    public async Task A_hostile_name_is_text_and_nothing_else()
    {
        using var answer = await Send(desk, "/programme/tasks", Fields("<img src=x onerror=alert(1)>", ("code", "NV-53"), ("deadline", "2026-12-31"), ("start_on", "2026-01-01")));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        foreach (var address in new[] { "/programme", "/programme/tasks/NV-53", "/programme/timeline", "/programme/board", "/programme/calendar?month=2026-12" })
        {
            var html = await desk.Read(address);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            Assert.Contains("&lt;img src=x", html, StringComparison.Ordinal);
        }
    }
}
