namespace LongAnGis.Core.Tiles;

/// <summary>
/// Cuts a polygon's rings at the four sides of a box. At each side the pieces of rings that lie inside are joined along
/// the side, between neighbouring crossings, so that a shape cut in two becomes two rings and no edge runs twice.
/// </summary>
/// <remarks>
/// Exterior rings must turn clockwise and interior ones against it: then every stretch of a side that lies in the polygon
/// begins where a ring leaves the box and ends where a ring enters it. Where rounding broke that, the cut is given up.
/// </remarks>
sealed class RingCut
{
    readonly GridParts chains = new();
    readonly Growing<Crossing> crossings = new();
    readonly Growing<int> next = new();
    GridParts one = new();
    GridParts other = new();

    /// <summary>The rings within the box, or null when they cannot be joined.</summary>
    internal GridParts? Cut(GridParts rings, GridBox box)
    {
        var source = rings;
        foreach (var side in (ReadOnlySpan<Side>)[
            new(IsX: true, box.Low, Sign: 1), new(IsX: true, box.High, Sign: -1),
            new(IsX: false, box.Low, Sign: 1), new(IsX: false, box.High, Sign: -1)])
        {
            one.Clear();
            if (!CutAt(side, source, one))
                return null;
            (source, one, other) = (one, other, one);
        }

        return source;
    }

    bool CutAt(Side side, GridParts source, GridParts target)
    {
        chains.Clear();
        crossings.Clear();
        for (var ring = 0; ring < source.Count; ring++)
            Split(source[ring], side, target);
        return Join(side, target);
    }

    /// <summary>Keeps a ring that lies inside; of a ring that crosses, puts the inner pieces among the chains.</summary>
    void Split(ReadOnlySpan<GridPoint> ring, Side side, GridParts target)
    {
        var outside = 0;
        while (outside < ring.Length && side.Holds(ring[outside]))
            outside++;
        if (outside == ring.Length)
        {
            foreach (var point in ring)
                target.Add(point);
            target.EndRing();
            return;
        }

        var before = ring[outside];
        var within = false;
        for (var i = 1; i <= ring.Length; i++)
        {
            var point = ring[outside + i < ring.Length ? outside + i : outside + i - ring.Length];
            if (side.Holds(point) != within)
            {
                var (crossing, position) = side.Cross(before, point);
                crossings.Add(new(position, chains.Count, Enters: !within));
                chains.Add(crossing);
                if (within)
                    chains.EndChain();
                within = !within;
            }

            if (within)
                chains.Add(point);
            before = point;
        }
    }

    /// <summary>Joins each chain's end with the beginning of the chain that enters at the next crossing of the side.</summary>
    bool Join(Side side, GridParts target)
    {
        var sorted = crossings.Span;
        sorted.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        next.Clear();
        for (var chain = 0; chain < chains.Count; chain++)
            next.Add(-1);
        for (var i = 0; i < sorted.Length; i += 2)
        {
            // Crossings at one place have no order; take the one that makes a pair.
            for (var k = i + 2; sorted[i].Enters == sorted[i + 1].Enters; k++)
            {
                if (k >= sorted.Length || sorted[k].Position != sorted[i + 1].Position)
                    return false;
                (sorted[i + 1], sorted[k]) = (sorted[k], sorted[i + 1]);
            }

            var (leaving, entering) = sorted[i].Enters ? (sorted[i + 1], sorted[i]) : (sorted[i], sorted[i + 1]);
            next[leaving.Chain] = entering.Chain;
        }

        for (var first = 0; first < chains.Count; first++)
        {
            if (next[first] < 0)
                continue;
            var chain = first;
            while (next[chain] is >= 0 and var following)
            {
                foreach (var point in chains[chain])
                    target.Add(point);
                next[chain] = -1;
                chain = following;
            }

            target.EndRing();
        }

        return true;
    }

    readonly record struct Crossing(double Position, int Chain, bool Enters);

    /// <summary>One side of the box: x or y of a kept point, times the sign, is at least that of the bound.</summary>
    readonly record struct Side(bool IsX, int Bound, int Sign)
    {
        internal bool Holds(GridPoint point) => ((IsX ? point.X : point.Y) - Bound) * Sign >= 0;

        /// <summary>Where an edge crosses the side, on the grid, and before rounding along the side.</summary>
        internal (GridPoint Point, double Position) Cross(GridPoint from, GridPoint to)
        {
            var (across, acrossTo) = IsX ? (from.X, to.X) : (from.Y, to.Y);
            var (along, alongTo) = IsX ? (from.Y, to.Y) : (from.X, to.X);
            var part = ((double)Bound - across) / ((double)acrossTo - across);
            var position = along + (((double)alongTo - along) * part);
            var rounded = (int)Math.Round(position);
            return (IsX ? new(Bound, rounded) : new(rounded, Bound), position);
        }
    }
}
