using System.Runtime.CompilerServices;

namespace LongAnGis.Core.Tiles;

/// <summary>
/// Lines or rings on a tile's grid, one after the other. A ring does not repeat its first point. Points that fall on the
/// one before them are left out, which is most of the work of drawing a detailed shape on a coarse grid.
/// </summary>
sealed class GridParts
{
    readonly Growing<GridPoint> points = new(1024);
    readonly Growing<int> ends = new();

    public int Count => ends.Count;

    int OpenStart => ends.Count == 0 ? 0 : ends[ends.Count - 1];

    public ReadOnlySpan<GridPoint> this[int part]
    {
        get
        {
            var start = part == 0 ? 0 : ends[part - 1];
            return points.Span[start..ends[part]];
        }
    }

    public int PointCount => points.Count;

    /// <summary>The points of all parts and of the part that is not ended yet.</summary>
    public ReadOnlySpan<GridPoint> All => points.Span;

    public void Clear()
    {
        points.Clear();
        ends.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(GridPoint point)
    {
        if (points.Count == OpenStart || points[points.Count - 1] != point)
            points.Add(point);
    }

    /// <summary>Ends a line; it stays only with two different points.</summary>
    public bool EndLine() => End(points.Count - OpenStart >= 2);

    /// <summary>Ends a part as it is.</summary>
    public void EndChain() => ends.Add(points.Count);

    /// <summary>
    /// Ends a ring: takes off the repeated first point and spikes that go out and come back the same way. It stays only
    /// when it encloses something.
    /// </summary>
    public bool EndRing()
    {
        var start = OpenStart;
        TakeSpikesOff(start);
        var ring = points.Span[start..];
        return End(ring.Length >= 3 && DoubleArea(ring) != 0);
    }

    /// <summary>Makes the last ring turn clockwise on the screen (MVT: exterior) or against it (interior).</summary>
    public void TurnLast(bool clockwise)
    {
        var ring = points.Span[(ends.Count == 1 ? 0 : ends[ends.Count - 2])..];
        if (DoubleArea(ring) > 0 != clockwise)
            ring.Reverse();
    }

    /// <summary>
    /// Twice the area, positive for clockwise on the screen. Exact on the grid of a tile; for shapes that reach far
    /// beyond, right to sixteen digits.
    /// </summary>
    public static double DoubleArea(ReadOnlySpan<GridPoint> ring)
    {
        var area = 0.0;
        var origin = ring[0];
        for (var i = 2; i < ring.Length; i++)
        {
            var (ax, ay) = ((double)ring[i - 1].X - origin.X, (double)ring[i - 1].Y - origin.Y);
            var (bx, by) = ((double)ring[i].X - origin.X, (double)ring[i].Y - origin.Y);
            area += (ax * by) - (ay * bx);
        }

        return area;
    }

    bool End(bool keep)
    {
        if (keep)
            ends.Add(points.Count);
        else
            points.ShortenTo(OpenStart);
        return keep;
    }

    void TakeSpikesOff(int start)
    {
        var kept = start;
        for (var i = start; i < points.Count; i++)
        {
            var point = points[i];
            if (kept - start >= 2 && points[kept - 2] == point)
                kept--;
            else if (kept == start || points[kept - 1] != point)
                points[kept++] = point;
        }

        while (kept - start >= 2 && points[kept - 1] == points[start])
            kept--;
        points.ShortenTo(kept);
        var (first, last) = (start, kept - 1);
        while (last - first >= 2 && (points[last] == points[first + 1] || points[last - 1] == points[first]))
        {
            if (points[last - 1] == points[first])
                last -= 2;
            else
                (first, last) = (first + 1, last - 1);
        }

        var length = Math.Max(0, last - first + 1);
        if (first > start)
            points.Span.Slice(first, length).CopyTo(points.Span[start..]);
        points.ShortenTo(start + length);
    }
}
