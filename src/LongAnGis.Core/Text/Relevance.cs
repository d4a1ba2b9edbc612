namespace LongAnGis.Core.Text;

/// <summary>
/// How well names answer a query. Exact diacritics come first: đường finds Đường tỉnh 830 before Dương Minh Châu. Within
/// that a whole name comes before its beginning, a word before a part of a word; equals stand in Vietnamese order.
/// </summary>
public sealed class Relevance(string query) : IComparer<string>
{
    /// <summary>The rank of a name in which not even the folded query occurs.</summary>
    public const int None = 7;

    readonly string key = VietnameseText.Key(query);
    readonly string[] folds = Ways(query);

    /// <summary>0 is the same name, diacritics included; 3 the same without them; <see cref="None"/> is no match.</summary>
    public int Of(string name)
    {
        var exact = Place(key, VietnameseText.Key(name));
        // Inside a word diacritics prove nothing: "ông" in Sông may be chance.
        return exact < 3 ? exact : 3 + folds.Min(fold => Ways(name).Min(way => Place(fold, way)));
    }

    public int Compare(string? x, string? y)
    {
        var order = Of(x ?? "").CompareTo(Of(y ?? ""));
        return order != 0 ? order : VietnameseOrder.Instance.Compare(x, y);
    }

    /// <summary>A folded text as written, with its short forms written out, and written short.</summary>
    static string[] Ways(string text)
    {
        var folded = VietnameseText.Fold(text);
        return [folded, Abbreviations.WrittenOut(folded), Abbreviations.Shortened(folded)];
    }

    /// <summary>0 the whole name, 1 its beginning, 2 the beginning of a word, 3 inside a word, 4 nowhere.</summary>
    static int Place(string query, string name)
    {
        var at = query.Length == 0 ? -1 : name.IndexOf(query, StringComparison.Ordinal);
        return at switch
        {
            < 0 => 4,
            0 => name.Length == query.Length ? 0 : 1,
            _ => name.Contains(' ' + query, StringComparison.Ordinal) ? 2 : 3,
        };
    }
}
