using LongAnGis.Core.Indicators;

namespace LongAnGis.Core.Programme.Reporting;

/// <summary>What a report says of a task; a draft may lack anything.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="CompletedOn">Only at 100 %.</param>
/// <param name="Done">What was done in the period.</param>
/// <param name="Reason">Why the percentage is lower than before.</param>
/// <param name="Figures">By code of the indicator, in its unit.</param>
/// <param name="Files">Ids of the evidence.</param>
/// <param name="FiguresStatus">Of all its figures: observed or estimated.</param>
public sealed record ReportContent(
    decimal? Percent, DateOnly? CompletedOn, string? Done, string? Obstacles, string? Proposals, string? Reason,
    IReadOnlyDictionary<string, decimal> Figures, IReadOnlyList<Guid> Files, FigureStatus FiguresStatus = FigureStatus.Observed)
{
    public static readonly ReportContent Empty = new(null, null, null, null, null, null, new Dictionary<string, decimal>(), []);
}

/// <summary>What a report must say before it can be filed: a percentage that holds (<see cref="ProgressJudgement"/>) and what was done.</summary>
public static class ReportJudgement
{
    /// <param name="lastDay">The last day of the period, which the report tells of.</param>
    /// <param name="before">What was said last of an earlier day; null when nothing was.</param>
    public static IReadOnlyList<ProgrammeFault> Judge(ReportContent content, DateOnly lastDay, TaskProgress? before)
    {
        var faults = new List<ProgrammeFault>();
        if (content.Done is null)
            faults.Add(new("done", new("Hãy viết kết quả thực hiện trong kỳ.", "Write what was done in the period.")));
        if (content.Percent is not { } percent)
            faults.Add(new("percent", new("Hãy ghi tiến độ, từ 0 đến 100 %.", "State the progress, from 0 to 100 %.")));
        else
            faults.AddRange(ProgressJudgement.Judge(new(lastDay, percent, content.CompletedOn, content.Done, content.Reason), before));
        return faults;
    }
}
