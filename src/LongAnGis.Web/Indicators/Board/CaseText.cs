using LongAnGis.Core.Indicators;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Board;

/// <summary>
/// What is written of a target's case, the same on the board, on its page and on paper. What there is none of is a dash.
/// Without units, which stand with the target.
/// </summary>
public sealed class CaseText(TargetCase one, Language language)
{
    const string None = "–";

    readonly bool english = language.IsEnglish;

    public string Stated => one.Stated.Words(one.Indicator).In(english);

    public string Years => one.Stated.YearFrom is null
        ? language.Say($"năm {one.Stated.Years}", one.Stated.Years)
        : language.Say($"bình quân {one.Stated.Years}", $"average {one.Stated.Years}");

    public string Standing => one.Stated.Standing switch
    {
        TargetStanding.Draft => language.Say("dự thảo, không đánh giá", "draft, not judged"),
        TargetStanding.Replaced => language.Say("đã bị thay, không đánh giá", "replaced, not judged"),
        _ => language.Say("có hiệu lực", "binding"),
    };

    public string Start => one.Start is { } start ? Number(start.Value) : None;

    public string? StartPeriod => one.Start?.Period.ToString();

    /// <summary>What was judged: the average so far where the target is for one; otherwise the newest figure there is.</summary>
    public string Actual => one.Judgement.Actual is { } judged ? Number(judged.Value) : one.Newest is { } newest ? Number(newest.Value) : None;

    public string? ActualPeriod => (one.Judgement.Actual, one.Newest) switch
    {
        ({ } judged, _) when one.Target.AverageFrom is { } from => $"{from}–{judged.Period.Year}",
        ({ } judged, _) => Said(judged.Period, one.Judged),
        (null, { } newest) => Said(newest.Period, newest),
        _ => null,
    };

    public string Expected => one.Judgement.Expected is { } expected ? Number(expected) : None;

    public string PercentOfExpected => one.Judgement.PercentOfExpected is { } percent ? Percent(percent) : None;

    public string Plan => one.Plan is { } plan ? Number(plan.Value) : None;

    public string? PercentOfPlan => one.Comparison?.PercentOfPlan is { } percent ? Percent(percent) : null;

    public string Change => one.Comparison switch
    {
        { ChangePercent: { } percent } => IndicatorNumber.Change(percent, english, 1) + " %",
        { Change: { } points, IsPercent: true } => IndicatorNumber.Change(points, english) + language.Say(" điểm", " points"),
        { Change: { } change } => IndicatorNumber.Change(change, english, one.Indicator.Decimals),
        _ => None,
    };

    /// <summary>What each remaining year must bring; for an average, what the rest of its years must average.</summary>
    public string Needed => (one.Needed, one.NeededRate) switch
    {
        ({ } needed, _) => IndicatorNumber.Change(needed.PerYear, english),
        (_, { } rate) => IndicatorNumber.Text(rate, english) + " %",
        _ => None,
    };

    public string Ahead => one.Ahead?.Value is { } value ? Number(value) : None;

    public string? AheadYear => one.Ahead?.Value is null ? null : $"{one.Ahead.Year}";

    public string Number(decimal value) => one.Indicator.Text(value, english);

    string Percent(decimal percent) => IndicatorNumber.Text(percent, english, 1) + " %";

    string Said(Period period, Figure? figure) =>
        figure?.Status == FigureStatus.Estimate ? $"{period} ({FigureStatus.Estimate.Words().In(english)})" : period.ToString();
}
