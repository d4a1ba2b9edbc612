namespace LongAnGis.Core.Indicators.Charts;

/// <param name="Value">Null where it is missing: hatched and with a dash, never a bar of length zero.</param>
/// <param name="IsMarked">Stands out: the district that is looked at.</param>
/// <param name="Colour">Of its class, sRGB hex; null for the theme's own.</param>
public sealed record RankedBar(string Name, decimal? Value, bool IsMarked = false, string? Colour = null);

/// <summary>Areas in order of a value, with bars from zero; those without one come last.</summary>
public static class RankedBars
{
    const double Width = 560, Row = 26, Bar = 18, Top = 24, FigureRoom = 84;
    const int MostSteps = 4;

    /// <param name="highestFirst">False where lower is better.</param>
    public static Chart Draw(ChartFrame frame, IReadOnlyList<RankedBar> bars, decimal? target = null, bool highestFirst = true)
    {
        var ordered = Ordered(bars, highestFirst);
        var left = Math.Min(200, bars.Count == 0 ? 0 : bars.Max(bar => ChartFrame.WidthOf(bar.Name, 13))) + 12;
        var known = ordered.Where(bar => bar.Value is not null).Select(bar => bar.Value!.Value).ToList();
        var x = ChartScale.Of(target is { } aim ? known.Append(aim) : known, left, Width - FigureRoom, MostSteps, withZero: true);
        var height = Top + (ordered.Count * Row) + 8;
        var svg = new SvgWriter(frame.Id, Width, height, frame.Title, Describe(frame, ordered, target));
        Hatch(svg, frame.Id);

        for (var index = 0; index < ordered.Count; index++)
            Rectangle(svg, frame, ordered[index], x, Top + (index * Row));
        svg.Empty("line", ("class", "zero"), ("x1", x.At(0)), ("x2", x.At(0)), ("y1", Top - 4), ("y2", height - 4), ("stroke", SvgWriter.Border));
        if (target is { } goal)
        {
            svg.Empty("line", ("class", "target"), ("x1", x.At(goal)), ("x2", x.At(goal)), ("y1", Top - 4), ("y2", height - 4),
                ("stroke", SvgWriter.Accent), ("stroke-width", 2.0), ("stroke-dasharray", "6 4"));
            svg.Text("text", frame.Say($"mục tiêu {frame.WithUnit(goal)}", $"target {frame.WithUnit(goal)}"),
                ("class", "label"), ("x", Math.Min(x.At(goal), Width - 120)), ("y", Top - 8), ("text-anchor", "middle"), ("fill", SvgWriter.Accent));
        }

        for (var index = 0; index < ordered.Count; index++)
            Words(svg, frame, ordered[index], x, left, Top + (index * Row));
        return new(svg.Finish(), new(
            frame.Title,
            [frame.Say("Hạng", "Rank"), frame.Say("Đơn vị", "Area"), frame.Unit ?? frame.Say("Giá trị", "Value")],
            [.. ordered.Select(bar => new[] { Rank(ordered, bar), bar.Name, frame.Figure(bar.Value) })]));
    }

    internal static IReadOnlyList<RankedBar> Ordered(IReadOnlyList<RankedBar> bars, bool highestFirst) =>
    [
        .. bars.OrderBy(bar => bar.Value is null)
            .ThenBy(bar => highestFirst ? -bar.Value : bar.Value)
            .ThenBy(bar => bar.Name, StringComparer.Create(Plans.AttributeText.Culture(english: false), ignoreCase: true)),
    ];

    /// <summary>Equal values share the better rank: 1, 2, 2, 4.</summary>
    static string Rank(IReadOnlyList<RankedBar> ordered, RankedBar bar) => bar.Value is null
        ? "–"
        : (ordered.TakeWhile(other => other.Value != bar.Value).Count() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    static void Rectangle(SvgWriter svg, ChartFrame frame, RankedBar bar, ChartScale x, double top)
    {
        if (bar.Value is not { } value)
        {
            svg.Empty("rect", ("class", "missing"), ("x", x.At(0)), ("y", top), ("width", 24.0), ("height", Bar),
                ("fill", $"url(#{frame.Id}-hatch)"), ("stroke", SvgWriter.Border));
            return;
        }

        var (zero, end) = (x.At(0), x.At(value));
        svg.Empty("rect", ("class", "bar"), ("x", Math.Min(zero, end)), ("y", top), ("width", Math.Abs(end - zero)), ("height", Bar),
            ("fill", bar.Colour ?? SvgWriter.Main), ("stroke", bar.IsMarked ? SvgWriter.Ink : bar.Colour is null ? null : SvgWriter.Border),
            ("stroke-width", bar.IsMarked ? 2.0 : 1.0));
    }

    /// <summary>Over bars and target line; a rim of paper keeps figures readable where the line runs through them.</summary>
    static void Words(SvgWriter svg, ChartFrame frame, RankedBar bar, ChartScale x, double left, double top)
    {
        var weight = bar.IsMarked ? "700" : null;
        var end = bar.Value is { } value ? Math.Max(x.At(0), x.At(value)) + 6 : x.At(0) + 32;
        svg.Text("text", bar.Name, ("class", "name"), ("x", left - 8), ("y", top + 14), ("text-anchor", "end"), ("fill", SvgWriter.Ink), ("font-weight", weight));
        svg.Text("text", frame.Figure(bar.Value), ("class", "figure"), ("x", end), ("y", top + 14), ("fill", SvgWriter.Ink), ("font-weight", weight),
            ("stroke", SvgWriter.Paper), ("stroke-width", 4.0), ("stroke-linejoin", "round"), ("paint-order", "stroke"));
    }

    static void Hatch(SvgWriter svg, string id)
    {
        svg.Open("defs");
        svg.Open("pattern", ("id", $"{id}-hatch"), ("width", 6.0), ("height", 6.0), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"));
        svg.Empty("line", ("x1", 0.0), ("y1", 0.0), ("x2", 0.0), ("y2", 6.0), ("stroke", SvgWriter.Border), ("stroke-width", 2.0));
        svg.Close();
        svg.Close();
    }

    static string Describe(ChartFrame frame, IReadOnlyList<RankedBar> ordered, decimal? target)
    {
        var known = ordered.Where(bar => bar.Value is not null).ToList();
        if (known.Count == 0)
            return frame.Say("Chưa có số liệu.", "No data.");
        var text = frame.Say(
            $"{known.Count} đơn vị có số liệu: đầu là {known[0].Name} ({frame.WithUnit(known[0].Value!.Value)}), cuối là {known[^1].Name} ({frame.WithUnit(known[^1].Value!.Value)}).",
            $"{known.Count} areas with data: first {known[0].Name} ({frame.WithUnit(known[0].Value!.Value)}), last {known[^1].Name} ({frame.WithUnit(known[^1].Value!.Value)}).");
        var missing = ordered.Count - known.Count;
        return text
            + (missing > 0 ? frame.Say($" {missing} đơn vị chưa có số liệu.", $" {missing} without data.") : "")
            + (target is { } aim ? frame.Say($" Mục tiêu: {frame.WithUnit(aim)}.", $" Target: {frame.WithUnit(aim)}.") : "");
    }
}
