using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;

namespace LongAnGis.Core.Osm;

/// <summary>A road, river or canal of OpenStreetMap, put together from its ways: what becomes one feature.</summary>
/// <param name="WayIds">The ways it was made of, ascending.</param>
/// <param name="Geometry">One line, or several where the ways do not meet; WGS 84, lon/lat, in a canonical order.</param>
public sealed record OsmCourse(
    IReadOnlyList<long> WayIds,
    WayKind Kind,
    string? Name,
    string? NameEn,
    string? Number,
    IReadOnlyList<string> OtherNames,
    int? Lanes,
    string? Surface,
    Geometry Geometry)
{
    public bool IsAnonymous => Name is null && Number is null;

    public static OsmCourse Of(IReadOnlyList<OsmWay> ways) => new(
        [.. ways.Select(way => way.Id)],
        ways[0].Kind,
        ways[0].Name,
        ways.Select(way => way.NameEn).FirstOrDefault(name => name is not null),
        ways[0].Number,
        [.. ways.SelectMany(way => way.OtherNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(12)],
        OfMost(ways, way => way.Lanes),
        OfMost(ways, way => way.Surface),
        Joined(ways));

    // Number of lanes and surface change along a road: the value of its longest part speaks for it.
    static T? OfMost<T>(IReadOnlyList<OsmWay> ways, Func<OsmWay, T?> value) =>
        ways.Where(way => value(way) is not null)
            .GroupBy(value)
            .OrderByDescending(part => part.Sum(way => way.Course.Length))
            .Select(part => part.Key)
            .FirstOrDefault();

    // Cutting a way in two, or turning it round, leaves the same line: what a mapper did not move is no change to us.
    static Geometry Joined(IReadOnlyList<OsmWay> ways)
    {
        var factory = ways[0].Course.Factory;
        var merger = new LineMerger();
        merger.Add(ways.Select(way => way.Course));
        var joined = factory.BuildGeometry(merger.GetMergedLineStrings());
        joined.Normalize();
        return joined;
    }
}
