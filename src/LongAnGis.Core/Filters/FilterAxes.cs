namespace LongAnGis.Core.Filters;

/// <summary>How the reference system of a filter writes a position.</summary>
/// <param name="NorthFirst">Latitude or northing comes before longitude or easting, as EPSG:4326 has it.</param>
/// <param name="InDegrees">Longitudes go round the world, so that a box may cross the antimeridian.</param>
public sealed record FilterAxes(bool NorthFirst, bool InDegrees)
{
    /// <summary>CRS84: longitude before latitude.</summary>
    public static FilterAxes Default { get; } = new(NorthFirst: false, InDegrees: true);
}
