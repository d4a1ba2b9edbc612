using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>Why a verdict was given, in sentences with the numbers that were used.</summary>
static class JudgementWords
{
    internal static Bilingual Of(JudgedCase judged, Verdict verdict) =>
        new(Text(judged, verdict, english: false), Text(judged, verdict, english: true));

    internal static Bilingual NoFigureFor(Target target, PeriodValue latest) => new(
        $"Năm {target.Year} đã kết thúc nhưng chưa có số liệu; số gần nhất là {latest.Period.Words.Vi}.",
        $"{target.Year} is over, but there is no figure for it; the latest is of {latest.Period.Words.In(english: true)}.");

    internal static Bilingual NoAverage(PeriodAverage average)
    {
        var years = string.Join(", ", average.Missing);
        return average.Missing.Count > 0
            ? new($"Không tính được bình quân từ {average.From}: thiếu số liệu năm {years}.", $"No average since {average.From}: {years} has no figure.")
            : new("Không tính được bình quân nhân: có năm giảm từ 100 % trở lên.", "No geometric mean: a year falls by 100 % or more.");
    }

    static string Text(JudgedCase judged, Verdict verdict, bool english)
    {
        string[] sentences = [Figure(judged, english), Comparison(judged, verdict, english), Verdicts(judged, verdict, english)];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    static string Figure(JudgedCase judged, bool english)
    {
        var value = judged.Target.Operator == TargetOperator.YesNo
            ? judged.Actual.Value == 0 ? (english ? "not done" : "chưa hoàn thành") : (english ? "done" : "đã hoàn thành")
            : Number(judged, judged.Actual.Value, english);
        if (judged.Average is { } average)
            return english ? $"The geometric mean of {average.From}–{average.To} is {value}." : $"Bình quân nhân {average.From}–{average.To} là {value}.";

        var period = judged.Actual.Period.Words.In(english);
        return $"{char.ToUpperInvariant(period[0])}{period[1..]}: {value}.";
    }

    static string Comparison(JudgedCase judged, Verdict verdict, bool english)
    {
        var target = judged.Target.Words.In(english) + (english ? $" in {judged.Target.Year}" : $" vào năm {judged.Target.Year}");
        if (judged.Average is { } average)
        {
            target = english
                ? $"on average {judged.Target.Words.In(true)} in {average.From}–{judged.Target.Year}"
                : $"bình quân {judged.Target.Words.Vi} trong {average.From}–{judged.Target.Year}";
        }

        if (judged.IsDue || judged.Target.Operator == TargetOperator.YesNo || verdict is Verdict.Met or Verdict.Exceeded)
            return (english ? $"The target is {target}" : $"Mục tiêu là {target}") + Band(judged, english) + ".";
        if (judged.Expected is not { } expected)
            return english ? $"The target is {target}; there is no baseline to draw the path from." : $"Mục tiêu là {target}; chưa có số gốc để vẽ đường đến mục tiêu.";
        if (judged.Baseline is not { } baseline)
            return (english ? $"The target is {target}" : $"Mục tiêu là {target}") + Band(judged, english) + ".";
        return (english
            ? $"The path from {Number(judged, baseline.Value, true)} ({baseline.Period.Words.In(true)}) to {target} asks for {Number(judged, expected, true)} by then"
            : $"Đường từ {Number(judged, baseline.Value, false)} ({baseline.Period.Words.Vi}) đến {target} cần {Number(judged, expected, false)} vào lúc đó")
            + Band(judged, english) + ".";
    }

    static string Band(JudgedCase judged, bool english)
    {
        if (!judged.Target.Operator.IsBand() || judged.Target.Operator == TargetOperator.Between)
            return "";
        var width = IndicatorNumber.Text(judged.HalfWidth, english, 4);
        return judged.Direction switch
        {
            IndicatorDirection.Higher => english ? $", less {width} at most" : $", thấp hơn tối đa {width}",
            IndicatorDirection.Lower => english ? $", more by {width} at most" : $", cao hơn tối đa {width}",
            _ => $", ±{width}",
        };
    }

    static string Verdicts(JudgedCase judged, Verdict verdict, bool english)
    {
        var word = VerdictLook.Of(verdict).Words.In(english);
        var reached = judged.PercentOfExpected is { } percent
            ? english
                ? $"That is {Percent(percent, judged.Rule, true)} % of {(Direct(judged, verdict) ? "it" : "the path")}"
                : $"Bằng {Percent(percent, judged.Rule, false)} % {(Direct(judged, verdict) ? "mục tiêu" : "mức đó")}"
            : null;
        if (judged.Direction == IndicatorDirection.Lower && reached is not null)
            reached += english ? " (inverted, as lower is better)" : " (tính ngược vì càng thấp càng tốt)";
        if (Early(judged, verdict))
            return english ? $"It is fulfilled before its year: {word}." : $"Đã thỏa mục tiêu trước hạn: {word}.";
        return reached is null ? $"{(english ? "Verdict" : "Kết luận")}: {word}." : $"{reached}: {word}.";
    }

    static bool Early(JudgedCase judged, Verdict verdict) => !judged.IsDue && (verdict is Verdict.Met or Verdict.Exceeded);

    static bool Direct(JudgedCase judged, Verdict verdict) => judged.IsDue || verdict is Verdict.Met or Verdict.Exceeded;

    static string Number(JudgedCase judged, decimal value, bool english)
    {
        var unit = judged.Target.Unit?.In(english);
        return IndicatorNumber.Text(value, english) + (string.IsNullOrEmpty(unit) ? "" : "\u00A0" + unit);
    }

    /// <summary>With as many decimals as show on which side of the rule's bounds it is: 99,97 and not 100,0 below 100.</summary>
    internal static string Percent(decimal percent, VerdictRule rule, bool english)
    {
        decimal[] bounds = [rule.AtRiskPercent, 100, rule.ExceededPercent];
        var decimals = 1;
        while (decimals < 6 && bounds.Any(bound => percent < bound != Math.Round(percent, decimals, MidpointRounding.AwayFromZero) < bound))
            decimals++;
        return IndicatorNumber.Text(percent, english, decimals);
    }
}
