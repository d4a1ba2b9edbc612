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
            (language.Say("Quy hoạch", "Plan"), language.Say(
                $"{answer.Moment.Plan}, bản công bố {answer.Moment.Revision}, hiệu lực ngày {AttributeText.Date(answer.Moment.AsOf)}",
                $"{answer.Moment.Plan}, publication {answer.Moment.Revision}, in force on {AttributeText.Date(answer.Moment.AsOf)}")),
        ]);
    }

    public void Body(PdfPages pages)
    {
        if (!Speaking.Any())
            pages.Paragraph(language.Say("Quy hoạch không có nội dung nào tại điểm này.", "The plan has nothing at this point."));
        Facts(pages, language.Say("Quy hoạch tại đây", "What the plan has here"), Speaking.Select(met => (Layer(met.Layer), PointText.Name(met, language))));
        Facts(pages, language.Say("Gần nhất, theo đường chim bay", "Nearest, in a straight line"), answer.Nearest.Select(near => (
            Layer(near.Layer), $"{LookupText.Distance(near.DistanceMetres, language)} · {near.Name.Vi}")));
        PlaceText.Pending(pages, report.Place, report.Layers, language);
        Changes(pages);
        PlaceText.Since(pages, report.Place, answer.Moment.AsOf, report.Layers, language);
        PlaceText.Figures(pages, report.Place, language);
        Facts(pages, language.Say("Căn cứ pháp lý", "Legal basis"), report.Bases.Select(basis => (basis.Number, basis.Title.In(language.IsEnglish))));
    }

    void Changes(PdfPages pages)
    {
        var (came, went) = report.Changes;
        var when = LookupText.When(report.Lookup.At, report.Lookup.Asked.Revision, language);
        pages.Heading(language.Say("Thay đổi tại đây", "Changes here"));
        if (came.Count + went.Count == 0)
            pages.Paragraph(LookupText.Unchanged(LookupText.AtPoint, when, language));
        pages.Facts(
        [
            .. came.Select(one => (language.Say("Nay có", "Now has"), $"{one.Name.Vi} · {Layer(one.Layer)}")),
            .. went.Select(one => (language.Say("Không còn", "No longer has"), $"{one.Name.Vi} · {Layer(one.Layer)}")),
            .. answer.Past.Select(one => (language.Say("Ngoài thời hạn hiệu lực", "Not in force"), $"{one.Name.Vi} · {LookupText.Period(one, language)}")),
        ]);
    }

    static void Facts(PdfPages pages, string heading, IEnumerable<(string, string)> facts)
    {
        var all = facts.ToList();
        if (all.Count == 0)
            return;

        pages.Heading(heading);
        pages.Facts(all);
    }

    string Layer(string code) => report.Layers.Find(code)?.Name.In(language.IsEnglish) ?? code;
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
