namespace LongAnGis.Core.Tiles;

/// <summary>How a tile is drawn. Lengths are in units of its grid; a tile is shown 512 pixels wide.</summary>
public sealed record TileOptions
{
    public static TileOptions Default { get; } = new();

    /// <summary>Units along a side.</summary>
    public int Extent { get; init; } = 4096;

    /// <summary>Units beyond each side that are still drawn, so that outlines do not end at the edge: 8 pixels.</summary>
    public int Buffer { get; init; } = 64;

    /// <summary>
    /// What becomes of a polygon that is smaller than a pixel: true draws it as a square of one pixel, so that what
    /// exists is seen on an overview; false leaves out what has no area left on the grid, as PostGIS does.
    /// </summary>
    public bool KeepsSmallPolygons { get; init; } = true;

    /// <summary>Texts are cut to so many characters: a tile labels a map, it does not describe.</summary>
    public int LongestText { get; init; } = 200;

    internal int Pixel => Extent / 512;

    internal GridBox Box => new(-Buffer, Extent + Buffer);
}
