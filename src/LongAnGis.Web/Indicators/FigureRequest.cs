using LongAnGis.Core.Indicators;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators;

/// <summary>Reads the parameters of figures from an address, or says what is wrong with them.</summary>
public static class FigureRequest
{
    public const string PeriodParameter = "period";
    public const string YearParameter = "year";
    public const string RegionsParameter = "regions";

    /// <summary>The period that <c>?period=2025-Q1</c> or <c>?year=2019</c> names; null when neither is there.</summary>
    /// <exception cref="RefusedException">400 when it is no period, or when the two contradict each other.</exception>
    public static Period? Period(string? period, string? year)
    {
        if (!string.IsNullOrEmpty(period) && !string.IsNullOrEmpty(year) && period != year)
            throw new RefusedException(Refusal.BadRequest(
                "Chỉ nêu một kỳ: period (2019, 2025-Q1, 2019-03) hoặc year (2019).",
                "Name one period only: period (2019, 2025-Q1, 2019-03) or year (2019)."));

        var asked = string.IsNullOrEmpty(period) ? year : period;
        if (string.IsNullOrEmpty(asked))
            return null;

        return Core.Indicators.Period.Parse(asked) is { } read && (read.Kind == PeriodKind.Year || !string.IsNullOrEmpty(period))
            ? read
            : throw new RefusedException(Refusal.BadRequest(
                $"“{Short(asked)}” không phải là một kỳ: viết năm (2019), quý (2025-Q1) hoặc tháng (2019-03), từ 1900 đến 2199.",
                $"“{Short(asked)}” is no period: write a year (2019), a quarter (2025-Q1) or a month (2019-03), from 1900 to 2199."));
    }

    /// <exception cref="RefusedException">400 when there is no such set of regions.</exception>
    public static RegionSet Regions(string? regions) => RegionSets.Parse(regions)
        ?? throw new RefusedException(Refusal.BadRequest(
            $"Tham số regions là districts, communes hoặc provinces, không phải “{Short(regions!)}”.",
            $"The parameter regions is districts, communes or provinces, not “{Short(regions!)}”."));

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
