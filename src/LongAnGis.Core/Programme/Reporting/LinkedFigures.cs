using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Entry;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme.Reporting;

/// <summary>
/// Which observation a figure in a report becomes once it is approved: of the unit's district, of the province for other
/// units; for the month, quarter or year that the reporting period is named after. A figure for half a year has no place among
/// the indicators, and one of an indicator that is counted more rarely than the period, or not by district, has none either.
/// </summary>
public static class LinkedFigures
{
    /// <summary>Null for half a year.</summary>
    public static Period? PeriodOf(ReportingPeriod period) => period.Kind switch
    {
        ReportingKind.Month => Period.OfMonth(period.Year, period.Number),
        ReportingKind.Quarter => Period.OfQuarter(period.Year, period.Number),
        ReportingKind.Year => Period.OfYear(period.Year),
        _ => null,
    };

    /// <summary>The region that a unit's figures are of: its district, or the province as it is in that period; null when neither lasts.</summary>
    public static StatisticalRegion? RegionOf(Agency unit, Period period, IEnumerable<StatisticalRegion> regions) =>
        regions.FirstOrDefault(region =>
            EntryWords.Area(region).Lasts(period)
            && (unit.District is { } district ? region.Kind == RegionKind.District && region.Code == district : region.Code is "80-to-2025" or "80"));

    /// <summary>Why a figure does not fit; null when it does.</summary>
    /// <param name="region">As <see cref="RegionOf"/> tells it.</param>
    public static Bilingual? Objection(Indicator indicator, decimal value, ReportingPeriod period, StatisticalRegion? region)
    {
        var known = EntryWords.Indicator(indicator);
        if (PeriodOf(period) is not { } own)
            return new(
                "Chỉ tiêu không có số của nửa năm: hãy ghi ở báo cáo quý hoặc năm.", "Indicators have no figures of half a year: state it in the report of a quarter or a year.");
        if (IsFiner(own.Kind, indicator.Frequency))
            return new(
                $"Chỉ tiêu này không tính theo {KindWords(own.Kind).Vi}: hãy ghi ở báo cáo {Coarsest(indicator.Frequency).Vi}.",
                $"This indicator is not counted by {KindWords(own.Kind).En}: state it in the report of {Coarsest(indicator.Frequency).En}.");
        if (region is null)
            return new(
                $"Đơn vị hành chính của đơn vị báo cáo không còn trong {own.Words.Vi} nên số không có chỗ ghi.",
                $"The area of the reporting unit did not last into {own.Words.En}, so the figure has no place.");
        if (indicator.Level == "province" && region.Kind != RegionKind.Province)
            return new("Chỉ tiêu này chỉ có ở cấp tỉnh, huyện không báo cáo.", "This indicator is the province's alone; districts do not report it.");
        return known is { Least: { } least, Most: { } most } && (value < least || value > most)
            ? new(
                $"Chỉ tiêu này chỉ nhận giá trị từ {AttributeText.Number(least, false)} đến {AttributeText.Number(most, false)}.",
                $"This indicator lies between {AttributeText.Number(least, true)} and {AttributeText.Number(most, true)}.")
            : null;
    }

    static bool IsFiner(PeriodKind kind, string frequency) => frequency switch
    {
        "month" => false,
        "quarter" => kind == PeriodKind.Month,
        _ => kind != PeriodKind.Year,
    };

    static Bilingual KindWords(PeriodKind kind) => kind == PeriodKind.Month ? new("tháng", "month") : new("quý", "quarter");

    static Bilingual Coarsest(string frequency) => frequency == "quarter" ? new("quý", "a quarter") : new("năm", "a year");
}
