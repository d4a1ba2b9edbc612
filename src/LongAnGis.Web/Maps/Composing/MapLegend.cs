using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>The legend beside a map on paper, as large as it may be in its place.</summary>
sealed class MapLegend(MapKey key, Language language)
{
    const float Heading = 16, ColumnWidth = 132;

    public void Draw(SKCanvas canvas, MapSheet sheet, SKRect place, float factor)
    {
        var (columns, fit) = Fitting(place.Width / factor, (place.Height / factor) - Heading);
        canvas.Save();
        canvas.Translate(place.Left, place.Top);
        canvas.Scale(factor);
        canvas.Put(language.Say("Chú giải", "Legend"), PrintType.SemiBold, 0, 9, 10, PrintColours.Teal);
        canvas.Translate(0, Heading);
        canvas.Scale(fit);
        key.Draw(canvas, sheet, place.Width / factor / fit, columns);
        canvas.Restore();
    }

    /// <summary>Columns of a readable width; where the lines need more height than there is, all are set smaller, in more of them.</summary>
    (int Columns, float Fit) Fitting(float width, float height)
    {
        for (var fit = 1f; ; fit *= 0.92f)
        {
            var columns = Math.Max(1, (int)(width / fit / ColumnWidth));
            if (key.HeightIn(columns) * fit <= height || fit < 0.3f)
                return (columns, fit);
        }
    }
}
