using System.Net;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

public sealed class OpeningAChangeSet(ClassSite shared) : IClassFixture<ClassSite>, IAsyncLifetime
{
    Office office = null!;
    HttpClient planner = null!;
    long before;

    public async ValueTask InitializeAsync()
    {
        office = new(shared.Site);
        planner = await office.Somebody(Role.Planner);
        before = await Opened();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    Task<long> Opened() => office.Scalar<long>("SELECT count(*) FROM plan.change_set WHERE author_id IS NOT NULL");

    [Fact]
    public async Task Leads_to_its_page_which_says_what_it_is()
    {
        var id = await Office.Open(planner);

        var page = await Office.Get(planner, $"/change-sets/{id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var words in new[] { "Mở rộng khu công nghiệp", "bản nháp", "Đủ đất sạch cho nhà đầu tư.", "686/QĐ-TTg", "01/12/2026", "Trình thẩm định" })
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Contains("draft", (await Office.Get(planner, $"/en/change-sets/{id}")).Words, StringComparison.Ordinal);
        Assert.Equal("open", await office.Scalar<string>("SELECT step FROM plan.change_set_step WHERE change_set_id = $1", id));
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_it_is_refused_and_says_beside_each_field_what_to_mend()
    {
        var answer = await Office.Post(planner, "/change-sets", Office.Details(
            ("title_vi", ""), ("reason", "Lý do <b>đậm</b>"), ("in_force_from", "32/13/2026"), ("instrument", "forged"), ("kind", "simplified")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        foreach (var words in new[] { "Hãy đặt tên cho hồ sơ.", "Ngày không đọc được", "Chọn văn bản làm căn cứ", "Thủ tục rút gọn cần một căn cứ" })
            Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        Assert.Contains("Lý do &lt;b&gt;đậm&lt;/b&gt;</textarea>", answer.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"32/13/2026\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("<h1>Mở hồ sơ điều chỉnh</h1>", answer.Html, StringComparison.Ordinal);
        Assert.Equal(before, await Opened());
    }

    [Fact]
    public async Task Answers_a_program_with_problem_details()
    {
        using var program = await office.Site.SignedIn(Role.Planner);
        using var answer = await program.PostAsync(
            "/change-sets", new FormUrlEncodedContent([KeyValuePair.Create("title_vi", "")]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Enters_an_instrument_that_the_public_sees_only_with_the_publication()
    {
        var reviewer = await office.Somebody(Role.Reviewer);
        var id = await Office.Open(planner,
            ("instrument", null), ("new_number", "77/QĐ-UBND"), ("new_title", "Về điều chỉnh cục bộ"), ("new_issued_on", "2026-10-20"));
        await Office.Save(planner, id, Office.Create("W-1"));
        using var stranger = office.Site.Public();

        var before = await Office.Get(stranger, "/instruments/77-qd-ubnd-2026");
        await office.Publish(planner, reviewer, id);
        var after = await Office.Get(stranger, "/instruments/77-qd-ubnd-2026");

        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("Về điều chỉnh cục bộ", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Happens_once_however_often_the_form_is_sent()
    {
        var fields = Office.Details(("key", "the-same-key-twice"));

        var first = await Office.Post(planner, "/change-sets", fields);
        var second = await Office.Post(planner, "/change-sets", fields);
        var other = await Office.Post(planner, "/change-sets", Office.Details(("key", "the-same-key-twice"), ("title_vi", "Khác")));

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal(before + 1, await Opened());
    }

    [Fact]
    public async Task Takes_no_state_owner_or_version_from_a_form()
    {
        var id = await Office.Open(planner,
            ("state", "approved"), ("version", "99"), ("author_id", Guid.Empty.ToString()), ("published_at", "2026-01-01"), ("approval_number", "1"));

        Assert.Equal("draft", await office.State(id));
        Assert.Equal(1, await office.Version(id));
        Assert.Equal(1, await office.Scalar<long>(
            "SELECT count(*) FROM plan.change_set WHERE id = $1 AND author_id IS NOT NULL AND approval_number IS NULL AND published_at IS NULL", id));
    }

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Admin)]
    public async Task Is_for_planners(Role role)
    {
        var somebody = await office.Somebody(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await Office.Post(somebody, "/change-sets", Office.Details())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Office.Get(somebody, "/change-sets/new")).Status);
        Assert.Equal(before, await Opened());
    }

    [Fact]
    public async Task Shows_what_people_wrote_as_text()
    {
        const string Script = "<img src=x onerror=alert(1)>\"><svg/onload=alert(2)>{{7*7}}\u202Egnp";
        var id = await Office.Open(planner, ("title_vi", Script), ("title_en", Script), ("reason", Script));
        await Office.Post(planner, $"/change-sets/{id}/comments", ("text", Script));
        await Office.Save(planner, id, Office.Create("W-1", "<script>alert(3)</script>"));

        foreach (var address in new[] { "/change-sets", $"/change-sets/{id}", $"/change-sets/{id}/details", $"/change-sets/{id}/edit", $"/change-sets/{id}/changes/1" })
        {
            var page = await Office.Get(planner, address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<img src=x", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg/onload", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Can_be_found_without_diacritics_and_page_by_page()
    {
        for (var i = 0; i < 27; i++)
            await Office.Open(planner, ("title_vi", $"Điều chỉnh đường tỉnh số {i:00}"));
        await Office.Open(planner, ("title_vi", "Khu đô thị Đức Hòa"));

        var found = await Office.Get(planner, "/change-sets?view=mine&q=duc+hoa");
        var first = await Office.Get(planner, "/change-sets?view=mine&q=duong+tinh");
        var next = System.Text.RegularExpressions.Regex.Match(first.Html, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        var second = await Office.Get(planner, WebUtility.HtmlDecode(next));
        var nothing = await Office.Get(planner, "/change-sets?view=mine&q=khong+co");

        Assert.Contains("Khu đô thị Đức Hòa", found.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("đường tỉnh", found.Words, StringComparison.Ordinal);
        Assert.Contains("đường tỉnh số 26", first.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("đường tỉnh số 01", first.Words, StringComparison.Ordinal);
        Assert.Contains("đường tỉnh số 00", second.Words, StringComparison.Ordinal);
        Assert.Contains("Không có hồ sơ nào khớp bộ lọc.", nothing.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Office.Get(planner, "/change-sets?after=forged")).Status);
    }
}
