using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Maps;
using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>The same map for every period side by side on A3 across, on one scale of classes, with one legend. Lengths are points.</summary>
sealed class YearMapsSheet(IndicatorMap map, IReadOnlyList<PicturePeriod> periods, Outlines outlines, SheetWords words)
{
    const float Width = 1190.55f, Height = 841.89f, LegendWidth = 250, Gap = 24, Name = 22, Between = 14;

    readonly Language language = words.Language;

    public PaperSheet Sheet
    {
        get
        {
            var span = $"{periods[0].Period.Words.In(language.IsEnglish)} – {periods[^1].Period.Words.In(language.IsEnglish)}";
            var frame = words.Frame(
                $"{MapWords.Title(map, language)}, {span}", $"{map.Indicator.Unit.In(language.IsEnglish)} · {words.Words(map.Picture.Set)}",
                map.Indicator, periods.SelectMany(period => period.Drawn).Select(drawn => drawn.Figure));
            return new(frame.Title, $"{frame.Title}. {MapWords.Method(map, language)}", new(Width, Height), canvas => Draw(canvas, frame));
        }
    }

    void Draw(SKCanvas canvas, SheetFrame frame)
    {
        frame.Draw(canvas, new(Width, Height));
        var area = new SKSize(Width - (2 * SheetFrame.Side) - LegendWidth - Gap, Height - SheetFrame.Top - frame.Bottom(Width));
        var (columns, scale) = Fit(area);
        var (cellWidth, cellHeight) = ((outlines.Width * scale) + Between, (outlines.Height * scale) + Name + Between);
        using var shapes = new RegionPaths(outlines);
        for (var index = 0; index < periods.Count; index++)
        {
            canvas.Save();
            canvas.Translate(SheetFrame.Side + (index % columns * cellWidth), SheetFrame.Top + (index / columns * cellHeight));
            canvas.Put(periods[index].Period.Words.In(language.IsEnglish), PrintType.SemiBold, 0, 12, 11, PrintColours.Ink);
            canvas.Translate(0, Name);
            canvas.Scale(scale);
            Map(canvas, shapes, periods[index], scale);
            canvas.Restore();
        }

        new MapPaperLegend(canvas, map, language, CircleScaleOn(scale), counts: null, periods).Draw(Width - SheetFrame.Side - LegendWidth, SheetFrame.Top + 10, LegendWidth);
    }

    /// <summary>As many columns as make the maps largest.</summary>
    (int Columns, float Scale) Fit(SKSize area) => Enumerable.Range(1, periods.Count)
        .Select(columns => (columns, Scale: Math.Min(
            ((area.Width / columns) - Between) / outlines.Width,
            ((area.Height / (float)Math.Ceiling(periods.Count / (double)columns)) - Name - Between) / outlines.Height)))
        .MaxBy(one => one.Scale);

    /// <summary>In the units of the outlines.</summary>
    void Map(SKCanvas canvas, RegionPaths shapes, PicturePeriod period, float scale)
    {
        using var outline = PrintColours.Line(SKColor.Parse(Palette.Outline), 0.7f / scale);
        foreach (var region in period.Missing)
            Shade(canvas, shapes, region.Code, Palette.Missing, outline, scale, OriginTexture.Hatched);
        foreach (var drawn in period.Drawn)
            Shade(canvas, shapes, drawn.Region.Code, map.Picture.Choice.Mode == MapMode.Circles ? null : map.Picture.Colours[drawn.Class], outline, scale, MapWords.Texture(drawn));
        foreach (var drawn in period.Drawn.Where(drawn => drawn.Radius > 0 && outlines.Regions.ContainsKey(drawn.Region.Code)))
        {
            var place = outlines.Regions[drawn.Region.Code];
            SheetCircle.Draw(canvas, (float)place.X, (float)place.Y, (float)drawn.Radius * CircleScaleOn(scale) / scale, drawn.Figure.Value < 0);
        }
    }

    static void Shade(SKCanvas canvas, RegionPaths shapes, string region, string? colour, SKPaint outline, float scale, OriginTexture texture)
    {
        if (shapes.Of(region) is not { } path)
            return;

        if (colour is not null)
        {
            using var fill = PrintColours.Fill(SKColor.Parse(colour));
            canvas.DrawPath(path, fill);
        }

        if (texture == OriginTexture.Hatched)
            canvas.Hatch(path, path.Bounds, PrintColours.Muted, 4 / scale);
        if (texture == OriginTexture.Dotted)
            canvas.Dots(path, path.Bounds, PrintColours.Muted, 4 / scale);
        canvas.DrawPath(path, outline);
    }

    float CircleScaleOn(float scale) => outlines.Width * scale / MapPaper.UsualWidth;
}
