namespace LongAnGis.Core.Tiles;

/// <summary>
/// Whether the rings of one polygon neither cross nor touch, themselves or each other. Snapping to a grid can make any of
/// that happen to a shape that was sound; MVT 2.1 (section 4.3.4.4) forbids it.
/// </summary>
/// <remarks>
/// Edges are taken from left to right and compared with those that begin before they end. Touching in a single point,
/// which is allowed between rings, counts as unsound too: repair then decides, and keeps it where it may stay.
/// </remarks>
sealed class RingCheck
{
    readonly Growing<Edge> edges = new(256);
    readonly Growing<long> order = new(256);

    internal bool AreSound(GridParts rings)
    {
        edges.Clear();
        order.Clear();
        for (var ring = 0; ring < rings.Count; ring++)
        {
            var points = rings[ring];
            for (var i = 0; i < points.Length; i++)
            {
                var edge = new Edge(points[i], points[i + 1 < points.Length ? i + 1 : 0], ring, i, points.Length);
                // The left end above the edge's number: whole numbers sort several times as fast as edges.
                order.Add(((long)edge.Left << 32) | (uint)edges.Count);
                edges.Add(edge);
            }
        }

        var sorted = order.Span;
        sorted.Sort();
        for (var i = 0; i < sorted.Length; i++)
        {
            ref readonly var edge = ref edges[(int)(uint)sorted[i]];
            for (var k = i + 1; k < sorted.Length && sorted[k] >> 32 <= edge.Right; k++)
            {
                ref readonly var other = ref edges[(int)(uint)sorted[k]];
                if (other.Top <= edge.Bottom && other.Bottom >= edge.Top && Meet(edge, other))
                    return false;
            }
        }

        return true;
    }

    static bool Meet(in Edge edge, in Edge other)
    {
        if (edge.Ring == other.Ring)
        {
            if (edge.IsFollowedBy(other))
                return TurnsBack(edge, other);
            if (other.IsFollowedBy(edge))
                return TurnsBack(other, edge);
        }

        return Math.Sign(GridPoint.Turn(edge.From, edge.To, other.From))
                * Math.Sign(GridPoint.Turn(edge.From, edge.To, other.To)) <= 0
            && Math.Sign(GridPoint.Turn(other.From, other.To, edge.From))
                * Math.Sign(GridPoint.Turn(other.From, other.To, edge.To)) <= 0;
    }

    /// <summary>Whether the second of two successive edges runs back over the first.</summary>
    static bool TurnsBack(in Edge first, in Edge second) =>
        GridPoint.Turn(first.From, first.To, second.To) == 0
        && (((long)first.To.X - first.From.X) * ((long)second.To.X - second.From.X))
            + (((long)first.To.Y - first.From.Y) * ((long)second.To.Y - second.From.Y)) < 0;

    readonly struct Edge(GridPoint from, GridPoint to, int ring, int index, int ringLength)
    {
        public readonly GridPoint From = from;
        public readonly GridPoint To = to;
        public readonly int Ring = ring;
        readonly int index = index;
        readonly int following = index + 1 == ringLength ? 0 : index + 1;

        public int Left => Math.Min(From.X, To.X);

        public int Right => Math.Max(From.X, To.X);

        public int Top => Math.Min(From.Y, To.Y);

        public int Bottom => Math.Max(From.Y, To.Y);

        public bool IsFollowedBy(in Edge other) => following == other.index;
    }
}
