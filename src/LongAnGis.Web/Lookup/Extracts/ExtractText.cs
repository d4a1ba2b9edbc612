using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>Sets the words and figures of an extract on its pages: those of the answer's page, in the same order.</summary>
sealed class ExtractText(ParcelReport report, ParcelExtract extract, Language language)
{
    const float CodeSide = 84;

    readonly ParcelAnswer answer = report.Now;

    public void Head(PdfPages pages)
    {
        var shape = report.Stated.Shape;
        pages.Title(language.Say("Bản trích tra cứu thửa đất", "Extract for a parcel"));
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

    public void Tables(PdfPages pages)
    {
        if (answer.IsEmpty)
            pages.Paragraph(language.Say("Quy hoạch không có nội dung nào trên thửa đất này.", "The plan has nothing on this parcel."));
        foreach (var layer in answer.Measured)
            Table(pages, layer);
        if (answer.Slivers > 0)
            pages.Small(LookupText.Slivers(answer, language));
    }

    public void Lists(PdfPages pages)
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

        Changes(pages);
        if (report.Bases.Count > 0)
        {
            pages.Heading(language.Say("Căn cứ pháp lý", "Legal basis"));
            pages.Facts(report.Bases.Select(basis => (basis.Number, basis.Title.In(language.IsEnglish))));
        }
    }

    /// <summary>Number, code and address with which anybody verifies the extract.</summary>
    public void Check(PdfPages pages, string link)
    {
        pages.Keep(CodeSide + 120);
        pages.Heading(language.Say("Kiểm tra bản trích này", "Verify this extract"));
        pages.Picture(CodeSide, (canvas, size) =>
        {
            QrCode.Draw(canvas, link, 0, 0, CodeSide);
            const float left = CodeSide + 12;
            canvas.Put(extract.Number.ToString(), PrintType.SemiBold, left, 22, 13, PrintColours.Ink);
            var y = canvas.PutLines(
                language.Say(
                    "Quét mã hoặc mở địa chỉ dưới đây để đối chiếu từng dòng với nội dung đã cấp, và xem tại đây đã có gì thay đổi từ đó. Tệp PDF mang niêm phong điện tử: trang kiểm tra nhận ra tệp đã bị sửa.",
                    "Scan the code or open the address below to compare each line with what was given out, and to see what has changed here since. The PDF file carries an electronic seal: the page tells a file that was altered."),
                PrintType.Regular, left, 38, 8.5f, size.Width - left, PrintColours.Ink);
            canvas.PutLines(link, PrintType.Regular, left, y + 2, 8, size.Width - left, PrintColours.Muted);
        });
        pages.Small(LookupText.Disclaimer.In(language.IsEnglish));
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
            pages.Paragraph(LookupText.Unchanged(when, language));
        pages.Facts(
        [
            .. came.Select(one => (language.Say("Nay có", "Now has"), $"{one.Name.Vi} · {Layer(one.Layer)}")),
            .. went.Select(one => (language.Say("Không còn", "No longer has"), $"{one.Name.Vi} · {Layer(one.Layer)}")),
            .. answer.Past.Select(one => (language.Say("Ngoài thời hạn hiệu lực", "Not in force"), $"{one.Name.Vi} · {LookupText.Period(one, language)}")),
        ]);
    }

    string Layer(string code) => report.Layers.Find(code)?.Name.In(language.IsEnglish) ?? code;
}
