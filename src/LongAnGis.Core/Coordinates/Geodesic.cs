namespace LongAnGis.Core.Coordinates;

/// <summary>
/// The shortest line between two places on the ellipsoid of WGS 84: its length, its direction, its points. Good to
/// 0.1 mm; refuses pairs that are nearly opposite on the globe, where the solution does not settle.
/// </summary>
/// <remarks>
/// T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid with application of nested equations",
/// Survey Review XXIII (176), 1975; the letters are his.
/// </remarks>
static class Geodesic
{
    const double A = 6378137;
    const double F = 1 / 298.257223563;
    const double B = A * (1 - F);
    const double SecondEccentricitySquared = ((A * A) - (B * B)) / (B * B);

    /// <summary>A geodesic from a start, in radians; azimuth clockwise from north.</summary>
    internal readonly record struct Line(double Latitude, double Longitude, double Azimuth, double LengthMetres);

    /// <exception cref="ArgumentException">The places are nearly opposite on the globe.</exception>
    internal static Line Between(Wgs84Position from, Wgs84Position to)
    {
        var (phi1, phi2) = (Radians(from.Latitude), Radians(to.Latitude));
        var l = Math.IEEERemainder(Radians(to.Longitude) - Radians(from.Longitude), 2 * Math.PI);
        var (sinU1, cosU1) = Reduced(phi1);
        var (sinU2, cosU2) = Reduced(phi2);
        var lambda = l;
        for (var iteration = 0; iteration < 200; iteration++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var east = cosU2 * sinLambda;
            var north = (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda);
            var sinSigma = Math.Sqrt((east * east) + (north * north));
            if (sinSigma == 0)
                return new(phi1, Radians(from.Longitude), 0, 0);

            var cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            var cosSquaredAlpha = 1 - (sinAlpha * sinAlpha);
            // On the equator cos²α is zero and the term has no meaning: Vincenty takes it as zero.
            var cos2SigmaM = cosSquaredAlpha < 1e-15 ? 0 : cosSigma - (2 * sinU1 * sinU2 / cosSquaredAlpha);
            var before = lambda;
            lambda = l + LongitudeCorrection(sigma, sinSigma, cosSigma, cos2SigmaM, sinAlpha, cosSquaredAlpha);
            if (Math.Abs(lambda - before) > 1e-13)
                continue;

            var (a, b) = Coefficients(cosSquaredAlpha);
            var length = B * a * (sigma - DeltaSigma(b, sinSigma, cosSigma, cos2SigmaM));
            return new(phi1, Radians(from.Longitude), Math.Atan2(east, north), length);
        }

        throw new ArgumentException("The two places are nearly opposite on the globe; no geodesic was found.", nameof(to));
    }

    /// <summary>Latitude, longitude and azimuth, in radians, after so many metres along the line.</summary>
    internal static (double Latitude, double Longitude, double Azimuth) Along(Line line, double metres)
    {
        var (sinAlpha1, cosAlpha1) = Math.SinCos(line.Azimuth);
        var (sinU1, cosU1) = Reduced(line.Latitude);
        var sigma1 = Math.Atan2(sinU1, cosU1 * cosAlpha1);
        var sinAlpha = cosU1 * sinAlpha1;
        var cosSquaredAlpha = 1 - (sinAlpha * sinAlpha);
        var (a, b) = Coefficients(cosSquaredAlpha);
        var first = metres / (B * a);
        var sigma = first;
        double sinSigma, cosSigma, cos2SigmaM;
        var iteration = 0;
        do
        {
            (sinSigma, cosSigma) = Math.SinCos(sigma);
            cos2SigmaM = Math.Cos((2 * sigma1) + sigma);
            var next = first + DeltaSigma(b, sinSigma, cosSigma, cos2SigmaM);
            if (Math.Abs(next - sigma) < 1e-14)
                break;

            sigma = next;
        }
        while (++iteration < 50);

        var along = (sinU1 * sinSigma) - (cosU1 * cosSigma * cosAlpha1);
        var latitude = Math.Atan2(
            (sinU1 * cosSigma) + (cosU1 * sinSigma * cosAlpha1),
            (1 - F) * Math.Sqrt((sinAlpha * sinAlpha) + (along * along)));
        var lambda = Math.Atan2(sinSigma * sinAlpha1, (cosU1 * cosSigma) - (sinU1 * sinSigma * cosAlpha1));
        var l = lambda - LongitudeCorrection(sigma, sinSigma, cosSigma, cos2SigmaM, sinAlpha, cosSquaredAlpha);
        return (latitude, line.Longitude + l, Math.Atan2(sinAlpha, -along));
    }

    static (double Sin, double Cos) Reduced(double latitude) => Math.SinCos(Math.Atan((1 - F) * Math.Tan(latitude)));

    static (double A, double B) Coefficients(double cosSquaredAlpha)
    {
        var u = cosSquaredAlpha * SecondEccentricitySquared;
        var a = 1 + (u / 16384 * (4096 + (u * (-768 + (u * (320 - (175 * u)))))));
        var b = u / 1024 * (256 + (u * (-128 + (u * (74 - (47 * u))))));
        return (a, b);
    }

    static double DeltaSigma(double b, double sinSigma, double cosSigma, double cos2SigmaM)
    {
        var square = cos2SigmaM * cos2SigmaM;
        return b * sinSigma * (cos2SigmaM + (b / 4 * ((cosSigma * (-1 + (2 * square)))
            - (b / 6 * cos2SigmaM * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * square))))));
    }

    static double LongitudeCorrection(
        double sigma, double sinSigma, double cosSigma, double cos2SigmaM, double sinAlpha, double cosSquaredAlpha)
    {
        var c = F / 16 * cosSquaredAlpha * (4 + (F * (4 - (3 * cosSquaredAlpha))));
        return (1 - c) * F * sinAlpha
            * (sigma + (c * sinSigma * (cos2SigmaM + (c * cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM))))));
    }

    static double Radians(double degrees) => degrees * (Math.PI / 180);
}
