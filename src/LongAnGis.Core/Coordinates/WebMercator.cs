using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// Web Mercator (EPSG:3857), used to draw and never to measure: lengths here are 1.7 % too long, areas 3.5 % too large.
/// </summary>
public static class WebMercator
{
    /// <summary>Half the width of the projected world in metres: π times the radius 6 378 137 m.</summary>
    public const double HalfWorldMetres = Math.PI * 6378137;

    /// <summary>The latitude at which the world becomes a square: atan(sinh π).</summary>
    public const double MaxLatitude = 85.0511287798066;

    /// <summary>Metres east of Greenwich and north of the equator; latitudes beyond the square are drawn at its edge.</summary>
    public static (double EastingMetres, double NorthingMetres) FromWgs84(Wgs84Position position)
    {
        var (right, down) = ToUnitSquare(position.Longitude, position.Latitude);
        return ((right - 0.5) * 2 * HalfWorldMetres, (0.5 - down) * 2 * HalfWorldMetres);
    }

    public static Wgs84Position ToWgs84(double eastingMetres, double northingMetres) =>
        FromUnitSquare(0.5 + (eastingMetres / (2 * HalfWorldMetres)), 0.5 - (northingMetres / (2 * HalfWorldMetres)));

    /// <summary>A copy of a WGS 84 geometry (NTS X = longitude) in metres of this projection.</summary>
    public static Geometry GeometryFromWgs84(Geometry geometryWgs84) =>
        geometryWgs84.Placed(3857, (longitude, latitude) => FromWgs84(new Wgs84Position(latitude, longitude)));

    /// <summary>The world as a square of side one with its origin in the north-west, as tiles count it.</summary>
    internal static (double Right, double Down) ToUnitSquare(double longitude, double latitude)
    {
        var sine = Math.Sin(Math.Clamp(latitude, -MaxLatitude, MaxLatitude) * (Math.PI / 180));
        return (0.5 + (longitude / 360), 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
    }

    internal static Wgs84Position FromUnitSquare(double right, double down) =>
        new(Math.Atan(Math.Sinh(Math.PI * (1 - (2 * down)))) * (180 / Math.PI), (right * 360) - 180);
}
