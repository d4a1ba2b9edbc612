using SkiaSharp;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>Where the parts of a map on paper stand. Points from the upper left corner of the sheet.</summary>
/// <param name="Title">The line over everything.</param>
/// <param name="Map">The frame of the map.</param>
/// <param name="Key">Where the legend stands.</param>
/// <param name="Facts">Where scale, locator, sources, legal basis and the room for a stamp stand.</param>
sealed record MapLayout(SKRect Title, SKRect Map, SKRect Key, SKRect Facts)
{
    const double MarginMillimetres = 10;
    const float Gap = 8, TitleHeight = 30, SideWidth = 180;

    /// <summary>Across, both stand right of the map; upright, under it.</summary>
    public static MapLayout Of(PaperFormat paper, bool isLandscape)
    {
        var (size, factor) = (paper.Size(isLandscape), paper.TextFactor);
        var margin = PaperFormat.Points(MarginMillimetres);
        var inside = new SKRect(margin, margin, size.Width - margin, size.Height - margin);
        var top = inside.Top + (TitleHeight * factor);
        var title = new SKRect(inside.Left, inside.Top, inside.Right, top);
        var (gap, side) = (Gap * factor, SideWidth * factor);
        if (isLandscape)
        {
            var left = inside.Right - side;
            var middle = top + ((inside.Bottom - top) * 0.4f);
            return new(
                title, new(inside.Left, top, left - gap, inside.Bottom),
                new(left, top, inside.Right, middle - gap), new(left, middle, inside.Right, inside.Bottom));
        }

        var under = inside.Bottom - (1.75f * side);
        return new(
            title, new(inside.Left, top, inside.Right, under - gap),
            new(inside.Left, under, inside.Right - side - gap, inside.Bottom), new(inside.Right - side, under, inside.Right, inside.Bottom));
    }
}
