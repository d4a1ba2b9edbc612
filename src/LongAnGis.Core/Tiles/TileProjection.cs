using System.Runtime.CompilerServices;
using LongAnGis.Core.Coordinates;

namespace LongAnGis.Core.Tiles;

/// <summary>
/// Carries degrees of WGS 84 to the grid of one tile by the spherical Mercator projection. Near the tile, and within the
/// tropics, the projection is its Taylor series: ten times as fast as sine and logarithm, right to 0.001 unit at zoom 18.
/// </summary>
readonly struct TileProjection
{
    /// <summary>Within 0.05 rad (2.9°) the first term left out is about 0.05⁸/8 = 5e-12 rad; a unit at zoom 18 is 6e-9.</summary>
    const double SeriesReach = 0.05;

    /// <summary>Towards the poles the series converges worse and worse: beyond 0.41 rad (23.5°) it is not used.</summary>
    const double SeriesLimit = 0.41;

    /// <summary>Keeps the grid within 32 bits with room for differences; four worlds wide at the deepest zoom.</summary>
    const double Farthest = 1 << 30;

    readonly double unitsPerDegree;
    readonly double left;
    readonly double worldUnits;
    readonly double top;
    readonly double middle;
    readonly double reach;
    readonly Series series;

    public TileProjection(TileAddress tile, int extent)
    {
        worldUnits = (double)extent * (1 << tile.Zoom);
        unitsPerDegree = worldUnits / 360;
        left = (180 * unitsPerDegree) - ((double)tile.Column * extent);
        top = (double)tile.Row * extent;
        middle = WebMercator.FromUnitSquare(0.5, (tile.Row + 0.5) / (1 << tile.Zoom)).Latitude * (Math.PI / 180);
        reach = Math.Abs(middle) <= SeriesLimit ? SeriesReach : -1;
        series = Series.Around(middle, worldUnits, top);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GridPoint Snap(double longitude, double latitude)
    {
        var (x, y) = Place(longitude, latitude);
        return new((int)Math.Round(x), (int)Math.Round(y));
    }

    /// <summary>The place in units of the grid before it is rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double X, double Y) Place(double longitude, double latitude)
    {
        var fromMiddle = (latitude * (Math.PI / 180)) - middle;
        var x = (longitude * unitsPerDegree) + left;
        var y = Math.Abs(fromMiddle) <= reach ? series.At(fromMiddle) : Exact(latitude);
        // Written so that NaN fails too: a position that is no number must not become a corner somewhere.
        return Math.Abs(x) <= Farthest && Math.Abs(y) <= Farthest ? (x, y) : Bounded(x, y);
    }

    double Exact(double latitude) => (WebMercator.ToUnitSquare(0, latitude).Down * worldUnits) - top;

    static (double X, double Y) Bounded(double x, double y) => double.IsNaN(x) || double.IsNaN(y)
        ? throw new InvalidWkbException("A position is not a number.")
        : (Math.Clamp(x, -Farthest, Farthest), Math.Clamp(y, -Farthest, Farthest));

    /// <summary>
    /// Down(φ) = constant - scale · ∫ sec φ dφ. The coefficients of sec come from those of cos, whose product is one.
    /// </summary>
    readonly record struct Series(
        double C0, double C1, double C2, double C3, double C4, double C5, double C6, double C7)
    {
        internal static Series Around(double latitude, double worldUnits, double top)
        {
            const int terms = 7;
            Span<double> cosine = stackalloc double[terms];
            Span<double> secant = stackalloc double[terms];
            var (sin, cos) = Math.SinCos(latitude);
            var factorial = 1.0;
            for (var k = 0; k < terms; k++)
            {
                factorial *= Math.Max(1, k);
                cosine[k] = (k % 4) switch { 0 => cos, 1 => -sin, 2 => -cos, _ => sin } / factorial;
            }

            for (var n = 0; n < terms; n++)
            {
                var sum = n == 0 ? 1.0 : 0.0;
                for (var k = 1; k <= n; k++)
                    sum -= cosine[k] * secant[n - k];
                secant[n] = sum / cos;
            }

            var scale = -worldUnits / (2 * Math.PI);
            var constant = (WebMercator.ToUnitSquare(0, latitude * (180 / Math.PI)).Down * worldUnits) - top;
            return new(constant, scale * secant[0], scale * secant[1] / 2, scale * secant[2] / 3, scale * secant[3] / 4,
                scale * secant[4] / 5, scale * secant[5] / 6, scale * secant[6] / 7);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal double At(double d) =>
            C0 + (d * (C1 + (d * (C2 + (d * (C3 + (d * (C4 + (d * (C5 + (d * (C6 + (d * C7)))))))))))));
    }
}
