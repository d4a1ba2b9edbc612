namespace LongAnGis.Core.Indicators.Charts;

/// <summary>A linear scale from values to pixels whose ends and ticks are readable numbers.</summary>
/// <param name="From">The pixel of <paramref name="Low"/>.</param>
/// <param name="To">The pixel of <paramref name="High"/>; less than <paramref name="From"/> on an axis that goes upwards.</param>
public sealed record ChartScale(decimal Low, decimal High, decimal Step, double From, double To)
{
    /// <summary>A scale that holds all values; of none, from 0 to 1.</summary>
    /// <param name="most">Steps, at most.</param>
    /// <param name="withZero">Lengths from zero (bars) need it; lines may leave it out.</param>
    public static ChartScale Of(IEnumerable<decimal> values, double from, double to, int most, bool withZero)
    {
        var all = withZero ? values.Append(0).ToList() : values.ToList();
        var (low, high) = all.Count == 0 ? (0m, 1m) : (all.Min(), all.Max());
        if (low == high)
            (low, high) = low == 0 ? (0m, 1m) : low > 0 ? (withZero ? 0 : low * 0.9m, high * 1.1m) : (low * 1.1m, withZero ? 0 : high * 0.9m);

        var step = StepFor((high - low) / most);
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step, from, to);
    }

    /// <summary>A scale for lines: it begins at zero unless all values lie in its upper half, where their differences would vanish.</summary>
    public static ChartScale OfLine(IReadOnlyCollection<decimal> values, double from, double to, int most) =>
        Of(values, from, to, most, withZero: values.Count > 0 && values.Min() < values.Max() / 2);

    public double At(decimal value) => From + ((double)((value - Low) / (High - Low)) * (To - From));

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Low; tick <= High; tick += Step)
                yield return tick;
        }
    }

    /// <summary>How many decimals the ticks need.</summary>
    public int Decimals => Apportionment.Scale(Step);

    /// <summary>The least 1, 2 or 5 × 10ⁿ that is not less.</summary>
    static decimal StepFor(decimal least)
    {
        var power = 1m;
        while (power > least)
            power /= 10;
        while (power * 10 <= least)
            power *= 10;
        return power >= least ? power : 2 * power >= least ? 2 * power : 5 * power >= least ? 5 * power : 10 * power;
    }
}
