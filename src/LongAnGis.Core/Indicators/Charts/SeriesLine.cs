namespace LongAnGis.Core.Indicators.Charts;

/// <summary>
/// A series as lines. Figures of two bases are not joined; across periods without a figure there is only a thin dotted line, since
/// nothing is known there.
/// </summary>
static class SeriesLine
{
    internal const string Gap = "gap";

    static readonly double[] Dots = [0.5, 4];

    internal static readonly Pen GapPen = new(ChartColour.Main, 1, Dots);

    /// <param name="figures">In the order of time; years, quarters and months each have a line of their own.</param>
    internal static IEnumerable<Mark> Marks(IEnumerable<Figure> figures, Func<Period, double> x, ChartScale y, double width)
    {
        foreach (var kind in figures.GroupBy(figure => figure.Period.Kind))
        {
            var stretches = Stretches(kind);
            for (var index = 0; index < stretches.Count; index++)
            {
                var stretch = stretches[index];
                if (index > 0 && stretches[index - 1][^1] is var before && before.Basis == stretch[0].Basis)
                    yield return new LineMark(Gap, x(before.Period), y.At(before.Value), x(stretch[0].Period), y.At(stretch[0].Value), GapPen);
                yield return stretch.Count == 1
                    ? new CircleMark("alone", x(stretch[0].Period), y.At(stretch[0].Value), width, ChartColour.Main)
                    : new PathMark("series", [.. stretch.Select(figure => (x(figure.Period), y.At(figure.Value)))], new(ChartColour.Main, width));
            }
        }
    }

    /// <summary>Periods on a pixel axis by their middle, so that a gap is as wide as the time that is missing.</summary>
    internal static Func<Period, double> Axis(IReadOnlyCollection<Period> periods, double from, double to)
    {
        var (first, last) = periods.Count == 0 ? (0, 1) : (periods.Min(period => period.Midyear), periods.Max(period => period.Midyear));
        return period => first == last ? (from + to) / 2 : from + ((period.Midyear - first) / (last - first) * (to - from));
    }

    static List<List<Figure>> Stretches(IEnumerable<Figure> figures)
    {
        List<List<Figure>> stretches = [];
        foreach (var figure in figures.OrderBy(figure => figure.Period))
        {
            if (stretches.Count > 0 && stretches[^1][^1] is var last && last.Period.Next == figure.Period && last.Basis == figure.Basis)
                stretches[^1].Add(figure);
            else
                stretches.Add([figure]);
        }

        return stretches;
    }
}
