using LongAnGis.Core.Text;

namespace LongAnGis.Web.Indicators;

/// <summary>Finds indicators by words of their name, code or definition, with or without diacritics.</summary>
public static class IndicatorSearch
{
    /// <summary>All of them for no words; else those in which every word begins a word.</summary>
    public static IReadOnlyList<CatalogueEntry> Matching(IReadOnlyList<CatalogueEntry> catalogue, string? words)
    {
        var folded = SearchWords.FoldedQuery(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return folded.Length == 0
            ? catalogue
            : [.. catalogue.Where(entry => folded.All(word => (" " + entry.SearchText).Contains(" " + word, StringComparison.Ordinal)))];
    }
}
