namespace LongAnGis.Core.Tiles;

/// <summary>Geometry types of MVT 2.1, section 4.3.4, in rising dimension.</summary>
public enum TileGeometryType
{
    Unknown = 0,
    Point = 1,
    Line = 2,
    Polygon = 3,
}
