using System.Globalization;
using System.Text;
using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>
/// The typeface of everything the service prints: Be Vietnam Pro (SIL Open Font License). Each weight comes in three files,
/// Latin, extended Latin and Vietnamese, so a text is drawn in runs; what none of them has is looked for on the machine.
/// </summary>
public sealed class PrintType
{
    static readonly string[] Parts = ["latin", "latin-ext", "vietnamese"];

    readonly int weight;
    readonly SKTypeface[] faces;
    readonly Dictionary<int, SKTypeface> chosen = [];
    readonly Lock guard = new();

    PrintType(int weight) => (this.weight, faces) = (weight, [.. Parts.Select(part => Load(part, weight))]);

    public static PrintType Regular { get; } = new(400);

    public static PrintType SemiBold { get; } = new(600);

    /// <summary>
    /// CSS that brings the typeface along in a file of its own, as data: of each weight the parts that a text needs, and of each
    /// part's characters only those, since the parts overlap.
    /// </summary>
    public static string FontFaces(string text)
    {
        var used = text.EnumerateRunes().Select(rune => rune.Value).Where(character => character >= ' ').Distinct().Order().ToList();
        return string.Concat(new[] { Regular, SemiBold }.SelectMany(type => Parts.Select((part, place) => (type, part, place))).Select(one =>
        {
            var face = one.type.faces[one.place];
            var characters = used.Where(character => ReferenceEquals(one.type.FaceOf(character, null), face)).ToList();
            return characters.Count == 0 ? "" : string.Create(
                CultureInfo.InvariantCulture,
                $"@font-face{{font-family:\"{face.FamilyName}\";font-weight:100 900;src:url(data:font/woff;base64,{Convert.ToBase64String(Woff(one.part, one.type.weight))}) format(\"woff\");unicode-range:{string.Join(',', characters.Select(character => $"U+{character:X}"))}}}");
        }));
    }

    /// <summary>Width of a text in points.</summary>
    public float Measure(string text, float size)
    {
        var width = 0f;
        foreach (var (run, face) in Runs(text))
        {
            using var font = Font(face, size);
            width += font.MeasureText(run);
        }

        return width;
    }

    /// <summary>Draws a text from its left end on its base line; answers how wide it was, in points.</summary>
    public float Draw(SKCanvas canvas, string text, float x, float baseline, float size, SKPaint paint)
    {
        var start = x;
        foreach (var (run, face) in Runs(text))
        {
            using var font = Font(face, size);
            canvas.DrawText(run, x, baseline, SKTextAlign.Left, font, paint);
            x += font.MeasureText(run);
        }

        return x - start;
    }

    static SKFont Font(SKTypeface face, float size) => new(face, size) { Subpixel = true, Hinting = SKFontHinting.None };

    IEnumerable<(string Run, SKTypeface Face)> Runs(string text)
    {
        var run = new StringBuilder();
        SKTypeface? current = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var face = FaceOf(rune.Value, current);
            if (current is not null && !ReferenceEquals(face, current))
            {
                yield return (run.ToString(), current);
                run.Clear();
            }

            current = face;
            run.Append(rune.ToString());
        }

        if (current is not null)
        {
            yield return (run.ToString(), current);
        }
    }

    SKTypeface FaceOf(int character, SKTypeface? current)
    {
        // A space belongs to the run it stands in; otherwise every word between accents would be a run of its own.
        if (character == ' ' && current is not null)
        {
            return current;
        }

        lock (guard)
        {
            if (!chosen.TryGetValue(character, out var face))
            {
                face = faces.FirstOrDefault(one => Has(one, character))
                    ?? SKFontManager.Default.MatchCharacter(character)
                    ?? faces[0];
                chosen[character] = face;
            }

            return face;
        }
    }

    static bool Has(SKTypeface face, int character)
    {
        using var font = new SKFont(face, 12);
        return font.GetGlyph(character) != 0;
    }

    static SKTypeface Load(string part, int weight)
    {
        using var font = SKData.CreateCopy(WoffFont.Unpack(Woff(part, weight)));
        return SKTypeface.FromData(font) ?? throw new InvalidOperationException($"The font {part} {weight} cannot be read.");
    }

    static byte[] Woff(string part, int weight)
    {
        var name = $"Print/Fonts/be-vietnam-pro-{part}-{weight}-normal.woff";
        using var file = typeof(PrintType).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not part of the program.");
        var woff = new byte[file.Length];
        file.ReadExactly(woff);
        return woff;
    }
}
