using LongAnGis.Core.Indicators.Charts;
using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>Draws a chart on a sheet from the same marks as its page, in the light theme's colours. One pixel becomes one point.</summary>
sealed class ChartInk(SKCanvas canvas)
{
    public void Draw(Drawing drawing) => Draw(drawing.Marks);

    void Draw(IReadOnlyList<Mark> marks)
    {
        foreach (var mark in marks)
            Draw(mark);
    }

    void Draw(Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                using (var stroke = Stroke(line.Pen))
                    canvas.DrawLine((float)line.X1, (float)line.Y1, (float)line.X2, (float)line.Y2, stroke);
                break;
            case PathMark path:
                using (var shape = Path(path))
                    Shape(path.Fill, path.Pen, 1, paint => canvas.DrawPath(shape, paint));
                break;
            case CircleMark circle:
                Shape(circle.Fill, circle.Pen, 1, paint => canvas.DrawCircle((float)circle.X, (float)circle.Y, (float)circle.Radius, paint));
                break;
            case RectMark rect:
                Draw(rect);
                break;
            case TextMark text:
                Draw(text);
                break;
            case GroupMark group:
                canvas.Save();
                canvas.Translate((float)group.X, (float)group.Y);
                Draw(group.Marks);
                canvas.Restore();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mark), mark, "no such mark");
        }
    }

    void Draw(RectMark rect)
    {
        var box = SKRect.Create((float)rect.X, (float)rect.Y, (float)rect.Width, (float)rect.Height);
        if (rect.Fill is null)
        {
            using var builder = new SKPathBuilder();
            builder.AddRect(box);
            using var shape = builder.Detach();
            canvas.Hatch(shape, box, Colour(ChartColour.Border));
        }

        Shape(rect.Fill, rect.Pen, rect.Opacity, paint => canvas.DrawRect(box, paint));
    }

    void Draw(TextMark text)
    {
        var type = text.IsBold ? PrintType.SemiBold : PrintType.Regular;
        var (clean, size) = (PrintText.Clean(text.Text), (float)text.Size);
        var width = text.Anchor == TextAnchor.Start ? 0 : type.Measure(clean, size);
        var left = (float)text.X - (text.Anchor == TextAnchor.Middle ? width / 2 : width);
        if (text.HasRim)
        {
            using var rim = PrintColours.Line(SKColors.White, (float)TextMark.Rim);
            rim.StrokeJoin = SKStrokeJoin.Round;
            type.Draw(canvas, clean, left, (float)text.Y, size, rim);
        }

        using var ink = PrintColours.Fill(Colour(text.Colour));
        type.Draw(canvas, clean, left, (float)text.Y, size, ink);
    }

    static void Shape(ChartColour? fill, Pen? pen, double opacity, Action<SKPaint> draw)
    {
        if (fill is not null)
        {
            using var paint = PrintColours.Fill(Colour(fill).WithAlpha((byte)(opacity * 255)));
            draw(paint);
        }

        if (pen is not null)
        {
            using var stroke = Stroke(pen);
            draw(stroke);
        }
    }

    static SKPath Path(PathMark path)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly([.. path.Points.Select(point => new SKPoint((float)point.X, (float)point.Y))], path.Fill is not null);
        return builder.Detach();
    }

    static SKPaint Stroke(Pen pen)
    {
        var paint = PrintColours.Line(Colour(pen.Colour), (float)pen.Width);
        (paint.StrokeJoin, paint.StrokeCap) = (SKStrokeJoin.Round, pen.Dashes is not null || pen.Width > 1 ? SKStrokeCap.Round : SKStrokeCap.Butt);
        using var dashes = pen.Dashes is { } lengths ? SKPathEffect.CreateDash([.. lengths.Select(length => (float)length)], 0) : null;
        paint.PathEffect = dashes;
        return paint;
    }

    // The paper of the page is the sheet's white here.
    static SKColor Colour(ChartColour colour) => colour == ChartColour.Paper ? SKColors.White : SKColor.Parse(colour.Hex);
}
