namespace LongAnGis.Core.Indicators.Charts;

/// <summary>A line that leads from a figure to another: a target's path, or a projection.</summary>
public sealed record ChartLine(PeriodValue From, PeriodValue To);

/// <summary>What a trend chart shows beside the figures.</summary>
/// <param name="Path">From the baseline to the target.</param>
/// <param name="Projection">From the latest figure on.</param>
/// <param name="Band">A target that is a range, at its year.</param>
public sealed record TrendLines(ChartLine? Path = null, ChartLine? Projection = null, (decimal Low, decimal High)? Band = null);

/// <summary>
/// Figures over time with axes, the target's path (dashed) and a projection (dotted), told apart by their dashes and labels and not
/// by colour alone.
/// </summary>
public static class TrendChart
{
    const double Width = 640, Height = 300, Left = 64, Right = 96, Top = 16, Bottom = 32;
    const double YearRoom = 40;
    const int MostSteps = 5;

    public static Chart Draw(ChartFrame frame, IReadOnlyList<PeriodValue> series, TrendLines? lines = null)
    {
        lines ??= new();
        List<PeriodValue> ends = [.. new[] { lines.Path, lines.Projection }.OfType<ChartLine>().SelectMany(line => new[] { line.From, line.To })];
        var periods = series.Concat(ends).Select(point => point.Period).ToList();
        var values = series.Concat(ends).Select(point => point.Value).Concat(lines.Band is { } band ? [band.Low, band.High] : []);
        var y = ChartScale.Of(values, Height - Bottom, Top, MostSteps, withZero: false);
        var x = SeriesLine.Axis(periods, Left, Width - Right);
        var svg = new SvgWriter(frame.Id, Width, Height, frame.Title, Describe(frame, series, lines));

        Axes(svg, frame, y, x, periods);
        if (lines is { Path: { } way, Band: { } range })
        {
            svg.Empty("line", ("class", "band"), ("x1", x(way.To.Period)), ("x2", x(way.To.Period)), ("y1", y.At(range.Low)), ("y2", y.At(range.High)),
                ("stroke", SvgWriter.Accent), ("stroke-width", 6.0), ("stroke-opacity", "0.35"));
        }

        Line(svg, "path", lines.Path, x, y, SvgWriter.Accent, "6 4", frame.Say("mục tiêu", "target"));
        Line(svg, "projection", lines.Projection, x, y, SvgWriter.Muted, "1.5 4", frame.Say("ngoại suy", "projection"));
        SeriesLine.Draw(svg, series, x, y, SvgWriter.Main, 2);
        foreach (var point in series)
        {
            svg.Open("circle", ("class", "figure"), ("cx", x(point.Period)), ("cy", y.At(point.Value)), ("r", 3.5),
                ("fill", SvgWriter.Paper), ("stroke", SvgWriter.Main), ("stroke-width", 2.0));
            svg.Text("title", $"{frame.Name(point.Period)}: {frame.WithUnit(point.Value)}");
            svg.Close();
        }

        return new(svg.Finish(), Table(frame, series, lines));
    }

    internal static ChartTable Table(ChartFrame frame, IReadOnlyList<PeriodValue> series, TrendLines? lines = null)
    {
        List<IReadOnlyList<string>> rows = [.. series.OrderBy(point => point.Period).Select(point => new[] { frame.Name(point.Period), frame.Figure(point.Value) })];
        void Add(ChartLine? line, string vi, string en)
        {
            if (line is not null)
                rows.Add([$"{frame.Name(line.To.Period)} ({frame.Say(vi, en)})", frame.Figure(line.To.Value)]);
        }

        Add(lines?.Projection, "ngoại suy", "projection");
        Add(lines?.Path, "mục tiêu", "target");
        return new(frame.Title, [frame.Say("Kỳ", "Period"), frame.Unit ?? frame.Say("Giá trị", "Value")], rows);
    }

    static string Describe(ChartFrame frame, IReadOnlyList<PeriodValue> series, TrendLines lines) =>
        Sparkline.Describe(frame, series, null)
        + (lines.Path is { } path ? frame.Say(
            $" Đường mục tiêu từ {frame.WithUnit(path.From.Value)} ({frame.Name(path.From.Period)}) đến {frame.WithUnit(path.To.Value)} ({frame.Name(path.To.Period)}).",
            $" The target's path runs from {frame.WithUnit(path.From.Value)} ({frame.Name(path.From.Period)}) to {frame.WithUnit(path.To.Value)} ({frame.Name(path.To.Period)}).") : "")
        + (lines.Projection is { } projection ? frame.Say(
            $" Ngoại suy đến {frame.Name(projection.To.Period)}: {frame.WithUnit(projection.To.Value)}.",
            $" Projection to {frame.Name(projection.To.Period)}: {frame.WithUnit(projection.To.Value)}.") : "");

    static void Axes(SvgWriter svg, ChartFrame frame, ChartScale y, Func<Period, double> x, IReadOnlyList<Period> periods)
    {
        foreach (var tick in y.Ticks)
        {
            svg.Empty("line", ("class", "grid"), ("x1", Left), ("x2", Width - Right), ("y1", y.At(tick)), ("y2", y.At(tick)), ("stroke", SvgWriter.Line));
            svg.Text("text", IndicatorNumber.Aligned(tick, frame.IsEnglish, y.Decimals),
                ("class", "tick"), ("x", Left - 8), ("y", y.At(tick) + 4), ("text-anchor", "end"), ("fill", SvgWriter.Muted));
        }

        if (!string.IsNullOrEmpty(frame.Unit))
            svg.Text("text", frame.Unit, ("class", "unit"), ("x", Left), ("y", Top - 4), ("fill", SvgWriter.Muted));

        // As many years as have room to be read, always with the last.
        var taken = double.PositiveInfinity;
        foreach (var year in periods.Select(period => Period.OfYear(period.Year)).Distinct().OrderDescending())
        {
            if (x(year) > taken - YearRoom)
                continue;
            taken = x(year);
            svg.Text("text", year.ToString(), ("class", "year"), ("x", taken), ("y", Height - Bottom + 20), ("text-anchor", "middle"), ("fill", SvgWriter.Muted));
        }
    }

    static void Line(SvgWriter svg, string name, ChartLine? line, Func<Period, double> x, ChartScale y, string colour, string dashes, string label)
    {
        if (line is null)
            return;
        svg.Empty("line", ("class", name), ("x1", x(line.From.Period)), ("y1", y.At(line.From.Value)), ("x2", x(line.To.Period)), ("y2", y.At(line.To.Value)),
            ("stroke", colour), ("stroke-width", 2.0), ("stroke-dasharray", dashes), ("stroke-linecap", "round"));
        svg.Text("text", label, ("class", "label"), ("x", x(line.To.Period) + 8), ("y", y.At(line.To.Value) + 4), ("fill", colour));
    }
}
