using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace LongAnGis.Core.Investment.Roads;

/// <summary>The point of a road that is nearest to a place.</summary>
/// <param name="Segment">Of the way's course, from 0.</param>
/// <param name="Fraction">Where on the segment, from 0 to 1.</param>
sealed record RoadTouch(int Place, int Way, int Segment, double Fraction, double Metres);

/// <summary>Finds the nearest road that one may stop on. Within a reach of kilometres the ellipsoid is a plane to a part in a thousand.</summary>
sealed class RoadIndex
{
    readonly IReadOnlyList<RoadWay> ways;
    readonly double reachMetres;
    readonly STRtree<(int Way, int Segment)> segments = new();

    public RoadIndex(IReadOnlyList<RoadWay> ways, double reachMetres)
    {
        (this.ways, this.reachMetres) = (ways, reachMetres);
        for (var way = 0; way < ways.Count; way++)
        {
            if (ways[way].IsMotorway)
                continue;
            var course = ways[way].Course;
            for (var segment = 0; segment + 1 < course.Count; segment++)
                segments.Insert(Box(course[segment], course[segment + 1]), (way, segment));
        }

        segments.Build();
    }

    public IReadOnlyList<RoadTouch?> Touch(IReadOnlyList<Wgs84Position> places) => [.. places.Select(Nearest)];

    RoadTouch? Nearest(Wgs84Position place, int number)
    {
        // A degree of latitude is 110.6 km here, one of longitude less: the box holds all that lies within reach.
        var around = Box(place, place);
        around.ExpandBy(reachMetres / (110_000 * Math.Cos(place.Latitude * Math.PI / 180)), reachMetres / 110_000);
        RoadTouch? nearest = null;
        foreach (var (way, segment) in segments.Query(around))
        {
            var (fraction, metres) = Foot(place, ways[way].Course[segment], ways[way].Course[segment + 1]);
            if (metres <= reachMetres && (nearest is null || metres < nearest.Metres))
                nearest = new(number, way, segment, fraction, metres);
        }

        return nearest;
    }

    static (double Fraction, double Metres) Foot(Wgs84Position place, Wgs84Position from, Wgs84Position to)
    {
        var narrowing = Math.Cos(place.Latitude * Math.PI / 180);
        var (alongX, alongY) = ((to.Longitude - from.Longitude) * narrowing, to.Latitude - from.Latitude);
        var (x, y) = ((place.Longitude - from.Longitude) * narrowing, place.Latitude - from.Latitude);
        var square = (alongX * alongX) + (alongY * alongY);
        var fraction = square == 0 ? 0 : Math.Clamp(((x * alongX) + (y * alongY)) / square, 0, 1);
        var foot = new Wgs84Position(
            from.Latitude + (fraction * (to.Latitude - from.Latitude)), from.Longitude + (fraction * (to.Longitude - from.Longitude)));
        return (fraction, GeodesicMeasure.DistanceMetres(place, foot));
    }

    static Envelope Box(Wgs84Position one, Wgs84Position other) => new(one.Longitude, other.Longitude, one.Latitude, other.Latitude);
}
