using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Maps;

/// <summary>Frame with ticks of the VN-2000 grid, scale in words and as a bar, north arrow.</summary>
sealed class MapMargin(SKCanvas canvas, MapSheet sheet, Language language)
{
    const float Size = 6.5f, CrossArm = 3;

    /// <summary>Points between the lines of the grid.</summary>
    const double FarthestApart = 340;

    /// <summary>Points of the scale bar.</summary>
    const double LongestBar = 300;

    static readonly int[] Steps = [5, 2, 1];

    public void Draw()
    {
        using var frame = PrintColours.Line(PrintColours.Ink, 0.8f);
        canvas.DrawRect(0, 0, sheet.Size.Width, sheet.Size.Height, frame);
        DrawCrosses();
        DrawTicks();
        DrawScale();
        DrawNorth();
    }

    /// <summary>Between the lines of the grid: on a small map two or three, on a large one every ten centimetres or so.</summary>
    double GridStep => NiceLength(Math.Min(sheet.GroundMetres.Width / 2.2, FarthestApart / sheet.Points(1)));

    /// <summary>Where the lines of the grid cross, as on official maps; whole lines would hide the land.</summary>
    void DrawCrosses()
    {
        var (ground, step) = (sheet.GroundMetres, GridStep);
        using var cross = PrintColours.Line(PrintColours.Muted, 0.4f);
        for (var easting = Math.Ceiling(ground.MinX / step) * step; easting < ground.MaxX; easting += step)
        {
            for (var northing = Math.Ceiling(ground.MinY / step) * step; northing < ground.MaxY; northing += step)
            {
                var place = sheet.Place(new(easting, northing));
                canvas.DrawLine(place.X - CrossArm, place.Y, place.X + CrossArm, place.Y, cross);
                canvas.DrawLine(place.X, place.Y - CrossArm, place.X, place.Y + CrossArm, cross);
            }
        }
    }

    void DrawTicks()
    {
        var ground = sheet.GroundMetres;
        var step = GridStep;
        using var tick = PrintColours.Line(PrintColours.Ink, 0.6f);
        for (var easting = Math.Ceiling(ground.MinX / step) * step; easting < ground.MaxX; easting += step)
        {
            var x = sheet.Place(new(easting, ground.MaxY)).X;
            canvas.DrawLine(x, 0, x, 5, tick);
            canvas.DrawLine(x, sheet.Size.Height - 5, x, sheet.Size.Height, tick);
            var text = Grid(easting);
            if (x + 3 + PrintType.Regular.Measure(text, Size) < sheet.Size.Width - 30)
            {
                Write(text, x + 2, 8.5f);
            }
        }

        for (var northing = Math.Ceiling(ground.MinY / step) * step; northing < ground.MaxY; northing += step)
        {
            var y = sheet.Place(new(ground.MinX, northing)).Y;
            canvas.DrawLine(0, y, 5, y, tick);
            canvas.DrawLine(sheet.Size.Width - 5, y, sheet.Size.Width, y, tick);
            if (y > 16 && y < sheet.Size.Height - 42)
            {
                Write(Grid(northing), 7, y + 2.3f);
            }
        }
    }

    void DrawScale()
    {
        var length = NiceLength(Math.Min(sheet.GroundMetres.Width / 4, LongestBar / sheet.Points(1)));
        var width = sheet.Points(length);
        var text = $"{language.Say("Tỷ lệ", "Scale")} 1:{sheet.Denominator.ToString("N0", language.Culture)}";
        var boxWidth = Math.Max(width, PrintType.SemiBold.Measure(text, 7)) + 16;
        var (left, top) = (8f, sheet.Size.Height - 36);
        using var box = PrintColours.Fill(SKColors.White.WithAlpha(225));
        canvas.DrawRect(left, top, boxWidth, 28, box);
        using var ink = PrintColours.Fill(PrintColours.Ink);
        PrintType.SemiBold.Draw(canvas, text, left + 6, top + 10, 7, ink);
        using var line = PrintColours.Line(PrintColours.Ink, 0.7f);
        canvas.DrawRect(left + 6, top + 14, width / 2, 3, ink);
        canvas.DrawRect(left + 6, top + 14, width, 3, line);
        Write("0", left + 6, top + 24.5f);
        var end = length >= 1000
            ? $"{(length / 1000).ToString("0.##", language.Culture)} km"
            : $"{length.ToString("0", language.Culture)} m";
        Write(end, left + 6 + width - PrintType.Regular.Measure(end, Size), top + 24.5f);
    }

    void DrawNorth()
    {
        var (x, y) = (sheet.Size.Width - 18, 14f);
        using var builder = new SKPathBuilder();
        builder.MoveTo(x, y);
        builder.LineTo(x + 5, y + 15);
        builder.LineTo(x, y + 11.5f);
        builder.LineTo(x - 5, y + 15);
        builder.Close();
        using var arrow = builder.Detach();
        using var ink = PrintColours.Fill(PrintColours.Ink);
        canvas.DrawPath(arrow, ink);
        var letter = language.Say("B", "N");
        PrintType.SemiBold.Draw(canvas, letter, x - PrintType.SemiBold.Measure(letter, 7.5f) / 2, y + 23, 7.5f, ink);
    }

    void Write(string text, float x, float baseline)
    {
        using var halo = PrintColours.Line(SKColors.White.WithAlpha(210), 1.8f);
        PrintType.Regular.Draw(canvas, text, x, baseline, Size, halo);
        using var ink = PrintColours.Fill(PrintColours.Muted);
        PrintType.Regular.Draw(canvas, text, x, baseline, Size, ink);
    }

    string Grid(double metres) => metres.ToString("N0", language.Culture);

    /// <summary>1, 2 or 5 with noughts, at most this many metres.</summary>
    static double NiceLength(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return Steps.Select(step => step * power).First(length => length <= most);
    }
}
