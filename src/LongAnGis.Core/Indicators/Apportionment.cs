namespace LongAnGis.Core.Indicators;

/// <summary>
/// Divides a figure so that the parts add up to it to the last unit: each part gets its share rounded down, and the units that are
/// left go to the largest remainders (Hamilton's method); of equal remainders to the first.
/// </summary>
public static class Apportionment
{
    /// <param name="shares">None negative, not all zero; they need not add up to 1.</param>
    /// <param name="decimals">Of the parts: 0 for what is counted. A figure with more decimals keeps its own.</param>
    public static IReadOnlyList<decimal> Of(decimal figure, IReadOnlyList<decimal> shares, int decimals)
    {
        var sum = shares.Sum();
        if (sum <= 0 || shares.Any(share => share < 0))
            throw new ArgumentException("shares are not negative and not all zero", nameof(shares));

        var unit = Unit(Math.Max(decimals, Scale(figure)));
        var units = Math.Abs(figure) / unit;
        var exact = shares.Select(share => units * (share / sum)).ToList();
        var parts = exact.ConvertAll(Math.Floor);
        var left = units - parts.Sum();
        foreach (var index in Enumerable.Range(0, parts.Count).OrderByDescending(index => exact[index] - parts[index]))
        {
            if (left < 1)
                break;
            parts[index]++;
            left--;
        }

        return parts.ConvertAll(part => part * unit * Math.Sign(figure));
    }

    /// <summary>How many decimals a figure has, without trailing zeros.</summary>
    internal static int Scale(decimal figure)
    {
        var scale = 0;
        while (scale < 28 && figure != decimal.Round(figure, scale))
            scale++;
        return scale;
    }

    static decimal Unit(int decimals)
    {
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
            unit /= 10;
        return unit;
    }
}
