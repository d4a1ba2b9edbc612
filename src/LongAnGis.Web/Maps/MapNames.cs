using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Maps;

/// <summary>Writes names where there is room: what the map is about first, then districts and communes, then the rest.</summary>
sealed class MapNames(SKCanvas canvas, MapSheet sheet)
{
    /// <summary>Names on a sheet as wide as a page and half as high; a larger one holds more.</summary>
    const int Most = 60;
    const float RoomOfMost = 490 * 250;

    readonly int most = Math.Max(Most, (int)(Most * sheet.Size.Width * sheet.Size.Height / RoomOfMost));
    readonly List<SKRect> taken = [];

    public void Draw(IReadOnlyList<MapFeature> features, IReadOnlyList<MapAccent> accents, Layers layers, Language language)
    {
        // Where the margin writes its figures.
        if (sheet.HasMargin)
        {
            taken.Add(SKRect.Create(0, 0, sheet.Size.Width, 12));
            taken.Add(SKRect.Create(0, sheet.Size.Height - 38, 90, 38));
        }

        foreach (var accent in accents.Where(accent => accent.Kind != AccentKind.Former))
        {
            var middle = accent.GridMetres.Dimension == NetTopologySuite.Geometries.Dimension.Surface
                ? accent.GridMetres.InteriorPoint.Coordinate
                : accent.GridMetres.Centroid.Coordinate;
            var place = sheet.Place(middle);
            // Not over the symbol it names.
            var below = accent.GridMetres.Dimension == NetTopologySuite.Geometries.Dimension.Point ? 15 : 3;
            Write(accent.Name, new(place.X, place.Y + below), 8.5f, PrintType.SemiBold, PrintColours.Ink);
        }

        foreach (var feature in features.Where(feature => feature.LabelGridMetres is not null).OrderBy(Rank))
        {
            if (taken.Count > most)
            {
                return;
            }

            Write(Text(feature, layers.Find(feature.Layer)?.Symbol.Label, language), sheet.Place(feature.LabelGridMetres!), 7, PrintType.Regular, PrintColours.Muted);
        }
    }

    // A zone is written by its land code, as on screen.
    static string Text(MapFeature feature, SymbolLabel? label, Language language) =>
        label is { Attribute: not "name" } && feature.Attributes.TryGetProperty(label.Attribute, out var value)
            ? value.ToString()
            : language.Prefer(feature.Name.Vi, feature.Name.En);

    static int Rank(MapFeature feature) => feature.Layer is "districts" or "communes" ? 0 : 1;

    void Write(string text, SKPoint middle, float size, PrintType type, SKColor colour)
    {
        var clean = PrintText.Clean(text);
        var name = clean.Length > 48 ? clean[..47] + "…" : clean;
        var width = type.Measure(name, size);
        // Near the edge a name moves inwards rather than being left out.
        var left = Math.Clamp(middle.X - width / 2, 4, Math.Max(4, sheet.Size.Width - width - 4));
        var box = SKRect.Create(left - 2, middle.Y - size, width + 4, size * 1.5f);
        if (!new SKRect(2, 2, sheet.Size.Width - 2, sheet.Size.Height - 2).Contains(box) || taken.Any(other => other.IntersectsWith(box)))
        {
            return;
        }

        taken.Add(box);
        using var halo = PrintColours.Line(SKColors.White.WithAlpha(225), 2.4f);
        halo.StrokeJoin = SKStrokeJoin.Round;
        type.Draw(canvas, name, left, middle.Y, size, halo);
        using var ink = PrintColours.Fill(colour);
        type.Draw(canvas, name, left, middle.Y, size, ink);
    }
}
