namespace LongAnGis.Core.Indicators.Charts;

/// <param name="Place">In the ranking, from 1; null where there is no figure.</param>
/// <param name="Value">Null where it is missing: hatched and with a dash, never a bar of length zero.</param>
/// <param name="Note">Stands behind the figure: “ước”.</param>
/// <param name="IsMarked">Stands out: the district that is looked at.</param>
public sealed record RankedBar(string Name, int? Place, decimal? Value, string? Note = null, bool IsMarked = false);

/// <summary>Areas in the order of their ranking, with bars from zero; those without a figure come last.</summary>
public static class RankedBars
{
    const double Width = 640, Row = 26, Bar = 18, Top = 8, PlaceRoom = 28, NameRoom = 190, FigureRoom = 120, MissingBar = 24;
    const int MostSteps = 4;

    /// <param name="bars">In their order.</param>
    public static Drawing Draw(ChartFrame frame, IReadOnlyList<RankedBar> bars)
    {
        var left = PlaceRoom + Math.Min(NameRoom, bars.Select(bar => ChartFrame.WidthOf(bar.Name)).DefaultIfEmpty(0).Max()) + 12;
        var x = ChartScale.Of([.. bars.Select(bar => bar.Value).OfType<decimal>()], left, Width - FigureRoom, MostSteps, withZero: true);
        var height = Top + (bars.Count * Row) + 4;
        List<Mark> marks = [];
        for (var index = 0; index < bars.Count; index++)
            marks.Add(Rectangle(bars[index], x, Top + (index * Row)));
        marks.Add(new LineMark("zero", x.At(0), Top - 4, x.At(0), height, new(ChartColour.Border)));
        for (var index = 0; index < bars.Count; index++)
            marks.AddRange(Words(frame, bars[index], x, left, Top + (index * Row)));
        return new(frame.Id, Width, height, frame.Title, Describe(frame, bars), marks);
    }

    static RectMark Rectangle(RankedBar bar, ChartScale x, double top)
    {
        if (bar.Value is not { } value)
            return new("missing", x.At(0), top, MissingBar, Bar, null, new(ChartColour.Border));

        var (zero, end) = (x.At(0), x.At(value));
        return new("bar", Math.Min(zero, end), top, Math.Abs(end - zero), Bar, ChartColour.Main, bar.IsMarked ? new(ChartColour.Accent, 2.5) : null);
    }

    static IEnumerable<Mark> Words(ChartFrame frame, RankedBar bar, ChartScale x, double left, double top)
    {
        var end = bar.Value is { } value ? Math.Max(x.At(0), x.At(value)) + 6 : x.At(0) + MissingBar + 8;
        if (bar.Place is { } place)
            yield return new TextMark("place", PlaceRoom - 8, top + 14, IndicatorNumber.Text(place, frame.IsEnglish), ChartColour.Muted, TextAnchor.End);
        yield return new TextMark("name", PlaceRoom, top + 14, bar.Name, ChartColour.Ink, IsBold: bar.IsMarked);
        yield return new TextMark("figure", end, top + 14, Figure(frame, bar), ChartColour.Ink, IsBold: bar.IsMarked, HasRim: true);
    }

    static string Figure(ChartFrame frame, RankedBar bar) =>
        bar.Value is not { } value ? "–" : bar.Note is { } note ? $"{frame.Figure(value)} ({note})" : frame.Figure(value);

    static string Describe(ChartFrame frame, IReadOnlyList<RankedBar> bars)
    {
        var known = bars.Where(bar => bar.Value is not null).ToList();
        if (known.Count == 0)
            return frame.Say("Chưa có số liệu.", "No data.");
        var text = frame.Say(
            $"{known.Count} đơn vị có số liệu: đầu là {known[0].Name} ({frame.WithUnit(known[0].Value!.Value)}), cuối là {known[^1].Name} ({frame.WithUnit(known[^1].Value!.Value)}).",
            $"{known.Count} areas with data: first {known[0].Name} ({frame.WithUnit(known[0].Value!.Value)}), last {known[^1].Name} ({frame.WithUnit(known[^1].Value!.Value)}).");
        var missing = bars.Count - known.Count;
        return text + (missing > 0 ? frame.Say($" {missing} đơn vị chưa có số liệu.", $" {missing} without data.") : "");
    }
}
