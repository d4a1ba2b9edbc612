namespace LongAnGis.Core.Tiles;

/// <summary>Keeps what of a line lies within a box; a line that leaves and returns becomes several.</summary>
/// <remarks>Y.-D. Liang and B. A. Barsky, A New Concept and Method for Line Clipping, ACM TOG 3 (1), 1984.</remarks>
static class LineClip
{
    internal static void Clip(ReadOnlySpan<GridPoint> line, GridBox box, GridParts kept)
    {
        var open = false;
        for (var i = 1; i < line.Length; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            if (Inside(from, to, box) is not { } part)
                continue;

            if (open && part.From > 0)
                kept.EndLine();
            kept.Add(At(from, to, part.From));
            kept.Add(At(from, to, part.To));
            open = part.To >= 1;
            if (!open)
                kept.EndLine();
        }

        if (open)
            kept.EndLine();
    }

    /// <summary>Where along the segment, from 0 to 1, it enters and leaves the box; null when it misses it.</summary>
    static (double From, double To)? Inside(GridPoint from, GridPoint to, GridBox box)
    {
        if (box.Holds(from) && box.Holds(to))
            return (0, 1);

        var (enter, leave) = (0.0, 1.0);
        return Narrow(from.X, to.X, box, ref enter, ref leave) && Narrow(from.Y, to.Y, box, ref enter, ref leave)
            ? (enter, leave)
            : null;
    }

    static bool Narrow(double from, double to, GridBox box, ref double enter, ref double leave)
    {
        if (from == to)
            return from >= box.Low && from <= box.High;

        var (low, high) = ((box.Low - from) / (to - from), (box.High - from) / (to - from));
        enter = Math.Max(enter, Math.Min(low, high));
        leave = Math.Min(leave, Math.Max(low, high));
        return enter <= leave;
    }

    static GridPoint At(GridPoint from, GridPoint to, double part) => part switch
    {
        <= 0 => from,
        >= 1 => to,
        _ => new(
            (int)Math.Round(from.X + ((to.X - (double)from.X) * part)),
            (int)Math.Round(from.Y + ((to.Y - (double)from.Y) * part))),
    };
}
