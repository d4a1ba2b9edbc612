namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>Capital of one year from one source, in billions of dong. What nobody stated is null, never 0.</summary>
public sealed record CapitalLine(int Year, CapitalSource Source, decimal? PlannedBnVnd, decimal? DisbursedBnVnd);

/// <summary>A step of a project (mốc tiến độ): the day it is due on, and the day it was reached on.</summary>
public sealed record Milestone(string Name, DateOnly? DueOn, DateOnly? ReachedOn)
{
    /// <summary>The day it stands at on a timeline.</summary>
    public DateOnly? Day => ReachedOn ?? DueOn;
}

/// <summary>What the responsible agency says of its project, as of a day.</summary>
/// <param name="StageSince">The day on which the stage began.</param>
/// <param name="Agency">Code of the responsible agency.</param>
/// <param name="AsOf">The day that the figures hold for.</param>
/// <param name="Basis">The decision or report that they rest on.</param>
/// <param name="OverReason">Why more was disbursed than planned, where it was.</param>
public sealed record ProjectContent(
    ProjectStage Stage,
    DateOnly? StageSince,
    string Agency,
    DateOnly? StartOn,
    DateOnly? EndOn,
    DateOnly AsOf,
    string? Basis,
    string? OverReason,
    string? Note,
    IReadOnlyList<CapitalLine> Capital,
    IReadOnlyList<Milestone> Milestones)
{
    /// <summary>The years of the provincial plans that are in force (2021–2030): capital is planned within them.</summary>
    public static YearSpan PlanYears { get; } = new(2021, 2030);

    public const int MostMilestones = 8;
}
