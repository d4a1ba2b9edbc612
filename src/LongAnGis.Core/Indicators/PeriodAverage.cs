namespace LongAnGis.Core.Indicators;

/// <summary>
/// The average of yearly growth rates in percent: the geometric mean, since growth compounds. Two years of +10 % and −10 % have
/// an average of −0.5 %, not of nothing.
/// </summary>
/// <param name="Missing">Years of the span without a figure; then there is no average.</param>
public sealed record PeriodAverage(int From, int To, decimal? Percent, IReadOnlyList<int> Missing)
{
    /// <summary>From a first year up to the year of the last figure.</summary>
    /// <returns>Null when no year of the span has a figure.</returns>
    public static PeriodAverage? Of(IEnumerable<PeriodValue> rates, int from, int last)
    {
        var byYear = rates
            .Where(rate => rate.Period.Kind == PeriodKind.Year && rate.Period.Year >= from && rate.Period.Year <= last)
            .ToDictionary(rate => rate.Period.Year, rate => rate.Value);
        if (byYear.Count == 0)
            return null;

        var to = byYear.Keys.Max();
        var missing = Enumerable.Range(from, to - from + 1).Where(year => !byYear.ContainsKey(year)).ToList();
        return new(from, to, missing.Count == 0 ? Mean(byYear.Values) : null, missing);
    }

    /// <summary>What the remaining years must grow by on average to end at the wanted average; null when it cannot be.</summary>
    public decimal? NeededUntil(int year, decimal wanted)
    {
        if (Percent is not { } sofar || year <= To)
            return null;

        var (all, gone) = (year - From + 1, To - From + 1);
        var needed = (Math.Pow(1 + ((double)wanted / 100), all) / Math.Pow(1 + ((double)sofar / 100), gone));
        return double.IsFinite(needed) && needed > 0 ? Rounded((Math.Pow(needed, 1.0 / (all - gone)) - 1) * 100) : null;
    }

    static decimal? Mean(Dictionary<int, decimal>.ValueCollection rates)
    {
        // A year that loses everything ends the series of products.
        if (rates.Any(rate => rate <= -100))
            return null;
        var logarithms = rates.Sum(rate => Math.Log(1 + ((double)rate / 100)));
        return Rounded((Math.Exp(logarithms / rates.Count) - 1) * 100);
    }

    static decimal Rounded(double percent) => Math.Round((decimal)percent, 10);
}
