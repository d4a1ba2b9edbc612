namespace LongAnGis.Web.Search;

/// <summary>What a reader typed into the search box, bounded before anything is done with it.</summary>
public static class SearchQuery
{
    /// <summary>Hits of a page, and of the list that opens while one types.</summary>
    public const int MostOnPage = 60;
    public const int MostSuggested = 12;

    /// <summary>The query without control characters and surrounding space; what lies beyond the longest name is left out.</summary>
    public static string Clean(string? typed)
    {
        var text = typed ?? "";
        var bounded = text.Length <= Core.Text.SearchWords.LongestQuery ? text : text[..Core.Text.SearchWords.LongestQuery];
        return new string([.. bounded.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
    }
}
