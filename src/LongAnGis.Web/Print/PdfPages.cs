using System.Globalization;
using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>What stands on every page, and what the file says of itself.</summary>
/// <param name="Title">The file's title, which a reader shows in its window.</param>
/// <param name="Header">A short line at the top right of every page.</param>
/// <param name="Footer">A short line at the bottom left of every page.</param>
/// <param name="PageWord">“Trang” or “Page”.</param>
public sealed record PdfLook(string Title, string Header, string Footer, string PageWord, string LanguageCode, DateTimeOffset MadeAt);

/// <summary>A column of a table: its heading, its share of the width, and whether it holds figures.</summary>
public sealed record PdfColumn(string Heading, float Share, bool IsNumber = false);

/// <summary>
/// Sets headings, paragraphs, tables and pictures one under the other on A4 pages. Lengths are points (1/72 inch), from the
/// top left corner. The pages are composed twice, first without ink, because each says how many there are.
/// </summary>
public sealed class PdfPages
{
    const float PageWidth = 595.28f;
    const float PageHeight = 841.89f;
    const float Side = 51;
    const float Top = 62;
    const float Bottom = 58;
    /// <summary>Rows up to this height stand on one page; a taller one is continued on the next.</summary>
    const float TallestWholeRow = 240;
    const float TextSize = 9.5f;
    const float LineHeight = 1.48f;

    readonly SKDocument document;
    readonly PdfLook look;
    readonly int? pageCount;
    SKCanvas? canvas;
    int page;
    float y;

    PdfPages(SKDocument document, PdfLook look, int? pageCount) => (this.document, this.look, this.pageCount) = (document, look, pageCount);

    /// <summary>Width between the margins.</summary>
    public static float Width => PageWidth - 2 * Side;

    /// <summary>Writes a PDF; <paramref name="compose"/> is called twice and must set the same things both times.</summary>
    /// <returns>How many pages it has.</returns>
    public static int Write(Stream output, PdfLook look, Action<PdfPages> compose)
    {
        var pages = Compose(Stream.Null, look, null, compose);
        return Compose(output, look, pages, compose);
    }

    static int Compose(Stream output, PdfLook look, int? pageCount, Action<PdfPages> compose)
    {
        var metadata = new SKDocumentPdfMetadata
        {
            Title = PrintText.Clean(look.Title),
            Creator = "LongAnGis",
            Producer = "LongAnGis",
            Creation = look.MadeAt.UtcDateTime,
            Modified = look.MadeAt.UtcDateTime,
            RasterDpi = 200,
            EncodingQuality = 90,
        };
        using var ink = new SKManagedWStream(output, disposeManagedStream: false);
        using var document = SKDocument.CreatePdf(ink, metadata);
        var pages = new PdfPages(document, look, pageCount);
        pages.Turn();
        compose(pages);
        document.EndPage();
        document.Close();
        return pages.page;
    }

    public void Title(string text) => Text(text, PrintType.SemiBold, 20, PrintColours.Ink, before: 0, after: 6, leading: 1.28f);

    public void Heading(string text)
    {
        // A heading does not stand alone at the foot of a page.
        Need(60);
        Text(text, PrintType.SemiBold, 13, PrintColours.Teal, before: 16, after: 5, leading: 1.3f);
    }

    public void SubHeading(string text)
    {
        Need(44);
        Text(text, PrintType.SemiBold, 10.5f, PrintColours.Ink, before: 9, after: 2, leading: 1.35f);
    }

    public void Paragraph(string text) => Text(text, PrintType.Regular, TextSize, PrintColours.Ink, before: 0, after: 5, LineHeight);

    public void Small(string text) => Text(text, PrintType.Regular, 8, PrintColours.Muted, before: 0, after: 4, LineHeight);

    /// <summary>Facts one under the other: a narrow column of words, a wide one of values.</summary>
    public void Facts(IEnumerable<(string Word, string Value)> facts)
    {
        const float wordWidth = 128;
        foreach (var (word, value) in facts)
        {
            var lines = PrintText.Lines(value, PrintType.Regular, TextSize, Width - wordWidth);
            var words = PrintText.Lines(word, PrintType.SemiBold, TextSize, wordWidth - 10);
            Rows(Math.Max(lines.Count, words.Count), TextSize * LineHeight, (row, baseline) =>
            {
                Put(row < words.Count ? words[row] : "", PrintType.SemiBold, Side, baseline, TextSize, PrintColours.Muted);
                Put(row < lines.Count ? lines[row] : "", PrintType.Regular, Side + wordWidth, baseline, TextSize, PrintColours.Ink);
            });
            y += 2;
        }

        y += 4;
    }

