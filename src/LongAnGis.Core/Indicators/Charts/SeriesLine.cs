namespace LongAnGis.Core.Indicators.Charts;

/// <summary>A series as stretches that hang together: where a period has no figure the line is broken, not drawn across.</summary>
static class SeriesLine
{
    internal static IReadOnlyList<IReadOnlyList<PeriodValue>> Stretches(IEnumerable<PeriodValue> series)
    {
        List<List<PeriodValue>> stretches = [];
        foreach (var point in series.OrderBy(point => point.Period))
        {
            if (stretches.Count > 0 && stretches[^1][^1].Period.Next == point.Period)
                stretches[^1].Add(point);
            else
                stretches.Add([point]);
        }

        return stretches;
    }

    /// <summary>Lines of the stretches and a dot for each figure that stands alone.</summary>
    internal static void Draw(SvgWriter svg, IEnumerable<PeriodValue> series, Func<Period, double> x, ChartScale y, string colour, double width)
    {
        foreach (var stretch in Stretches(series))
        {
            if (stretch.Count == 1)
            {
                svg.Empty("circle", ("cx", x(stretch[0].Period)), ("cy", y.At(stretch[0].Value)), ("r", width), ("fill", colour));
                continue;
            }

            svg.Empty("polyline",
                ("points", string.Join(' ', stretch.Select(point => $"{SvgWriter.Number(x(point.Period))},{SvgWriter.Number(y.At(point.Value))}"))),
                ("fill", "none"), ("stroke", colour), ("stroke-width", width), ("stroke-linejoin", "round"), ("stroke-linecap", "round"));
        }
    }

    /// <summary>Periods on a pixel axis by their middle, so that a gap is as wide as the time that is missing.</summary>
    internal static Func<Period, double> Axis(IReadOnlyCollection<Period> periods, double from, double to)
    {
        var (first, last) = periods.Count == 0 ? (0, 1) : (periods.Min(period => period.Midyear), periods.Max(period => period.Midyear));
        return period => first == last ? (from + to) / 2 : from + ((period.Midyear - first) / (last - first) * (to - from));
    }
}
