namespace LongAnGis.Core.Coordinates;

/// <summary>A place on a VN-2000 grid in metres. On Vietnamese paper the northing is called X and the easting Y.</summary>
/// <remarks>EPSG, NTS and ProjNet say it the other way round (x = easting), so neither letter is used in this code.</remarks>
public readonly record struct GridPosition(double Northing, double Easting);
