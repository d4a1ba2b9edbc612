using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Investment.Roads;
using LongAnGis.Core.Osm;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace LongAnGis.Web.Osm;

/// <summary>
/// What the map takes from an extract, collected while GDAL reads it. Coordinates are packed: an extract of Vietnam has some
/// millions of them in the window.
/// </summary>
sealed class ExtractContent(MapWindow window, Terminal terminal)
{
    const int ProgressStep = 100_000;

    static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326, PackedCoordinateSequenceFactory.DoubleFactory);

    readonly List<OsmWay> ways = [];
    readonly List<OsmPlace> places = [];
    readonly List<RoadWay> roads = [];
    int read;

    public IReadOnlyList<OsmWay> Ways => ways;

    public IReadOnlyList<OsmPlace> Places => places;

    /// <summary>The network of roads: more than the map draws, because around the province it needs slip roads without a name.</summary>
    public IReadOnlyList<RoadWay> Roads => roads;

    public bool IsEmpty => ways.Count == 0 && places.Count == 0;

    /// <summary>The newest edit among the objects that were taken; null where the file keeps no times.</summary>
    public DateTimeOffset? NewestEdit { get; private set; }

    public static string WayFilter { get; } =
        $"highway IN ({Quoted(WayKind.RoadClasses.Keys)}) OR waterway IN ({Quoted(WayKind.WaterClasses)})";

    public static string PlaceFilter { get; } = $"place IN ({Quoted(PlaceKind.Kinds.Keys)})";

    /// <summary>Takes a way, or leaves it: what is anonymous or local is kept near the province only.</summary>
    public void TakeWay(JsonElement feature)
    {
        Count();
        var properties = feature.GetProperty("properties");
        if (Id(properties) is not { } id
            || Course(feature.GetProperty("geometry")) is not { } course
            || OsmWay.Read(id, key => Tag(properties, key), course) is not { } way)
        {
            return;
        }

        if (way.Kind.Layer == WayKind.Roads && window.Keeps(course, way.Kind.IsLocal))
            roads.Add(way.Road);
        if (!window.Keeps(course, way.Kind.IsLocal || way.IsAnonymous))
            return;

        ways.Add(way);
        NoteEdit(properties);
    }

    public void TakePlace(JsonElement feature)
    {
        Count();
        var properties = feature.GetProperty("properties");
        if (Id(properties) is not { } id
            || Positions(feature.GetProperty("geometry"), "Point") is not [var position]
            || OsmPlace.Read(id, key => Tag(properties, key), Wgs84.CreatePoint(position)) is not { } place
            || !window.Keeps(place.Position, PlaceKind.IsLocal(place.Kind)))
        {
            return;
        }

        places.Add(place);
        NoteEdit(properties);
    }

    void Count()
    {
        if (++read % ProgressStep == 0)
            terminal.Say($"  đã đọc {read.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))} đối tượng…", $"{read.ToString("N0", CultureInfo.InvariantCulture)} objects read…");
    }

    void NoteEdit(JsonElement properties)
    {
        if (ExtractHeader.ParseMoment(Tag(properties, "osm_timestamp")) is { } edit && (NewestEdit is null || edit > NewestEdit))
            NewestEdit = edit;
    }

    static long? Id(JsonElement properties) =>
        long.TryParse(Tag(properties, "osm_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    static string? Tag(JsonElement properties, string key)
    {
        try
        {
            return properties.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no UTF-8: no name that anybody could read.
            return null;
        }
    }

    // A way needs two places that differ: one node, or the same node twice, draws nothing.
    static LineString? Course(JsonElement geometry)
    {
        var positions = Positions(geometry, "LineString");
        return positions.Distinct().Take(2).Count() == 2 ? Wgs84.CreateLineString(positions) : null;
    }

    static Coordinate[] Positions(JsonElement geometry, string type)
    {
        if (geometry.ValueKind != JsonValueKind.Object || geometry.GetProperty("type").GetString() != type)
            return [];

        var coordinates = geometry.GetProperty("coordinates");
        return type == "Point" ? [Position(coordinates)] : [.. coordinates.EnumerateArray().Select(Position)];
    }

    static Coordinate Position(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    static string Quoted(IEnumerable<string> words) => string.Join(',', words.Select(word => $"'{word}'"));
}
