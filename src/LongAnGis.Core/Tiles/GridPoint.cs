namespace LongAnGis.Core.Tiles;

/// <summary>A place on a tile's grid: units right (x) and down (y) of its north-west corner, as MVT counts them.</summary>
readonly record struct GridPoint(int X, int Y)
{
    /// <summary>Twice the area of the triangle a, b, c; positive when it turns clockwise on the screen (y down).</summary>
    internal static long Turn(GridPoint a, GridPoint b, GridPoint c) =>
        (((long)b.X - a.X) * ((long)c.Y - a.Y)) - (((long)b.Y - a.Y) * ((long)c.X - a.X));
}

/// <summary>The part of the grid that a tile keeps: its extent and a buffer round it, borders included.</summary>
readonly record struct GridBox(int Low, int High)
{
    internal bool Holds(GridPoint point) => point.X >= Low && point.X <= High && point.Y >= Low && point.Y <= High;
}
