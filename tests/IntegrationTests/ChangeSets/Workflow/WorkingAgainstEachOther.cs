using System.Net;
using LongAnGis.Core.Accounts;
using Draft = LongAnGis.IntegrationTests.ChangeSets.Drafting.Drafting;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>One draws while another hands in, judges or prints: each sees one moment, and what was acknowledged is what counts.</summary>
public sealed class WorkingAgainstEachOther : IAsyncLifetime
{
    Office office = null!;
    HttpClient planner = null!, reviewer = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = new(await TestSite.OnItsOwnDatabase());
        planner = await office.Somebody(Role.Planner);
        reviewer = await office.Somebody(Role.Reviewer);
    }

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    [Fact]
    public async Task Keeps_every_edit_that_was_saved_before_the_submission_and_none_after_it()
    {
        var id = await Office.OpenWithChange(planner, "W-start");
        var codes = Enumerable.Range(0, 24).Select(number => $"W-r{number:00}").ToList();

        var saves = codes.Select(async code =>
        {
            using var answer = await Draft.Save(planner, id, [Office.Create(code)]);
            return (Code: code, answer.StatusCode);
        }).ToList();
        // On whichever version it finds; the moments in between are refused as stale.
        FormAnswer submitted;
        do
        {
            submitted = await office.Step(planner, id, "submit");
        }
        while (submitted.Status == HttpStatusCode.PreconditionFailed);

        var outcomes = await Task.WhenAll(saves);
        Assert.Equal(HttpStatusCode.SeeOther, submitted.Status);
        Assert.All(outcomes, one => Assert.True(one.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{one.Code}: {one.StatusCode}"));
        var kept = await office.Scalar<string[]>("SELECT coalesce(array_agg(code ORDER BY code), '{}') FROM plan.change WHERE change_set_id = $1 AND code LIKE 'W-r%'", id);
        Assert.Equal(outcomes.Where(one => one.StatusCode == HttpStatusCode.OK).Select(one => one.Code).Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        Assert.Equal("submitted", await office.State(id));
    }

    [Fact]
    public async Task Returns_or_approves_but_never_both()
    {
        var id = await Office.OpenWithChange(planner);
        await office.Take(planner, id, "submit");
        var version = await office.Version(id);

        var outcomes = await Task.WhenAll(
            office.Step(reviewer, id, "approve", version),
            office.Step(reviewer, id, "return", version, ("note", "Thiếu mốc.")),
            office.Step(planner, id, "withdraw", version));

        Assert.Single(outcomes, one => one.Status == HttpStatusCode.SeeOther);
        Assert.All(outcomes, one => Assert.True(
            one.Status is HttpStatusCode.SeeOther or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{one.Status}"));
        Assert.Equal(1L, await office.Scalar<long>("SELECT count(*) FROM plan.change_set_step WHERE change_set_id = $1 AND step NOT IN ('open', 'submit')", id));
    }

    [Fact]
    public async Task Prints_a_dossier_of_one_moment_while_changes_come_and_go()
    {
        var id = await Office.OpenWithChange(planner, "W-printed");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var drawing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
                (await Draft.Save(planner, id, [Office.Create($"W-d{number:000}")])).Dispose();
        }, Cancellation);

        var files = new List<byte[]>();
        for (var copy = 0; copy < 4; copy++)
            files.Add(await planner.GetByteArrayAsync($"/change-sets/{id}/dossier.docx", Cancellation));
        await stop.CancelAsync();
        await drawing;

        foreach (var file in files)
        {
            using var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            var text = package.MainDocumentPart!.Document!.Body!.InnerText;
            // What it counts in its facts is what it lists in its table.
            var counted = int.Parse(System.Text.RegularExpressions.Regex.Match(text, "Số thay đổi([0-9]+) \\(").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(counted, System.Text.RegularExpressions.Regex.Matches(text, "\\((?:W-d[0-9]+|W-printed)\\)").Select(match => match.Value).Distinct().Count());
        }
    }

    [Fact]
    public async Task Prints_whatever_was_written_as_text()
    {
        const string Script = "<script>alert(1)</script>%s%n{{7*7}}\u202Egnp =HYPERLINK(\"http://evil.example\")";
        var id = await Office.Open(planner, ("title_vi", Script), ("title_en", Script), ("reason", string.Concat(Enumerable.Repeat(Script + " ", 40))));
        await Office.Save(planner, id, Office.Create("W-x", "javascript:alert(1) <img src=x onerror=alert(2)>"));
        await Office.Post(planner, $"/change-sets/{id}/comments", ("text", Script), ("position", "1"));
        var comment = await office.Scalar<long>("SELECT id FROM plan.change_set_comment WHERE change_set_id = $1", id);
        await Office.Post(planner, $"/change-sets/{id}/comments/{comment}/replies", ("text", "<svg/onload=alert(3)>"));

        foreach (var format in new[] { "pdf", "docx" })
        {
            using var answer = await planner.GetAsync($"/change-sets/{id}/dossier.{format}", Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal($"longan_dossier_{id.ToString()[..8]}.{format}", answer.Content.Headers.ContentDisposition!.FileName);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }

        foreach (var address in new[] { "/change-sets?view=mine", $"/change-sets/{id}", $"/change-sets/{id}/changes/1", $"/change-sets/{id}/edit", $"/change-sets/{id}/details" })
        {
            var page = await Office.Get(planner, address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.All(["<script>alert", "<img src=x", "<svg/onload", "href=\"javascript:"], armed => Assert.DoesNotContain(armed, page.Html, StringComparison.Ordinal));
        }
    }
}
