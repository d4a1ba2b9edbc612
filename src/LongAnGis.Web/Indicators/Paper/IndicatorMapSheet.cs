using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Indicators.Maps;
using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>The map of an indicator on A3 across: the map, its legend, and the figures of every region beside it. Lengths are points.</summary>
sealed class IndicatorMapSheet(IndicatorMap map, IReadOnlyDictionary<string, Geometry> gridMetres, SheetWords words)
{
    const float Width = 1190.55f, Height = 841.89f, LegendWidth = 250, Gap = 24, MostRow = 16, LeastRow = 9.5f;

    readonly Language language = words.Language;

    public PaperSheet Sheet
    {
        get
        {
            var frame = words.Frame(
                $"{MapWords.Title(map, language)}, {map.Shown.Period.Words.In(language.IsEnglish)}",
                $"{map.Indicator.Unit.In(language.IsEnglish)} · {words.Words(map.Picture.Set)}",
                map.Indicator,
                map.Shown.Drawn.SelectMany(drawn => new[] { drawn.Figure, drawn.Second }.OfType<Figure>()),
                language.Say(
                    "Bản đồ tham khảo; ranh giới khái quát, VN-2000 kinh tuyến trục 105°45'.",
                    "Reference map; generalised boundaries, VN-2000, central meridian 105°45'."));
            return new(frame.Title, map.Shown.Drawn.Count == 0 ? MapWords.Missing(map, language) : MapWords.Ends(map, language), new(Width, Height), canvas => Draw(canvas, frame));
        }
    }

    void Draw(SKCanvas canvas, SheetFrame frame)
    {
        var bottom = frame.Bottom(Width);
        var size = new SKSize(Width - (2 * SheetFrame.Side) - LegendWidth - Gap, Height - SheetFrame.Top - bottom);
        frame.Draw(canvas, new(Width, Height));
        canvas.Save();
        canvas.Translate(SheetFrame.Side, SheetFrame.Top);
        new MapPaper(map, gridMetres, language).Draw(canvas, size);
        canvas.Restore();
        var x = Width - SheetFrame.Side - LegendWidth;
        var y = new MapPaperLegend(canvas, map, language, MapPaper.CircleScaleOn(size), map.Shown.Counts(map.Picture.Colours.Count), [map.Shown]).Draw(x, SheetFrame.Top + 10, LegendWidth);
        Figures(canvas, x, y + 14, Height - bottom);
    }

    void Figures(SKCanvas canvas, float x, float y, float bottom)
    {
        var english = language.IsEnglish;
        var rows = map.Shown.Drawn.Select(drawn => (drawn.Region, Value: Said(drawn)))
            .Concat(map.Shown.Missing.Select(region => (Region: region, Value: map.Shown.Refused.ContainsKey(region.Code) ? "×" : "–"))).ToList();
        canvas.Put(language.Say("Số liệu", "Figures"), PrintType.SemiBold, x, y, 13, PrintColours.Ink);
        y += 8;
        var height = Math.Clamp((bottom - y) / Math.Max(1, rows.Count), LeastRow, MostRow);
        var size = height * 0.6f;
        var fitting = Math.Min(rows.Count, (int)((bottom - y) / height));
        using var rule = PrintColours.Line(PrintColours.Rule, 0.5f);
        foreach (var (region, value) in rows.Take(fitting == rows.Count ? fitting : fitting - 1))
        {
            y += height;
            canvas.Put(region.Name.In(english), PrintType.Regular, x, y - (height * 0.25f), size, PrintColours.Ink);
            canvas.PutRight(value, PrintType.Regular, x + LegendWidth, y - (height * 0.25f), size, PrintColours.Ink);
            canvas.DrawLine(x, y, x + LegendWidth, y, rule);
        }

        if (fitting < rows.Count)
        {
            var left = rows.Count - fitting + 1;
            canvas.Put(language.Say($"và {left} đơn vị khác: xem bảng số liệu", $"and {left} more: see the table"), PrintType.Regular, x, y + (height * 0.75f), size, PrintColours.Muted);
        }
    }

    string Said(DrawnFigure drawn)
    {
        var english = language.IsEnglish;
        var own = CarryWords.Text(map.Indicator, drawn.Figure, english);
        var both = drawn.Second is { } second ? $"{own} · {CarryWords.Text(map.Picture.Second!, second, english)}" : own;
        return drawn.Figure.Status == FigureStatus.Estimate ? $"{both} ({FigureStatus.Estimate.Words().In(english)})" : both;
    }
}
