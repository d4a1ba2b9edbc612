using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Investment.Roads;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Osm;

/// <summary>One way of an extract, classified: what it is, what it is called, and where it runs (WGS 84, lon/lat).</summary>
/// <param name="Number">The road's best known number, QL.62; null when it has none.</param>
/// <param name="OtherNames">Further numbers and names, without repetition.</param>
/// <param name="Direction">How vehicles may drive along it.</param>
public sealed record OsmWay(
    long Id,
    WayKind Kind,
    string? Name,
    string? NameEn,
    string? Number,
    IReadOnlyList<string> OtherNames,
    int? Lanes,
    string? Surface,
    LineString Course,
    RoadDirection Direction = RoadDirection.Both)
{
    /// <summary>Wider than anything that exists; a larger number is a typing error.</summary>
    const int MostLanes = 16;

    static readonly string[] OtherNameTags = ["alt_name", "official_name", "loc_name", "old_name", "short_name"];

    /// <summary>True when neither name nor number tells it from its neighbours.</summary>
    public bool IsAnonymous => Name is null && Number is null;

    /// <summary>As a part of the network of roads.</summary>
    public RoadWay Road => new(
        [.. Course.Coordinates.Select(place => new Wgs84Position(place.Y, place.X))], Direction, Kind.Class == WayKind.Motorway);

    /// <summary>Reads a way by its tags; null when the map has no use for it.</summary>
    public static OsmWay? Read(long id, Func<string, string?> tag, LineString course)
    {
        var name = TagText.Clean(tag("name:vi")) ?? TagText.Clean(tag("name"));
        if (tag("area") == "yes" || WayKind.Of(tag("highway"), tag("waterway"), name) is not { } kind)
            return null;

        var isRoad = kind.Layer == WayKind.Roads;
        var numbers = isRoad ? RoadNumber.Parse(tag("ref")) : [];
        var otherNames = OtherNameTags
            .SelectMany(key => (tag(key) ?? "").Split(';'))
            .Select(TagText.Clean)
            .OfType<string>()
            .Concat(numbers.Skip(1))
            .Where(other => other != name)
            .Distinct(StringComparer.Ordinal)
            .Take(8);
        return new(
            id,
            kind,
            name,
            TagText.Clean(tag("name:en")),
            numbers.Count > 0 ? numbers[0] : null,
            [.. otherNames],
            isRoad ? ReadLanes(tag("lanes")) : null,
            isRoad ? RoadSurface.Of(tag("surface")) : null,
            course,
            isRoad ? RoadDirections.Of(tag("oneway"), tag("highway"), tag("junction")) : RoadDirection.Both);
    }

    static int? ReadLanes(string? tag) =>
        int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var lanes) && lanes is >= 1 and <= MostLanes
            ? lanes
            : null;
}