    /// <summary>A table that repeats its headings on every page it runs over.</summary>
    public void Table(IReadOnlyList<PdfColumn> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        const float size = 8.5f;
        var shares = columns.Sum(column => column.Share);
        var widths = columns.Select(column => Width * column.Share / shares).ToArray();

        TableHead(columns, widths, size);
        foreach (var row in rows)
        {
            var cells = row.Select((cell, place) => PrintText.Lines(cell, PrintType.Regular, size, widths[place] - 10)).ToList();
            var count = cells.Max(cell => cell.Count);
            var height = (count * size * 1.4f) + 7;
            if (height < TallestWholeRow && y + height > PageHeight - Bottom)
            {
                Turn();
                TableHead(columns, widths, size);
            }

            y += 3.5f;
            Rows(count, size * 1.4f, (line, baseline) => TableLine(columns, widths, cells, line, baseline, size), () => TableHead(columns, widths, size));
            y += 3.5f;
            using var rule = PrintColours.Line(PrintColours.Rule, 0.5f);
            canvas!.DrawLine(Side, y, Side + Width, y, rule);
        }

        y += 8;
    }

    /// <summary>A picture over the whole width, drawn with its own top left corner as origin; it is not torn over two pages.</summary>
    public void Picture(float height, Action<SKCanvas, SKSize> draw)
    {
        Need(height + 4);
        canvas!.Save();
        canvas.Translate(Side, y);
        draw(canvas, new SKSize(Width, height));
        canvas.Restore();
        y += height + 6;
    }

    /// <summary>Turns the page unless this much of it is left, so that what belongs together stays together.</summary>
    public void Keep(float height) => Need(height);

    /// <summary>Begins a new page unless this one is still empty.</summary>
    public void NewPage()
    {
        if (y > Top)
        {
            Turn();
        }
    }

    void TableHead(IReadOnlyList<PdfColumn> columns, float[] widths, float size)
    {
        var cells = columns.Select((column, place) => PrintText.Lines(column.Heading, PrintType.SemiBold, size, widths[place] - 10)).ToList();
        var height = cells.Max(cell => cell.Count) * size * 1.4f + 7;
        Need(height + 30);
        using var shade = PrintColours.Fill(PrintColours.Shade);
        canvas!.DrawRect(Side, y, Width, height, shade);
        for (var line = 0; line < cells.Max(cell => cell.Count); line++)
        {
            TableLine(columns, widths, cells, line, y + 3.5f + (line + 0.78f) * size * 1.4f, size, PrintType.SemiBold);
        }

        y += height;
    }

    void TableLine(
        IReadOnlyList<PdfColumn> columns, float[] widths, List<IReadOnlyList<string>> cells, int line, float baseline, float size, PrintType? type = null)
    {
        type ??= PrintType.Regular;
        var x = Side;
        for (var place = 0; place < cells.Count; place++)
        {
            if (line < cells[place].Count)
            {
                var text = cells[place][line];
                var left = columns[place].IsNumber ? x + widths[place] - 5 - type.Measure(text, size) : x + 5;
                Put(text, type, left, baseline, size, PrintColours.Ink);
            }

            x += widths[place];
        }
    }

    void Text(string text, PrintType type, float size, SKColor colour, float before, float after, float leading)
    {
        y += y > Top ? before : 0;
        var lines = PrintText.Lines(text, type, size, Width);
        Rows(lines.Count, size * leading, (line, baseline) => Put(lines[line], type, Side, baseline, size, colour));
        y += after;
    }

    void Rows(int count, float height, Action<int, float> draw, Action? onNewPage = null)
    {
        for (var row = 0; row < count; row++)
        {
            if (y + height > PageHeight - Bottom)
            {
                Turn();
                onNewPage?.Invoke();
            }

            draw(row, y + height * 0.78f);
            y += height;
        }
    }

    void Need(float height)
    {
        if (y + height > PageHeight - Bottom)
        {
            Turn();
        }
    }

    void Put(string text, PrintType type, float x, float baseline, float size, SKColor colour)
    {
        using var paint = PrintColours.Fill(colour);
        type.Draw(canvas!, text, x, baseline, size, paint);
    }

    void Turn()
    {
        if (canvas is not null)
        {
            document.EndPage();
        }

        canvas = document.BeginPage(PageWidth, PageHeight);
        page++;
        y = Top;
        Frame();
    }

    void Frame()
    {
        const float size = 7.5f;
        using var rule = PrintColours.Line(PrintColours.Teal, 1.2f);
        canvas!.DrawLine(Side, 44, Side + Width, 44, rule);
        Put("LongAnGis", PrintType.SemiBold, Side, 37, 8.5f, PrintColours.Teal);
        var header = OneLine(look.Header, size, Width - 80);
        Put(header, PrintType.Regular, Side + Width - PrintType.Regular.Measure(header, size), 37, size, PrintColours.Muted);

        var number = string.Create(CultureInfo.InvariantCulture, $"{look.PageWord} {page}/{pageCount ?? 99}");
        Put(number, PrintType.Regular, Side + Width - PrintType.Regular.Measure(number, size), PageHeight - 34, size, PrintColours.Muted);
        Put(OneLine(look.Footer, size, Width - 70), PrintType.Regular, Side, PageHeight - 34, size, PrintColours.Muted);
    }

    static string OneLine(string text, float size, float width)
    {
        var lines = PrintText.Lines(text, PrintType.Regular, size, width);
        return lines.Count > 1 ? lines[0] + "…" : lines[0];
    }
}
