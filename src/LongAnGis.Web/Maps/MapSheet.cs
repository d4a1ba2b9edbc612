using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Maps;

/// <summary>
/// A piece of paper with a map on it: what ground it shows, in the plane of VN-2000 / TM-3 105°45′, and how that ground's
/// metres become points of the paper. Grid north is up.
/// </summary>
public sealed class MapSheet
{
    const double PointsPerMetre = 72 / 0.0254;

    /// <summary>Denominators that people read without counting noughts.</summary>
    static readonly double[] Steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10];

    readonly double west;
    readonly double north;
    readonly double pointsPerMetre;

    MapSheet(SKSize size, double denominator, Coordinate centre)
    {
        Size = size;
        Denominator = denominator;
        pointsPerMetre = PointsPerMetre / denominator;
        west = centre.X - size.Width / pointsPerMetre / 2;
        north = centre.Y + size.Height / pointsPerMetre / 2;
    }

    /// <summary>Points of the paper.</summary>
    public SKSize Size { get; }

    /// <summary>The scale is one to this.</summary>
    public double Denominator { get; }

    /// <summary>What is on the sheet: eastings and northings in metres.</summary>
    public Envelope GroundMetres => new(west, west + Size.Width / pointsPerMetre, north - Size.Height / pointsPerMetre, north);

    /// <summary>A sheet of this size with all of the ground on it and some air round it, at an even scale.</summary>
    /// <param name="groundMetres">Eastings and northings; may be a single point.</param>
    /// <param name="largest">The largest scale (smallest denominator) that the content's precision bears.</param>
    public static MapSheet Showing(Envelope groundMetres, SKSize size, double largest = 5_000)
    {
        const double air = 1.35;
        var needed = Math.Max(
            groundMetres.Width * air / size.Width,
            groundMetres.Height * air / size.Height) * PointsPerMetre;
        return new(size, Even(Math.Max(needed, largest)), groundMetres.Centre);
    }

    public SKPoint Place(Coordinate gridMetres) =>
        new((float)((gridMetres.X - west) * pointsPerMetre), (float)((north - gridMetres.Y) * pointsPerMetre));

    /// <summary>Length on paper of a distance on the ground.</summary>
    public float Points(double metres) => (float)(metres * pointsPerMetre);

    static double Even(double denominator)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(denominator)));
        return Steps.Select(step => step * power).First(step => step >= denominator * 0.999);
    }
}
