namespace LongAnGis.Core.Osm;

/// <summary>Where a way of OpenStreetMap belongs on our map: the layer and the value of its <c>class</c> attribute.</summary>
/// <param name="IsLocal">True for what matters only inside the province and would crowd the map around it.</param>
public sealed record WayKind(string Layer, string Class, bool IsLocal = false)
{
    public const string Roads = "roads";
    public const string Canals = "canals";
    public const string Waterways = "waterways";

    /// <summary>The class of expressways and of the ways that lead on and off them.</summary>
    public const string Motorway = "motorway";

    /// <summary>The values of <c>highway</c> that are roads for vehicles. Tracks, paths and service lanes are none.</summary>
    public static IReadOnlyDictionary<string, string> RoadClasses { get; } = new Dictionary<string, string>
    {
        ["motorway"] = Motorway,
        ["motorway_link"] = Motorway,
        ["trunk"] = "trunk",
        ["trunk_link"] = "trunk",
        ["primary"] = "primary",
        ["primary_link"] = "primary",
        ["secondary"] = "secondary",
        ["secondary_link"] = "secondary",
        ["tertiary"] = "tertiary",
        ["tertiary_link"] = "tertiary",
        ["unclassified"] = "local",
        ["residential"] = "local",
        ["living_street"] = "local",
        ["road"] = "local",
    };

    /// <summary>The values of <c>waterway</c> that are drawn as lines. Weirs, docks and river banks are none.</summary>
    public static IReadOnlyList<string> WaterClasses { get; } = ["river", "canal", "stream", "ditch", "drain"];

    /// <summary>The kind of a way by its tags; null when it is neither road nor water.</summary>
    public static WayKind? Of(string? highway, string? waterway, string? name)
    {
        if (highway is not null)
            return RoadClasses.TryGetValue(highway, out var road) ? new(Roads, road, road == "local") : null;

        // A Vietnamese name says the kind itself, and better than the tag: most rạch are tagged as rivers or canals.
        return (FirstWord(name), waterway) switch
        {
            (_, null) => null,
            (_, var water) when !WaterClasses.Contains(water) => null,
            ("sông", _) => new(Waterways, "river"),
            ("kênh", _) => new(Canals, "canal"),
            ("rạch" or "xẻo" or "tắt" or "tắc", _) => new(Canals, "stream"),
            ("mương", _) => new(Canals, "ditch", IsLocal: true),
            (_, "river") => new(Waterways, "river"),
            (_, "canal") => new(Canals, "canal"),
            (_, "stream") => new(Canals, "stream"),
            _ => new(Canals, "ditch", IsLocal: true),
        };
    }

    static string? FirstWord(string? name) => name?.Split(' ', 2)[0].ToLowerInvariant();

    /// <summary>What people call it where it has no name of its own.</summary>
    public (string Vi, string En) Noun => Class switch
    {
        "motorway" => ("cao tốc", "motorway"),
        "trunk" => ("trục chính", "trunk road"),
        "primary" or "secondary" => ("đường chính", "main road"),
        "tertiary" => ("đường liên xã", "minor road"),
        "local" => ("đường", "road"),
        "river" => ("sông", "river"),
        "canal" => ("kênh", "canal"),
        "stream" => ("rạch", "creek"),
        _ => ("mương", "ditch"),
    };
}
