namespace LongAnGis.Core.Text;

/// <summary>
/// What is stored beside a feature so that search finds it, and what a query becomes so that it finds them.
/// The stored text reads <c>name | English name | code | other ways of writing it</c>, folded.
/// </summary>
public static class SearchWords
{
    /// <summary>More words than this narrow nothing down; the rest of a query is left out.</summary>
    const int MostWords = 12;

    /// <summary>Longer queries are not names; they are cut here before anything else is done with them.</summary>
    public const int LongestQuery = 200;

    /// <summary>The text in which folded words are looked for.</summary>
    /// <param name="otherNames">Full, former or colloquial names.</param>
    public static string Folded(string nameVi, string? nameEn, string code, params IEnumerable<string> otherNames)
    {
        var name = VietnameseText.Fold(nameVi);
        string?[] parts =
        [
            name,
            nameEn is null ? null : VietnameseText.Fold(nameEn),
            VietnameseText.Fold(code),
            .. otherNames.Select(VietnameseText.Fold),
            .. otherNames.Append(nameVi).Select(VietnameseText.Fold).SelectMany(OtherWays),
        ];
        return string.Join(" | ", parts.Where(part => !string.IsNullOrEmpty(part)).Distinct()) + " |";
    }

    /// <summary>
    /// The text in which words with their diacritics are looked for, to rank exact hits first. A space stands before
    /// every word, because inside a word diacritics prove nothing: "ông" in Sông may be chance.
    /// </summary>
    public static string Exact(string nameVi, params IEnumerable<string> otherNames) =>
        " " + string.Join(" | ", otherNames.Prepend(nameVi).Select(VietnameseText.Key).Distinct());

    /// <summary>LIKE patterns, one for each word of the query, against the folded text.</summary>
    public static string[] FoldedPatterns(string query) => Patterns(VietnameseText.Fold(Cut(query)), before: "%");

    /// <summary>LIKE patterns, one for each word of the query, against the exact text.</summary>
    public static string[] ExactPatterns(string query) => Patterns(VietnameseText.Key(Cut(query)), before: "% ");

    /// <summary>The whole query, folded.</summary>
    public static string FoldedQuery(string query) => VietnameseText.Fold(Cut(query));

    static IEnumerable<string> OtherWays(string folded) =>
        [
            Abbreviations.WrittenOut(folded),
            Abbreviations.Shortened(folded),
            .. Abbreviations.JoinedToNumbers(Abbreviations.Shortened(folded)),
        ];

    // Folding leaves letters, digits and spaces only, so nothing in a pattern needs escaping.
    static string[] Patterns(string words, string before) =>
        [
            .. words
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Distinct()
                .Take(MostWords)
                .Select(word => $"{before}{word}%"),
        ];

    static string Cut(string query) => query.Length <= LongestQuery ? query : query[..LongestQuery];
}
