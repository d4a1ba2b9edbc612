using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace LongAnGis.Core.Coordinates;

/// <summary>Carries positions between a VN-2000 grid and WGS 84 by way of ProjNet. Heights are taken as zero.</summary>
/// <remarks>ProjNet's transformations hold no state while they run, so one instance serves all threads.</remarks>
sealed class Vn2000Transformation
{
    readonly MathTransform toWgs84;
    readonly MathTransform fromWgs84;

    public Vn2000Transformation(string wellKnownText)
    {
        var grid = new CoordinateSystemFactory().CreateFromWkt(wellKnownText);
        var transformations = new CoordinateTransformationFactory();
        toWgs84 = transformations.CreateFromCoordinateSystems(grid, Vn2000.Wgs84).MathTransform;
        fromWgs84 = transformations.CreateFromCoordinateSystems(Vn2000.Wgs84, grid).MathTransform;
    }

    public Wgs84Position ToWgs84(GridPosition position)
    {
        var (longitude, latitude) = toWgs84.Transform(position.Easting, position.Northing);
        return new(latitude, longitude);
    }

    public GridPosition FromWgs84(Wgs84Position position)
    {
        var (easting, northing) = fromWgs84.Transform(position.Longitude, position.Latitude);
        return new(northing, easting);
    }
}
