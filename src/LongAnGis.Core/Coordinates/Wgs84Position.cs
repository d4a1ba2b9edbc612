namespace LongAnGis.Core.Coordinates;

/// <summary>A place on WGS 84 (EPSG:4326) in decimal degrees; north and east are positive.</summary>
/// <remarks>The axes carry their names because the order does not: GeoJSON and NTS write longitude first, people latitude.</remarks>
public readonly record struct Wgs84Position(double Latitude, double Longitude)
{
    /// <summary>Whether both are finite and on the globe.</summary>
    public bool IsOnTheGlobe => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;
}
