using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup.Places;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>Sets the words and figures of an extract on its pages: those of the answer's page, in the same order.</summary>
sealed class ParcelExtractText(ParcelReport report, SealedExtract extract, Language language) : IExtractText
{
    readonly ParcelAnswer answer = report.Now;

    public string Title => language.Say("Bản trích tra cứu thửa đất", "Extract for a parcel");

    public string Subject => language.Say("Thửa đất", "Parcel");

    public Geometry Wgs84 => report.Stated.Shape.Wgs84;

    public PointInTime Moment => answer.Moment;

    public Layers Layers => report.Layers;

    public IEnumerable<FeatureMet> Speaking => answer.Speaking;

    public void Head(PdfPages pages)
    {
        var shape = report.Stated.Shape;
        pages.Title(Title);
        pages.Facts(
        [
            (language.Say("Số bản trích", "Number"), $"{extract.Number}, {LookupText.When(extract.IssuedAt, extract.Moment.Revision, language)}"),
            (language.Say("Diện tích", "Area"), LookupText.Area(answer.AreaSquareMetres, language)),
            (language.Say("Chu vi", "Perimeter"), $"{shape.PerimeterMetres.ToString("#,0.00", language.Culture)} m"),
            (language.Say("Đơn vị hành chính", "Administrative unit"), new LookupText(language).Where(answer)),
            (language.Say("Đọc tọa độ theo", "Coordinates read as"), report.Stated.Reading.Meaning.In(language.IsEnglish)),
            (language.Say("Mã định danh thửa", "Parcel code"), $"{report.Stated.Code} ({language.Say("tính toán, WGS 84", "computed, WGS 84")})"),
            (language.Say("Mặt phẳng tính", "Measured on"), CoordinateFormat.Name(shape.Zone).In(language.IsEnglish)),
            (language.Say("Quy hoạch", "Plan"), language.Say(
                $"{answer.Moment.Plan}, bản công bố {answer.Moment.Revision}, hiệu lực ngày {AttributeText.Date(answer.Moment.AsOf)}",
                $"{answer.Moment.Plan}, publication {answer.Moment.Revision}, in force on {AttributeText.Date(answer.Moment.AsOf)}")),
        ]);
        foreach (var remark in report.Stated.Remarks)
            pages.Small(remark.Message.In(language.IsEnglish));
    }

    public void Body(PdfPages pages)
    {
        Tables(pages);
        Lists(pages);
    }

    void Tables(PdfPages pages)
    {
        if (answer.IsEmpty)
            pages.Paragraph(language.Say("Quy hoạch không có nội dung nào trên thửa đất này.", "The plan has nothing on this parcel."));
        foreach (var layer in answer.Measured)
            Table(pages, layer);
        if (answer.Slivers > 0)
            pages.Small(LookupText.Slivers(answer, language));
    }

    void Lists(PdfPages pages)
    {
        if (answer.Met.Count > 0)
        {
            pages.Heading(language.Say("Đi qua hoặc nằm trên thửa", "Passing or standing on it"));
            pages.Facts(answer.Met.Select(met => (Layer(met.Layer), met.Name.Vi + (met.IsIndicative ? language.Say(" (vị trí ký hiệu)", " (indicative place)") : null))));
        }

        if (answer.Nearest.Count > 0)
        {
            pages.Heading(language.Say("Gần nhất, theo đường chim bay", "Nearest, in a straight line"));
            pages.Facts(answer.Nearest.Select(near => (Layer(near.Layer), $"{LookupText.Distance(near.DistanceMetres, language)} · {near.Name.Vi}")));
        }

        PlaceText.Pending(pages, report.Place, report.Layers, language);
        Changes(pages);
        PlaceText.Since(pages, report.Place, answer.Moment.AsOf, report.Layers, language);
        PlaceText.Figures(pages, report.Place, language);
        if (report.Bases.Count > 0)
        {
            pages.Heading(language.Say("Căn cứ pháp lý", "Legal basis"));
            pages.Facts(report.Bases.Select(basis => (basis.Number, basis.Title.In(language.IsEnglish))));
        }
    }

    void Table(PdfPages pages, LayerOnParcel layer)
    {
        pages.Heading(Layer(layer.Layer));
        var rows = layer.Overlay.Parts.Select(part => (
            Name: part.Thing.Name.Vi + (LookupText.Period(part.Thing, language) is { } period ? $" ({period})" : null), part.AreaSquareMetres)).ToList();
        if (layer.Overlay.Rest.Area >= ParcelOverlay.LeastSquareMetres)
            rows.Add((language.Say("Không thuộc đối tượng nào của lớp", "In none of the layer"), layer.Overlay.Rest.Area));
        pages.Table(
            [new(language.Say("Đối tượng", "Feature"), 6), new("m²", 2, IsNumber: true), new("%", 1, IsNumber: true)],
            rows.Select(row => (IReadOnlyList<string>)
                [row.Name, LookupText.Figure(row.AreaSquareMetres, language), LookupText.Share(row.AreaSquareMetres, answer.AreaSquareMetres, language)]));
    }

    void Changes(PdfPages pages)
    {
        var (came, went) = report.Changes;
        var when = LookupText.When(report.Lookup.At, report.Lookup.Asked.Revision, language);
        pages.Heading(language.Say("Thay đổi tại đây", "Changes here"));
        if (came.Count + went.Count == 0)
            pages.Paragraph(LookupText.Unchanged(LookupText.OnParcel, when, language));
        pages.Facts(
        [
            .. came.Select(one => (language.Say("Nay có", "Now has"), $"{one.Name.Vi} · {Layer(one.Layer)}")),
            .. went.Select(one => (language.Say("Không còn", "No longer has"), $"{one.Name.Vi} · {Layer(one.Layer)}")),
            .. answer.Past.Select(one => (language.Say("Ngoài thời hạn hiệu lực", "Not in force"), $"{one.Name.Vi} · {LookupText.Period(one, language)}")),
        ]);
    }

    string Layer(string code) => report.Layers.Find(code)?.Name.In(language.IsEnglish) ?? code;
}
