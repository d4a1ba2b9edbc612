namespace LongAnGis.Core.Osm;

/// <summary>What a road is made of, in the five words that a planner asks for; OpenStreetMap has some forty.</summary>
public static class RoadSurface
{
    /// <summary>The kind of surface, or null where the tag says nothing that we know.</summary>
    public static string? Of(string? tag) => tag switch
    {
        "asphalt" or "chipseal" => "asphalt",
        "concrete" or "concrete:lanes" or "concrete:plates" => "concrete",
        "paved" or "paving_stones" or "sett" or "cobblestone" or "bricks" or "metal" => "paved",
        "gravel" or "fine_gravel" or "compacted" or "pebblestone" or "rock" => "gravel",
        "unpaved" or "dirt" or "earth" or "ground" or "mud" or "sand" or "grass" => "earth",
        _ => null,
    };
}
