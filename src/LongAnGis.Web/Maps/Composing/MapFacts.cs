using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Plans.Instruments;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>Beside a map on paper: scale in words, locator, grid, legal basis, sources, code, room for a signature and stamp.</summary>
sealed class MapFacts(MapSheet sheet, MapSubject subject, IReadOnlyList<Instrument> bases, Language language)
{
    const float Size = 6.6f, Heading = 7.6f, CodeSide = 54, StampHeight = 54;

    public static string Scale(double denominator, Language language) =>
        $"{language.Say("Tỷ lệ", "Scale")} 1:{denominator.ToString("N0", language.Culture)}";

    public void Draw(SKCanvas canvas, SKRect place, float factor, Locator locator)
    {
        canvas.Save();
        canvas.Translate(place.Left, place.Top);
        canvas.Scale(factor);
        var (width, height) = (place.Width / factor, place.Height / factor);
        canvas.Put(Scale(sheet.Denominator, language), PrintType.SemiBold, 0, 9, 10.5f, PrintColours.Ink);
        var y = canvas.PutLines(Centimetre(), PrintType.Regular, 0, 19, Size, width, PrintColours.Muted) + 1;
        canvas.Translate(0, y - 4);
        locator.Draw(canvas);
        canvas.Translate(0, locator.Size.Height + 11);
        var room = height - y - locator.Size.Height - 7 - StampHeight - CodeSide - 12;
        Words(canvas, width, room);
        canvas.Translate(0, room);
        Code(canvas, width);
        canvas.Translate(0, CodeSide + 6);
        Stamp(canvas, width);
        canvas.Restore();
    }

    string Centimetre()
    {
        var metres = sheet.Denominator / 100;
        var ground = metres >= 1000 ? $"{(metres / 1000).ToString("0.##", language.Culture)} km" : $"{metres.ToString("0.#", language.Culture)} m";
        return language.Say(
            $"1 cm trên bản đồ bằng {ground} ngoài thực địa. Lưới {CoordinateFormat.Name(Vn2000Zone.LongAn).Vi}, mét.",
            $"1 cm on the map is {ground} on the ground. Grid: {CoordinateFormat.Name(Vn2000Zone.LongAn).En}, metres.");
    }

    /// <summary>Legal basis before sources, since it must not be missing; what has no room left is counted.</summary>
    void Words(SKCanvas canvas, float width, float room)
    {
        var y = 0f;
        Paragraph(canvas, language.Say("Căn cứ pháp lý", "Legal basis"), bases.Select(basis => basis.Number), width, room * 0.55f, ref y);
        Paragraph(canvas, language.Say("Nguồn", "Sources"), Sources(), width, room, ref y);
    }

    IEnumerable<string> Sources() => subject.Visible.Select(layer => layer.Source?.In(language.IsEnglish)).OfType<string>().Distinct(StringComparer.Ordinal);

    static void Paragraph(SKCanvas canvas, string heading, IEnumerable<string> parts, float width, float until, ref float y)
    {
        var text = string.Join("; ", parts);
        if (text.Length == 0)
            return;

        canvas.Put(heading, PrintType.SemiBold, 0, y, Heading, PrintColours.Teal);
        y += Heading * 1.35f;
        var lines = PrintText.Lines(text, PrintType.Regular, Size, width);
        var fitting = Math.Clamp((int)((until - y) / (Size * 1.4f)), 1, lines.Count);
        for (var line = 0; line < fitting; line++, y += Size * 1.4f)
            canvas.Put(line + 1 == fitting && fitting < lines.Count ? lines[line] + " …" : lines[line], PrintType.Regular, 0, y, Size, PrintColours.Ink);
        y += 5;
    }

    void Code(SKCanvas canvas, float width)
    {
        QrCode.Draw(canvas, subject.Link, 0, 0, CodeSide);
        canvas.PutLines(
            language.Say("Quét để xem bản đồ này trên web, với nguồn đầy đủ của từng lớp.", "Scan to see this map on the web, with all sources of each layer."),
            PrintType.Regular, CodeSide + 6, 10, Size, width - CodeSide - 6, PrintColours.Muted);
    }

    void Stamp(SKCanvas canvas, float width)
    {
        using var line = PrintColours.Line(PrintColours.Rule, 0.8f);
        canvas.DrawRect(SKRect.Create(0, 0, width, StampHeight), line);
        canvas.Put(language.Say("Cơ quan, người lập bản đồ; ký tên, đóng dấu", "Agency and author; signature and stamp"), PrintType.Regular, 5, 9, 6, PrintColours.Muted);
    }
}
