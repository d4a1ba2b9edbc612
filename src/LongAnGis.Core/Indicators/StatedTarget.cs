using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>Only a binding target is judged; drafts and what was replaced are kept and shown as such.</summary>
public enum TargetStanding { Binding, Draft, Replaced }

/// <summary>What an instrument aims at for an indicator in a region (mục tiêu), as it states it.</summary>
/// <param name="Plan">The plan it belongs to; null where its instrument is no plan. Targets of two plans are never mixed.</param>
/// <param name="ValueTo">Upper end where the source gives a span.</param>
/// <param name="YearFrom">First year where the target is the mean of a period; null for a state at the end of one year.</param>
/// <param name="Year">The year by which it is to be reached, or the last one of the period.</param>
/// <param name="Baseline">Only where a source states one.</param>
public sealed record StatedTarget(
    string Code,
    string? Plan,
    string Instrument,
    string? InstrumentNumber,
    TargetStanding Standing,
    string Indicator,
    string Region,
    Bilingual Name,
    TargetOperator Operator,
    decimal Value,
    decimal? ValueTo,
    int? YearFrom,
    int Year,
    (decimal Value, Period Period)? Baseline,
    IReadOnlyList<string> Sources,
    Bilingual? Note)
{
    /// <summary>“trên 180 triệu đồng/người”, “khoảng 8–10 m²/người”.</summary>
    public Bilingual Words(Indicator indicator) => Words(indicator.Unit);

    /// <summary>“trên 180”, where the unit stands at the axis.</summary>
    public Bilingual WordsWithoutUnit => Words((Bilingual?)null);

    // A span keeps the word of its operator: "about 8–10" is not "from 8 to 10".
    Bilingual Words(Bilingual? unit)
    {
        var stated = Operator.Words(Value, ValueTo, unit);
        return ValueTo is { } to && Operator != TargetOperator.Between
            ? new(Span(stated.Vi, to, english: false), Span(stated.In(english: true), to, english: true))
            : stated;
    }

    /// <summary>“2030”, “2021–2030”.</summary>
    public string Years => YearFrom is { } first ? $"{first}–{Year}" : $"{Year}";

    string Span(string stated, decimal to, bool english)
    {
        var from = IndicatorNumber.Text(Value, english);
        return stated.Replace(from, $"{from}–{IndicatorNumber.Text(to, english)}", StringComparison.Ordinal);
    }

    public static TargetStanding ParseStanding(string code) => code switch
    {
        "binding" => TargetStanding.Binding,
        "draft" => TargetStanding.Draft,
        "replaced" => TargetStanding.Replaced,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no such standing"),
    };
}
