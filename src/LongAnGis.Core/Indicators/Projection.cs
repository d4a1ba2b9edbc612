using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

public enum ProjectionMethod { LinearTrend, CompoundGrowth }

/// <summary>Where a series would be in a year if it went on as it did; a calculation, not a forecast.</summary>
/// <param name="Value">Null when it was refused.</param>
/// <param name="Words">The method with its numbers, or why there is none.</param>
public sealed record Projection(ProjectionMethod Method, int Year, decimal? Value, Bilingual Words)
{
    /// <summary>Fewer show no trend.</summary>
    public const int FewestFigures = 3;

    /// <param name="figures">Yearly figures count; others are left out. Gaps between years are kept as gaps.</param>
    /// <param name="most">How many of the latest figures are used, at least three.</param>
    /// <param name="bounds">What the indicator cannot leave: 0 and 100 for shares.</param>
    public static Projection Of(
        IEnumerable<PeriodValue> figures, int year, ProjectionMethod method, int most = 5, (decimal Low, decimal High)? bounds = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, FewestFigures);
        var used = figures.Where(figure => figure.Period.Kind == PeriodKind.Year).OrderBy(figure => figure.Period).TakeLast(most).ToList();
        Projection Refused(string vi, string en) => new(method, year, null, new(vi, en));

        if (used.Count < FewestFigures)
        {
            return Refused(
                $"Không ngoại suy: cần ít nhất {FewestFigures} năm có số liệu, mới có {used.Count}.",
                $"Not projected: at least {FewestFigures} years with figures are needed, there are {used.Count}.");
        }

        if (year <= used[^1].Period.Year)
            return Refused($"Không ngoại suy: năm {year} đã có hoặc đã qua số liệu.", $"Not projected: the figures already reach {year}.");
        if (method == ProjectionMethod.CompoundGrowth && used.Any(figure => figure.Value <= 0))
            return Refused("Không ngoại suy theo tăng trưởng kép: có số không dương.", "Not projected by compound growth: a figure is not positive.");

        var (value, change) = method == ProjectionMethod.LinearTrend ? Linear(used, year) : Compound(used, year);
        var cut = bounds is { } ends ? Math.Clamp(value, ends.Low, ends.High) : value;
        return new(method, year, cut, Said(method, used, change, isCut: cut != value));
    }

    static (decimal Value, decimal Change) Linear(List<PeriodValue> used, int year)
    {
        var meanYear = used.Average(figure => (decimal)figure.Period.Year);
        var mean = used.Average(figure => figure.Value);
        var slope = used.Sum(figure => (figure.Period.Year - meanYear) * (figure.Value - mean))
            / used.Sum(figure => (figure.Period.Year - meanYear) * (figure.Period.Year - meanYear));
        return (mean + (slope * (year - meanYear)), slope);
    }

    static (decimal Value, decimal Change) Compound(List<PeriodValue> used, int year)
    {
        var (first, last) = (used[0], used[^1]);
        var growth = Math.Pow((double)(last.Value / first.Value), 1.0 / (last.Period.Year - first.Period.Year));
        var value = (double)last.Value * Math.Pow(growth, year - last.Period.Year);
        return ((decimal)value, (decimal)((growth - 1) * 100));
    }

    static Bilingual Said(ProjectionMethod method, List<PeriodValue> used, decimal change, bool isCut)
    {
        var span = $"{used[0].Period.Year}–{used[^1].Period.Year}";
        var vi = method == ProjectionMethod.LinearTrend
            ? $"Ngoại suy tuyến tính (bình phương tối thiểu) từ {used.Count} số liệu {span}: {IndicatorNumber.Change(change, false)} mỗi năm"
            : $"Ngoại suy theo tăng trưởng kép {span} ({used.Count} số liệu): {IndicatorNumber.Change(change, false)} %/năm";
        var en = method == ProjectionMethod.LinearTrend
            ? $"Linear trend (least squares) of {used.Count} figures of {span}: {IndicatorNumber.Change(change, true)} a year"
            : $"Compound growth of {span} ({used.Count} figures): {IndicatorNumber.Change(change, true)} % a year";
        return isCut
            ? new(vi + ", cắt tại giới hạn của chỉ tiêu.", en + ", cut at the indicator's bound.")
            : new(vi + ".", en + ".");
    }
}
