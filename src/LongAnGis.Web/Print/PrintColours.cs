using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>The field book's colours on white paper; each is legible in grey as well.</summary>
public static class PrintColours
{
    public static readonly SKColor Ink = SKColor.Parse("#16232B");
    public static readonly SKColor Muted = SKColor.Parse("#4A5B63");
    public static readonly SKColor Teal = SKColor.Parse("#0B5D66");
    public static readonly SKColor Brick = SKColor.Parse("#B4531A");
    public static readonly SKColor Rule = SKColor.Parse("#C9CFCB");
    public static readonly SKColor Shade = SKColor.Parse("#F3F1EA");

    /// <summary>A paint that fills.</summary>
    public static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Fill };

    /// <summary>A paint that draws lines this many points wide.</summary>
    public static SKPaint Line(SKColor colour, float width) =>
        new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width };
}
