using System.Globalization;
using System.Text;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Osm;

/// <summary>
/// The value of an OpenStreetMap tag as we keep it. Anybody can write one, so it is text and nothing else: one line, NFC,
/// no control or direction characters, at most the 255 characters that OpenStreetMap itself allows.
/// </summary>
public static class TagText
{
    /// <summary>Most characters in a value, the limit of the OpenStreetMap API; what goes beyond it is cut.</summary>
    public const int Longest = 255;

    /// <summary>The cleaned value, or null when nothing readable remains.</summary>
    public static string? Clean(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;

        // Composition shortens a text at most to a third; reading more than this could not change the result.
        var canonical = VietnameseText.Canonical(value.Length > 4 * Longest ? value[..(4 * Longest)] : value);
        var clean = new StringBuilder(Math.Min(canonical.Length, Longest));
        foreach (var rune in canonical.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest)
                break;
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
                AppendSpace(clean);
            else if (!IsInvisible(rune))
                clean.Append(rune.ToString());
        }

        var text = clean.ToString().Trim();
        return text.Length > 0 ? text : null;
    }

    static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }

    // Format characters turn the reading direction or hide inside words; private and unassigned ones have no shape.
    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Format
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned;
}
