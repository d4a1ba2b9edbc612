using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme.Composing;

/// <summary>A task in a composed report.</summary>
/// <param name="Percent">On the last day of the period; null when nothing was ever reported.</param>
/// <param name="StatusBefore">On the day before the period; null when the programme did not have the task yet.</param>
/// <param name="Said">What the units wrote in reports that were approved for the period; so the three that follow.</param>
/// <param name="Reason">Why the percentage is lower than before.</param>
public sealed record ComposedTask(
    string Code, Bilingual Name, Bilingual Leads, DateOnly? Deadline, decimal? Percent, decimal? PercentBefore, DateOnly? CompletedOn,
    TaskStatus Status, TaskStatus? StatusBefore, string? Said, string? Obstacles, string? Proposals, string? Reason)
{
    /// <summary>True where the period changed how the task stands or how far it is.</summary>
    public bool HasChanged => Status != StatusBefore || Percent != PercentBefore;
}

/// <summary>A target in a composed report: what its source aims at, and what was known of it at both ends of the period.</summary>
/// <param name="Aim">The aim with its unit and year, in words.</param>
/// <param name="Verdict">Code of the verdict: on-track, at-risk, …</param>
public sealed record ComposedTarget(
    string Code, Bilingual Name, Bilingual Unit, Bilingual Aim, int Decimals, decimal? Expected, decimal? Actual, string? ActualPeriod,
    decimal? ActualBefore, string? ActualPeriodBefore, decimal? PercentOfExpected, string Verdict, string? VerdictBefore);

/// <summary>A district in a composed report.</summary>
public sealed record ComposedDistrict(string Code, Bilingual Name, int Assigned, int Late);

/// <summary>A project in a composed report, with the capital that its agency stated and had approved; in billions of dong.</summary>
/// <param name="Agency">Who is responsible for it.</param>
/// <param name="AsOf">The day that its figures hold for.</param>
/// <param name="Capital">Up to the year in which the period ends.</param>
public sealed record ComposedProject(long Id, string Code, Bilingual Name, Bilingual Agency, DateOnly AsOf, IReadOnlyList<CapitalLine> Capital)
{
    public decimal? Planned(int? year = null) => CapitalTotals.Sum(Of(year).Select(line => line.PlannedBnVnd));

    public decimal? Disbursed(int? year = null) => CapitalTotals.Sum(Of(year).Select(line => line.DisbursedBnVnd));

    IEnumerable<CapitalLine> Of(int? year) => Capital.Where(line => year is null || line.Year == year);
}

/// <summary>The money of the scope's projects.</summary>
/// <param name="Year">The year in which the period ends: capital is planned by calendar years.</param>
/// <param name="Count">How many projects the scope has, with figures or without.</param>
/// <param name="Within">What the pipeline is narrowed to for the scope.</param>
/// <param name="Projects">Those with approved figures, by code.</param>
public sealed record ComposedCapital(int Year, int Count, PipelineFilter Within, IReadOnlyList<ComposedProject> Projects)
{
    public decimal? Planned(int? year = null) => CapitalTotals.Sum(Projects.Select(project => project.Planned(year)));

    public decimal? Disbursed(int? year = null) => CapitalTotals.Sum(Projects.Select(project => project.Disbursed(year)));

    /// <summary>From each source: what was planned and disbursed in the year and until its end, and by how many projects.</summary>
    public IReadOnlyList<(CapitalSource Source, CapitalTotal<int?> InYear, CapitalTotal<int?> UntilThen)> Sources =>
    [
        .. CapitalSources.All.Select(source => (source, Of(source, Year), Of(source, null))).Where(one => one.Item3.Projects > 0),
    ];

    CapitalTotal<int?> Of(CapitalSource source, int? year)
    {
        var slice = new CapitalSlice(year, source);
        var lines = Projects.SelectMany(project => project.Capital.Where(slice.Has)).ToList();
        return new(
            year, CapitalTotals.Sum(lines.Select(line => line.PlannedBnVnd)), CapitalTotals.Sum(lines.Select(line => line.DisbursedBnVnd)),
            Projects.Count(project => project.Capital.Any(slice.Has)));
    }
}

/// <summary>How many reports were due for the period, and how far they were when the report was composed.</summary>
public sealed record ComposedFiling(int Due, int Approved, int Waiting, int Missing);

/// <summary>
/// The figures of a composed report (báo cáo tổng hợp) of a period, as they were known when it was composed. They are kept
/// with it and never asked for again: the programme may move on, the report says what it said.
/// </summary>
/// <param name="Edition">The edition of tasks, progress and figures that it was composed from.</param>
/// <param name="Revision">The publication whose boundaries its map shows.</param>
/// <param name="NextLastDay">The last day of the period after it.</param>
/// <param name="Tasks">What needs somebody first.</param>
/// <param name="Capital">Null in reports of before the money of projects was kept with them.</param>
public sealed record ComposedFigures(
    string Period, DateOnly FirstDay, DateOnly LastDay, DateOnly NextLastDay, int Edition, int Revision, Bilingual Scope, ComposedFiling Filing,
    IReadOnlyList<ComposedTarget> Targets, IReadOnlyList<ComposedTask> Tasks, IReadOnlyList<ComposedDistrict> Districts, ComposedCapital? Capital = null)
{
    /// <summary>Tasks by status at the end of the period and before it, in the order of the statuses.</summary>
    public IReadOnlyList<(TaskStatus Status, int Now, int Before)> Counts =>
        [.. TaskStatuses.All.Select(status => (status, Tasks.Count(task => task.Status == status), Tasks.Count(task => task.StatusBefore == status)))];

    /// <summary>Tasks that were not called off.</summary>
    public int Assigned => Tasks.Count(task => task.Status != TaskStatus.Stopped);

    public int Done => Tasks.Count(task => task.Status.IsDone());

    public IEnumerable<ComposedTask> Late => Tasks.Where(task => task.Status == TaskStatus.Late);

    public IEnumerable<ComposedTask> Changed => Tasks.Where(task => task.HasChanged);

    /// <summary>What is to be done in the period that follows, the earliest deadline first.</summary>
    public IEnumerable<ComposedTask> DueNext =>
        Tasks.Where(task => task.Status.IsOpen() && task.Deadline > LastDay && task.Deadline <= NextLastDay).OrderBy(task => task.Deadline);

    /// <summary>Days by which a late task was over at the end of the period.</summary>
    public int DaysOver(ComposedTask task) => task.Deadline is { } deadline ? Math.Max(0, LastDay.DayNumber - deadline.DayNumber) : 0;
}
