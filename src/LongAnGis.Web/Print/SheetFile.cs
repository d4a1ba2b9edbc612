using System.Globalization;
using System.Net;
using System.Text;
using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>Saves a sheet as PDF, PNG or SVG; the typeface is in each of them.</summary>
public static class SheetFile
{
    /// <summary>Pixels of a PNG's width: A4 across at 300 dpi, A3 at 210.</summary>
    public const int PixelWidth = 3508;

    static readonly (SheetFormat Format, string Extension, string ContentType)[] Kinds =
        [(SheetFormat.Pdf, "pdf", "application/pdf"), (SheetFormat.Png, "png", "image/png"), (SheetFormat.Svg, "svg", "image/svg+xml")];

    public static string Extension(SheetFormat format) => Array.Find(Kinds, kind => kind.Format == format).Extension;

    public static string ContentType(SheetFormat format) => Array.Find(Kinds, kind => kind.Format == format).ContentType;

    /// <summary>Null when there is no such kind of file.</summary>
    public static SheetFormat? Parse(string extension) =>
        Array.FindIndex(Kinds, kind => kind.Extension == extension) is >= 0 and var found ? Kinds[found].Format : null;

    /// <param name="languageCode">Of the texts on the sheet.</param>
    /// <param name="pixelWidth">Of a PNG, where it is not to be <see cref="PixelWidth"/>.</param>
    public static byte[] Write(
        PaperSheet sheet, SheetFormat format, string languageCode, DateTimeOffset madeAt,
        double? pixelWidth = null, CancellationToken cancellation = default) =>
        format switch
        {
            SheetFormat.Pdf => Pdf(sheet, madeAt),
            SheetFormat.Png => PngFile.Write(sheet, (pixelWidth ?? PixelWidth) / sheet.Size.Width, cancellation),
            _ => Svg(sheet, languageCode),
        };

    /// <summary>Sheets as pages of one PDF, each drawn before the next is made, so that a hundred of them take the memory of one.</summary>
    public static async Task<byte[]> Pages(
        string title, IEnumerable<Func<Task<PaperSheet>>> sheets, DateTimeOffset madeAt, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        using (var ink = new SKManagedWStream(file, disposeManagedStream: false))
        using (var document = SKDocument.CreatePdf(ink, Metadata(title, "", madeAt)))
        {
            foreach (var prepare in sheets)
            {
                cancellation.ThrowIfCancellationRequested();
                Page(document, await prepare());
            }

            document.Close();
        }

        return file.ToArray();
    }

    static byte[] Pdf(PaperSheet sheet, DateTimeOffset madeAt)
    {
        using var file = new MemoryStream();
        using (var ink = new SKManagedWStream(file, disposeManagedStream: false))
        using (var document = SKDocument.CreatePdf(ink, Metadata(sheet.Title, sheet.Description, madeAt)))
        {
            Page(document, sheet);
            document.Close();
        }

        return file.ToArray();
    }

    static void Page(SKDocument document, PaperSheet sheet)
    {
        sheet.Draw(document.BeginPage(sheet.Size.Width, sheet.Size.Height));
        document.EndPage();
    }

    static SKDocumentPdfMetadata Metadata(string title, string description, DateTimeOffset madeAt) => new()
    {
        Title = PrintText.Clean(title),
        Subject = PrintText.Clean(description),
        Creator = "LongAnGis",
        Producer = "LongAnGis",
        Creation = madeAt.UtcDateTime,
        Modified = madeAt.UtcDateTime,
    };

    static byte[] Svg(PaperSheet sheet, string languageCode)
    {
        using var file = new MemoryStream();
        using (var ink = new SKManagedWStream(file, disposeManagedStream: false))
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(sheet.Size), ink))
        {
            canvas.Clear(SKColors.White);
            sheet.Draw(canvas);
        }

        var drawn = Encoding.UTF8.GetString(file.GetBuffer(), 0, (int)file.Length);
        var begin = drawn.IndexOf("<svg", StringComparison.Ordinal) + "<svg".Length;
        var inside = drawn.IndexOf('>', begin) + 1;
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""{drawn[..begin]} viewBox="0 0 {sheet.Size.Width} {sheet.Size.Height}" xml:lang="{languageCode}" role="img"{drawn[begin..inside]}<title>{Said(sheet.Title)}</title><desc>{Said(sheet.Description)}</desc><style>{PrintType.FontFaces(WebUtility.HtmlDecode(drawn))}</style>{drawn[inside..]}"""));
    }

    static string Said(string text) => WebUtility.HtmlEncode(PrintText.Clean(text));
}
