using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Programme.Composing;

/// <summary>
/// The districts of the province with a count on each, shaded by classes of it: drawn by the server for pages, pictures and
/// paper alike. North is up; shapes are generalised to some 150 m.
/// </summary>
/// <param name="Counts">By code of the district; those without an outline are left out.</param>
public sealed record DistrictMap(Outlines Outlines, IReadOnlyList<(string Code, string Name, int Count)> Counts)
{
    /// <summary>From which count on a class begins: none, 1, 3, 6.</summary>
    static readonly int[] Bounds = [1, 3, 6];

    static readonly SKColor[] Shades = [PrintColours.Shade, SKColor.Parse("#F5D9C6"), SKColor.Parse("#E3A37A"), SKColor.Parse("#C4672E")];

    public static int ClassOf(int count) => Bounds.Count(bound => count >= bound);

    /// <summary>Each class in words, in order.</summary>
    public static IReadOnlyList<string> Key(Language language) =>
        [language.Say("không có", "none"), "1–2", "3–5", language.Say("từ 6", "6 or more")];

    public IEnumerable<(Outline Outline, string Name, int Count)> Places =>
        Counts.Where(one => Outlines.Regions.ContainsKey(one.Code)).Select(one => (Outlines.Regions[one.Code], one.Name, one.Count));

    /// <summary>Draws it into a rectangle from the origin, with its key below.</summary>
    public void Draw(SKCanvas canvas, SKSize size, Language language)
    {
        const float keyHeight = 18;
        var scale = Math.Min(size.Width / (Outlines.Width + 12), (size.Height - keyHeight) / (Outlines.Height + 12));
        canvas.Save();
        canvas.Translate((size.Width - (Outlines.Width * scale)) / 2, 6 * scale);
        canvas.Scale(scale);
        using var line = PrintColours.Line(PrintColours.Muted, 2);
        foreach (var (outline, _, count) in Places)
        {
            using var path = SKPath.ParseSvgPathData(outline.Path);
            path.FillType = SKPathFillType.EvenOdd;
            using var fill = PrintColours.Fill(Shades[ClassOf(count)]);
            canvas.DrawPath(path, fill);
            canvas.DrawPath(path, line);
        }

        foreach (var (outline, name, count) in Places)
        {
            canvas.PutHaloed(name, PrintType.Regular, (float)outline.X, (float)outline.Y - 4, 19);
            canvas.PutHaloed(count.ToString(language.Culture), PrintType.SemiBold, (float)outline.X, (float)outline.Y + 26, 28);
        }

        canvas.Restore();
        DrawKey(canvas, size.Height - 4, language);
    }

    static void DrawKey(SKCanvas canvas, float baseline, Language language)
    {
        var x = 0f;
        foreach (var (words, shade) in Key(language).Zip(Shades))
        {
            using var fill = PrintColours.Fill(shade);
            using var line = PrintColours.Line(PrintColours.Muted, 0.5f);
            canvas.DrawRect(x, baseline - 8, 14, 9, fill);
            canvas.DrawRect(x, baseline - 8, 14, 9, line);
            canvas.Put(words, PrintType.Regular, x + 19, baseline, 8.5f, PrintColours.Ink);
            x += 34 + PrintType.Regular.Measure(words, 8.5f);
        }
    }
}
