namespace LongAnGis.Core.Osm;

/// <summary>
/// Which of OpenStreetMap's places the map names: settlements and their parts. Provinces, districts and communes are areas
/// of their own and come from the official lists.
/// </summary>
public static class PlaceKind
{
    /// <summary>The values of <c>place</c> that we take, and what they are in the <c>kind</c> attribute of the layer.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["city"] = "city",
        ["town"] = "town",
        ["village"] = "village",
        ["suburb"] = "suburb",
        ["quarter"] = "suburb",
        ["neighbourhood"] = "hamlet",
        ["hamlet"] = "hamlet",
    };

    /// <summary>True for what matters only inside the province.</summary>
    public static bool IsLocal(string kind) => kind is "hamlet" or "suburb";
}
