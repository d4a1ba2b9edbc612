namespace LongAnGis.Core.Indicators.Charts;

/// <summary>One of many small charts.</summary>
public sealed record SmallPanel(string Name, IReadOnlyList<Figure> Figures);

/// <summary>
/// Many small charts in rows, all on the same two scales, so that they compare: the same height is the same figure in each. A panel
/// without figures says so.
/// </summary>
public static class SmallMultiples
{
    const double PanelWidth = 150, PanelHeight = 92, Gap = 14, Head = 20, Foot = 18, Small = 11;

    /// <param name="columns">Of panels side by side.</param>
    public static Drawing Draw(ChartFrame frame, IReadOnlyList<SmallPanel> panels, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var across = Math.Min(columns, Math.Max(1, panels.Count));
        var rows = (panels.Count + across - 1) / across;
        var (width, height) = ((across * (PanelWidth + Gap)) - Gap, Math.Max(1, (rows * (PanelHeight + Gap)) - Gap));
        List<Figure> all = [.. panels.SelectMany(panel => panel.Figures)];
        var y = ChartScale.OfLine([.. all.Select(figure => figure.Value)], PanelHeight - Foot, Head, 2);
        var x = SeriesLine.Axis([.. all.Select(figure => figure.Period)], 4, PanelWidth - 4);
        var marks = panels.Select((panel, index) => new GroupMark(
            "panel", index % across * (PanelWidth + Gap), index / across * (PanelHeight + Gap),
            [.. Panel(frame, panel, x, y), .. index % across == 0 ? Ends(frame, y) : []]));
        return new(frame.Id, width, height, frame.Title, Describe(frame, panels, y), [.. marks]);
    }

    static IEnumerable<Mark> Panel(ChartFrame frame, SmallPanel panel, Func<Period, double> x, ChartScale y)
    {
        yield return new TextMark("name", 0, 13, panel.Name, ChartColour.Ink, Size: Fitting(panel.Name), IsBold: true);
        foreach (var edge in new[] { y.From, y.To })
            yield return new LineMark("grid", 0, edge, PanelWidth, edge, new(ChartColour.Line));
        if (panel.Figures.MaxBy(figure => figure.Period) is not { } latest)
        {
            yield return new TextMark("missing", PanelWidth / 2, PanelHeight / 2, frame.Say("chưa có số liệu", "no figure"), ChartColour.Muted, TextAnchor.Middle);
            yield break;
        }

        foreach (var mark in SeriesLine.Marks(panel.Figures, x, y, 1.5))
            yield return mark;
        yield return new CircleMark("latest", x(latest.Period), y.At(latest.Value), 3, ChartColour.Accent);
        yield return new TextMark(
            "figure", PanelWidth, PanelHeight - 3, $"{frame.Name(latest.Period)}: {frame.Figure(latest.Value)}", ChartColour.Muted, TextAnchor.End, Small);
    }

    /// <summary>A long name is written smaller rather than over its neighbour's.</summary>
    static double Fitting(string name) => Math.Min(TextMark.UsualSize, TextMark.UsualSize * PanelWidth / Math.Max(1, ChartFrame.WidthOf(name)));

    /// <summary>The scale of a row, said at its first panel.</summary>
    static IEnumerable<Mark> Ends(ChartFrame frame, ChartScale y)
    {
        yield return new TextMark("tick", 0, y.To + 12, frame.Figure(y.High), ChartColour.Muted, Size: Small, HasRim: true);
        yield return new TextMark("tick", 0, y.From + 13, frame.Figure(y.Low), ChartColour.Muted, Size: Small);
    }

    static string Describe(ChartFrame frame, IReadOnlyList<SmallPanel> panels, ChartScale y) => frame.Say(
        $"{panels.Count} biểu đồ nhỏ cùng thang đo từ {frame.WithUnit(y.Low)} đến {frame.WithUnit(y.High)}.",
        $"{panels.Count} small charts on one scale from {frame.WithUnit(y.Low)} to {frame.WithUnit(y.High)}.");
}
