using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Investment;

/// <summary>Maps of sites as PNG pictures: for link previews, and for pages of others.</summary>
static class SitePicture
{
    /// <summary>What link previews want: 1200 × 630 pixels.</summary>
    public static readonly SKSizeI Preview = new(1200, 630);

    /// <summary>Pixels for each point of the sheet, so that names are large enough to read.</summary>
    const float Scale = 2;

    const float Band = 54;

    /// <summary>A site on its map, with its name and what is said of it below; null when it has no place.</summary>
    public static async Task<byte[]?> Of(SiteSheet sheet, SiteMaps maps, Language language, CancellationToken cancellation)
    {
        var size = new SKSize(Preview.Width / Scale, Preview.Height / Scale);
        var map = sheet.Site is { } site
            ? await maps.Prepare([site], new(size.Width, size.Height - Band), sheet.Moment, sheet.Layers, language, named: false, cancellation)
            : null;
        return map is null ? null : Png(Preview, canvas =>
        {
            map(canvas);
            DrawBand(canvas, size, sheet.Placed.Feature.Name.In(language.IsEnglish), SiteNumbers.Summary(sheet, language));
        });
    }

    /// <summary>The sites of a search on their map; null when none has a place.</summary>
    public static async Task<byte[]?> Of(
        IReadOnlyCollection<Site> sites, SKSizeI pixels, PointInTime moment, Layers layers, SiteMaps maps, Language language, CancellationToken cancellation)
    {
        const int mostNamed = 12;
        var map = await maps.Prepare(
            sites, new(pixels.Width / Scale, pixels.Height / Scale), moment, layers, language, sites.Count <= mostNamed, cancellation);
        return map is null ? null : Png(pixels, map);
    }

    static byte[] Png(SKSizeI pixels, Action<SKCanvas> draw)
    {
        using var surface = SKSurface.Create(new SKImageInfo(pixels.Width, pixels.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Scale);
        draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    static void DrawBand(SKCanvas canvas, SKSize size, string name, string summary)
    {
        const float side = 16;
        using var paper = PrintColours.Fill(SKColor.Parse("#FBFAF6"));
        canvas.DrawRect(0, size.Height - Band, size.Width, Band, paper);
        using var rule = PrintColours.Fill(PrintColours.Teal);
        canvas.DrawRect(0, size.Height - Band, size.Width, 2, rule);
        using var ink = PrintColours.Fill(PrintColours.Ink);
        using var muted = PrintColours.Fill(PrintColours.Muted);
        Line(canvas, name, PrintType.SemiBold, 17, side, size.Height - Band + 24, size.Width - 2 * side, ink);
        Line(canvas, summary, PrintType.Regular, 9.5f, side, size.Height - Band + 42, size.Width - 2 * side, muted);
    }

    static void Line(SKCanvas canvas, string text, PrintType type, float size, float x, float baseline, float width, SKPaint paint)
    {
        var lines = PrintText.Lines(text, type, size, width);
        type.Draw(canvas, lines.Count > 1 ? lines[0] + " …" : lines[0], x, baseline, size, paint);
    }
}
