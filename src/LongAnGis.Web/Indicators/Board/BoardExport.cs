using LongAnGis.Core.Indicators;
using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Board;

/// <summary>The scoreboard as a table to be saved: the columns of its page in their order, numbers as numbers, and what the page tells apart in headings.</summary>
static class BoardExport
{
    public static ExportTable Table(BoardAt board, BoardFilter filter, Language language) => new(
        language.Say("Mục tiêu", "Targets"),
        [
            new(language.Say("Mã", "Code"), 10), new(language.Say("Phần", "Part"), 26), new(language.Say("Kết luận", "Verdict"), 16),
            new(language.Say("Mục tiêu", "Target"), 44), new(language.Say("Mức", "Aim"), 28), new(language.Say("Năm", "Year"), 18),
            new(language.Say("Đơn vị tính", "Unit"), 18), new(language.Say("Số gốc", "Baseline")), new(language.Say("Kỳ gốc", "Baseline period"), 12),
            new(language.Say("Thực hiện", "Actual")), new(language.Say("Kỳ thực hiện", "Actual period"), 16),
            new(language.Say("Cần đến lúc đó", "Expected by then")), new(language.Say("% mức cần", "% of expected")),
            new(language.Say("Kế hoạch kỳ", "Plan of period")), new(language.Say("% kế hoạch", "% of plan")),
            new(language.Say("So cùng kỳ", "On same period")), new(language.Say("So cùng kỳ tính bằng", "On same period in"), 16), new(language.Say("Cần mỗi năm", "Needed a year")),
            new(language.Say("Ngoại suy", "Projected")), new(language.Say("Năm ngoại suy", "Projected year")), new(language.Say("Vì sao", "Why"), 90),
        ],
        [.. Parts(board, filter, language).SelectMany(part => part.Cases.Where(filter.Has).Select(one => Row(part.Name, one, language)))]);

    static IEnumerable<(string Name, IEnumerable<TargetCase> Cases)> Parts(BoardAt board, BoardFilter filter, Language language) =>
    [
        (language.Say($"quy hoạch {board.Moment.Plan}", $"plan {board.Moment.Plan}"), board.OfPlan),
        (language.Say("tầm nhìn 2050", "vision 2050"), board.Vision),
        (language.Say("văn bản khác", "other instruments"), board.OfOthers),
        // They are not judged, so no verdict chooses them.
        (language.Say("không đánh giá", "not judged"), filter.Verdict is null ? board.NotCounting : []),
    ];

    static IReadOnlyList<object?> Row(string part, TargetCase one, Language language)
    {
        var text = new CaseText(one, language);
        var english = language.IsEnglish;
        return
        [
            one.Stated.Code, part, one.IsJudged ? VerdictLook.Of(one.Judgement.Verdict).Words.In(english) : text.Standing,
            one.Stated.Name.In(english), text.Stated, text.Years, one.Indicator.Unit.In(english), one.Start?.Value, text.StartPeriod,
            one.Target.AverageFrom is null ? one.Judgement.Actual?.Value ?? one.Newest?.Value : Rounded(one.Judgement.Actual?.Value), text.ActualPeriod, one.Judgement.Expected, Rounded(one.Judgement.PercentOfExpected),
            one.Plan?.Value, Rounded(one.Comparison?.PercentOfPlan), Rounded(one.Comparison?.ChangePercent ?? one.Comparison?.Change), ChangeUnit(one, language),
            Rounded(one.Needed?.PerYear ?? one.NeededRate), Rounded(one.Ahead?.Value), text.AheadYear, one.IsJudged ? one.Judgement.Why.In(english) : null,
        ];
    }

    static string? ChangeUnit(TargetCase one, Language language) => one.Comparison switch
    {
        { ChangePercent: not null } => "%",
        { Change: not null, IsPercent: true } => language.Say("điểm", "points"),
        { Change: not null } => one.Indicator.Unit.In(language.IsEnglish),
        _ => null,
    };

    /// <summary>What is calculated has as many digits as mean something.</summary>
    static decimal? Rounded(decimal? calculated) => calculated is { } number ? Math.Round(number, 2) : null;
}
