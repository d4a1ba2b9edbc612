using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Maps;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>The circle of a total: its area is the value; one below zero has another colour.</summary>
static class SheetCircle
{
    const byte Opacity = 190;

    public static void Draw(SKCanvas canvas, float x, float y, float radius, bool isNegative)
    {
        using (var fill = PrintColours.Fill(SKColor.Parse(isNegative ? CircleScale.NegativeColour : CircleScale.Colour).WithAlpha(Opacity)))
        {
            canvas.DrawCircle(x, y, radius, fill);
        }

        using var outline = PrintColours.Line(SKColor.Parse(Palette.Outline), 0.9f);
        canvas.DrawCircle(x, y, radius, outline);
    }
}
