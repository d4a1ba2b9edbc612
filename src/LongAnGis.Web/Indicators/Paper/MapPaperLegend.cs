using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Maps;
using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>The legend of a map on paper. Its lengths are points.</summary>
/// <param name="circleScale">Points of a pixel of a circle on screen.</param>
/// <param name="counts">How many regions each class holds; null where it is the legend of several periods.</param>
/// <param name="periods">Those that it explains.</param>
sealed class MapPaperLegend(
    SKCanvas canvas, IndicatorMap map, Language language, float circleScale, IReadOnlyList<int>? counts, IReadOnlyList<PicturePeriod> periods)
{
    const float Row = 20, SwatchWidth = 24, SwatchHeight = 14, Text = 10, Small = 8.5f;

    bool En => language.IsEnglish;

    /// <returns>The base line after it.</returns>
    public float Draw(float x, float y, float width)
    {
        canvas.Put(language.Say("Chú giải", "Legend"), PrintType.SemiBold, x, y, 13, PrintColours.Ink);
        y = canvas.PutLines(MapWords.Method(map, language), PrintType.Regular, x, y + 15, Small, width, PrintColours.Muted) + 8;
        y = map.Picture.Choice.Mode switch
        {
            MapMode.Circles => Circles(x, y),
            MapMode.Bivariate => Two(x, y, width),
            _ => Classes(x, y, width),
        };
        foreach (var line in MapWords.Origins(map, periods, language).Where(line => counts is null || line.Count > 0))
        {
            if (line.Texture != OriginTexture.Plain)
                Swatch(x, y, null, line.Texture);
            Said(x, y, width, line.Words, counts is null ? null : line.Count);
            y += Row;
        }

        return y;
    }

    float Classes(float x, float y, float width)
    {
        for (var index = map.Picture.Colours.Count - 1; index >= 0; index--, y += Row)
        {
            Swatch(x, y, map.Picture.Colours[index]);
            Said(x, y, width, MapWords.Class(map, index, language), counts?[index]);
        }

        return y;
    }

    float Circles(float x, float y)
    {
        if (map.Picture.Circles is not { } scale)
            return y;

        foreach (var value in scale.LegendValues)
        {
            var radius = (float)scale.Radius(value) * circleScale;
            SheetCircle.Draw(canvas, x + ((float)scale.MostRadius * circleScale), y + radius - 10, radius, isNegative: false);
            canvas.Put(
                map.Indicator.WithUnit((decimal)value, En), PrintType.Regular, x + (2 * (float)scale.MostRadius * circleScale) + 12, y + radius - 6, Text, PrintColours.Ink);
            y += (2 * radius) + 8;
        }

        return y + 8;
    }

    /// <summary>Three by three: the first indicator to the right, the second upwards.</summary>
    float Two(float x, float y, float width)
    {
        const float cell = 46, height = 28, words = 96;
        for (var second = FixedClasses.OfEach - 1; second >= 0; second--, y += height)
        {
            canvas.PutRight(map.Picture.SecondClasses!.Words(second, 2).In(En), PrintType.Regular, x + words - 6, y + 8, Small, PrintColours.Ink);
            for (var first = 0; first < FixedClasses.OfEach; first++)
            {
                var index = (second * FixedClasses.OfEach) + first;
                var box = SKRect.Create(x + words + (first * cell), y - 10, cell, height);
                Box(box, map.Picture.Colours[index]);
                var count = counts is null ? "" : IndicatorNumber.Text(counts[index], En);
                canvas.PutRight(count, PrintType.SemiBold, box.MidX + (PrintType.SemiBold.Measure(count, Text) / 2), y + 8, Text, SKColor.Parse(Palette.InkOn(map.Picture.Colours[index])));
            }
        }

        for (var first = 0; first < FixedClasses.OfEach; first++)
        {
            var lines = PrintText.Lines(map.Picture.Classes!.Words(first, 2).In(En), PrintType.Regular, 7.5f, cell - 3);
            for (var line = 0; line < lines.Count; line++)
                canvas.Put(lines[line], PrintType.Regular, x + words + (first * cell) + 2, y + 2 + (line * 9.5f), 7.5f, PrintColours.Ink);
        }

        return canvas.PutLines(MapWords.Axes(map, language), PrintType.Regular, x, y + 34, Small, width, PrintColours.Muted) + 8;
    }

    void Said(float x, float y, float width, string words, int? count)
    {
        canvas.Put(words, PrintType.Regular, x + SwatchWidth + 8, y, Text, PrintColours.Ink);
        if (count is null)
            return;
        canvas.PutRight(language.Say($"{count} đơn vị", count == 1 ? "1 area" : $"{count} areas"), PrintType.Regular, x + width, y, Small, PrintColours.Ink);
    }

    void Swatch(float x, float baseline, string? colour, OriginTexture texture = OriginTexture.Plain) =>
        Box(SKRect.Create(x, baseline - SwatchHeight + 3, SwatchWidth, SwatchHeight), colour, texture);

    void Box(SKRect box, string? colour, OriginTexture texture = OriginTexture.Plain)
    {
        using (var fill = PrintColours.Fill(texture == OriginTexture.Dotted ? SKColors.White : SKColor.Parse(colour ?? Palette.Missing)))
        {
            canvas.DrawRect(box, fill);
        }

        if (texture != OriginTexture.Plain)
        {
            using var builder = new SKPathBuilder();
            builder.AddRect(box);
            using var shape = builder.Detach();
            if (texture == OriginTexture.Hatched)
                canvas.Hatch(shape, box, PrintColours.Muted);
            else
                canvas.Dots(shape, box, PrintColours.Muted);
        }

        using var outline = PrintColours.Line(SKColor.Parse(Palette.Outline), 0.8f);
        canvas.DrawRect(box, outline);
    }
}
