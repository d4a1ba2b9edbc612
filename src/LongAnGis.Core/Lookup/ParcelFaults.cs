using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Lookup;

/// <summary>Why corners in the order of their table enclose no area, said in the names that the table gives them.</summary>
static class ParcelFaults
{
    const int MostSaid = 5;

    /// <summary>A parcel narrower than this on average is a line: 1 cm, what papers print.</summary>
    const double LeastWidthMetres = 0.01;

    /// <summary>
    /// Neighbouring meridians put a corner 27 km and more aside: an edge of that size beside edges a hundredth of it is two zones
    /// in one table, or a mistyped digit.
    /// </summary>
    const double LeastJumpMetres = 10_000, LeastJumpTimes = 100;

    public static IEnumerable<ParcelRemark> Of(CornerTable table, Coordinate[] corners)
    {
        var names = table.Corners;
        if (corners.Distinct().Count() < 3)
        {
            return [new(new(
                $"Bảng chỉ có {corners.Distinct().Count()} đỉnh khác nhau; một thửa đất cần ít nhất ba.",
                $"The table has only {corners.Distinct().Count()} different corners; a parcel takes at least three."), IsFault: true)];
        }

        if (IsLine(corners))
        {
            return [new(new(
                "Các đỉnh nằm trên một đường thẳng nên không bao quanh diện tích nào.",
                "The corners lie on one line, so that they enclose no area."), IsFault: true)];
        }

        if (Jump(names, corners) is { } jump)
        {
            return [jump];
        }

        // A corner that stands twice makes an edge without length, which would seem to meet its neighbours' neighbours.
        int[] kept = [.. Enumerable.Range(0, corners.Length).Where(i => !corners[i].Equals2D(corners[(i + corners.Length - 1) % corners.Length]))];
        StatedCorner[] keptNames = [.. kept.Select(i => names[i])];
        var crossings = Crossings([.. kept.Select(i => corners[i])]).Take(MostSaid);
        return [.. Doubled(names, corners), .. crossings.Select(pair => Crossing(keptNames, pair.One, pair.Other))];
    }

    static ParcelRemark? Jump(IReadOnlyList<StatedCorner> names, Coordinate[] corners)
    {
        if (names.All(corner => TableCells.IsDegrees(corner.First)))
        {
            return null;
        }

        var edges = Enumerable.Range(0, corners.Length).Select(i => corners[i].Distance(corners[(i + 1) % corners.Length])).ToList();
        var longest = edges.Max();
        if (longest < LeastJumpMetres || longest < LeastJumpTimes * edges.Where(edge => edge > 0).Min())
        {
            return null;
        }

        var (one, other) = (names[edges.IndexOf(longest)], names[(edges.IndexOf(longest) + 1) % corners.Length]);
        var kilometres = Math.Round(longest / 1000);
        return new(
            new(
                $"Đỉnh {one.Name} (dòng {one.Row}) và đỉnh {other.Name} (dòng {other.Row}) cách nhau {kilometres} km: hai múi chiếu lẫn trong một bảng, hoặc một chữ số bị ghi sai.",
                $"Corner {one.Name} (line {one.Row}) and corner {other.Name} (line {other.Row}) are {kilometres} km apart: two zones in one table, or a mistyped digit."),
            IsFault: true);
    }

    static IEnumerable<ParcelRemark> Doubled(IReadOnlyList<StatedCorner> names, Coordinate[] corners) =>
        Enumerable.Range(0, corners.Length)
            .Where(i => corners[i].Equals2D(corners[(i + 1) % corners.Length]))
            .Take(MostSaid)
            .Select(i => new ParcelRemark(
                new(
                    $"Đỉnh {names[i].Name} và {names[(i + 1) % corners.Length].Name} trùng nhau.",
                    $"Corners {names[i].Name} and {names[(i + 1) % corners.Length].Name} are the same."),
                IsFault: false,
                names[i].Row));

    static ParcelRemark Crossing(StatedCorner[] names, int one, int other)
    {
        string Edge(int from) => $"{names[from].Name}–{names[(from + 1) % names.Length].Name}";
        return new(
            new(
                $"Cạnh {Edge(one)} cắt cạnh {Edge(other)}: thứ tự các đỉnh có thể bị lẫn.",
                $"Edge {Edge(one)} crosses edge {Edge(other)}: the corners may be out of order."),
            IsFault: true,
            names[other].Row);
    }

    /// <summary>The pairs of edges that meet anywhere but in the corner that neighbours share.</summary>
    internal static IEnumerable<(int One, int Other)> Crossings(Coordinate[] corners)
    {
        var intersector = new RobustLineIntersector();
        var count = corners.Length;
        // An edge can only meet those whose span of eastings it reaches: a sweep instead of every pair.
        var edges = Enumerable.Range(0, count).OrderBy(i => Least(corners, i)).ToArray();
        for (var at = 0; at < count; at++)
        {
            var one = edges[at];
            for (var next = at + 1; next < count && Least(corners, edges[next]) <= Most(corners, one); next++)
            {
                var (first, second) = (Math.Min(one, edges[next]), Math.Max(one, edges[next]));
                if (Meet(intersector, corners, first, second))
                {
                    yield return (first, second);
                }
            }
        }
    }

    static bool Meet(RobustLineIntersector intersector, Coordinate[] corners, int one, int other)
    {
        var count = corners.Length;
        var (a, b) = (corners[one], corners[(one + 1) % count]);
        var (c, d) = (corners[other], corners[(other + 1) % count]);
        intersector.ComputeIntersection(a, b, c, d);
        var areNeighbours = other - one == 1 || (one == 0 && other == count - 1);
        // Neighbours share a corner; only when one runs back along the other do they meet in more.
        return areNeighbours ? intersector.IntersectionNum == LineIntersector.CollinearIntersection : intersector.HasIntersection;
    }

    static double Least(Coordinate[] corners, int edge) => Math.Min(corners[edge].X, corners[(edge + 1) % corners.Length].X);

    static double Most(Coordinate[] corners, int edge) => Math.Max(corners[edge].X, corners[(edge + 1) % corners.Length].X);

    static bool IsLine(Coordinate[] corners)
    {
        var hull = new ConvexHull(corners, GeometryFactory.Default).GetConvexHull();
        return hull.Dimension != Dimension.Surface || 2 * hull.Area / hull.Length < LeastWidthMetres;
    }
}
