using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Maps;

/// <summary>One line of a key: how something is drawn, and what it is; a heading over the lines of a layer has no sign.</summary>
public sealed record MapKeyLine(Appearance? Looks, string Words);

/// <summary>What the symbols of a map on paper mean: only of what lies on the sheet. Lengths are points.</summary>
public sealed class MapKey(IReadOnlyList<MapKeyLine> lines)
{
    const float Row = 10.4f, Sign = 14, SignHeight = 7.4f, Size = 6.6f;

    /// <summary>Columns under a map as wide as a page.</summary>
    const int Columns = 4;

    public float Height => HeightIn(Columns);

    public float HeightIn(int columns) => lines.Count == 0 ? 0 : ((Laid(columns).Max(place => place.Row) + 1) * Row) + 2;

    /// <param name="named">The layers that are explained; the ground under them explains itself.</param>
    /// <param name="features">What is drawn.</param>
    public static MapKey Of(
        MapSheet sheet, Layers layers, IReadOnlyCollection<string> named, IReadOnlyList<MapFeature> features, IReadOnlyList<MapAccent> accents, Language language)
    {
        var ground = sheet.GroundMetres;
        var lines = accents.Select(accent => new MapKeyLine(MapPicture.Accent(accent.Kind), accent.Name)).ToList();
        foreach (var layer in layers.InDrawingOrder.Reverse().Where(layer => named.Contains(layer.Code)))
        {
            lines.AddRange(Lines(layer, [.. features.Where(feature => feature.Layer == layer.Code && feature.GridMetres.EnvelopeInternal.Intersects(ground))], language));
        }

        return new(lines);
    }

    /// <summary>A line for each class and status that is drawn, in the order of the layer's symbol, under the layer's name.</summary>
    static IEnumerable<MapKeyLine> Lines(Layer layer, IReadOnlyList<MapFeature> features, Language language)
    {
        var classes = layer.Symbol.Classes(dark: false);
        var drawn = features
            .Select(feature => (Class: FeatureLooks.ClassOf(layer, classes, feature), Status: FeatureLooks.StatusOf(layer, feature), Looks: FeatureLooks.Of(layer, classes, feature)))
            .GroupBy(one => (one.Class, one.Status))
            .OrderBy(group => classes.ToList().IndexOf(group.Key.Class)).ThenBy(group => group.Key.Status).ToList();
        var name = layer.Name.In(language.IsEnglish);
        if (drawn.Count > 1)
            yield return new(null, name);
        foreach (var group in drawn)
        {
            var words = new[] { group.Key.Class.Label?.In(language.IsEnglish), group.Key.Status?.Name().In(language.IsEnglish) }.OfType<string>().ToList();
            var own = words.Count == 0 ? name : string.Join(", ", words);
            // What most of them look like: some may be fainter, because their place is indicative.
            yield return new(
                group.GroupBy(one => one.Looks).MaxBy(alike => alike.Count())!.Key, drawn.Count > 1 || words.Count == 0 ? own : $"{name}: {own}");
        }
    }

    /// <summary>In columns that are read downwards, as even as may be; no heading stands alone at the foot of one.</summary>
    List<(MapKeyLine Line, int Column, int Row)> Laid(int columns)
    {
        for (var rows = (lines.Count + columns - 1) / columns; ; rows++)
        {
            var laid = new List<(MapKeyLine Line, int Column, int Row)>();
            var (column, row) = (0, 0);
            foreach (var line in lines)
            {
                if (row == rows || (line.Looks is null && row == rows - 1))
                    (column, row) = (column + 1, 0);
                laid.Add((line, column, row++));
            }

            if (column < columns)
                return laid;
        }
    }

    public void Draw(SKCanvas canvas, MapSheet sheet, float width, int columns = Columns)
    {
        var ink = new MapInk(canvas, sheet);
        var columnWidth = width / columns;
        foreach (var (line, column, row) in Laid(columns))
        {
            var (x, y) = (column * columnWidth, (row * Row) + 2);
            var baseline = y + SignHeight - 1;
            if (line.Looks is null)
            {
                canvas.Put(PrintText.Lines(line.Words, PrintType.SemiBold, Size, columnWidth - 8)[0], PrintType.SemiBold, x, baseline, Size, PrintColours.Ink);
                continue;
            }

            ink.DrawSign(SKRect.Create(x, y, Sign, SignHeight), line.Looks);
            canvas.Put(
                PrintText.Lines(line.Words, PrintType.Regular, Size, columnWidth - Sign - 12)[0], PrintType.Regular, x + Sign + 5, baseline, Size, PrintColours.Ink);
        }
    }
}
