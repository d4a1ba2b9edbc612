using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Charts;

namespace LongAnGis.Core.Investment.Pipeline;

/// <param name="Planned">Null where it is missing.</param>
public sealed record PlanBar(string Name, decimal? Planned, decimal? Disbursed);

/// <summary>
/// What was planned as an outline and what was disbursed of it as a filled bar inside, one row for each group, on one scale from
/// zero. A missing figure is a dash, never a bar of length zero. A table beside it says the same.
/// </summary>
public static class PlanBars
{
    const double Width = 640, Row = 30, Height = 20, Inner = 10, Top = 8, NameRoom = 190, FigureRoom = 170;
    const int MostSteps = 4;

    static readonly ChartColour Ground = new("teal-wash", "#E3EEEC");

    public static Drawing Draw(ChartFrame frame, IReadOnlyList<PlanBar> bars)
    {
        var left = Math.Min(NameRoom, bars.Select(bar => ChartFrame.WidthOf(bar.Name)).DefaultIfEmpty(0).Max()) + 14;
        var x = ChartScale.Of([.. bars.SelectMany(bar => new[] { bar.Planned, bar.Disbursed }).OfType<decimal>()], left, Width - FigureRoom, MostSteps, withZero: true);
        List<Mark> marks = [];
        for (var index = 0; index < bars.Count; index++)
            marks.AddRange(Of(frame, bars[index], x, Top + (index * Row)));
        var bottom = Top + (bars.Count * Row);
        marks.Add(new LineMark("zero", x.At(0), Top - 4, x.At(0), bottom, new(ChartColour.Border)));
        return new(frame.Id, Width, bottom + 4, frame.Title, Describe(frame, bars), marks);
    }

    static IEnumerable<Mark> Of(ChartFrame frame, PlanBar bar, ChartScale x, double top)
    {
        var zero = x.At(0);
        if (bar.Planned is { } planned)
            yield return new RectMark("planned", zero, top, x.At(planned) - zero, Height, Ground, new(ChartColour.Main));
        if (bar.Disbursed is { } disbursed)
            yield return new RectMark("disbursed", zero, top + ((Height - Inner) / 2), x.At(disbursed) - zero, Inner, ChartColour.Main);
        yield return new TextMark("name", 0, top + 15, bar.Name, ChartColour.Ink);
        var end = Math.Max(x.At(bar.Planned ?? 0), x.At(bar.Disbursed ?? 0)) + 6;
        yield return new TextMark("figure", end, top + 15, $"{Figure(frame, bar.Disbursed)} / {Figure(frame, bar.Planned)}", ChartColour.Ink, HasRim: true);
    }

    static string Figure(ChartFrame frame, decimal? value) => value is { } known ? IndicatorNumber.Text(known, frame.IsEnglish, frame.Decimals) : "–";

    static string Describe(ChartFrame frame, IReadOnlyList<PlanBar> bars) => string.Join(' ', bars.Select(bar => frame.Say(
        $"{bar.Name}: giải ngân {Figure(frame, bar.Disbursed)} trên kế hoạch {Figure(frame, bar.Planned)}.",
        $"{bar.Name}: disbursed {Figure(frame, bar.Disbursed)} of {Figure(frame, bar.Planned)} planned.")));
}
