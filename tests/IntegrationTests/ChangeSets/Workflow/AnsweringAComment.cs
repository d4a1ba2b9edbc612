using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>A reviewer asks at a place, the author answers, and what was settled or opened again is kept and printed.</summary>
public sealed class AnsweringAComment(ClassSite shared) : IClassFixture<ClassSite>, IAsyncLifetime
{
    TestSite site = null!;
    Office office = null!;
    HttpClient planner = null!, reviewer = null!;
    Guid id;
    long comment;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = shared.Site;
        office = new(site);
        planner = await office.Somebody(Role.Planner);
        reviewer = await office.Somebody(Role.Reviewer);
        id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        await Office.Post(
            reviewer, $"/change-sets/{id}/comments", ("text", "Ranh ở đây chưa khớp."), ("position", "1"), ("lon", "106.41"), ("lat", "10.61"));
        comment = await office.Scalar<long>("SELECT id FROM plan.change_set_comment WHERE change_set_id = $1", id);
    }

    public ValueTask DisposeAsync()
    {
        planner.Dispose();
        reviewer.Dispose();
        return ValueTask.CompletedTask;
    }

    string Address(string what, long? about = null) => $"/change-sets/{id}/comments/{about ?? comment}/{what}";

    Task<long> Count(string table) => office.Scalar<long>($"SELECT count(*) FROM plan.{table} WHERE change_set_id = $1", id);

    [Fact]
    public async Task Puts_the_reply_under_what_it_answers_and_leads_to_it()
    {
        var answer = await Office.Post(planner, Address("replies"), ("text", "Đã chỉnh theo mốc 12."));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var reply = await office.Scalar<long>("SELECT id FROM plan.change_set_comment WHERE change_set_id = $1 AND answers = $2", id, comment);
        Assert.EndsWith($"#comment-{reply}", answer.Location, StringComparison.Ordinal);
        var page = await Office.Get(reviewer, $"/change-sets/{id}");
        Assert.Matches($"id=\"comment-{comment}\"[\\s\\S]*class=\"replies\"[\\s\\S]*id=\"comment-{reply}\"", page.Html);
        Assert.Contains("Đã chỉnh theo mốc 12.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_reply_to_a_reply_into_the_same_talk()
    {
        await Office.Post(planner, Address("replies"), ("text", "Đã chỉnh."));
        var reply = await office.Scalar<long>("SELECT id FROM plan.change_set_comment WHERE answers = $1", comment);

        await Office.Post(reviewer, Address("replies", reply), ("text", "Còn cạnh phía nam."));

        Assert.Equal(2L, await office.Scalar<long>("SELECT count(*) FROM plan.change_set_comment WHERE answers = $1", comment));
    }

    [Fact]
    public async Task Counts_one_open_question_however_often_it_is_answered()
    {
        await Office.Post(planner, Address("replies"), ("text", "Một."));
        await Office.Post(planner, Address("replies"), ("text", "Hai."));

        Assert.Contains("1 chưa giải quyết", (await Office.Get(planner, $"/change-sets/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_each_time_that_it_was_settled_and_opened_again()
    {
        await Office.Post(planner, Address("resolve"), ("settled", "yes"));
        await Office.Post(planner, Address("resolve"), ("settled", "yes"));
        var settled = (await Office.Get(planner, $"/change-sets/{id}")).Words;
        await Office.Post(reviewer, Address("resolve"), ("settled", "no"));
        var opened = (await Office.Get(planner, $"/change-sets/{id}")).Words;

        Assert.Contains("0 chưa giải quyết", settled, StringComparison.Ordinal);
        Assert.Contains("1 chưa giải quyết", opened, StringComparison.Ordinal);
        Assert.Contains("đánh dấu đã giải quyết", opened, StringComparison.Ordinal);
        Assert.Equal(2, await Count("comment_turn"));
        Assert.Equal("resolve comment,reopen comment", await office.Scalar<string>(
            "SELECT string_agg(action, ',' ORDER BY id) FROM plan.audit WHERE object = $1 AND action LIKE '%comment' AND action <> 'comment'", $"change_set/{id}"));
    }

    [Theory]
    [InlineData("replies")]
    [InlineData("resolve")]
    public async Task Knows_no_comment_of_another_change_set(string what)
    {
        var other = await Office.OpenWithChange(planner);

        var answer = await Office.Post(planner, $"/change-sets/{other}/comments/{comment}/{what}", ("text", "Nhầm hồ sơ."));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(1, await Count("change_set_comment"));
        Assert.Equal(0, await Count("comment_turn"));
    }

    [Fact]
    public async Task Refuses_an_empty_reply_at_its_field()
    {
        var answer = await Office.Post(planner, Address("replies"), ("text", "  "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Hãy viết câu trả lời.", answer.Words, StringComparison.Ordinal);
        Assert.Contains($"#reply-{comment}-text", answer.Html, StringComparison.Ordinal);
        Assert.Equal(1, await Count("change_set_comment"));
    }

    [Fact]
    public async Task Is_over_once_the_change_set_is_closed()
    {
        await office.Take(reviewer, id, "approve");
        await office.Take(reviewer, id, "publish");

        var reply = await Office.Post(planner, Address("replies"), ("text", "Quá muộn."));
        var settle = await Office.Post(planner, Address("resolve"));

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal(HttpStatusCode.Conflict, settle.Status);
        Assert.Equal(1, await Count("change_set_comment"));
    }

    [Fact]
    public async Task Leaves_out_who_may_only_read_the_change_set()
    {
        using var leader = await office.Somebody(Role.Leader);

        var reply = await Office.Post(leader, Address("replies"), ("text", "Ý kiến."));

        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Equal(1, await Count("change_set_comment"));
    }

    [Fact]
    public async Task Prints_the_talk_in_the_dossier()
    {
        await Office.Post(planner, Address("replies"), ("text", "Đã chỉnh theo mốc 12."));
        await Office.Post(reviewer, Address("resolve"), ("settled", "yes"));

        var docx = await planner.GetByteArrayAsync($"/change-sets/{id}/dossier.docx", Cancellation);

        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var text = package.MainDocumentPart!.Document!.Body!.InnerText.Normalize(NormalizationForm.FormC);
        Assert.Contains("Góp ý và trả lời", text, StringComparison.Ordinal);
        Assert.Contains("(10.61, 106.41)", text, StringComparison.Ordinal);
        Assert.Contains("Ranh ở đây chưa khớp.", text, StringComparison.Ordinal);
        Assert.Contains("Trả lời: Đã chỉnh theo mốc 12.", text, StringComparison.Ordinal);
        Assert.Contains("(đánh dấu đã giải quyết)", text, StringComparison.Ordinal);
    }
}
