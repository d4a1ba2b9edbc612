using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>A figure beside its plan and beside the same period of the year before, as reports say it.</summary>
/// <param name="PercentOfPlan">Null without a positive plan.</param>
/// <param name="Change">On the same period of the year before, in the indicator's unit; null without a figure for it.</param>
/// <param name="ChangePercent">Null where the earlier figure is not positive, and for indicators in percent, which change by points.</param>
public sealed record Comparison(decimal? PercentOfPlan, decimal? Change, decimal? ChangePercent, bool IsPercent)
{
    /// <param name="plan">For the same period.</param>
    /// <param name="lastYear">Of the same period a year before.</param>
    /// <param name="isPercent">The indicator is itself a percentage.</param>
    public static Comparison Of(decimal actual, decimal? plan, decimal? lastYear, bool isPercent = false) => new(
        plan > 0 ? actual / plan * 100 : null,
        actual - lastYear,
        !isPercent && lastYear > 0 ? (actual - lastYear) / lastYear * 100 : null,
        isPercent);

    /// <summary>“đạt 116,3 % kế hoạch, tăng 22,9 % so cùng kỳ”; null when there is nothing to compare with.</summary>
    public Bilingual? Words
    {
        get
        {
            var parts = new[] { Plan, SamePeriod }.OfType<Bilingual>().ToList();
            return parts.Count == 0 ? null : new(string.Join(", ", parts.Select(part => part.Vi)), string.Join(", ", parts.Select(part => part.In(english: true))));
        }
    }

    Bilingual? Plan => PercentOfPlan is { } percent
        ? new($"đạt {IndicatorNumber.Text(percent, false, 1)} % kế hoạch", $"{IndicatorNumber.Text(percent, true, 1)} % of plan")
        : null;

    Bilingual? SamePeriod
    {
        get
        {
            if (Change is not { } change)
                return null;
            if (change == 0)
                return new("bằng cùng kỳ", "unchanged on the same period");

            string Amount(bool english) => (ChangePercent, IsPercent) switch
            {
                ({ } percent, _) => IndicatorNumber.Text(Math.Abs(percent), english, 1) + " %",
                (_, true) => IndicatorNumber.Text(Math.Abs(change), english) + (english ? " points" : " điểm %"),
                _ => IndicatorNumber.Text(Math.Abs(change), english),
            };
            return change > 0
                ? new($"tăng {Amount(false)} so cùng kỳ", $"up {Amount(true)} on the same period")
                : new($"giảm {Amount(false)} so cùng kỳ", $"down {Amount(true)} on the same period");
        }
    }
}
