using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace LongAnGis.Core.Lookup;

/// <summary>What the numbers of a table are measured in: a grid of VN-2000, WGS 84 degrees, or WGS 84 / UTM zone 48N.</summary>
public sealed class ReferenceFrame
{
    readonly Func<double, double, Wgs84Position> toWgs84;
    readonly Func<Wgs84Position, (double North, double East)> fromWgs84;

    ReferenceFrame(
        int srid, Bilingual name, Vn2000Zone? zone,
        Func<double, double, Wgs84Position> toWgs84, Func<Wgs84Position, (double North, double East)> fromWgs84)
    {
        (Srid, Name, Zone) = (srid, name, zone);
        (this.toWgs84, this.fromWgs84) = (toWgs84, fromWgs84);
    }

    /// <summary>Latitude and longitude in decimal degrees (EPSG:4326).</summary>
    public static ReferenceFrame Wgs84 { get; } = new(
        4326, new("WGS 84, độ", "WGS 84, degrees"), null,
        (latitude, longitude) => new(latitude, longitude), position => (position.Latitude, position.Longitude));

    /// <summary>What many GPS receivers show (EPSG:32648); about 226 m beside the six-degree grid of VN-2000.</summary>
    public static ReferenceFrame Utm48 { get; } = UtmOfWgs84();

    /// <summary>
    /// All that a paper in Vietnam can be in, the province's own first: Long An's meridian, that of the former Tây Ninh, the
    /// six-degree grid of provincial maps, then the others.
    /// </summary>
    public static IReadOnlyList<ReferenceFrame> All { get; } =
    [
        .. new[] { Vn2000Zone.LongAn, Vn2000Zone.FormerTayNinh, Vn2000Zone.SixDegrees48 }.Select(Of),
        Wgs84,
        Utm48,
        .. Vn2000Zone.All.Where(zone => zone.Srid is not (9210 or 9209 or 3405)).Select(Of),
    ];

    /// <summary>EPSG code.</summary>
    public int Srid { get; }

    public Bilingual Name { get; }

    /// <summary>The grid of VN-2000; null for the two frames of WGS 84.</summary>
    public Vn2000Zone? Zone { get; }

    public bool IsDegrees => this == Wgs84;

    public static ReferenceFrame? Find(int srid) => All.FirstOrDefault(frame => frame.Srid == srid);

    static ReferenceFrame Of(Vn2000Zone zone) => new(
        zone.Srid, CoordinateFormat.Name(zone), zone,
        (north, east) => zone.ToWgs84(new(Northing: north, Easting: east)),
        position =>
        {
            var grid = zone.FromWgs84(position);
            return (grid.Northing, grid.Easting);
        });

    /// <summary>Where a corner is.</summary>
    /// <param name="north">Northing in metres, or latitude in degrees.</param>
    /// <param name="east">Easting in metres, or longitude in degrees.</param>
    public Wgs84Position Place(double north, double east) => toWgs84(north, east);

    /// <summary>What a place is in this frame: northing and easting in metres, or latitude and longitude in degrees.</summary>
    public (double North, double East) Locate(Wgs84Position position) => fromWgs84(position);

    public override string ToString() => Srid.ToString(CultureInfo.InvariantCulture);

    static ReferenceFrame UtmOfWgs84()
    {
        var (utm, degrees) = (ProjectedCoordinateSystem.WGS84_UTM(48, zoneIsNorth: true), GeographicCoordinateSystem.WGS84);
        var transformations = new CoordinateTransformationFactory();
        var toDegrees = transformations.CreateFromCoordinateSystems(utm, degrees).MathTransform;
        var toMetres = transformations.CreateFromCoordinateSystems(degrees, utm).MathTransform;
        return new(
            32648, new("WGS 84 / UTM múi 48N", "WGS 84 / UTM zone 48N"), null,
            (north, east) =>
            {
                var (longitude, latitude) = toDegrees.Transform(east, north);
                return new(latitude, longitude);
            },
            position =>
            {
                var (easting, northing) = toMetres.Transform(position.Longitude, position.Latitude);
                return (northing, easting);
            });
    }
}
