using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// The legal measure: area and length in the plane of a VN-2000 grid, as land certificates state them. The province
/// measures on 105°45′ (EPSG:9210).
/// </summary>
public static class PlanarMeasure
{
    /// <summary>Area of a WGS 84 geometry on the grid in square metres; 0 for points and lines.</summary>
    public static double AreaSquareMetres(Geometry geometryWgs84, Vn2000Zone? zone = null) =>
        (zone ?? Vn2000Zone.LongAn).GeometryFromWgs84(geometryWgs84).Area;

    /// <summary>Length of lines, perimeter of polygons, of a WGS 84 geometry on the grid in metres; 0 for points.</summary>
    public static double LengthMetres(Geometry geometryWgs84, Vn2000Zone? zone = null) =>
        (zone ?? Vn2000Zone.LongAn).GeometryFromWgs84(geometryWgs84).Length;
}
