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
            (language.Say("Quy hoạch", "Plan"), language.Say(
                $"{answer.Moment.Plan}, bản công bố {answer.Moment.Revision}, hiệu lực ngày {AttributeText.Date(answer.Moment.AsOf)}",
                $"{answer.Moment.Plan}, publication {answer.Moment.Revision}, in force on {AttributeText.Date(answer.Moment.AsOf)}")),
        ]);
        pages.Small(language.Say("Km tính từ điểm đầu của tuyến.", "km are counted from where the line begins."));
    }

    public void Body(PdfPages pages)
    {
        if (answer.IsEmpty)
            pages.Paragraph(language.Say("Quy hoạch không có nội dung nào dọc tuyến này.", "The plan has nothing along this line."));
        foreach (var layer in answer.Plan.Concat(answer.Administration))
            Table(pages, layer);
        Facts(pages, language.Say("Giao cắt", "Crossings"), answer.Crossed.Select(one => (
            Layer(one.Feature.Layer), $"{LineText.Places(one.AtMetres, language)} · {one.Feature.Name.Vi}")));
        Facts(pages, language.Say("Vị trí ký hiệu và điểm trên tuyến", "Symbols and points on the line"), answer.Met.Select(met => (Layer(met.Layer), met.Name.Vi)));
        Facts(pages, language.Say("Gần nhất, theo đường chim bay", "Nearest, in a straight line"), answer.Nearest.Select(near => (
            Layer(near.Layer), $"{LookupText.Distance(near.DistanceMetres, language)} · {near.Name.Vi}")));
        PlaceText.Pending(pages, report.Place, report.Layers, language);
        Changes(pages);
        PlaceText.Since(pages, report.Place, answer.Moment.AsOf, report.Layers, language);
        PlaceText.Figures(pages, report.Place, language);
        Facts(pages, language.Say("Căn cứ pháp lý", "Legal basis"), report.Bases.Select(basis => (basis.Number, basis.Title.In(language.IsEnglish))));
    }

    void Table(PdfPages pages, LayerAlongLine layer)
    {
        pages.Heading(Layer(layer.Layer));
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

    void Changes(PdfPages pages)
    {
        var (came, went) = report.Changes;
        var when = LookupText.When(report.Lookup.At, report.Lookup.Asked.Revision, language);
        pages.Heading(language.Say("Thay đổi tại đây", "Changes here"));
        if (came.Count + went.Count == 0)
            pages.Paragraph(LookupText.Unchanged(LookupText.AlongLine, when, language));
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
