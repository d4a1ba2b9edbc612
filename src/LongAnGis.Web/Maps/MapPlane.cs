using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Maps;

/// <summary>The plane that a map is drawn on: the grid of papers, or the one that web tiles share.</summary>
public sealed class MapPlane
{
    readonly Func<Geometry, Geometry> fromWgs84;
    readonly Func<double, double, Wgs84Position> toWgs84;

    MapPlane(Func<Geometry, Geometry> fromWgs84, Func<double, double, Wgs84Position> toWgs84) =>
        (this.fromWgs84, this.toWgs84) = (fromWgs84, toWgs84);

    /// <summary>VN-2000 / TM-3 105°45′ (EPSG:9210): scales are exact, lengths can be measured.</summary>
    public static MapPlane Grid { get; } = new(
        Vn2000Zone.LongAn.GeometryFromWgs84,
        (easting, northing) => Vn2000Zone.LongAn.ToWgs84(new GridPosition(Northing: northing, Easting: easting)));

    /// <summary>Degrees of WGS 84 laid out as they are, for programs that ask for maps so (X = longitude).</summary>
    public static MapPlane Degrees { get; } = new(geometry => geometry.Copy(), (longitude, latitude) => new(latitude, longitude));

    /// <summary>Another grid of VN-2000.</summary>
    public static MapPlane Of(Vn2000Zone zone) => new(
        zone.GeometryFromWgs84, (easting, northing) => zone.ToWgs84(new GridPosition(Northing: northing, Easting: easting)));

    /// <summary>Web Mercator (EPSG:3857), for tiles and programs.</summary>
    public static MapPlane Mercator { get; } = new(WebMercator.GeometryFromWgs84, WebMercator.ToWgs84);

    /// <summary>A copy of a WGS 84 geometry (NTS X = longitude) on the plane (NTS X = easting, metres).</summary>
    public Geometry FromWgs84(Geometry geometryWgs84) => fromWgs84(geometryWgs84);

    public Coordinate Place(Wgs84Position position) =>
        fromWgs84(new Point(position.Longitude, position.Latitude) { SRID = 4326 }).Coordinate;

    /// <summary>What of the plane a box of degrees takes.</summary>
    public Envelope Cover(Region region)
    {
        var ground = new Envelope();
        foreach (var latitude in new[] { region.South, region.North })
        {
            foreach (var longitude in new[] { region.West, region.East })
                ground.ExpandToInclude(Place(new(latitude, longitude)));
        }

        return ground;
    }

    /// <summary>The degrees that a window on the plane covers (X = longitude).</summary>
    /// <remarks>The grid is turned by up to half a degree against the meridians: corners and middles of the sides bound it.</remarks>
    public Envelope WindowWgs84(Envelope metres)
    {
        var window = new Envelope();
        foreach (var easting in new[] { metres.MinX, metres.Centre.X, metres.MaxX })
        {
            foreach (var northing in new[] { metres.MinY, metres.Centre.Y, metres.MaxY })
            {
                var place = toWgs84(easting, northing);
                window.ExpandToInclude(place.Longitude, place.Latitude);
            }
        }

        return window;
    }
}
