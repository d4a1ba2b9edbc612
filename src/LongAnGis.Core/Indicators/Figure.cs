using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>Observed (thực hiện) and estimate (ước) replace each other; a plan (kế hoạch) stands beside them.</summary>
public enum FigureStatus { Observed, Estimate, Plan }

/// <summary>
/// One value of an indicator for a region and a period, with what a reader should know of it. What is missing has no figure.
/// </summary>
/// <param name="Value">In the indicator's unit; 1 for yes and 0 for no.</param>
/// <param name="Basis">
/// The definition it follows, where that changed inside a series; values of two bases are not compared. Null for the usual one.
/// </param>
public sealed record Figure(
    string Region, Period Period, FigureStatus Status, decimal Value, Bilingual? Basis, FigureSource Source, Bilingual? Note)
{
    public bool IsPlan => Status == FigureStatus.Plan;

    /// <summary>How it came here from other regions; null for what was recorded for this very region.</summary>
    public CarriedValue? Carried { get; init; }

    public CarryLabel Label => Carried?.Label ?? CarryLabel.Observed;
}

/// <summary>Where a figure comes from: the page that states it (several of a carried one, with bars between), or the instrument.</summary>
public sealed record FigureSource(string? Url, string? Instrument)
{
    const string Bar = " | ";

    public IReadOnlyList<string> Pages => Url?.Split(Bar) ?? [];

    /// <summary>The pages of all figures from which one was made; the instrument when they all rest on the same.</summary>
    public static FigureSource Of(IEnumerable<FigureSource> sources)
    {
        var all = sources.Distinct().ToList();
        if (all is [var one])
            return one;

        var pages = all.SelectMany(source => source.Pages).Distinct(StringComparer.Ordinal).ToList();
        return new(pages.Count == 0 ? null : string.Join(Bar, pages), all.TrueForAll(source => source.Instrument == all[0].Instrument) ? all[0].Instrument : null);
    }
}

/// <summary>The codes and words of statuses and period kinds in files and the database.</summary>
public static class FigureCodes
{
    public static FigureStatus ParseStatus(string code) => code switch
    {
        "observed" => FigureStatus.Observed,
        "estimate" => FigureStatus.Estimate,
        "plan" => FigureStatus.Plan,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no such status"),
    };

    public static string Code(this FigureStatus status) => status switch
    {
        FigureStatus.Estimate => "estimate",
        FigureStatus.Plan => "plan",
        _ => "observed",
    };

    /// <summary>“thực hiện”, “ước”, “kế hoạch”.</summary>
    public static Bilingual Words(this FigureStatus status) => status switch
    {
        FigureStatus.Estimate => new("ước", "estimate"),
        FigureStatus.Plan => new("kế hoạch", "plan"),
        _ => new("thực hiện", "observed"),
    };

    public static string Code(this PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "month",
        PeriodKind.Quarter => "quarter",
        _ => "year",
    };

    public static PeriodKind ParseKind(string code) => code switch
    {
        "year" => PeriodKind.Year,
        "quarter" => PeriodKind.Quarter,
        "month" => PeriodKind.Month,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no such kind of period"),
    };
}
