namespace LongAnGis.Core.Indicators.Charts;

/// <summary>What the signs of a <see cref="SeriesChart"/> mean: only of those that are drawn.</summary>
static class SeriesKey
{
    const double SignWidth = 22, Space = 18, RowHeight = 22;

    static readonly double[] PathDashes = [6, 4], ProjectionDashes = [1.5, 5];

    internal static readonly Pen PathPen = new(ChartColour.Accent, 2, PathDashes), ProjectionPen = new(ChartColour.Muted, 2, ProjectionDashes);

    /// <summary>The sign of a figure: a full dot, a ring, a diamond.</summary>
    internal static Mark Sign(FigureStatus status, double x, double y)
    {
        var pen = new Pen(status == FigureStatus.Plan ? ChartColour.Plan : ChartColour.Main, 2);
        return status switch
        {
            FigureStatus.Plan => new PathMark(status.Code(), [(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)], pen, ChartColour.Paper),
            FigureStatus.Estimate => new CircleMark(status.Code(), x, y, 3.5, ChartColour.Paper, pen),
            _ => new CircleMark(status.Code(), x, y, 3.5, ChartColour.Main, pen),
        };
    }

    /// <returns>The key from a place on, and how high it is; it breaks into rows where the width ends.</returns>
    internal static (IReadOnlyList<Mark> Marks, double Height) Of(
        ChartFrame frame, IReadOnlyList<Figure> figures, IReadOnlyList<StatedTarget> targets, SeriesAhead? ahead, double left, double top, double right)
    {
        List<Mark> marks = [];
        var (x, y) = (left, top);
        foreach (var (sign, words) in Entries(frame, figures, targets, ahead))
        {
            var width = SignWidth + ChartFrame.WidthOf(words);
            if (x > left && x + width > right)
                (x, y) = (left, y + RowHeight);
            marks.Add(sign(x, y - 4));
            marks.Add(new TextMark("key", x + SignWidth, y, words, ChartColour.Muted));
            x += width + Space;
        }

        return (marks, marks.Count == 0 ? 0 : y - top + RowHeight);
    }

    static IEnumerable<(Func<double, double, Mark> Sign, string Words)> Entries(
        ChartFrame frame, IReadOnlyList<Figure> figures, IReadOnlyList<StatedTarget> targets, SeriesAhead? ahead)
    {
        foreach (var status in figures.Select(figure => figure.Status).Distinct().Order())
            yield return ((x, y) => Sign(status, x + 8, y), status.Words().In(frame.IsEnglish));
        if (SeriesLine.Marks(figures.Where(figure => !figure.IsPlan), _ => 0, new(0, 1, 1, 0, 1), 1).Any(mark => mark.Name == SeriesLine.Gap))
            yield return (Line(SeriesLine.GapPen), frame.Say("kỳ không có số liệu", "periods without figures"));
        if (figures.Where(figure => !figure.IsPlan).Select(figure => figure.Basis).Distinct().Count() > 1)
            yield return (Break, frame.Say("đứt nơi cách tính thay đổi", "broken where the basis changes"));
        if (targets.Count > 0)
            yield return (Line(new(ChartColour.Accent, 3)), frame.Say("mục tiêu", "target"));
        if (ahead?.Path is not null)
            yield return (Line(PathPen), frame.Say("đường đến mục tiêu", "path to the target"));
        if (ahead?.Projection is not null)
            yield return (Line(ProjectionPen), frame.Say("ngoại suy", "projection"));
    }

    static GroupMark Break(double x, double y) => new("key-break", x, y,
    [
        new LineMark("key-line", 0, 2, 6, 0, new(ChartColour.Main, 2)), new LineMark("key-line", 11, -3, 17, -5, new(ChartColour.Main, 2)),
    ]);

    static Func<double, double, Mark> Line(Pen pen) => (x, y) => new LineMark("key-line", x, y, x + 16, y, pen);
}
