using System.Buffers;
using System.Globalization;
using System.Text;

namespace LongAnGis.Core.Text;

/// <summary>
/// Two forms in which Vietnamese names are compared. <see cref="Fold"/> forgets diacritics ("Đức Hòa" and "duc hoa" are
/// one). <see cref="Key"/> keeps them but forgets where the tone mark was typed ("Hoà" and "Hòa" are one, "dương" and
/// "đường" are not). Both are lower case, with single spaces for whatever is neither letter nor digit.
/// </summary>
public static class VietnameseText
{
    /// <summary>Grave, acute, tilde, hook above and dot below: the five tone marks, as combining characters.</summary>
    static readonly SearchValues<char> Tones = SearchValues.Create("\u0300\u0301\u0303\u0309\u0323");

    /// <summary>Without diacritics, đ as d, lower case, words separated by one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Decomposed(text))
        {
            Append(folded, letter == 'đ' ? 'd' : letter, keepMarks: false);
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>With diacritics, each word's tone mark moved to its end, lower case, words separated by one space.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        var tone = '\0';
        foreach (var letter in Decomposed(text))
        {
            if (Tones.Contains(letter))
            {
                tone = letter;
                continue;
            }

            if (!IsWordPart(letter))
            {
                EndWord();
            }

            Append(key, letter, keepMarks: true);
        }

        EndWord();
        return key.ToString().TrimEnd().Normalize(NormalizationForm.FormC);

        void EndWord()
        {
            if (tone != '\0')
            {
                key.Append(tone);
                tone = '\0';
            }
        }
    }

    static string Decomposed(string text) => Wellformed(text).Normalize(NormalizationForm.FormD).ToLowerInvariant();

    // A lone surrogate cannot be normalised; it can stand in no name either.
    static string Wellformed(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar)) : text;

    static void Append(StringBuilder words, char letter, bool keepMarks)
    {
        if (char.IsLetterOrDigit(letter) || (keepMarks && IsMark(letter) && words.Length > 0))
        {
            words.Append(letter);
        }
        else if (!IsMark(letter) && words.Length > 0 && words[^1] != ' ')
        {
            words.Append(' ');
        }
    }

    static bool IsWordPart(char letter) => char.IsLetterOrDigit(letter) || IsMark(letter);

    static bool IsMark(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
