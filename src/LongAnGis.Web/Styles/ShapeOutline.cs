using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Styles;

/// <summary>
/// Outlines of the point symbols, as corner points on a square of side 2 around the origin, y down. The map client paints
/// its icons from the same proportions.
/// </summary>
public static class ShapeOutline
{
    /// <summary>An SVG path of the shape with the given side in pixels, centred on (x, y).</summary>
    public static string Path(SymbolShape shape, double side, double x, double y)
    {
        var half = side / 2;
        if (shape == SymbolShape.Circle)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"M{x - half:0.##} {y:0.##}a{half:0.##} {half:0.##} 0 1 0 {side:0.##} 0a{half:0.##} {half:0.##} 0 1 0 {-side:0.##} 0z");

        var corners = Corners(shape).Select(corner => string.Create(
            CultureInfo.InvariantCulture, $"{x + corner.X * half:0.##} {y + corner.Y * half:0.##}"));
        return "M" + string.Join('L', corners) + "z";
    }

    static IEnumerable<(double X, double Y)> Corners(SymbolShape shape) => shape switch
    {
        SymbolShape.Square => [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        SymbolShape.Diamond => Ring(4, 1.15),
        SymbolShape.Triangle => Ring(3, 1.2).Select(corner => (corner.X, corner.Y + 0.2)),
        SymbolShape.Hexagon => Ring(6, 1.05),
        SymbolShape.Star => Ring(10, 1.2, pulledIn: 0.5),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "The shape has no corners."),
    };

    // A regular polygon with a corner at the top; every second corner may be pulled in to make a star.
    static IEnumerable<(double X, double Y)> Ring(int corners, double radius, double pulledIn = 1) =>
        Enumerable.Range(0, corners).Select(corner =>
        {
            var angle = Math.Tau * corner / corners - Math.PI / 2;
            var reach = corner % 2 == 0 ? radius : radius * pulledIn;
            return (Math.Cos(angle) * reach, Math.Sin(angle) * reach);
        });
}
