using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Osm;

/// <summary>One named settlement of an extract, at its node (WGS 84, lon/lat).</summary>
/// <param name="Kind">A value of <see cref="PlaceKind.Kinds"/>.</param>
public sealed record OsmPlace(long Id, string Kind, string Name, string? NameEn, Point Position)
{
    /// <summary>Reads a node by its tags; null when it is no settlement or has no name.</summary>
    public static OsmPlace? Read(long id, Func<string, string?> tag, Point position) =>
        tag("place") is { } place
        && PlaceKind.Kinds.TryGetValue(place, out var kind)
        && (TagText.Clean(tag("name:vi")) ?? TagText.Clean(tag("name"))) is { } name
            ? new(id, kind, name, TagText.Clean(tag("name:en")), position)
            : null;
}
