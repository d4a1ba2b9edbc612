using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// One transverse Mercator grid of VN-2000: a central meridian and the scale on it. False easting 500 000 m, false
/// northing 0. Three-degree zones (0.9999) serve parcels and maps from 1:10 000 up, six-degree zones (0.9996) the rest.
/// </summary>
/// <remarks>
/// A document keeps the meridian it was drawn in: Long An 105°45′, former Tây Ninh 105°30′, even after the merger.
/// EPSG:6956-6959 are refused: they are registered with false easting and northing exchanged, and deprecated for it.
/// </remarks>
public sealed class Vn2000Zone
{
    readonly Lazy<Vn2000Transformation> transformation;

    Vn2000Zone(int srid, string name, int degrees, int minutes, double scale = 0.9999)
    {
        Srid = srid;
        Name = name;
        CentralMeridian = degrees + (minutes / 60.0);
        MeridianText = $"{degrees}°{minutes:00}′";
        ScaleOnMeridian = scale;
        transformation = new(() => new Vn2000Transformation(WellKnownText));
    }

    /// <summary>The grids registered by EPSG: six-degree zones, three-degree zones and the provinces' own meridians.</summary>
    public static IReadOnlyList<Vn2000Zone> All { get; } =
    [
        new(3405, "VN-2000 / UTM zone 48N", 105, 0, 0.9996),
        new(3406, "VN-2000 / UTM zone 49N", 111, 0, 0.9996),
        new(5896, "VN-2000 / TM-3 zone 481", 102, 0),
        new(5897, "VN-2000 / TM-3 zone 482", 105, 0),
        new(5898, "VN-2000 / TM-3 zone 491", 108, 0),
        new(5899, "VN-2000 / TM-3 107-45", 107, 45),
        new(9205, "VN-2000 / TM-3 103-00", 103, 0),
        new(9206, "VN-2000 / TM-3 104-00", 104, 0),
        new(9207, "VN-2000 / TM-3 104-30", 104, 30),
        new(9208, "VN-2000 / TM-3 104-45", 104, 45),
        new(9209, "VN-2000 / TM-3 105-30", 105, 30),
        new(9210, "VN-2000 / TM-3 105-45", 105, 45),
        new(9211, "VN-2000 / TM-3 106-00", 106, 0),
        new(9212, "VN-2000 / TM-3 106-15", 106, 15),
        new(9213, "VN-2000 / TM-3 106-30", 106, 30),
        new(9214, "VN-2000 / TM-3 107-00", 107, 0),
        new(9215, "VN-2000 / TM-3 107-15", 107, 15),
        new(9216, "VN-2000 / TM-3 107-30", 107, 30),
        new(9217, "VN-2000 / TM-3 108-15", 108, 15),
        new(9218, "VN-2000 / TM-3 108-30", 108, 30),
    ];

    /// <summary>105°45′, scale 0.9999: parcels and official areas of Long An.</summary>
    public static Vn2000Zone LongAn { get; } = Find(9210)!;

    /// <summary>105°30′, scale 0.9999: papers of Tây Ninh as it was before the merger.</summary>
    public static Vn2000Zone FormerTayNinh { get; } = Find(9209)!;

    /// <summary>105°00′, scale 0.9996: provincial maps.</summary>
    public static Vn2000Zone SixDegrees48 { get; } = Find(3405)!;

    public int Srid { get; }

    public string Name { get; }

    /// <summary>Central meridian in degrees east of Greenwich.</summary>
    public double CentralMeridian { get; }

    /// <summary>The meridian as papers write it, such as 105°45′.</summary>
    public string MeridianText { get; }

    public double ScaleOnMeridian { get; }

    /// <summary>PROJ's definition with the seven parameters spelled out, for <c>spatial_ref_sys.proj4text</c>.</summary>
    /// <remarks>
    /// PostGIS asks PROJ for <c>auth_name:auth_srid</c> before it reads this text, and PROJ then chooses EPSG:5194:
    /// rows of VN-2000 must not carry <c>EPSG</c> as their <c>auth_name</c>.
    /// </remarks>
    public string Proj4Text =>
        $"+proj=tmerc +lat_0=0 +lon_0={Vn2000.Invariant(CentralMeridian)} +k={Vn2000.Invariant(ScaleOnMeridian)} " +
        $"+x_0=500000 +y_0=0 +ellps=WGS84 +towgs84={Vn2000.ToWgs84Parameters} +units=m +no_defs";

    /// <summary>OGC WKT 1 (easting first), for <c>spatial_ref_sys.srtext</c> and ProjNet.</summary>
    public string WellKnownText =>
        $"PROJCS[\"{Name}\",{Vn2000.WellKnownText},PROJECTION[\"Transverse_Mercator\"]," +
        "PARAMETER[\"latitude_of_origin\",0]," +
        $"PARAMETER[\"central_meridian\",{Vn2000.Invariant(CentralMeridian)}]," +
        $"PARAMETER[\"scale_factor\",{Vn2000.Invariant(ScaleOnMeridian)}]," +
        "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0]," +
        "UNIT[\"metre\",1],AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]]";

    /// <summary>The grid with this EPSG code; null for any other code, the broken 6956-6959 included.</summary>
    public static Vn2000Zone? Find(int srid) => All.FirstOrDefault(zone => zone.Srid == srid);

    /// <summary>Whether the code is one of the four that EPSG withdrew because easting and northing are exchanged.</summary>
    public static bool IsBroken(int srid) => srid is >= 6956 and <= 6959;

    public Wgs84Position ToWgs84(GridPosition position) => transformation.Value.ToWgs84(position);

    public GridPosition FromWgs84(Wgs84Position position) => transformation.Value.FromWgs84(position);

    /// <summary>A copy of a WGS 84 geometry (NTS X = longitude) on this grid (NTS X = easting, metres).</summary>
    public Geometry GeometryFromWgs84(Geometry geometryWgs84) =>
        geometryWgs84.Placed(Srid, (x, y) =>
        {
            var grid = FromWgs84(new Wgs84Position(Latitude: y, Longitude: x));
            return (grid.Easting, grid.Northing);
        });

    /// <summary>A copy of a geometry on this grid (NTS X = easting, metres) in WGS 84 (NTS X = longitude).</summary>
    public Geometry GeometryToWgs84(Geometry geometryOnGrid) =>
        geometryOnGrid.Placed(4326, (x, y) =>
        {
            var position = ToWgs84(new GridPosition(Northing: y, Easting: x));
            return (position.Longitude, position.Latitude);
        });

    public override string ToString() => Name;
}
