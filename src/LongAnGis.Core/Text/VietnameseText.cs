using System.Text;

namespace LongAnGis.Core.Text;

/// <summary>How Vietnamese text is compared: without diacritics to find it, with them to rank it.</summary>
public static class VietnameseText
{
    /// <summary>Grave, acute, tilde, hook above and dot below: the five tones that Unicode writes as combining marks.</summary>
    const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>
    /// The text as search sees it: letters a-z and digits, words parted by one space.
    /// </summary>
    /// <remarks>
    /// The rule, in order, so that SQL can follow it (<c>normalize</c>, <c>regexp_replace</c>, <c>translate</c>, <c>lower</c>):
    /// <list type="number">
    /// <item>decompose to NFKD and drop the combining marks U+0300 to U+036F: Hoà, Hòa → Hoa, ư → u;</item>
    /// <item>đ Đ, and ð Ð Ɖ ɖ that stand for it in careless files → d;</item>
    /// <item>lower case;</item>
    /// <item>every run of anything but a-z and 0-9 → one space; spaces at both ends dropped.</item>
    /// </list>
    /// </remarks>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Decomposed(text))
        {
            if (IsCombining(letter))
                continue;

            var plain = IsD(letter) ? 'd' : char.ToLowerInvariant(letter);
            if (char.IsAsciiLetterOrDigit(plain))
                folded.Append(plain);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>
    /// The text with its diacritics but without what is only a way of writing them: lower case, words parted by one
    /// space, and each word's tone before it, so that hòa = hoà and thủy = thuỷ while đường, dương and duong differ.
    /// </summary>
    /// <remarks>The tone stands before the word so that hò begins hòa and hoa does not.</remarks>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        var word = 0;
        foreach (var letter in Decomposed(text))
        {
            if (Tones.Contains(letter, StringComparison.Ordinal))
                key.Insert(word, letter);
            else if (IsCombining(letter) || char.IsLetterOrDigit(letter))
                key.Append(IsD(letter) ? 'đ' : char.ToLowerInvariant(letter));
            else if (key.Length > word)
                word = key.Append(' ').Length;
        }

        return key.ToString().TrimEnd(' ');
    }

    /// <summary>The text as a part of a URL or file name: <c>khu-cong-nghiep-duc-hoa-1</c>.</summary>
    public static string Slug(string text) => Fold(text).Replace(' ', '-');

    /// <summary>Text from outside in the one form that is stored: NFC, half surrogates replaced by U+FFFD.</summary>
    public static string Canonical(string text) => WellFormed(text).Normalize(NormalizationForm.FormC);

    static string Decomposed(string text) => WellFormed(text).Normalize(NormalizationForm.FormKD);

    /// <summary>Normalisation refuses half a surrogate pair, which a URL may well carry.</summary>
    static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune);
        return whole.ToString();
    }

    static bool IsCombining(char letter) => letter is >= '\u0300' and <= '\u036F';

    static bool IsD(char letter) => letter is 'đ' or 'Đ' or 'ð' or 'Ð' or 'Ɖ' or 'ɖ';
}
