using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// Area and length on the ellipsoid of WGS 84, edges being geodesics: the measure that no grid distorts. It is shown
/// beside the legal planar one. Polygons round a pole are not measured rightly.
/// </summary>
public static class GeodesicMeasure
{
    const double SemiMajor = 6378137;
    const double Flattening = 1 / 298.257223563;
    const double SemiMinor = SemiMajor * (1 - Flattening);
    const double EccentricitySquared = Flattening * (2 - Flattening);
    const double LongestPieceMetres = 100_000;
    static readonly double Eccentricity = Math.Sqrt(EccentricitySquared);

    /// <summary>Gauss-Legendre nodes and weights of five points on [0, 1]: Abramowitz and Stegun, table 25.4.</summary>
    static readonly (double Node, double Weight)[] Gauss =
    [
        (0.5, 0.284444444444444444),
        (0.230765344947158454, 0.239314335249683234), (0.769234655052841546, 0.239314335249683234),
        (0.046910077030668004, 0.118463442528094544), (0.953089922969331996, 0.118463442528094544),
    ];

    /// <summary>Metres of the geodesic between two places.</summary>
    public static double DistanceMetres(Wgs84Position from, Wgs84Position to) => Geodesic.Between(from, to).LengthMetres;

    /// <summary>Length of lines, perimeter of polygons, in metres; 0 for points.</summary>
    public static double LengthMetres(Geometry geometryWgs84)
    {
        var metres = 0.0;
        foreach (var sequence in Lines(geometryWgs84))
        {
            for (var i = 1; i < sequence.Count; i++)
                metres += DistanceMetres(At(sequence, i - 1), At(sequence, i));
        }

        return metres;
    }

    /// <summary>Area in square metres, holes taken off; 0 for points and lines.</summary>
    public static double AreaSquareMetres(Geometry geometryWgs84)
    {
        var squareMetres = 0.0;
        for (var i = 0; i < geometryWgs84.NumGeometries; i++)
        {
            switch (geometryWgs84.GetGeometryN(i))
            {
                case Polygon { IsEmpty: false } polygon:
                    squareMetres += RingArea(polygon.ExteriorRing) - polygon.InteriorRings.Sum(RingArea);
                    break;
                case GeometryCollection collection when collection != geometryWgs84:
                    squareMetres += AreaSquareMetres(collection);
                    break;
            }
        }

        return squareMetres;
    }

    static double RingArea(LineString ring)
    {
        var sequence = ring.CoordinateSequence;
        // Measuring from a latitude within the ring instead of the equator keeps the digits of a small parcel.
        var reference = ZoneArea(At(sequence, 0).Latitude * (Math.PI / 180));
        var squareMetres = 0.0;
        for (var i = 1; i < sequence.Count; i++)
            squareMetres += AreaBelow(At(sequence, i - 1), At(sequence, i), reference);
        return Math.Abs(squareMetres);
    }

    /// <summary>
    /// Square metres between a geodesic and the parallel of the reference (0 = the equator), positive eastward: the
    /// integral of the zone's area over longitude, taken along the geodesic.
    /// </summary>
    internal static double AreaBelow(Wgs84Position from, Wgs84Position to, double reference)
    {
        var line = Geodesic.Between(from, to);
        var pieces = (int)Math.Ceiling(line.LengthMetres / LongestPieceMetres);
        var step = line.LengthMetres / pieces;
        var squareMetres = 0.0;
        for (var piece = 0; piece < pieces; piece++)
        {
            foreach (var (node, weight) in Gauss)
            {
                var (latitude, _, azimuth) = Geodesic.Along(line, (piece + node) * step);
                var (sine, cosine) = Math.SinCos(latitude);
                var radiusOfParallel = SemiMajor * cosine / Math.Sqrt(1 - (EccentricitySquared * sine * sine));
                var eastwardRadians = Math.Sin(azimuth) * step / radiusOfParallel;
                squareMetres += weight * (ZoneArea(latitude) - reference) * eastwardRadians;
            }
        }

        return squareMetres;
    }

    /// <summary>
    /// Square metres from the equator to a latitude for one radian of longitude; J. P. Snyder, Map Projections: A
    /// Working Manual, USGS 1395, 1987, equation 3-12 (authalic latitude).
    /// </summary>
    static double ZoneArea(double latitude)
    {
        var sine = Math.Sin(latitude);
        return SemiMinor * SemiMinor / 2
            * ((sine / (1 - (EccentricitySquared * sine * sine))) + (Math.Atanh(Eccentricity * sine) / Eccentricity));
    }

    static Wgs84Position At(CoordinateSequence sequence, int i) => new(sequence.GetY(i), sequence.GetX(i));

    static IEnumerable<CoordinateSequence> Lines(Geometry geometry) => geometry switch
    {
        LineString line => [line.CoordinateSequence],
        Polygon { IsEmpty: true } => [],
        Polygon polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing).Select(ring => ring.CoordinateSequence),
        GeometryCollection collection => collection.Geometries.SelectMany(Lines),
        _ => [],
    };
}
