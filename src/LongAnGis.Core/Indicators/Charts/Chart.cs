namespace LongAnGis.Core.Indicators.Charts;

/// <summary>What every chart is told.</summary>
/// <param name="Id">Unique in the page: letters, digits and hyphens.</param>
/// <param name="Title">The name that assistive technology says; the description is made from the figures.</param>
/// <param name="Unit">Of the figures, in the language of the chart; null without one.</param>
/// <param name="Decimals">Of the figures in words, at most.</param>
public sealed record ChartFrame(string Id, string Title, bool IsEnglish, string? Unit = null, int Decimals = 2)
{
    public static ChartFrame Of(string id, Indicator indicator, bool english) =>
        new(id, indicator.Name.In(english), english, indicator.Unit.In(english), indicator.Decimals);

    internal string Say(string vi, string en) => IsEnglish ? en : vi;

    internal string Figure(decimal value) => IndicatorNumber.Text(value, IsEnglish, Decimals);

    internal string WithUnit(decimal value) => Figure(value) + (string.IsNullOrEmpty(Unit) ? "" : "\u00A0" + Unit);

    internal string Name(Period period) => period.Kind == PeriodKind.Year ? period.ToString() : period.Words.In(IsEnglish);

    /// <summary>The ends of a series in words.</summary>
    internal string Describe(IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
            return Say("Chưa có số liệu.", "No data.");
        var (first, last) = (figures.MinBy(figure => figure.Period)!, figures.MaxBy(figure => figure.Period)!);
        return figures.Count == 1
            ? $"{Name(last.Period)}: {WithUnit(last.Value)}."
            : Say(
                $"Từ {WithUnit(first.Value)} ({Name(first.Period)}) đến {WithUnit(last.Value)} ({Name(last.Period)}), {figures.Count} số liệu.",
                $"From {WithUnit(first.Value)} ({Name(first.Period)}) to {WithUnit(last.Value)} ({Name(last.Period)}), {figures.Count} figures.");
    }

    /// <summary>About how wide a text is in Be Vietnam Pro; no font is measured here, so labels get some room to spare.</summary>
    internal static double WidthOf(string text, double size = TextMark.UsualSize) => text.Length * size * 0.52;
}
