using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>
/// R01, corner by corner: rings close, have at least three corners, enclose something, and no corner stands twice on the
/// same spot; lines have two different ends or at least a length.
/// </summary>
static class RingFaults
{
    /// <summary>Corners nearer than this are one corner said twice: the ninth decimal of a degree is 0.1 mm.</summary>
    const double SameSpotDegrees = 1e-9;

    /// <summary>A ring whose width is less than this on average encloses nothing that could be staked out: 1 mm in degrees.</summary>
    const double NoWidthDegrees = 1e-8;

    public static Finding[]? Check(Sketch sketch)
    {
        if (sketch.Kind == SketchKind.Point)
        {
            return null;
        }

        Finding[] found =
        [
            .. sketch.Rings
                .SelectMany(ring => sketch.Kind == SketchKind.Line ? OfLine(sketch, ring) : OfRing(sketch, ring))
                .Take(GeometryCheck.FindingLimit),
        ];
        return found.Length == 0 ? null : found;
    }

    static IEnumerable<Finding> OfRing(Sketch sketch, (int Part, int Ring, Coordinate[] Corners) ring)
    {
        var name = Corners.RingName(ring.Part, ring.Ring);
        var corners = ring.Corners;
        var isClosed = corners[0].Equals2D(corners[^1]);
        var distinct = corners.Select(corner => (corner.X, corner.Y)).Distinct().Take(3).Count();
        if (distinct < 3)
        {
            yield return Fault(ring, 0, new(
                $"{name.Vi} chỉ có {distinct} đỉnh khác nhau; một vùng cần ít nhất ba.",
                $"{name.En} has only {distinct} different corners; an area needs at least three."));
            yield break;
        }

        if (!isClosed)
        {
            yield return Fault(ring, corners.Length - 1, new(
                $"{name.Vi} chưa khép kín: đỉnh cuối phải trùng đỉnh đầu.",
                $"{name.En} is not closed: its last corner must be its first again."),
                Repair(sketch, "Khép kín vòng", "Close the ring", Closed));
            yield break;
        }

        if (NearZeroWidth(corners))
        {
            yield return Fault(ring, 0, new(
                $"{name.Vi} có diện tích bằng không: các đỉnh nằm trên một đường thẳng hoặc đi rồi quay lại đúng lối cũ.",
                $"{name.En} encloses no area: its corners lie on one line, or it runs back along itself."));
            yield break;
        }

        foreach (var finding in Doubled(sketch, ring))
        {
            yield return finding;
        }
    }

    static IEnumerable<Finding> OfLine(Sketch sketch, (int Part, int Ring, Coordinate[] Corners) line)
    {
        if (line.Corners.Length < 2 || Array.TrueForAll(line.Corners, corner => IsSameSpot(corner, line.Corners[0])))
        {
            return [Fault(line, 0, new(
                "Đường không có chiều dài: cần ít nhất hai đỉnh khác nhau.",
                "The line has no length: it needs at least two different corners."))];
        }

        return Doubled(sketch, line);
    }

    static IEnumerable<Finding> Doubled(Sketch sketch, (int Part, int Ring, Coordinate[] Corners) ring)
    {
        Repair? repair = null;
        for (var vertex = 1; vertex < ring.Corners.Length; vertex++)
        {
            if (IsSameSpot(ring.Corners[vertex], ring.Corners[vertex - 1]))
            {
                var name = Corners.Name(new(ring.Part, ring.Ring, vertex));
                repair ??= Repair(sketch, "Bỏ các đỉnh trùng", "Remove the repeated corners", Undoubled);
                yield return Fault(ring, vertex, new(
                    $"{name.Vi} trùng với đỉnh ngay trước nó.", $"{name.En} repeats the corner before it."), repair);
            }
        }
    }

    static Finding Fault((int Part, int Ring, Coordinate[] Corners) ring, int vertex, Bilingual message, Repair? repair = null) =>
        new(Rule.R01, Severity.Error, new(
            $"{message.Vi} ({Corners.Written(ring.Corners[vertex], english: false)})",
            $"{message.En} ({Corners.Written(ring.Corners[vertex], english: true)})"))
        {
            Vertex = new(ring.Part, ring.Ring, vertex),
            Place = Corners.Place(ring.Corners[vertex]),
            Repairs = repair is null ? [] : [repair],
        };

    // Offered only where its result is itself beyond reproach.
    static Repair? Repair(Sketch sketch, string vi, string en, Func<Coordinate[], Coordinate[]> change)
    {
        var mended = sketch.With(change);
        var isLongEnough = mended.Rings.All(ring => ring.Corners.Length >= (sketch.Kind == SketchKind.Line ? 2 : 4));
        return isLongEnough && Check(mended) is null && mended.ToGeometry() is { IsValid: true } geometry
            ? new(new(vi, en), [new(null, geometry)])
            : null;
    }

    static Coordinate[] Closed(Coordinate[] ring) =>
        ring[0].Equals2D(ring[^1]) ? ring : [.. ring, ring[0].Copy()];

    /// <summary>The ring without corners that repeat the one before them.</summary>
    internal static Coordinate[] Undoubled(Coordinate[] ring)
    {
        var kept = new List<Coordinate> { ring[0] };
        kept.AddRange(ring.Where((corner, i) => i > 0 && !IsSameSpot(corner, kept[^1])));
        // The end of a closed ring is its beginning, to the last bit.
        if (ring[0].Equals2D(ring[^1]) && !kept[^1].Equals2D(ring[0]))
        {
            kept[^1] = ring[0].Copy();
        }

        return [.. kept];
    }

    static bool IsSameSpot(Coordinate one, Coordinate other) =>
        Math.Abs(one.X - other.X) < SameSpotDegrees && Math.Abs(one.Y - other.Y) < SameSpotDegrees;

    // Twice the area over the perimeter is the mean width of a thin ring. A bow-tie's halves cancel out, so the triangles to
    // the first corner must be as thin: what crosses itself is told as that.
    static bool NearZeroWidth(Coordinate[] ring)
    {
        var (doubleArea, perimeter) = (0.0, 0.0);
        for (var i = 1; i < ring.Length; i++)
        {
            var (x1, y1, x2, y2) = (ring[i - 1].X - ring[0].X, ring[i - 1].Y - ring[0].Y, ring[i].X - ring[0].X, ring[i].Y - ring[0].Y);
            doubleArea += Math.Abs((x1 * y2) - (x2 * y1));
            perimeter += Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)));
        }

        return doubleArea <= perimeter * NoWidthDegrees;
    }
}
