using LongAnGis.Core.Text;

namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>
/// A name as tables write it, parted into what kind of area it says and the name itself: “H. Đức Hòa”, “TX.Kiến Tường”,
/// “TP Tân An”, “huyen Can Giuoc”, “Tan An City”.
/// </summary>
/// <param name="Kinds">The kinds that its prefix may mean; empty without a prefix.</param>
/// <param name="Key">With diacritics (<see cref="VietnameseText.Key"/>), without prefix.</param>
/// <param name="Folded">Without diacritics (<see cref="VietnameseText.Fold"/>), without prefix.</param>
sealed record AreaNameText(IReadOnlyList<string> Kinds, string Key, string Folded)
{
    static readonly (string Words, string[] Kinds)[] Prefixes =
    [
        ("thanh pho", ["city"]), ("tp", ["city"]), ("thi xa", ["town"]), ("tx", ["town"]), ("thi tran", ["township"]), ("tt", ["township"]),
        ("huyen", ["district"]), ("h", ["district"]), ("quan", ["district"]), ("q", ["district"]),
        ("phuong", ["ward"]), ("p", ["ward"]), ("xa", ["commune"]), ("x", ["commune"]), ("tinh", ["province"]), ("t", ["province"]),
    ];

    static readonly (string Words, string[] Kinds)[] EnglishEndings =
    [
        ("district", ["district"]), ("town", ["town", "township"]), ("township", ["township"]), ("city", ["city"]),
        ("commune", ["commune"]), ("ward", ["ward"]), ("province", ["province"]),
    ];

    internal static AreaNameText Read(string text)
    {
        var (key, folded) = (VietnameseText.Key(text), VietnameseText.Fold(text));
        foreach (var (words, kinds) in Prefixes)
        {
            // A name that begins like a prefix stays whole: “Tân Thạnh” has no T. before it, “Thị trấn” alone no name after it.
            if (folded.StartsWith(words + " ", StringComparison.Ordinal) && folded.Length > words.Length + 1)
                return new(kinds, Without(key, words.Split(' ').Length, 0), folded[(words.Length + 1)..]);
        }

        foreach (var (words, kinds) in EnglishEndings)
        {
            if (folded.EndsWith(" " + words, StringComparison.Ordinal))
                return new(kinds, Without(key, 0, 1), folded[..^(words.Length + 1)]);
        }

        return new([], key, folded);
    }

    // The key and the folded text have the same words, as both part them at the same letters of a name.
    static string Without(string key, int first, int last)
    {
        var words = key.Split(' ');
        return words.Length <= first + last ? key : string.Join(' ', words[first..^last]);
    }
}
