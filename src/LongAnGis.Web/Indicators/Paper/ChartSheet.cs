using LongAnGis.Core.Indicators.Charts;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>A chart on a sheet of its own size, with the frame round it. A pixel of the drawing is a point.</summary>
static class ChartSheet
{
    const float Above = 14;

    public static PaperSheet Of(Drawing drawing, SheetFrame frame)
    {
        var width = (float)drawing.Width + (2 * SheetFrame.Side);
        var size = new SKSize(width, SheetFrame.Top + Above + (float)drawing.Height + frame.Bottom(width));
        return new(frame.Title, drawing.Description, size, canvas =>
        {
            frame.Draw(canvas, size);
            canvas.Save();
            canvas.Translate(SheetFrame.Side, SheetFrame.Top + Above);
            new ChartInk(canvas).Draw(drawing);
            canvas.Restore();
        });
    }
}
