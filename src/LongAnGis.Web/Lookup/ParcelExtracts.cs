using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Instruments;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Lookup;

/// <summary>The answer on A4: map, tables, legal basis, and the address at which anybody sees it again and what has changed since.</summary>
public sealed class ParcelExtracts(MapFeatures features, InstrumentRegister instruments, PublicAddress address, TimeProvider clock)
{
    const float MapHeight = 250;

    /// <summary>What a reader of the map needs to find the parcel; the layers that speak of it are added.</summary>
    static readonly string[] Ground = ["sea", "neighbours", "province", "waterways", "canals", "roads", "communes"];

    /// <returns>The file.</returns>
    public async Task<byte[]> Write(
        HttpRequest request, ParcelLookup lookup, StatedParcel stated, ParcelAnswer answer, Layers layers, Language language,
        CancellationToken cancellation)
    {
        var text = new LookupText(language);
        var bases = await text.Bases(answer, layers, instruments, cancellation);
        var (sheet, ground) = await GroundOf(stated.Shape, answer, layers, cancellation);
        var link = address.Of(request) + language.Href(lookup.Path);
        var look = new PdfLook(
            language.Say("Bản trích tra cứu thửa đất", "Extract for a parcel"),
            language.Say($"Quy hoạch {answer.Moment.Plan}, bản công bố {answer.Moment.Revision}", $"Plan {answer.Moment.Plan}, publication {answer.Moment.Revision}"),
            link, language.Say("Trang", "Page"), language.Code, clock.GetUtcNow());

        using var file = new MemoryStream();
        PdfPages.Write(file, look, pages =>
        {
            Head(pages, stated, answer, text, language);
            pages.Picture(MapHeight, (canvas, size) => Draw(canvas, sheet, ground, stated.Shape, layers, language));
            foreach (var layer in answer.Measured)
                Table(pages, layer, answer.AreaSquareMetres, layers, language);
            Lists(pages, answer, bases, layers, language);
            Foot(pages, lookup, link, language);
        });
        return file.ToArray();
    }

    static void Head(PdfPages pages, StatedParcel stated, ParcelAnswer answer, LookupText text, Language language)
    {
        pages.Title(language.Say("Bản trích tra cứu thửa đất", "Extract for a parcel"));
        pages.Facts(
        [
            (language.Say("Diện tích", "Area"), LookupText.Area(answer.AreaSquareMetres, language)),
            (language.Say("Đơn vị hành chính", "Administrative unit"), text.Where(answer)),
            (language.Say("Đọc tọa độ theo", "Coordinates read as"), stated.Reading.Meaning.In(language.IsEnglish)),
            (language.Say("Mặt phẳng tính", "Measured on"), CoordinateFormat.Name(stated.Shape.Zone).In(language.IsEnglish)),
            (language.Say("Quy hoạch", "Plan"), language.Say(
                $"{answer.Moment.Plan}, bản công bố {answer.Moment.Revision}, hiệu lực ngày {AttributeText.Date(answer.Moment.AsOf)}",
                $"{answer.Moment.Plan}, publication {answer.Moment.Revision}, in force on {AttributeText.Date(answer.Moment.AsOf)}")),
        ]);
        foreach (var remark in stated.Remarks)
            pages.Small(remark.Message.In(language.IsEnglish));
    }

    static void Table(PdfPages pages, LayerOnParcel layer, double total, Layers layers, Language language)
    {
        pages.Heading(layers.Find(layer.Layer)?.Name.In(language.IsEnglish) ?? layer.Layer);
        var rows = layer.Overlay.Parts.Select(part => (
            Name: part.Thing.Name.Vi + (LookupText.Period(part.Thing, language) is { } period ? $" ({period})" : null), part.AreaSquareMetres)).ToList();
        if (layer.Overlay.Rest.Area >= ParcelOverlay.LeastSquareMetres)
            rows.Add((language.Say("Không thuộc đối tượng nào của lớp", "In none of the layer"), layer.Overlay.Rest.Area));
        pages.Table(
            [new(language.Say("Đối tượng", "Feature"), 6), new("m²", 2, IsNumber: true), new("%", 1, IsNumber: true)],
            rows.Select(row => (IReadOnlyList<string>)[row.Name, LookupText.Figure(row.AreaSquareMetres, language), LookupText.Share(row.AreaSquareMetres, total, language)]));
    }

    static void Lists(PdfPages pages, ParcelAnswer answer, IReadOnlyList<Instrument> bases, Layers layers, Language language)
    {
        if (answer.IsEmpty)
            pages.Paragraph(language.Say("Quy hoạch không có nội dung nào trên thửa đất này.", "The plan has nothing on this parcel."));
        string Layer(string code) => layers.Find(code)?.Name.In(language.IsEnglish) ?? code;
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

        if (bases.Count > 0)
        {
            pages.Heading(language.Say("Căn cứ pháp lý", "Legal basis"));
            pages.Facts(bases.Select(basis => (basis.Number, basis.Title.In(language.IsEnglish))));
        }
    }

    static void Foot(PdfPages pages, ParcelLookup lookup, string link, Language language)
    {
        pages.Heading(language.Say("Kiểm tra bản trích này", "Check this extract"));
        pages.Paragraph(language.Say(
            $"Số tra cứu {lookup.Id}. Mở địa chỉ {link} để xem lại nội dung gốc và những gì đã thay đổi tại đây kể từ {LookupText.When(lookup, language)}.",
            $"Lookup {lookup.Id}. Open {link} to see its content again, and what has changed here since it was asked {LookupText.When(lookup, language)}."));
        pages.Small(LookupText.Disclaimer.In(language.IsEnglish));
    }

    async Task<(MapSheet, IReadOnlyList<MapFeature>)> GroundOf(
        ParcelShape shape, ParcelAnswer answer, Layers layers, CancellationToken cancellation)
    {
        // Sheets are on the province's grid, whatever the paper's.
        var sheet = MapSheet.Showing(Vn2000Zone.LongAn.GeometryFromWgs84(shape.Wgs84).EnvelopeInternal, new(PdfPages.Width, MapHeight), largest: 1_000);
        string[] shown = [.. Ground.Union(answer.Speaking.Select(one => one.Layer)).Where(code => layers.Find(code) is not null)];
        return (sheet, await features.On(sheet, shown, answer.Moment.Plan, answer.Moment.AsOf, cancellation));
    }

    static void Draw(SKCanvas canvas, MapSheet sheet, IReadOnlyList<MapFeature> ground, ParcelShape shape, Layers layers, Language language) =>
        new MapPicture(sheet, layers, language).Draw(
            canvas, ground, [new(Vn2000Zone.LongAn.GeometryFromWgs84(shape.Wgs84), language.Say("Thửa đất", "Parcel"), AccentKind.Subject)]);
}
