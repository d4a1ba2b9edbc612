using System.Globalization;
using System.Text;

namespace LongAnGis.Core.Text;

/// <summary>Why a text is not taken as somebody entered it.</summary>
public enum TextFault { None, Malformed, Control, Invisible, TooLong }

/// <summary>
/// What people enter, in the one form in which it is stored: Unicode NFC, no spaces at its ends, no characters that nobody
/// sees. Two names that look alike are then the same name, and none can turn a line of a report around.
/// </summary>
public static class EnteredText
{
    /// <summary>The stored form, or why there is none. Lengths are in UTF-16 units of the stored form.</summary>
    /// <param name="hasLines">Whether line breaks and tabs may stand in it.</param>
    public static TextFault Read(string entered, int longest, bool hasLines, out string text)
    {
        text = "";
        // Composing at most shrinks Vietnamese; what is far too long is not even looked at.
        if (entered.Length > longest * 4L)
        {
            return TextFault.TooLong;
        }

        if (!IsWellFormed(entered))
        {
            return TextFault.Malformed;
        }

        var composed = entered.Normalize(NormalizationForm.FormC).Trim();
        if (hasLines)
        {
            composed = composed.Replace("\r\n", "\n", StringComparison.Ordinal);
        }

        foreach (var rune in composed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && !(hasLines && rune.Value is ('\n' or '\t')))
            {
                return TextFault.Control;
            }

            if (IsInvisible(rune))
            {
                return TextFault.Invisible;
            }
        }

        text = composed;
        return composed.Length > longest ? TextFault.TooLong : TextFault.None;
    }

    static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFD')
            {
                return false;
            }
        }

        return true;
    }

    // Zero-width and direction marks (U+200B, U+202E, U+FEFF …), and tags: no Vietnamese name needs one.
    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
