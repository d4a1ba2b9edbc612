namespace LongAnGis.Core.Tiles;

/// <summary>Writes rings so that each exterior ring is followed by the interior rings that lie in it (MVT 2.1, 4.3.3.3).</summary>
static class RingOrder
{
    /// <summary>
    /// Whether each interior ring lies in an exterior one. The lobes of a ring that crossed itself outside the tile do not:
    /// one of them turns the wrong way.
    /// </summary>
    internal static bool IsComplete(GridParts rings)
    {
        for (var hole = 0; hole < rings.Count; hole++)
        {
            if (!IsShell(rings[hole]) && ShellOf(hole, rings) < 0)
                return false;
        }

        return true;
    }

    internal static void Write(GridParts rings, CommandWriter commands)
    {
        for (var shell = 0; shell < rings.Count; shell++)
        {
            if (!IsShell(rings[shell]))
                continue;

            commands.Ring(rings[shell]);
            for (var hole = 0; hole < rings.Count; hole++)
            {
                if (!IsShell(rings[hole]) && ShellOf(hole, rings) == shell)
                    commands.Ring(rings[hole]);
            }
        }
    }

    /// <summary>The first shell that holds the hole, -1 for none. Shells of one polygon do not overlap.</summary>
    static int ShellOf(int hole, GridParts rings)
    {
        for (var shell = 0; shell < rings.Count; shell++)
        {
            if (IsShell(rings[shell]) && LiesIn(rings[hole], rings[shell]))
                return shell;
        }

        return -1;
    }

    static bool IsShell(ReadOnlySpan<GridPoint> ring) => GridParts.DoubleArea(ring) > 0;

    /// <summary>Whether a hole lies in a shell, judged by its first corner that is not on the shell itself.</summary>
    static bool LiesIn(ReadOnlySpan<GridPoint> hole, ReadOnlySpan<GridPoint> shell)
    {
        foreach (var corner in hole)
        {
            if (Side(corner, shell) is var side and not 0)
                return side > 0;
        }

        return true;
    }

    /// <summary>1 inside, 0 on the ring, -1 outside: crossings of the ray to the right are counted.</summary>
    static int Side(GridPoint point, ReadOnlySpan<GridPoint> ring)
    {
        var inside = false;
        var before = ring[^1];
        foreach (var corner in ring)
        {
            var turn = GridPoint.Turn(before, corner, point);
            if (turn == 0 && Between(before.X, corner.X, point.X) && Between(before.Y, corner.Y, point.Y))
                return 0;
            if (before.Y > point.Y != corner.Y > point.Y && turn > 0 == corner.Y > before.Y)
                inside = !inside;
            before = corner;
        }

        return inside ? 1 : -1;
    }

    static bool Between(int a, int b, int value) => value >= Math.Min(a, b) && value <= Math.Max(a, b);
}
