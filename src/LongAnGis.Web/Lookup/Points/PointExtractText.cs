using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup.Extracts;
using LongAnGis.Web.Lookup.Places;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Points;

/// <summary>Sets the words and figures of a point's extract on its pages: those of the answer's page, in the same order.</summary>
sealed class PointExtractText(PointReport report, SealedExtract extract, Language language) : IExtractText
{
    readonly ParcelAnswer answer = report.Now;

    public string Title => language.Say("Bản trích tra cứu điểm", "Extract for a point");

    public string Subject => language.Say("Điểm", "Point");

    public Geometry Wgs84 => report.Lookup.Wgs84;

    public PointInTime Moment => answer.Moment;

    public Layers Layers => report.Layers;

    public IEnumerable<FeatureMet> Speaking => PointReport.Speaking(answer);

    public void Head(PdfPages pages)
    {
        pages.Title(Title);
        pages.Facts(
        [
            (language.Say("Số bản trích", "Number"), $"{extract.Number}, {LookupText.When(extract.IssuedAt, extract.Moment.Revision, language)}"),
            ("WGS 84", CoordinateFormat.Wgs84(report.Lookup.Position, language.IsEnglish)),
            (language.Say("Đọc tọa độ theo", "Coordinates read as"), report.Lookup.Meaning.In(language.IsEnglish)),
            (language.Say("Mã GeoHash", "GeoHash"), report.Lookup.Code.Value),
            (language.Say("Đơn vị hành chính", "Administrative unit"), PointText.Units(answer, language)),
            ExtractParts.Plan(answer.Moment, language),
        ]);
    }

    public void Body(PdfPages pages)
    {
        var parts = new ExtractParts(pages, report.Layers, language);
        if (!Speaking.Any())
            pages.Paragraph(language.Say("Quy hoạch không có nội dung nào tại điểm này.", "The plan has nothing at this point."));
        parts.Facts(language.Say("Quy hoạch tại đây", "What the plan has here"), Speaking.Select(met => (parts.Layer(met.Layer), PointText.Name(met, language))));
        parts.Nearest(answer.Nearest);
        PlaceText.Pending(pages, report.Place, report.Layers, language);
        parts.Changes(report.Changes, answer.Past, LookupText.AtPoint, LookupText.When(report.Lookup.At, report.Lookup.Asked.Revision, language));
        PlaceText.Since(pages, report.Place, answer.Moment.AsOf, report.Layers, language);
        PlaceText.Figures(pages, report.Place, language);
        parts.Bases(report.Bases);
    }
}

/// <summary>Words of a point's answer, the same on the page and on paper.</summary>
static class PointText
{
    public static string Units(ParcelAnswer answer, Language language) =>
        PointReport.Units(answer).Select(unit => unit.Name.Vi + (LookupText.Period(unit, language) is { } period ? $" ({period})" : null)).ToList() is { Count: > 0 } units
            ? string.Join("; ", units)
            : language.Say("Ngoài các đơn vị hành chính đã biết", "Outside the administrative units that are known");

    public static string Name(FeatureMet met, Language language) =>
        met.Name.Vi + (met.IsIndicative ? language.Say(" (vị trí ký hiệu)", " (indicative place)") : null);
}
