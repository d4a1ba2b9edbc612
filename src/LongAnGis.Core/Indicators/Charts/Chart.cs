namespace LongAnGis.Core.Indicators.Charts;

/// <summary>A drawing and the same figures as a table, which stands beside it for everybody who cannot use the drawing.</summary>
/// <param name="Svg">A whole <c>svg</c> element, ready for a page or a file.</param>
public sealed record Chart(string Svg, ChartTable Table);

/// <summary>The figures of a chart as people read them, in the language of the chart; the first column names the row.</summary>
public sealed record ChartTable(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>What every chart is told.</summary>
/// <param name="Id">Unique in the page: letters, digits and hyphens.</param>
/// <param name="Title">The name that assistive technology says; the description is made from the figures.</param>
/// <param name="Unit">Of the figures, in the language of the chart; null without one.</param>
/// <param name="Decimals">Of the figures in words and table, at most.</param>
public sealed record ChartFrame(string Id, string Title, bool IsEnglish, string? Unit = null, int Decimals = 2)
{
    internal string Say(string vi, string en) => IsEnglish ? en : vi;

    internal string Figure(decimal? value) => value is { } known ? IndicatorNumber.Text(known, IsEnglish, Decimals) : "–";

    internal string WithUnit(decimal value) => Figure(value) + (string.IsNullOrEmpty(Unit) ? "" : "\u00A0" + Unit);

    internal string Name(Period period) => period.Kind == PeriodKind.Year ? period.ToString() : period.Words.In(IsEnglish);

    /// <summary>About how wide a text is in Be Vietnam Pro; no font is measured here, so labels get some room to spare.</summary>
    internal static double WidthOf(string text, double size = SvgWriter.FontSize) => text.Length * size * 0.58;
}
