namespace LongAnGis.Core.Indicators;

/// <summary>
/// Finds the breaks of a series. No method parts equal values, and none makes more classes than there are different values
/// (chosen breaks and those round a target are fixed and may leave classes empty). Breaks of the three methods that follow the
/// data are then written as readable numbers, which moves no value into another class (<see cref="ReadableBreaks"/>).
/// </summary>
/// <remarks>Values must be finite: a value that is not a number is the caller's mistake; a missing one is null.</remarks>
public static class Classifier
{
    /// <summary>
    /// Classes of as nearly equal size as equal values allow: break i is the value that has nearest to i/k of all values
    /// below it; of two equally near the lower.
    /// </summary>
    public static Classification Quantile(IReadOnlyList<double?> values, int classes)
    {
        var series = Series.Of(values, classes);
        var breaks = new List<double>();
        for (var wanted = 1; wanted < classes && series.Distinct.Count > 1; wanted++)
        {
            // Both sides multiplied by k, to stay among whole numbers: k × (number below) against i × n.
            var aim = (long)wanted * series.Count;
            var best = Enumerable.Range(1, series.Distinct.Count - 1)
                .MinBy(index => Math.Abs(((long)classes * series.Below[index]) - aim));
            if (breaks.Count == 0 || series.Distinct[best] > breaks[^1])
                breaks.Add(series.Distinct[best]);
        }

        return Classification.Of(ClassificationMethod.Quantile, ReadableBreaks.Of(breaks, series.Distinct), values);
    }

    /// <summary>Classes of equal width between the lowest and the highest value.</summary>
    public static Classification EqualInterval(IReadOnlyList<double?> values, int classes)
    {
        var series = Series.Of(values, classes);
        var count = Math.Min(classes, series.Distinct.Count);
        var breaks = new List<double>();
        for (var index = 1; index < count; index++)
        {
            var found = Between(series.Distinct[0], series.Distinct[^1], index, count);
            // Values that differ in their last bit only have no room between them.
            if (found > (breaks.Count == 0 ? series.Distinct[0] : breaks[^1]) && found <= series.Distinct[^1])
                breaks.Add(found);
        }

        // Readable, but not at the price of visibly unequal widths: by a tenth of the width at most.
        var most = count > 1 ? ((series.Distinct[^1] / count) - (series.Distinct[0] / count)) / 10 : 0;
        return Classification.Of(ClassificationMethod.EqualInterval, ReadableBreaks.Of(breaks, series.Distinct, most), values);
    }

    /// <summary>
    /// Fisher's natural breaks (the optimum of what Jenks approaches): of all ways to part the ordered values, the one with the
    /// least sum of squared distances to the classes' means.
    /// </summary>
    public static Classification NaturalBreaks(IReadOnlyList<double?> values, int classes)
    {
        var series = Series.Of(values, classes);
        var starts = NaturalBreakSearch.Starts(series.Distinct, series.Weights, Math.Min(classes, series.Distinct.Count));
        return Classification.Of(
            ClassificationMethod.NaturalBreaks,
            ReadableBreaks.Of([.. starts.Select(start => series.Distinct[start])], series.Distinct),
            values);
    }

    /// <summary>
    /// Classes of one width, centred on the plan: an odd number has a class round it, an even number a break on it. The same
    /// for every period and indicator.
    /// </summary>
    /// <param name="centre">What fulfils the plan: 100 for “% of plan”.</param>
    /// <param name="width">Of a class, in the unit of the values.</param>
    public static Classification ByTarget(IReadOnlyList<double?> values, int classes, double centre = 100, double width = 10)
    {
        _ = Series.Of(values, classes);
        if (!double.IsFinite(centre) || !double.IsFinite(width) || width <= 0)
            throw new ArgumentOutOfRangeException(nameof(width), width, "a class has a positive width");

        var breaks = Enumerable.Range(1, classes - 1).Select(index => centre + ((index - (classes / 2.0)) * width)).ToList();
        return Classification.Of(ClassificationMethod.ByTarget, breaks, values);
    }

    /// <summary>Breaks that somebody chose; null when they are not one to six ascending finite numbers.</summary>
    public static Classification? Manual(IReadOnlyList<double?> values, IReadOnlyList<double> breaks)
    {
        _ = Series.Of(values, 1);
        return breaks.Count is >= 1 and < Classification.MostClasses
            && breaks.All(double.IsFinite)
            && breaks.Zip(breaks.Skip(1)).All(pair => pair.First < pair.Second)
                ? Classification.Of(ClassificationMethod.Manual, [.. breaks], values)
                : null;
    }

    // In decimals, as the figures are: a third of 0,3 is then 0,1, and the value 0,1 is not put below it.
    static double Between(double lowest, double highest, int index, int count) =>
        Math.Max(Math.Abs(lowest), Math.Abs(highest)) is > 1e-6 and < 1e15
            ? (double)((((decimal)lowest * (count - index)) + ((decimal)highest * index)) / count)
            : (lowest / count * (count - index)) + (highest / count * index);

    /// <summary>The known values in order, each once, with how often it occurs and how many are below it.</summary>
    sealed record Series(IReadOnlyList<double> Distinct, IReadOnlyList<int> Weights, IReadOnlyList<int> Below, int Count)
    {
        internal static Series Of(IReadOnlyList<double?> values, int classes)
        {
            if (classes is < 1 or > Classification.MostClasses)
                throw new ArgumentOutOfRangeException(nameof(classes), classes, $"1 to {Classification.MostClasses} classes");
            if (values.Any(value => value is { } known && !double.IsFinite(known)))
                throw new ArgumentException("a value is not a finite number; a missing one is null", nameof(values));

            // Adding zero makes −0 and 0 the same value.
            var groups = values.OfType<double>().Select(value => value + 0.0).GroupBy(value => value).OrderBy(group => group.Key).ToList();
            var weights = groups.ConvertAll(group => group.Count());
            var below = new List<int>(weights.Count);
            var count = 0;
            foreach (var weight in weights)
            {
                below.Add(count);
                count += weight;
            }

            return new(groups.ConvertAll(group => group.Key), weights, below, count);
        }
    }
}
