using System.Globalization;
using ProjNet.CoordinateSystems;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// The datum VN-2000: the ellipsoid of WGS 84, shifted about 226 m here. The seven parameters to WGS 84 are those of
/// Decision 05/2007/QĐ-BTNMT, which are EPSG:6960 and good to about one metre.
/// </summary>
/// <remarks>
/// The decision prints the rotations in the coordinate-frame sense. <c>TOWGS84</c>, <c>+towgs84</c> and ProjNet read them
/// in the position-vector sense, so their signs are turned here; unturned the answer is 0.54 m wrong. Left to itself,
/// PROJ takes EPSG:5194 south of 11.04° N instead, another 0.80 m off: therefore the parameters are always spelled out.
/// </remarks>
public static class Vn2000
{
    /// <summary>EPSG code of VN-2000 in degrees of latitude and longitude.</summary>
    public const int GeographicSrid = 4756;

    /// <summary>Translations in metres, rotations in arc seconds (position vector), scale in parts per million.</summary>
    public const string ToWgs84Parameters =
        "-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";

    /// <summary>PROJ's definition of geographic VN-2000, for <c>spatial_ref_sys.proj4text</c>.</summary>
    public const string Proj4Text = $"+proj=longlat +ellps=WGS84 +towgs84={ToWgs84Parameters} +no_defs";

    /// <summary>OGC WKT 1 of geographic VN-2000 (longitude first), for <c>spatial_ref_sys.srtext</c> and ProjNet.</summary>
    public const string WellKnownText =
        "GEOGCS[\"VN-2000\",DATUM[\"Vietnam_2000\",SPHEROID[\"WGS 84\",6378137,298.257223563]," +
        $"TOWGS84[{ToWgs84Parameters}]]," +
        "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AXIS[\"Lon\",EAST],AXIS[\"Lat\",NORTH]]";

    internal static readonly GeographicCoordinateSystem Wgs84 = GeographicCoordinateSystem.WGS84;

    internal static string Invariant(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
