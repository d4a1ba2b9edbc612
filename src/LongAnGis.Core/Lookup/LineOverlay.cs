using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace LongAnGis.Core.Lookup;

/// <summary>A stretch of a line: metres from its beginning.</summary>
public readonly record struct Stretch(double FromMetres, double ToMetres)
{
    public double LengthMetres => ToMetres - FromMetres;
}

/// <summary>How much of a line runs within one thing of a layer.</summary>
public sealed record LinePart<T>(T Thing, IReadOnlyList<Stretch> Stretches)
{
    public double LengthMetres => Stretches.Sum(stretch => stretch.LengthMetres);
}

/// <summary>
/// A line laid over the areas of one layer, on the plane of the line's grid. Where the areas do not overlap each other, the
/// parts and the rest add up to the line.
/// </summary>
/// <param name="Parts">In the order in which the line meets them.</param>
/// <param name="RestMetres">The length that nothing of the layer covers.</param>
public sealed record LineOverlay<T>(IReadOnlyList<LinePart<T>> Parts, double RestMetres);

/// <summary>Lays lines over layers.</summary>
public static class LineOverlay
{
    /// <summary>A shorter stretch is noise of digitising: 5 cm, as for parcels.</summary>
    public const double LeastMetres = 0.05;

    /// <param name="line">On its grid.</param>
    /// <param name="areas">The areas of one layer on the same grid, valid.</param>
    public static LineOverlay<T> Of<T>(LineString line, IEnumerable<(T Thing, Geometry Area)> areas)
    {
        var along = new LengthIndexedLine(line);
        List<LinePart<T>> parts =
        [
            .. Segments(line, areas).Select(part => new LinePart<T>(part.Thing, Stretches(line, part.Inside, along)))
                .Where(part => part.Stretches.Count > 0)
                .OrderBy(part => part.Stretches[0].FromMetres),
        ];
        return new(parts, line.Length - Covered(parts.SelectMany(part => part.Stretches)));
    }

    /// <summary>Where a line crosses another, in metres from its beginning; of a stretch that they share, its beginning.</summary>
    public static IReadOnlyList<double> Crossings(LineString line, Geometry other)
    {
        var along = new LengthIndexedLine(line);
        var meeting = OverlayNGRobust.Overlay(line, other, SpatialFunction.Intersection);
        List<double> at = [.. Enumerable.Range(0, meeting.NumGeometries).Select(meeting.GetGeometryN).Where(one => !one.IsEmpty).SelectMany(Places)];
        at.Sort();
        // A road of two carriageways is crossed once to whoever plans.
        return [.. at.Where((place, index) => index == 0 || place - at[index - 1] > 1)];

        IEnumerable<double> Places(Geometry one) => line.IsSimple
            ? [one.Coordinates.Min(along.Project)]
            : Everywhere(line, one.Coordinate);
    }

    // A line that meets itself is taken segment by segment, or a place on it would have two distances.
    static IEnumerable<(T Thing, Geometry Inside)> Segments<T>(LineString line, IEnumerable<(T Thing, Geometry Area)> areas) =>
        areas.Select(one => (one.Thing, line.IsSimple ? OverlayNGRobust.Overlay(line, one.Area, SpatialFunction.Intersection) : one.Area));

    static IReadOnlyList<Stretch> Stretches(LineString line, Geometry inside, LengthIndexedLine along) => Merged(line.IsSimple
        ? LinesOf(inside).Select(one => Between(along, one))
        : OfSegments(line, inside));

    static IEnumerable<Stretch> OfSegments(LineString line, Geometry area)
    {
        var from = 0.0;
        for (var at = 0; at + 1 < line.NumPoints; at++)
        {
            var segment = new LineString([line.GetCoordinateN(at), line.GetCoordinateN(at + 1)]);
            var along = new LengthIndexedLine(segment);
            foreach (var one in LinesOf(OverlayNGRobust.Overlay(segment, area, SpatialFunction.Intersection)))
            {
                var stretch = Between(along, one);
                yield return new(from + stretch.FromMetres, from + stretch.ToMetres);
            }

            from += segment.Length;
        }
    }

    static IEnumerable<double> Everywhere(LineString line, Coordinate place)
    {
        var from = 0.0;
        for (var at = 0; at + 1 < line.NumPoints; at++)
        {
            var segment = new LineSegment(line.GetCoordinateN(at), line.GetCoordinateN(at + 1));
            if (segment.Distance(place) < 1e-3)
                yield return from + (segment.SegmentFraction(place) * segment.Length);
            from += segment.Length;
        }
    }

    static Stretch Between(LengthIndexedLine along, LineString inside)
    {
        var (one, other) = (along.Project(inside.StartPoint.Coordinate), along.Project(inside.EndPoint.Coordinate));
        // A ring's last point is its first.
        var end = Math.Abs(one - other) < inside.Length / 2 ? Math.Max(one, other) + inside.Length : Math.Max(one, other);
        return new(Math.Min(one, other), Math.Min(end, along.EndIndex));
    }

    static IReadOnlyList<Stretch> Merged(IEnumerable<Stretch> stretches)
    {
        List<Stretch> merged = [];
        foreach (var stretch in stretches.OrderBy(stretch => stretch.FromMetres))
        {
            if (merged is [.., var last] && stretch.FromMetres - last.ToMetres < 1e-6)
                merged[^1] = new(last.FromMetres, Math.Max(last.ToMetres, stretch.ToMetres));
            else
                merged.Add(stretch);
        }

        return [.. merged.Where(stretch => stretch.LengthMetres >= LeastMetres)];
    }

    static double Covered(IEnumerable<Stretch> stretches) => Merged(stretches).Sum(stretch => stretch.LengthMetres);

    static IEnumerable<LineString> LinesOf(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<LineString>().Where(line => !line.IsEmpty);
}
