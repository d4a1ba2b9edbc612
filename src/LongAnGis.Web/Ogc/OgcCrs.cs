using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Filters;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// A reference system that features are given in and asked for in (OGC API - Features, part 2). What is stored is WGS 84;
/// PostGIS carries it to VN-2000 by the official seven parameters, which <c>spatial_ref_sys</c> spells out.
/// </summary>
/// <param name="Srid">The row of <c>spatial_ref_sys</c>.</param>
/// <param name="NorthFirst">Latitude before longitude, as EPSG registers 4326 and 4756. The grids are registered east before north, whatever papers call X.</param>
public sealed record OgcCrs(string Uri, int Srid, bool NorthFirst, bool InDegrees)
{
    /// <summary>WGS 84, longitude before latitude: the default of the standard.</summary>
    public static OgcCrs Crs84 { get; } = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, NorthFirst: false, InDegrees: true);

    public static IReadOnlyList<OgcCrs> All { get; } =
    [
        Crs84,
        Epsg(4326, northFirst: true, inDegrees: true),
        Epsg(3857),
        Epsg(Vn2000.GeographicSrid, northFirst: true, inDegrees: true),
        .. Vn2000Zone.All.Where(zone => zone.Srid is 3405 or (>= 9205 and <= 9218)).Select(zone => Epsg(zone.Srid)),
    ];

    public bool IsStored => Srid == 4326;

    public FilterAxes Axes => new(NorthFirst, InDegrees);

    /// <summary>How its positions are written.</summary>
    public GeoJsonShape Shape => new(NorthFirst, InDegrees ? 9 : 4);

    /// <summary>The system of this URI; the safe CURIE of it (<c>[EPSG:9210]</c>) and the URN that old clients know do as well.</summary>
    public static OgcCrs? Find(string text) => All.FirstOrDefault(one =>
        one.Uri == text || (one != Crs84 && (text == $"[EPSG:{one.Srid}]" || text == $"urn:ogc:def:crs:EPSG::{one.Srid}")));

    static OgcCrs Epsg(int srid, bool northFirst = false, bool inDegrees = false) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://www.opengis.net/def/crs/EPSG/0/{srid}"), srid, northFirst, inDegrees);
}
