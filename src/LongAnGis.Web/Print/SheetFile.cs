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
    public static byte[] Write(PaperSheet sheet, SheetFormat format, string languageCode, DateTimeOffset madeAt) => format switch
    {
        SheetFormat.Pdf => Pdf(sheet, madeAt),
        SheetFormat.Png => Png(sheet),
        _ => Svg(sheet, languageCode),
    };

    static byte[] Pdf(PaperSheet sheet, DateTimeOffset madeAt)
    {
        using var file = new MemoryStream();
        using (var ink = new SKManagedWStream(file, disposeManagedStream: false))
        using (var document = SKDocument.CreatePdf(ink, new SKDocumentPdfMetadata
        {
            Title = PrintText.Clean(sheet.Title),
            Subject = PrintText.Clean(sheet.Description),
            Creator = "LongAnGis",
            Producer = "LongAnGis",
            Creation = madeAt.UtcDateTime,
            Modified = madeAt.UtcDateTime,
        }))
        {
            sheet.Draw(document.BeginPage(sheet.Size.Width, sheet.Size.Height));
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }

    static byte[] Png(PaperSheet sheet)
    {
        var scale = PixelWidth / sheet.Size.Width;
        using var surface = SKSurface.Create(new SKImageInfo(PixelWidth, (int)Math.Ceiling(sheet.Size.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque))
            ?? throw new InvalidOperationException("There is no memory for a picture of this size.");
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        sheet.Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

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
