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
            ExtractParts.Plan(answer.Moment, language),
        ]);
        foreach (var remark in report.Stated.Remarks)
            pages.Small(remark.Message.In(language.IsEnglish));
    }

    public void Body(PdfPages pages)
    {
        var parts = new ExtractParts(pages, report.Layers, language);
        Tables(pages, parts);
        Lists(pages, parts);
    }

    void Tables(PdfPages pages, ExtractParts parts)
    {
        if (answer.IsEmpty)
            pages.Paragraph(language.Say("Quy hoạch không có nội dung nào trên thửa đất này.", "The plan has nothing on this parcel."));
        foreach (var layer in answer.Measured)
            Table(pages, parts, layer);
        if (answer.Slivers > 0)
            pages.Small(LookupText.Slivers(answer, language));
    }

    void Lists(PdfPages pages, ExtractParts parts)
    {
        parts.Facts(
            language.Say("Đi qua hoặc nằm trên thửa", "Passing or standing on it"),
            answer.Met.Select(met => (parts.Layer(met.Layer), met.Name.Vi + (met.IsIndicative ? language.Say(" (vị trí ký hiệu)", " (indicative place)") : null))));

        parts.Nearest(answer.Nearest);

        PlaceText.Pending(pages, report.Place, report.Layers, language);
        parts.Changes(report.Changes, answer.Past, LookupText.OnParcel, LookupText.When(report.Lookup.At, report.Lookup.Asked.Revision, language));
        PlaceText.Since(pages, report.Place, answer.Moment.AsOf, report.Layers, language);
        PlaceText.Figures(pages, report.Place, language);
        parts.Bases(report.Bases);
    }

    void Table(PdfPages pages, ExtractParts parts, LayerOnParcel layer)
    {
        pages.Heading(parts.Layer(layer.Layer));
        var rows = layer.Overlay.Parts.Select(part => (
            Name: part.Thing.Name.Vi + (LookupText.Period(part.Thing, language) is { } period ? $" ({period})" : null), part.AreaSquareMetres)).ToList();
        if (layer.Overlay.Rest.Area >= ParcelOverlay.LeastSquareMetres)
            rows.Add((language.Say("Không thuộc đối tượng nào của lớp", "In none of the layer"), layer.Overlay.Rest.Area));
        pages.Table(
            [new(language.Say("Đối tượng", "Feature"), 6), new("m²", 2, IsNumber: true), new("%", 1, IsNumber: true)],
            rows.Select(row => (IReadOnlyList<string>)
                [row.Name, LookupText.Figure(row.AreaSquareMetres, language), LookupText.Share(row.AreaSquareMetres, answer.AreaSquareMetres, language)]));
    }
}
