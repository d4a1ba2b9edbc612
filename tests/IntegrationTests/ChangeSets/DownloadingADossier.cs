using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Plans;

namespace LongAnGis.IntegrationTests.ChangeSets;

/// <summary>The dossier says what, why, on which basis, with maps, the table of changes and approvals; as PDF and as DOCX.</summary>
public sealed class DownloadingADossier : IAsyncLifetime
{
    const string Square = "POLYGON((106.40 10.60, 106.42 10.60, 106.42 10.62, 106.40 10.62, 106.40 10.60))";
    const string Larger = "POLYGON((106.40 10.60, 106.43 10.60, 106.43 10.62, 106.40 10.62, 106.40 10.60))";

    TestSite site = null!;
    Amendments amendments = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        amendments = new Amendments(site);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    async Task<(HttpClient Author, Guid ChangeSet)> Draft()
    {
        await amendments.Publish(Amendments.Create("industrial-parks", "dossier-1", Amendments.Content("KCN Thử Nghiệm Đức Hòa", Square, """{"area_ha": 480}""")));
        var known = await amendments.Find("industrial-parks", "dossier-1");
        var id = await amendments.Draft(
            Amendments.Update(known, Amendments.Content("KCN Thử Nghiệm Đức Hòa", Larger, """{"area_ha": 720}"""), new(2026, 12, 1)),
            Amendments.Create("industrial-parks", "dossier-2", Amendments.Content("KCN <b>Mới</b> \u202E‘1’", "POINT(106.5 10.7)")));
        var author = await site.NewAccount("tac-gia", Role.Planner);
        await amendments.Scalar<Guid>($"UPDATE plan.change_set SET author_id = '{author}', reason = 'Mở rộng về phía đông để đủ đất sạch.' WHERE id = '{id}' RETURNING id");
        return (await site.SignedIn(author), id);
    }

    [Fact]
    public async Task Comes_as_a_PDF_whose_text_another_program_reads()
    {
        var (author, id) = await Draft();

        var pdf = await author.GetByteArrayAsync($"/change-sets/{id}/dossier.pdf", Cancellation);

        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        var text = string.Join('\n', document.GetPages().Select(page => page.Text)).Normalize(NormalizationForm.FormC);
        Assert.Contains("Mở rộng về phía đông để đủ đất sạch.", text, StringComparison.Ordinal);
        Assert.Contains("KCN Thử Nghiệm Đức Hòa", text, StringComparison.Ordinal);
        Assert.Contains("Tóm tắt tác động", text, StringComparison.Ordinal);
        Assert.Contains("686/QĐ-TTg", text, StringComparison.Ordinal);
        Assert.Contains("Trước điều chỉnh", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
        Assert.All(document.GetPages(), page => Assert.Contains($"Trang {page.Number}/{document.NumberOfPages}", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cites_a_warning_that_was_let_stand_by_the_rules_number_and_name_and_the_features()
    {
        var (author, id) = await Draft();
        await amendments.Scalar<string>($"""
            INSERT INTO plan.finding_reason (change_set_id, finding, reason, at, account_id)
            SELECT id, 'R05:industrial-parks/dossier-1:land-use/z-7', 'Đã đo lại.', now(), author_id FROM plan.change_set WHERE id = '{id}'
            RETURNING finding
            """);

        var docx = await author.GetByteArrayAsync($"/change-sets/{id}/dossier.docx", Cancellation);

        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Contains("R05 Không chồng lấn trong lớp: KCN Thử Nghiệm Đức Hòa, z-7", package.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comes_as_a_Word_document_that_is_valid_and_says_the_same()
    {
        var (author, id) = await Draft();

        var docx = await author.GetByteArrayAsync($"/change-sets/{id}/dossier.docx", Cancellation);

        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(package, Cancellation).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var text = package.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("Mở rộng về phía đông để đủ đất sạch.", text, StringComparison.Ordinal);
        Assert.Contains("KCN <b>Mới</b>", text, StringComparison.Ordinal);
        Assert.Equal(3, package.MainDocumentPart.ImageParts.Count());
    }

    [Fact]
    public async Task States_areas_before_and_after_in_the_readers_language()
    {
        var (author, id) = await Draft();

        using var archive = new ZipArchive(await author.GetStreamAsync($"/en/change-sets/{id}/dossier.docx", Cancellation));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync(Cancellation);

        Assert.Contains("Plan amendment dossier", text, StringComparison.Ordinal);
        // 0.02° × 0.02° here is 2 189 m × 2 212 m: about 484 ha; half as much again to the east.
        Assert.Matches(">48[0-9]\\.[0-9]{2}<", text);
        Assert.Matches(">\\+24[0-9]\\.[0-9]{2}<", text);
    }

    [Fact]
    public async Task Is_as_if_it_did_not_exist_for_who_may_not_see_the_draft()
    {
        var (_, id) = await Draft();
        var other = await site.SignedIn(Role.Planner);

        using var hidden = await other.GetAsync($"/change-sets/{id}/dossier.pdf", Cancellation);
        using var absent = await other.GetAsync($"/change-sets/{Guid.NewGuid()}/dossier.pdf", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.Equal(await WithoutTrace(absent), await WithoutTrace(hidden));
    }

    [Fact]
    public async Task Is_asked_to_sign_in_first()
    {
        var (_, id) = await Draft();

        using var answer = await site.Public().GetAsync($"/change-sets/{id}/dossier.pdf", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Is_written_into_the_audit()
    {
        var (author, id) = await Draft();

        await author.GetByteArrayAsync($"/change-sets/{id}/dossier.pdf", Cancellation);

        Assert.Equal(1L, await amendments.Scalar<long>($"SELECT count(*) FROM plan.audit WHERE action = 'dossier.download' AND object = 'change_set/{id}'"));
    }

    static async Task<string> WithoutTrace(HttpResponseMessage answer) =>
        System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(Cancellation), "\"traceId\":\"[^\"]*\"", "");
}
