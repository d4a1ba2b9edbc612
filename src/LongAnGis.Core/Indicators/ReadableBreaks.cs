namespace LongAnGis.Core.Indicators;

/// <summary>
/// Breaks as people would write them. Between the highest value below a break and the lowest value at or above it any number
/// parts the values alike; of those the roundest is taken: a multiple of the largest 1, 2 or 5 × 10ⁿ that has one there, and of
/// several the nearest to the break that was found.
/// </summary>
static class ReadableBreaks
{
    /// <summary>A double has no more decimal digits than this.</summary>
    const int Digits = 15;

    static readonly int[] Steps = [5, 2, 1];

    /// <param name="ascending">The different values, ascending.</param>
    /// <param name="most">How far a break may be moved.</param>
    internal static IReadOnlyList<double> Of(
        IReadOnlyList<double> breaks, IReadOnlyList<double> ascending, double most = double.PositiveInfinity)
    {
        var readable = new List<double>(breaks.Count);
        foreach (var found in breaks)
        {
            var above = ascending.TakeWhile(value => value < found).Count();
            // Empty classes side by side share one gap between values: there a rounder break must not pass its neighbours.
            var low = new[] { ascending[above - 1], found - most, Middle(breaks, readable.Count, -1) ?? double.NegativeInfinity }.Max();
            var high = new[] { ascending[above], found + most, Middle(breaks, readable.Count, +1) ?? double.PositiveInfinity }.Min();
            readable.Add(low < found ? Roundest(low, high, found) : found);
        }

        return readable;
    }

    /// <summary>The roundest number above <paramref name="low"/> and up to <paramref name="high"/>.</summary>
    internal static double Roundest(double low, double high, double wanted)
    {
        if (low < 0 && high >= 0)
            return 0;

        var largest = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(low), Math.Abs(high)))) + 1;
        for (var power = largest; power > largest - Digits - 1; power--)
        {
            foreach (var step in Steps)
            {
                if (Multiple(step, power, low, high, wanted) is { } found)
                    return found;
            }
        }

        return high;
    }

    static double? Multiple(int step, int power, double low, double high, double wanted)
    {
        var nearest = Math.Round(Times(wanted / step, -power));
        double? best = null;
        for (var count = nearest - 1; count <= nearest + 1; count++)
        {
            var number = Times(count * step, power);
            if (number > low && number <= high && (best is not { } other || Math.Abs(number - wanted) < Math.Abs(other - wanted)))
                best = number;
        }

        return best;
    }

    // Dividing by a power of ten gives the double that the decimal text gives; multiplying by 0.1 does not.
    static double Times(double number, int power) => power < 0 ? number / Math.Pow(10, -power) : number * Math.Pow(10, power);

    static double? Middle(IReadOnlyList<double> breaks, int index, int step) =>
        index + step < 0 || index + step >= breaks.Count ? null : (breaks[index] / 2) + (breaks[index + step] / 2);
}
