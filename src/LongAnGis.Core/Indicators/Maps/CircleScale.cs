namespace LongAnGis.Core.Indicators.Maps;

/// <summary>
/// Circles whose <b>area</b> is proportional to the value, on one scale for all periods. A negative value has the circle of
/// its size and another colour.
/// </summary>
/// <param name="Largest">The greatest distance from zero that any period has; positive.</param>
/// <param name="MostRadius">CSS pixels of the largest circle's radius on a map that shows the province.</param>
public sealed record CircleScale(double Largest, double MostRadius = CircleScale.UsualRadius)
{
    /// <summary>What fifteen districts have room for.</summary>
    public const double UsualRadius = 30;

    const int UsualRegions = 15;

    /// <summary>A smaller circle is no circle to the eye; a value of zero has none.</summary>
    public const double LeastRadius = 2;

    public const string Colour = "#2C7FB8", NegativeColour = "#E66101";

    /// <summary>Null when no value differs from zero.</summary>
    /// <param name="regions">How many share the map: of more of them each has less room, and the circles together as much.</param>
    public static CircleScale? Over(IEnumerable<double?> values, int regions = UsualRegions) =>
        values.OfType<double>().Select(Math.Abs).DefaultIfEmpty(0).Max() is > 0 and var largest
            ? new(largest, UsualRadius * Math.Sqrt(UsualRegions / (double)Math.Max(UsualRegions, regions)))
            : null;

    public double Radius(double value) =>
        value == 0 ? 0 : Math.Max(LeastRadius, MostRadius * Math.Sqrt(Math.Abs(value) / Largest));

    /// <summary>Round values whose circles the legend shows, largest first.</summary>
    public IReadOnlyList<double> LegendValues
    {
        get
        {
            double[] parts = [1, 0.3, 0.05];
            return [.. parts.Select(part => RoundedDown(Largest * part)).Distinct()];
        }
    }

    static double RoundedDown(double value)
    {
        var power = Math.Floor(Math.Log10(value));
        var steps = value / Math.Pow(10, power);
        return (steps >= 5 ? 5 : steps >= 2 ? 2 : 1) * Math.Pow(10, power);
    }
}
