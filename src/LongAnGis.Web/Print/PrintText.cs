using System.Text;

namespace LongAnGis.Web.Print;

/// <summary>Makes any text fit to be set on paper: one spelling of each letter, no controls, nothing endless.</summary>
public static class PrintText
{
    /// <summary>The longest text that a paragraph or cell carries.</summary>
    public const int Longest = 4000;

    /// <summary>
    /// The text composed (NFC), without control characters and marks that turn the direction of writing: on paper they could
    /// only deceive.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length > Longest)
            {
                return clean.Append('…').ToString();
            }

            if (rune.Value is '\n' || (!Rune.IsControl(rune) && !TurnsDirection(rune.Value)))
            {
                clean.Append(rune.ToString());
            }
        }

        // The typeface has neither primes, which minutes and seconds of arc are written with, nor the sign before an estimate.
        return clean.Replace('′', '\'').Replace('″', '"').Replace('≈', '~').ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Breaks a text into lines that are no wider than this many points; words that are too long are cut.</summary>
    public static IReadOnlyList<string> Lines(string text, PrintType type, float size, float width)
    {
        var lines = new List<string>();
        foreach (var paragraph in Clean(text).Split('\n'))
        {
            Break(paragraph, type, size, width, lines);
        }

        return lines;
    }

    static void Break(string paragraph, PrintType type, float size, float width, List<string> lines)
    {
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, type, size, width)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && type.Measure(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(line);
    }

    static IEnumerable<string> Pieces(string word, PrintType type, float size, float width)
    {
        while (word.Length > 1 && type.Measure(word, size) > width)
        {
            var fits = word.Length;
            while (fits > 1 && type.Measure(word[..fits], size) > width)
            {
                fits = Math.Max(1, Math.Min(fits - 1, (int)(fits * width / type.Measure(word[..fits], size))));
            }

            // Never between the halves of a surrogate pair.
            fits = char.IsHighSurrogate(word[fits - 1]) && fits < word.Length ? fits + 1 : fits;
            yield return word[..fits];
            word = word[fits..];
        }

        if (word.Length > 0)
        {
            yield return word;
        }
    }

    static bool TurnsDirection(int character) =>
        character is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0xFEFF;
}
