using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using Npgsql;
using static LongAnGis.IntegrationTests.Programme.ReportingOffice;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>From what was filed to the report that goes out: figures frozen, texts edited, the same on the page, in Word, on paper and in a spreadsheet.</summary>
public sealed partial class ComposingReports(ReportingOffice office) : IClassFixture<ReportingOffice>, IAsyncLifetime
{
    const string Period = "2030-Y";

    string task = "";
    HttpClient officer = null!;
    HttpClient head = null!;
    HttpClient desk = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        task = await office.NewTask("S-XD");
        officer = await office.Somebody("S-XD", Role.Officer);
        head = await office.Somebody("S-XD", Role.Head);
        desk = await office.Site.SignedIn(Role.Desk);
    }

    public ValueTask DisposeAsync()
    {
        officer.Dispose();
        head.Dispose();
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task Approve(string percent, string obstacles)
    {
        var address = Address(Period, "S-XD", task);
        await Expect(HttpStatusCode.SeeOther, await Write(officer, address, "file", [("percent", percent), ("done", "Đã làm"), ("obstacles", obstacles)]));
        await Expect(HttpStatusCode.SeeOther, await Decide(head, address, "approved"));
    }

    static Task<HttpResponseMessage> Send(HttpClient who, string scope, string period = Period) =>
        who.Send("/programme/composed", ("key", Guid.NewGuid().ToString()), ("period", period), ("scope", scope));

    /// <summary>The address of a report that was composed.</summary>
    static async Task<string> Compose(HttpClient who, string scope)
    {
        using var answer = await Send(who, scope);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Words());
        return answer.Headers.Location!.ToString();
    }

    static async Task<HttpResponseMessage> Save(HttpClient who, string report, string act, params (string Name, string Value)[] more) => await who.Send(
        report,
        [("key", Guid.NewGuid().ToString()), ("base", Base().Match(await who.Read(report)) is { Success: true } based ? based.Groups[1].Value : "1"), ("do", act), ("issuer", "SỞ XÂY DỰNG"), ("subject", "Kết quả năm 2030"), .. more]);

    static readonly (string, string)[] Signed = [("number", "12/BC-SXD"), ("place", "Long An"), ("issued_on", "2030-12-20"), ("signer_name", "Nguyễn Văn A")];

    [Fact]
    public async Task States_what_was_approved_and_keeps_it_when_the_task_moves_on()
    {
        await Approve("42,5", "Chậm bàn giao mặt bằng");
        var report = await Compose(desk, "agency:S-XD");
        var before = Tables(await desk.Read(report));
        Assert.Contains(before, table => table.Any(row => row[0] == task && row[5] == "42,5"));
        Assert.Contains($"- {task}: Chậm bàn giao mặt bằng", PageReading.Words(await desk.Read(report)), StringComparison.Ordinal);
        Assert.Matches("Chưa dự án nào trong \\d+ dự án có kế hoạch vốn hay giải ngân được duyệt tính đến 14/12/2030, và không nguồn mở nào có", PageReading.Words(await desk.Read(report)));

        var sheets = await Sheets(report);
        await office.Desk.Progress(task, "2030-12-14", 90);
        await office.Desk.Task(task, more: ", \"deadline\": \"2029-01-31\", \"parties\": [{\"role\": \"lead\", \"agency\": \"S-XD\"}]");

        Assert.Equal(before, Tables(await desk.Read(report)));
        Assert.Equal(sheets, await Sheets(report));
        Assert.Contains(Tables(await desk.Read(await Compose(desk, "agency:S-XD"))), table => table.Any(row => row[0] == task && row[5] == "90"));
    }

    [Fact]
    public async Task Is_a_Word_document_that_LibreOffice_opens_with_the_tables_of_its_page()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/soffice"), "LibreOffice (soffice) is not installed here.");
        await Approve("30", "Vướng đường dây 110 kV");
        var report = await Compose(desk, "agency:S-XD");
        var docx = await desk.GetByteArrayAsync($"{report}/report.docx", Cancellation);
        using (var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(package, Cancellation).Select(error => $"{error.Path?.XPath}: {error.Description}"));
            Assert.Contains(package.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.ParagraphStyleId>(), style => style.Val == "Heading1");
            Assert.Single(package.MainDocumentPart.ImageParts);
        }

        var opened = await InLibreOffice(docx);

        var (onPage, inWord) = (Tables(await desk.Read(report)), Tables(opened, ".*?"));
        Assert.Equal(5, onPage.Count);
        // The head and the foot of the sheet are tables of their own.
        Assert.Equal(onPage.Count + 2, inWord.Count);
        Assert.Equal(onPage, inWord[1..^1]);
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PageReading.Words(opened), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_the_same_figures_on_paper_and_in_the_spreadsheet()
    {
        await Approve("64,5", "Không");
        var report = await Compose(desk, "agency:S-XD");

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await desk.GetByteArrayAsync($"{report}/report.pdf", Cancellation));
        var text = string.Concat(pdf.GetPages().Select(page => page.Text)).Normalize();
        Assert.Contains("Nhiệm vụ quá hạn và lý do", text, StringComparison.Ordinal);
        Assert.Contains(task, text, StringComparison.Ordinal);
        Assert.Contains(await Sheets(report), row => row.Contains(task, StringComparison.Ordinal) && row.Contains("64.5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Adds_up_what_was_approved_of_projects_and_keeps_it_when_more_is_disbursed()
    {
        var project = await office.StateCapital(0, "2030-12-01", true, ("planned_state_2029", "100"), ("disbursed_state_2029", "80"), ("planned_fdi_2030", "1.234,5"), ("disbursed_fdi_2030", "617,25"));
        // Nobody approved the one; the other holds for a day after the period.
        await office.StateCapital(1, "2030-12-01", false, ("planned_fdi_2030", "777"));
        await office.StateCapital(2, "2030-12-15", true, ("planned_fdi_2030", "888"));
        var report = await Compose(desk, "agency:S-CT");
        var html = await desk.Read(report);
        string[] sums = ["1.234,5", "617,25", "50", "1.334,5", "697,25"];

        var ofProject = Assert.Single(Tables(html).SelectMany(table => table), row => row.Count == 9 && row[3] == "1.234,5" && row[0].StartsWith("DA-", StringComparison.Ordinal));
        Assert.Equal([.. sums, "01/12/2030"], ofProject[3..]);
        Assert.Contains($"href=\"/invest/pipeline/{project}\">{ofProject[0]}<", html, StringComparison.Ordinal);
        Assert.Contains(Tables(html), table => table.Any(row => row is ["FDI", "1.234,5", "617,25", "50", "1.234,5", "617,25", "1"]) && table[^1] is ["Cộng", .. var all] && all.SequenceEqual([.. sums, "1"]));
        Assert.Contains("đã giải ngân năm 2030 617,3 tỷ đồng, đạt 50 % kế hoạch 1.234,5 tỷ đồng", PageReading.Words(html), StringComparison.Ordinal);
        Assert.DoesNotContain("777", string.Join(' ', ofProject.Concat(Tables(html).SelectMany(table => table).SelectMany(row => row))), StringComparison.Ordinal);
        Assert.Contains(await Sheets(report), row => row.Contains("617.25", StringComparison.Ordinal) && row.Contains(ofProject[0], StringComparison.Ordinal));
        using (var pdf = UglyToad.PdfPig.PdfDocument.Open(await desk.GetByteArrayAsync($"{report}/report.pdf", Cancellation)))
            Assert.Contains("617,25", string.Concat(pdf.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        using (var docx = WordprocessingDocument.Open(new MemoryStream(await desk.GetByteArrayAsync($"{report}/report.docx", Cancellation)), isEditable: false))
            Assert.Contains("617,25", docx.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);

        var before = Tables(html);
        await office.StateCapital(0, "2030-12-14", true, ("planned_fdi_2030", "1.234,5"), ("disbursed_fdi_2030", "900"));
        Assert.Equal(before, Tables(await desk.Read(report)));
        Assert.Contains("900", PageReading.Words(await desk.Read(await Compose(desk, "agency:S-CT"))), StringComparison.Ordinal);
        Assert.DoesNotContain("617,25", PageReading.Words(await desk.Read(await Compose(desk, "agency:S-YT"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_edited_until_it_goes_out_and_never_after()
    {
        var report = await Compose(head, "agency:S-XD");
        await Expect(HttpStatusCode.SeeOther, await Save(head, report, "save", ("summary", "Nhìn chung <b>đúng</b> tiến độ")));
        Assert.Contains("Nhìn chung <b>đúng</b> tiến độ", PageReading.Words(await desk.Read(report)), StringComparison.Ordinal);
        await Expect(HttpStatusCode.UnprocessableEntity, await Save(head, report, "issue"), "Cần số, ký hiệu để phát hành");
        await Expect(HttpStatusCode.Conflict, await Save(head, report, "save", ("base", "1")), "vừa được người khác lưu");
        await Expect(HttpStatusCode.SeeOther, await Save(head, report, "issue", Signed));

        await Expect(HttpStatusCode.Conflict, await Save(head, report, "save", ("base", "3"), ("summary", "Khác")), "đã phát hành");
        Assert.Contains("Long An, ngày 20 tháng 12 năm 2030", PageReading.Words(await desk.Read(report)), StringComparison.Ordinal);
        var id = report.Split('/')[^1];
        foreach (var sql in new[]
        {
            $"UPDATE plan.composed_report SET texts = '{{}}' WHERE id = '{id}'", $"UPDATE plan.composed_report SET issued_at = NULL, issued_by = NULL WHERE id = '{id}'",
            "DELETE FROM plan.composed_report",
        })
            await Assert.ThrowsAsync<PostgresException>(() => office.Desk.Execute(sql));
    }

    [Fact]
    public async Task Is_composed_by_the_desk_for_all_and_by_a_head_for_the_own_unit_alone()
    {
        await Expect(HttpStatusCode.Forbidden, await Send(head, "province"), "Thủ trưởng chỉ tổng hợp");
        await Expect(HttpStatusCode.Forbidden, await Send(head, "district:803"));
        await Expect(HttpStatusCode.Forbidden, await Send(officer, "agency:S-XD"));
        var report = await Compose(desk, "district:803");
        await Expect(HttpStatusCode.Forbidden, await Save(head, report, "save"));

        using var leader = await office.Site.SignedIn(Role.Leader);
        Assert.Contains("Bến Lức", PageReading.Words(await leader.Read("/programme/composed")), StringComparison.Ordinal);
        Assert.DoesNotContain("Lưu phần lời", await leader.Read(report), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Site.Public().Page(report)).Status);
    }

    [Theory]
    [InlineData("2031-M05", "province", HttpStatusCode.Conflict, "chưa kết thúc")]
    [InlineData("2030-M13", "province", HttpStatusCode.NotFound, "Không có kỳ báo cáo này")]
    [InlineData("2030-Y", "agency:KHONG-CO", HttpStatusCode.UnprocessableEntity, "chọn phạm vi")]
    [InlineData("2030-Y", "agency:S-GTVT", HttpStatusCode.UnprocessableEntity, "chọn phạm vi")]
    [InlineData("2030-Y", "'; DROP", HttpStatusCode.UnprocessableEntity, "chọn phạm vi")]
    public async Task What_cannot_be_composed_is_refused_with_a_sentence(string period, string scope, HttpStatusCode status, string sentence)
    {
        var kept = await office.Desk.Scalar<long>("SELECT count(*) FROM plan.composed_report WHERE scope = 'province'");

        await Expect(status, await Send(desk, scope, period), sentence);

        Assert.Equal(kept, await office.Desk.Scalar<long>("SELECT count(*) FROM plan.composed_report WHERE scope = 'province'"));
    }

    /// <summary>The rows of all sheets of its spreadsheet.</summary>
    async Task<List<string>> Sheets(string report)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(await desk.GetByteArrayAsync($"{report}/report.xlsx", Cancellation)), isEditable: false);
        return [.. book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>()).Select(row => row.InnerText)];
    }

    /// <summary>The tables of a page, of a file that another program wrote with any attributes: rows of cells.</summary>
    static List<List<List<string>>> Tables(string html, string attributes = "[^>]*class=\"board composed\"") =>
    [
        .. Regex.Matches(html, $"<table{attributes}>(.*?)</table>", RegexOptions.Singleline).Select(table => Rows().Matches(table.Groups[1].Value)
            .Select(row => Cells().Matches(row.Groups[1].Value).Select(cell => PageReading.Words(cell.Groups[1].Value).Trim()).ToList()).ToList()),
    ];

    static async Task<string> InLibreOffice(byte[] docx)
    {
        var folder = Directory.CreateTempSubdirectory("composed");
        try
        {
            var file = Path.Combine(folder.FullName, "report.docx");
            await File.WriteAllBytesAsync(file, docx, Cancellation);
            var start = new ProcessStartInfo("/usr/bin/soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var word in new[] { "--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "html:HTML:EmbedImages", "--outdir", folder.FullName, file })
                start.ArgumentList.Add(word);
            using var office = Process.Start(start)!;
            await office.WaitForExitAsync(Cancellation);
            Assert.True(office.ExitCode == 0, await office.StandardError.ReadToEndAsync(Cancellation));
            return await File.ReadAllTextAsync(Path.Combine(folder.FullName, "report.html"), Cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("name=\"base\" value=\"([0-9]+)\"")]
    private static partial Regex Base();

    [GeneratedRegex("<tr[^>]*>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("<t[hd](?: [^>]*)?>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cells();
}
