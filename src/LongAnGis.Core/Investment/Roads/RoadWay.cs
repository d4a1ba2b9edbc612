using LongAnGis.Core.Coordinates;

namespace LongAnGis.Core.Investment.Roads;

/// <summary>Which way vehicles may drive along a course.</summary>
public enum RoadDirection { Both, Forward, Backward }

/// <summary>A way of the road network as its extract draws it.</summary>
/// <param name="Course">Two places or more, WGS 84; where ways meet they share a place to the last decimal.</param>
/// <param name="IsMotorway">No place is reached from it directly: one leaves it at an interchange.</param>
public sealed record RoadWay(IReadOnlyList<Wgs84Position> Course, RoadDirection Direction, bool IsMotorway);

/// <summary>How vehicles may drive along a way, by OpenStreetMap's tags: <c>oneway</c>, and what motorways and roundabouts imply.</summary>
public static class RoadDirections
{
    public static RoadDirection Of(string? oneway, string? highway, string? junction) => oneway switch
    {
        "yes" or "true" or "1" => RoadDirection.Forward,
        "-1" or "reverse" => RoadDirection.Backward,
        "no" or "false" or "0" => RoadDirection.Both,
        _ => highway is "motorway" || junction is "roundabout" or "circular" ? RoadDirection.Forward : RoadDirection.Both,
    };
}
