namespace LongAnGis.Core.Indicators.Charts;

/// <summary>A trend the size of a word: the line, the latest figure as a dot, the target as a dashed line.</summary>
public static class Sparkline
{
    const double Width = 120, Height = 32, Margin = 4;

    public static Chart Draw(ChartFrame frame, IReadOnlyList<PeriodValue> series, decimal? target = null)
    {
        var svg = new SvgWriter(frame.Id, Width, Height, frame.Title, Describe(frame, series, target));
        var values = series.Select(point => point.Value).Concat(target is { } aim ? [aim] : []).ToList();
        var y = Tight(values);
        var x = SeriesLine.Axis([.. series.Select(point => point.Period)], Margin, Width - Margin);
        if (target is { } goal)
        {
            svg.Empty("line", ("class", "target"), ("x1", 0.0), ("x2", Width), ("y1", y.At(goal)), ("y2", y.At(goal)),
                ("stroke", SvgWriter.Accent), ("stroke-dasharray", "3 3"));
        }

        SeriesLine.Draw(svg, series, x, y, SvgWriter.Main, 1.5);
        if (series.MaxBy(point => point.Period) is { } latest)
            svg.Empty("circle", ("class", "latest"), ("cx", x(latest.Period)), ("cy", y.At(latest.Value)), ("r", 3.0), ("fill", SvgWriter.Main));
        return new(svg.Finish(), TrendChart.Table(frame, series));
    }

    internal static string Describe(ChartFrame frame, IReadOnlyList<PeriodValue> series, decimal? target)
    {
        if (series.Count == 0)
            return frame.Say("Chưa có số liệu.", "No data.");
        var (first, last) = (series.MinBy(point => point.Period)!, series.MaxBy(point => point.Period)!);
        var trend = series.Count == 1
            ? frame.Say($"{frame.Name(last.Period)}: {frame.WithUnit(last.Value)}.", $"{frame.Name(last.Period)}: {frame.WithUnit(last.Value)}.")
            : frame.Say(
                $"Từ {frame.WithUnit(first.Value)} ({frame.Name(first.Period)}) đến {frame.WithUnit(last.Value)} ({frame.Name(last.Period)}), {series.Count} số liệu.",
                $"From {frame.WithUnit(first.Value)} ({frame.Name(first.Period)}) to {frame.WithUnit(last.Value)} ({frame.Name(last.Period)}), {series.Count} figures.");
        return target is { } aim ? trend + frame.Say($" Mục tiêu: {frame.WithUnit(aim)}.", $" Target: {frame.WithUnit(aim)}.") : trend;
    }

    // No axis is read here, so the line may use the whole height.
    static ChartScale Tight(List<decimal> values)
    {
        var (low, high) = values.Count == 0 ? (0, 1) : (values.Min(), values.Max());
        return low == high
            ? new(low - 1, high + 1, 1, Height - Margin, Margin)
            : new(low, high, high - low, Height - Margin, Margin);
    }
}
