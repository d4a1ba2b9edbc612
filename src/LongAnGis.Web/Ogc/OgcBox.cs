using System.Globalization;

namespace LongAnGis.Web.Ogc;

/// <summary>The box of <c>bbox</c>, x to the east and y to the north, in its own reference system.</summary>
/// <param name="West">In degrees it may lie east of <paramref name="East"/>: the box then crosses the antimeridian.</param>
public sealed record OgcBox(double West, double South, double East, double North, OgcCrs Crs)
{
    public bool CrossesAntimeridian => West > East;

    /// <summary>Reads four numbers, or six of which the heights are left out; null when they are no box.</summary>
    public static OgcBox? Parse(string text, OgcCrs crs)
    {
        var parts = text.Split(',');
        if (parts.Length is not (4 or 6))
        {
            return null;
        }

        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
            {
                return null;
            }
        }

        var high = parts.Length / 2;
        var box = crs.NorthFirst
            ? new OgcBox(numbers[1], numbers[0], numbers[high + 1], numbers[high], crs)
            : new OgcBox(numbers[0], numbers[1], numbers[high], numbers[high + 1], crs);
        return box.IsPlausible ? box : null;
    }

    bool IsPlausible => South <= North && (Crs.InDegrees
        ? South >= -90 && North <= 90 && West is >= -180 and <= 180 && East is >= -180 and <= 180
        : West <= East && Math.Max(Math.Max(Math.Abs(West), Math.Abs(East)), Math.Max(Math.Abs(South), Math.Abs(North))) < 1e8);
}
