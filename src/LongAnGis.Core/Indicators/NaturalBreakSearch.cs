namespace LongAnGis.Core.Indicators;

/// <summary>
/// Fisher's exact search ("On grouping for maximum homogeneity", JASA 53, 1958): the best way to part the first values into
/// c classes is the best last class, after the best way to part those before it into c − 1. O(k d²) time and O(k d) room for d
/// different values.
/// </summary>
static class NaturalBreakSearch
{
    /// <summary>Sums of squares that differ by less than this share of the whole are equal: it is rounding, not data.</summary>
    const double Rounding = 1e-12;

    /// <summary>
    /// Where the classes after the first begin, as places in the ascending values. Of partitions that are equally good the
    /// one whose last class begins lowest, then the class before it, and so on.
    /// </summary>
    /// <param name="weights">How often each value occurs.</param>
    /// <param name="classes">At most as many as there are values.</param>
    internal static int[] Starts(IReadOnlyList<double> ascending, IReadOnlyList<int> weights, int classes)
    {
        var count = ascending.Count;
        if (classes <= 1 || count == 0)
            return [];

        var spread = new Spread(ascending, weights);
        var noise = Rounding * spread.Between(0, count);
        var least = new double[count + 1];
        for (var end = 1; end <= count; end++)
            least[end] = spread.Between(0, end);

        var starts = new int[classes, count + 1];
        for (var index = 1; index < classes; index++)
        {
            var before = least;
            least = new double[count + 1];
            for (var end = index + 1; end <= count; end++)
            {
                var best = double.PositiveInfinity;
                for (var start = index; start < end; start++)
                {
                    var sum = before[start] + spread.Between(start, end);
                    if (sum < best - noise || double.IsPositiveInfinity(best))
                    {
                        best = sum;
                        starts[index, end] = start;
                    }
                }

                least[end] = best;
            }
        }

        var found = new int[classes - 1];
        for (int index = classes - 1, end = count; index >= 1; index--)
            found[index - 1] = end = starts[index, end];
        return found;
    }

    /// <summary>Sums of squared distances to the mean of any stretch, from running sums of the centred values.</summary>
    sealed class Spread
    {
        readonly double[] _weight, _sum, _square;

        internal Spread(IReadOnlyList<double> ascending, IReadOnlyList<int> weights)
        {
            // Centred and scaled: running sums of raw squares would lose the digits in which large values differ, or overflow.
            var (low, high) = (ascending[0] / 2, ascending[^1] / 2);
            var (centre, scale) = (low + high, Math.Max(high - low, double.Epsilon));
            _weight = new double[ascending.Count + 1];
            _sum = new double[ascending.Count + 1];
            _square = new double[ascending.Count + 1];
            for (var i = 0; i < ascending.Count; i++)
            {
                var value = ((ascending[i] / 2) - (centre / 2)) / scale;
                _weight[i + 1] = _weight[i] + weights[i];
                _sum[i + 1] = _sum[i] + (weights[i] * value);
                _square[i + 1] = _square[i] + (weights[i] * value * value);
            }
        }

        internal double Between(int start, int end)
        {
            var (weight, sum) = (_weight[end] - _weight[start], _sum[end] - _sum[start]);
            return end - start == 1 ? 0 : Math.Max(0, _square[end] - _square[start] - (sum * sum / weight));
        }
    }
}
