using System.IO.Compression;
using LongAnGis.Core.Programme.Reporting;

namespace LongAnGis.UnitTests.Programme.Reporting;

/// <summary>Evidence is what its name says, of a kind that is taken, under a name that hides nothing.</summary>
public class JudgingEvidence
{
    static readonly byte[] Pdf = "%PDF-1.7 …"u8.ToArray();

    static byte[] Zip(params string[] parts)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
                zip.CreateEntry(part);
        }

        return bytes.ToArray();
    }

    [Fact]
    public void What_is_what_it_says_is_taken_by_its_content()
    {
        Assert.Equal("application/pdf", EvidenceFile.Judge("Biên bản số 12.PDF", Pdf).File?.MediaType);
        Assert.Equal("image/jpeg", EvidenceFile.Judge("ảnh.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]).File?.MediaType);
        Assert.NotNull(EvidenceFile.Judge("a.docx", Zip("[Content_Types].xml", "word/document.xml")).File);
        Assert.NotNull(EvidenceFile.Judge("a.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml")).File);
    }

    [Fact]
    public void What_is_something_else_is_refused()
    {
        Assert.NotNull(EvidenceFile.Judge("a.pdf", "<svg onload=alert(1)>"u8.ToArray()).Fault);
        Assert.NotNull(EvidenceFile.Judge("a.svg", "<svg/>"u8.ToArray()).Fault);
        Assert.NotNull(EvidenceFile.Judge("a.exe", Pdf).Fault);
        Assert.NotNull(EvidenceFile.Judge("pdf", Pdf).Fault);
        Assert.NotNull(EvidenceFile.Judge("a.pdf", []).Fault);
        Assert.NotNull(EvidenceFile.Judge("a.docx", Zip("[Content_Types].xml", "xl/workbook.xml")).Fault);
        Assert.NotNull(EvidenceFile.Judge("a.docx", Zip("word/document.xml", "word/vbaProject.bin")).Fault);
        Assert.NotNull(EvidenceFile.Judge("a.docx", "PK\u0003\u0004 cut short"u8.ToArray()).Fault);
        Assert.NotNull(EvidenceFile.Judge("a.pdf", [.. Pdf, .. new byte[EvidenceFile.MostBytes]]).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/cron.d/x.pdf")]
    [InlineData("C:\\x.pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("a\r\nSet-Cookie: b.pdf")]
    [InlineData("fdp.\u202Eexe.pdf")]
    [InlineData("a\u200B.pdf")]
    [InlineData(".pdf")]
    [InlineData("<img src=x>.pdf")]
    public void A_hostile_name_is_refused(string name)
    {
        var (file, fault) = EvidenceFile.Judge(name, Pdf);

        Assert.Null(file);
        Assert.DoesNotContain(fault!.Vi, char.IsControl);
    }

    [Fact]
    public void A_name_of_5000_letters_is_refused_in_a_short_sentence() =>
        Assert.InRange(EvidenceFile.Judge(new string('a', 5000) + ".pdf", Pdf).Fault!.Vi.Length, 1, 200);
}
