using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup.Extracts;
using LongAnGis.Web.Lookup.Places;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Lines;

/// <summary>Sets the words and figures of a line's extract on its pages: those of the answer's page, in the same order.</summary>
sealed class LineExtractText(LineReport report, SealedExtract extract, Language language) : IExtractText
{
    readonly LineAnswer answer = report.Now;

    public string Title => language.Say("Bản trích tra cứu tuyến", "Extract for a line");

    public string Subject => language.Say("Tuyến", "Line");

    public Geometry Wgs84 => report.Lookup.Shape.Wgs84;

    public PointInTime Moment => answer.Moment;

    public Layers Layers => report.Layers;

    public IEnumerable<FeatureMet> Speaking => answer.Speaking;

    public void Head(PdfPages pages)
    {
        pages.Title(Title);
        pages.Facts(
        [
            (language.Say("Số bản trích", "Number"), $"{extract.Number}, {LookupText.When(extract.IssuedAt, extract.Moment.Revision, language)}"),
            (language.Say("Chiều dài", "Length"), LineText.Metres(answer.LengthMetres, language)),
            (language.Say("Đọc tọa độ theo", "Coordinates read as"), report.Lookup.Reading.Meaning.In(language.IsEnglish)),
            (language.Say("Mặt phẳng tính", "Measured on"), CoordinateFormat.Name(report.Lookup.Shape.Zone).In(language.IsEnglish)),
            ExtractParts.Plan(answer.Moment, language),
        ]);
        pages.Small(language.Say("Km tính từ điểm đầu của tuyến.", "km are counted from where the line begins."));
    }

    public void Body(PdfPages pages)
    {
        var parts = new ExtractParts(pages, report.Layers, language);
        if (answer.IsEmpty)
            pages.Paragraph(language.Say("Quy hoạch không có nội dung nào dọc tuyến này.", "The plan has nothing along this line."));
        foreach (var layer in answer.Plan.Concat(answer.Administration))
            Table(pages, parts, layer);
        parts.Facts(language.Say("Giao cắt", "Crossings"), answer.Crossed.Select(one => (
            parts.Layer(one.Feature.Layer), $"{LineText.Places(one.AtMetres, language)} · {one.Feature.Name.Vi}")));
        parts.Facts(language.Say("Vị trí ký hiệu và điểm trên tuyến", "Symbols and points on the line"), answer.Met.Select(met => (parts.Layer(met.Layer), met.Name.Vi)));
        parts.Nearest(answer.Nearest);
        PlaceText.Pending(pages, report.Place, report.Layers, language);
        parts.Changes(report.Changes, answer.Past, LookupText.AlongLine, LookupText.When(report.Lookup.At, report.Lookup.Asked.Revision, language));
        PlaceText.Since(pages, report.Place, answer.Moment.AsOf, report.Layers, language);
        PlaceText.Figures(pages, report.Place, language);
        parts.Bases(report.Bases);
    }

    void Table(PdfPages pages, ExtractParts parts, LayerAlongLine layer)
    {
        pages.Heading(parts.Layer(layer.Layer));
        List<(string Name, string Where, double Metres)> rows =
        [
            .. layer.Overlay.Parts.Select(part => (
                part.Thing.Name.Vi + (LookupText.Period(part.Thing, language) is { } period ? $" ({period})" : null),
                LineText.Stretches(part.Stretches, language), part.LengthMetres)),
        ];
        if (layer.Overlay.RestMetres >= LineOverlay.LeastMetres)
            rows.Add((language.Say("Không thuộc đối tượng nào của lớp", "In none of the layer"), "", layer.Overlay.RestMetres));
        pages.Table(
            [
                new(language.Say("Đối tượng", "Feature"), 5), new(language.Say("Lý trình", "Stretches"), 4), new("m", 2, IsNumber: true),
                new("%", 1, IsNumber: true),
            ],
            rows.Select(row => (IReadOnlyList<string>)
                [row.Name, row.Where, LookupText.Figure(row.Metres, language), LookupText.Share(row.Metres, answer.LengthMetres, language)]));
    }
}
