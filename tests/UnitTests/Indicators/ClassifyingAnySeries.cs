using CsCheck;
using LongAnGis.Core.Indicators;

namespace LongAnGis.UnitTests.Indicators;

/// <summary>1,000 random series against classifications written a second time, by other means.</summary>
public class ClassifyingAnySeries
{
    const int Series = 1000;

    /// <summary>Figures with one decimal and many ties, figures without ties, and figures of very unequal size.</summary>
    static readonly Gen<decimal> Figure = Gen.OneOf(
        Gen.Int[0, 12].Select(number => (decimal)number),
        Gen.Int[-10_000, 10_000].Select(number => number / 10m),
        Gen.Int[1, 99].Select(Gen.Int[0, 6], (digits, power) => digits * (decimal)Math.Pow(10, power)));

    static Gen<(decimal[] Figures, int Classes)> Of(int most) => Gen.Select(Figure.Array[0, most], Gen.Int[1, Classification.MostClasses]);

    static double?[] Values(decimal[] figures) => [.. figures.Select(figure => (double?)figure)];

    [Fact]
    public void Every_value_is_in_one_class_in_order_and_equal_values_together() => Of(60).Sample(
        series =>
        {
            foreach (var classes in new[]
            {
                Classifier.Quantile(Values(series.Figures), series.Classes),
                Classifier.EqualInterval(Values(series.Figures), series.Classes),
                Classifier.NaturalBreaks(Values(series.Figures), series.Classes),
                Classifier.ByTarget(Values(series.Figures), series.Classes),
            })
            {
                Assert.Equal(series.Figures.Length, classes.Counts.Sum());
                Assert.Equal(classes.Breaks.Order().Distinct(), classes.Breaks);
                var ordered = series.Figures.Zip(classes.Classes).OrderBy(pair => pair.First).ToList();
                Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.First.First == pair.Second.First
                    ? pair.First.Second == pair.Second.Second
                    : pair.First.Second <= pair.Second.Second));
                Assert.All(classes.Classes.OfType<int>().GroupBy(index => index), group => Assert.Equal(group.Count(), classes.Counts[group.Key]));
            }
        },
        iter: Series);

    [Fact]
    public void Quantiles_are_those_of_the_definition() => Of(60).Sample(
        series =>
        {
            var (figures, count) = series;
            // Every value that may begin a class, with the share of values below it as an exact fraction.
            var starts = figures.Distinct().Where(figure => figures.Any(other => other < figure)).Order().ToList();
            var cuts = Enumerable.Range(1, count - 1)
                .Select(wanted => starts
                    .OrderBy(start => Math.Abs((figures.Count(figure => figure < start) * count) - (wanted * figures.Length)))
                    .ThenBy(start => start)
                    .Select(start => (decimal?)start).FirstOrDefault())
                .OfType<decimal>().Distinct().ToList();

            var classes = Classifier.Quantile(Values(figures), count);
            Assert.Equal(figures.Select(figure => (int?)cuts.Count(cut => cut <= figure)), classes.Classes);
        },
        iter: Series);

    [Fact]
    public void Equal_intervals_are_those_of_the_definition() => Of(60).Sample(
        series =>
        {
            var figures = series.Figures;
            var classes = Classifier.EqualInterval(Values(figures), series.Classes);
            if (figures.Length == 0)
                return;

            var count = Math.Min(series.Classes, figures.Distinct().Count());
            var (lowest, width) = (figures.Min(), figures.Max() - figures.Min());
            // By counting whole widths from the lowest value, all multiplied out: k × (value − lowest) against i × range.
            var expected = figures.Select(figure => (int?)(width == 0 ? 0 : Math.Min(count - 1, (int)(count * (figure - lowest) / width))));
            Assert.Equal(expected, classes.Classes);
        },
        iter: Series);

    [Fact]
    public void Natural_breaks_are_the_best_of_all_partitions() => Of(11).Sample(
        series =>
        {
            var ordered = series.Figures.Order().ToArray();
            var count = Math.Min(series.Classes, ordered.Distinct().Count());
            var classes = Classifier.NaturalBreaks(Values(ordered), series.Classes);
            if (ordered.Length == 0)
                return;

            var best = Partitions(ordered.Length, count).Min(parts => parts.Sum(part => Spread(ordered[part])));
            Assert.Equal(count, classes.Counts.Count);
            Assert.Equal((double)best, (double)Spread(ordered, classes), 1e-9 * (double)(1 + Spread(ordered)));
        },
        iter: Series);

    [Fact]
    public void Natural_breaks_of_longer_series_are_as_good_as_those_of_another_algorithm() => Of(200).Sample(
        series =>
        {
            var ordered = series.Figures.Order().ToArray();
            var count = Math.Min(series.Classes, ordered.Distinct().Count());
            var classes = Classifier.NaturalBreaks(Values(ordered), series.Classes);
            if (ordered.Length == 0)
                return;

            Assert.Equal((double)ByDividing(ordered, count), (double)Spread(ordered, classes), 1e-9 * (double)(1 + Spread(ordered)));
        },
        iter: Series);

    [Fact]
    public void Natural_breaks_do_not_depend_on_unit_or_zero_point() => Of(40).Sample(
        series => Assert.Equal(
            Classifier.NaturalBreaks(Values(series.Figures), series.Classes).Classes,
            Classifier.NaturalBreaks(Values([.. series.Figures.Select(figure => (1024 * figure) + 7)]), series.Classes).Classes),
        iter: Series);

    [Fact]
    public void Reading_a_break_more_easily_moves_no_value() => Of(60).Sample(
        series =>
        {
            var distinct = series.Figures.Distinct().Order().Select(figure => (double)figure).ToList();
            var breaks = distinct.Skip(1).Where((_, index) => index % 3 == 0).ToList();
            var readable = ReadableBreaks.Of(breaks, distinct);
            Assert.All(distinct, value => Assert.Equal(breaks.Count(one => one <= value), readable.Count(one => one <= value)));
            Assert.Equal(readable.Order(), readable);
        },
        iter: Series);

    /// <summary>All ways to part so many ordered things into so many stretches, none empty.</summary>
    static IEnumerable<List<Range>> Partitions(int length, int parts, int start = 0)
    {
        if (parts == 1)
        {
            yield return [start..length];
            yield break;
        }

        for (var end = start + 1; end <= length - parts + 1; end++)
        {
            foreach (var rest in Partitions(length, parts - 1, end))
                yield return [start..end, .. rest];
        }
    }

    /// <summary>
    /// The least sum by divide and conquer: as the end of a stretch moves on, the start of the best last class never moves back.
    /// On the series itself, not on its different values, in decimals.
    /// </summary>
    static decimal ByDividing(decimal[] ordered, int classes)
    {
        var (sums, squares) = (new decimal[ordered.Length + 1], new decimal[ordered.Length + 1]);
        for (var i = 0; i < ordered.Length; i++)
            (sums[i + 1], squares[i + 1]) = (sums[i] + ordered[i], squares[i] + (ordered[i] * ordered[i]));
        decimal Cost(int start, int end)
        {
            var sum = sums[end] - sums[start];
            return squares[end] - squares[start] - (sum * sum / (end - start));
        }

        var least = Enumerable.Range(0, ordered.Length + 1).Select(end => end == 0 ? 0 : Cost(0, end)).ToArray();
        for (var parts = 2; parts <= classes; parts++)
        {
            var before = least;
            least = Enumerable.Repeat(decimal.MaxValue, ordered.Length + 1).ToArray();
            void Solve(int low, int high, int from, int to)
            {
                if (low > high)
                    return;
                var (end, at) = ((low + high) / 2, from);
                for (var start = Math.Max(from, parts - 1); start <= Math.Min(to, end - 1); start++)
                {
                    if (before[start] + Cost(start, end) is var sum && sum < least[end])
                        (least[end], at) = (sum, start);
                }

                Solve(low, end - 1, from, at);
                Solve(end + 1, high, at, to);
            }

            Solve(parts, ordered.Length, parts - 1, ordered.Length - 1);
        }

        return least[^1];
    }

    static decimal Spread(ReadOnlySpan<decimal> part)
    {
        decimal mean = 0, spread = 0;
        foreach (var figure in part)
            mean += figure / part.Length;
        foreach (var figure in part)
            spread += (figure - mean) * (figure - mean);
        return spread;
    }

    static decimal Spread(decimal[] figures, Classification classes) => figures
        .Zip(classes.Classes)
        .GroupBy(pair => pair.Second, pair => pair.First)
        .Sum(group => Spread(group.ToArray()));
}
