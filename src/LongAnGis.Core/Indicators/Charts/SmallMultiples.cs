namespace LongAnGis.Core.Indicators.Charts;

/// <summary>One of many small charts.</summary>
public sealed record SmallPanel(string Name, IReadOnlyList<PeriodValue> Series);

/// <summary>
/// Many small charts in rows, all on the same two scales, so that they compare: the same height is the same figure in each. A panel
/// without figures says so.
/// </summary>
public static class SmallMultiples
{
    const double PanelWidth = 150, PanelHeight = 92, Gap = 14, Head = 18, Foot = 16;

    /// <param name="columns">Of panels side by side.</param>
    public static Chart Draw(ChartFrame frame, IReadOnlyList<SmallPanel> panels, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var across = Math.Min(columns, Math.Max(1, panels.Count));
        var rows = (panels.Count + across - 1) / across;
        var (width, height) = ((across * (PanelWidth + Gap)) - Gap, Math.Max(1, (rows * (PanelHeight + Gap)) - Gap));
        List<PeriodValue> all = [.. panels.SelectMany(panel => panel.Series)];
        var y = ChartScale.Of(all.Select(point => point.Value), PanelHeight - Foot, Head, 2, withZero: false);
        var x = SeriesLine.Axis([.. all.Select(point => point.Period)], 4, PanelWidth - 4);
        var svg = new SvgWriter(frame.Id, width, height, frame.Title, Describe(frame, panels, y));

        for (var index = 0; index < panels.Count; index++)
        {
            svg.Open("g", ("class", "panel"), ("transform",
                $"translate({SvgWriter.Number(index % across * (PanelWidth + Gap))} {SvgWriter.Number(index / across * (PanelHeight + Gap))})"));
            Panel(svg, frame, panels[index], x, y);
            if (index % across == 0)
                Ends(svg, frame, y);
            svg.Close();
        }

        return new(svg.Finish(), Table(frame, panels));
    }

    static void Panel(SvgWriter svg, ChartFrame frame, SmallPanel panel, Func<Period, double> x, ChartScale y)
    {
        svg.Text("text", panel.Name, ("class", "name"), ("x", 0.0), ("y", 12.0), ("fill", SvgWriter.Ink), ("font-weight", "600"));
        svg.Empty("line", ("x1", 0.0), ("x2", PanelWidth), ("y1", y.From), ("y2", y.From), ("stroke", SvgWriter.Line));
        svg.Empty("line", ("x1", 0.0), ("x2", PanelWidth), ("y1", y.To), ("y2", y.To), ("stroke", SvgWriter.Line));
        if (panel.Series.Count == 0)
        {
            svg.Text("text", frame.Say("không có số liệu", "no data"), ("class", "missing"), ("x", PanelWidth / 2), ("y", PanelHeight / 2), ("text-anchor", "middle"), ("fill", SvgWriter.Muted));
            return;
        }

        SeriesLine.Draw(svg, panel.Series, x, y, SvgWriter.Main, 1.5);
        var latest = panel.Series.MaxBy(point => point.Period)!;
        svg.Empty("circle", ("class", "latest"), ("cx", x(latest.Period)), ("cy", y.At(latest.Value)), ("r", 3.0), ("fill", SvgWriter.Main));
        svg.Text("text", $"{frame.Name(latest.Period)}: {frame.Figure(latest.Value)}", ("class", "figure"), ("x", PanelWidth), ("y", PanelHeight - 2), ("text-anchor", "end"), ("fill", SvgWriter.Muted));
    }

    /// <summary>The scale of a row, said at its first panel.</summary>
    static void Ends(SvgWriter svg, ChartFrame frame, ChartScale y)
    {
        svg.Text("text", frame.Figure(y.High), ("class", "tick"), ("x", 0.0), ("y", y.To + 11), ("font-size", 10.0), ("fill", SvgWriter.Muted));
        svg.Text("text", frame.Figure(y.Low), ("class", "tick"), ("x", 0.0), ("y", y.From + 11), ("font-size", 10.0), ("fill", SvgWriter.Muted));
    }

    static ChartTable Table(ChartFrame frame, IReadOnlyList<SmallPanel> panels)
    {
        var periods = panels.SelectMany(panel => panel.Series).Select(point => point.Period).Distinct().Order().ToList();
        return new(
            frame.Title,
            [frame.Say("Đơn vị", "Area"), .. periods.Select(frame.Name)],
            [
                .. panels.Select(panel => (IReadOnlyList<string>)
                [
                    panel.Name,
                    .. periods.Select(period => frame.Figure(panel.Series.FirstOrDefault(point => point.Period == period)?.Value)),
                ]),
            ]);
    }

    static string Describe(ChartFrame frame, IReadOnlyList<SmallPanel> panels, ChartScale y) => frame.Say(
        $"{panels.Count} biểu đồ nhỏ cùng thang đo từ {frame.WithUnit(y.Low)} đến {frame.WithUnit(y.High)}.",
        $"{panels.Count} small charts on one scale from {frame.WithUnit(y.Low)} to {frame.WithUnit(y.High)}.");
}
