using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.Programme.Composing;

/// <summary>Sets a composed report as a document in a language; the same report is the same each time.</summary>
sealed class ComposedFile(ComposedReports reports, RegionOutlines outlines)
{
    public async Task<(ComposedDocument Document, DistrictMap Map)> Document(ComposedReport report, Language language, CancellationToken cancellation)
    {
        var figures = await reports.Figures(report.Id, cancellation);
        var map = new DistrictMap(
            await outlines.At(figures.Revision, cancellation), [.. figures.Districts.Select(district => (district.Code, district.Name.In(language.IsEnglish), district.Late))]);
        return (new(figures, report.Texts!, map, language), map);
    }

    /// <param name="format">docx, xlsx or pdf.</param>
    public async Task<(byte[] Content, string ContentType)> Make(ComposedReport report, string format, Language language, CancellationToken cancellation)
    {
        var (document, _) = await Document(report, language, cancellation);
        var madeAt = new DateTimeOffset(report.ComposedAt);
        var footer = $"{report.Period} · {report.Scope} · {language.Say("bản", "version")} {report.Version} · {report.Id}";
        return format switch
        {
            "docx" => (new DocxFile(language, DocxLook.Administrative).Write([.. document.Blocks()], document.Title, madeAt), DocxFile.ContentType),
            "xlsx" => (Workbook.Write(document.Title, madeAt, [.. document.Sheets()]), Workbook.ContentType),
            _ => (PdfFile.Write([.. document.Blocks()], document.Title, footer, language, madeAt), PdfFile.ContentType),
        };
    }
}
