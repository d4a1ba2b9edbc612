using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Osm;

/// <summary>
/// What of an extract is kept. Long An and its neighbours fill a window of the map; local roads, ditches and hamlets are
/// kept only in the province itself and a little beyond its border, so that the surroundings do not outweigh it.
/// </summary>
sealed class MapWindow(Geometry? province)
{
    /// <summary>The map window, WGS 84 degrees.</summary>
    public static readonly Envelope Extent = new(105.3, 107.0, 10.2, 11.2);

    public const string Text = "105,3–107,0° Đ, 10,2–11,2° B";

    /// <summary>How far beyond the border local things are kept: about 2 km, in degrees.</summary>
    const double Margin = 0.02;

    readonly NetTopologySuite.Geometries.Prepared.IPreparedGeometry? province = province is null or { IsEmpty: true }
        ? null
        : NetTopologySuite.Geometries.Prepared.PreparedGeometryFactory.Prepare(province.Buffer(Margin));

    /// <summary>Whether a thing is kept; a database without the province's outline keeps everything in the window.</summary>
    public bool Keeps(Geometry place, bool isLocal) =>
        Extent.Intersects(place.EnvelopeInternal) && (!isLocal || province is null || province.Intersects(place));
}
