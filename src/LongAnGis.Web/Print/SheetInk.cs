using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>Puts words and rules on a sheet. Lengths are points; a text stands on its base line.</summary>
static class SheetInk
{
    public static void Put(this SKCanvas canvas, string text, PrintType type, float x, float baseline, float size, SKColor colour)
    {
        using var paint = PrintColours.Fill(colour);
        type.Draw(canvas, PrintText.Clean(text), x, baseline, size, paint);
    }

    /// <summary>A text that ends at a place.</summary>
    public static void PutRight(this SKCanvas canvas, string text, PrintType type, float right, float baseline, float size, SKColor colour) =>
        canvas.Put(text, type, right - type.Measure(PrintText.Clean(text), size), baseline, size, colour);

    /// <summary>Lines of a paragraph; answers the base line after the last.</summary>
    public static float PutLines(this SKCanvas canvas, string text, PrintType type, float x, float baseline, float size, float width, SKColor colour)
    {
        foreach (var line in PrintText.Lines(text, type, size, width))
        {
            canvas.Put(line, type, x, baseline, size, colour);
            baseline += size * 1.4f;
        }

        return baseline;
    }

    /// <summary>A text with its middle at a place, on a rim of paper that keeps it readable over a map.</summary>
    public static void PutHaloed(this SKCanvas canvas, string text, PrintType type, float middle, float baseline, float size)
    {
        var clean = PrintText.Clean(text);
        var left = middle - (type.Measure(clean, size) / 2);
        using (var halo = PrintColours.Line(SKColors.White.WithAlpha(225), 2.6f))
        {
            halo.StrokeJoin = SKStrokeJoin.Round;
            type.Draw(canvas, clean, left, baseline, size, halo);
        }

        using var ink = PrintColours.Fill(PrintColours.Ink);
        type.Draw(canvas, clean, left, baseline, size, ink);
    }

    /// <summary>Lines at 45° over a shape, so that the pattern survives a grey copy.</summary>
    public static void Hatch(this SKCanvas canvas, SKPath shape, SKRect within, SKColor colour, float step = 5)
    {
        using var paint = PrintColours.Line(colour, 0.5f);
        canvas.Save();
        canvas.ClipPath(shape, SKClipOperation.Intersect, antialias: true);
        var bounds = shape.Bounds;
        bounds.Intersect(within);
        for (var x = bounds.Left - bounds.Height; x < bounds.Right; x += step)
        {
            canvas.DrawLine(x, bounds.Bottom, x + bounds.Height, bounds.Top, paint);
        }

        canvas.Restore();
    }

    /// <summary>Dots in rows that stand between each other, over a shape: a quieter pattern than lines.</summary>
    public static void Dots(this SKCanvas canvas, SKPath shape, SKRect within, SKColor colour, float step = 5)
    {
        using var paint = PrintColours.Fill(colour);
        canvas.Save();
        canvas.ClipPath(shape, SKClipOperation.Intersect, antialias: true);
        var bounds = shape.Bounds;
        bounds.Intersect(within);
        var isShifted = false;
        for (var y = bounds.Top + (step / 2); y < bounds.Bottom; y += step, isShifted = !isShifted)
        {
            for (var x = bounds.Left + (isShifted ? step : step / 2); x < bounds.Right; x += step)
            {
                canvas.DrawCircle(x, y, step / 8, paint);
            }
        }

        canvas.Restore();
    }
}
