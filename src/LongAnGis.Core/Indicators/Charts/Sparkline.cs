namespace LongAnGis.Core.Indicators.Charts;

/// <summary>A trend the size of a word: the line, and the latest figure as a dot.</summary>
public static class Sparkline
{
    const double Width = 96, Height = 26, Margin = 4;

    public static Drawing Draw(ChartFrame frame, IReadOnlyList<Figure> figures)
    {
        var y = Tight([.. figures.Select(figure => figure.Value)]);
        var x = SeriesLine.Axis([.. figures.Select(figure => figure.Period)], Margin, Width - Margin);
        List<Mark> marks = [.. SeriesLine.Marks(figures, x, y, 1.5)];
        if (figures.MaxBy(figure => figure.Period) is { } latest)
            marks.Add(new CircleMark("latest", x(latest.Period), y.At(latest.Value), 2.6, ChartColour.Accent));
        return new(frame.Id, Width, Height, frame.Title, frame.Describe(figures), marks);
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
