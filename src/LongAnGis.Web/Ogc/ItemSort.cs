namespace LongAnGis.Web.Ogc;

/// <summary>One key of an order: features without a value come last, whichever way it goes.</summary>
public sealed record ItemSort(OgcProperty Property, bool Descending)
{
    const int MostKeys = 5;

    /// <summary>Reads <c>sortby=-area_m2,+name_vi</c>; a plus sign that arrived as a space means the same.</summary>
    /// <exception cref="Platform.RefusedException">400 for a property that is none of the collection's.</exception>
    public static IReadOnlyList<ItemSort> Read(string? text, OgcCollection collection)
    {
        if (text is null)
        {
            return [];
        }

        var keys = text.Split(',').Select(key => Key(key, collection)).ToList();
        return keys.Count <= MostKeys && keys.Select(key => key.Property.Key).Distinct().Count() == keys.Count
            ? keys
            : throw OgcRequest.Bad(ItemsRequest.SortBy, $"nhận tối đa {MostKeys} thuộc tính, mỗi thuộc tính một lần.", $"takes up to {MostKeys} properties, each once.");
    }

    static ItemSort Key(string text, OgcCollection collection)
    {
        var name = text.Length > 0 && text[0] is '+' or '-' or ' ' ? text[1..] : text;
        return collection.Find(name) is { } property
            ? new(property, text.StartsWith('-'))
            : throw OgcRequest.Bad(ItemsRequest.SortBy, "chỉ nhận các thuộc tính mà địa chỉ sortables liệt kê.", "takes the properties that the address sortables lists.");
    }
}
