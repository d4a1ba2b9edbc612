using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Review;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Indicators.Board;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Programme.Reporting;

namespace LongAnGis.Web.Programme.Review;

/// <summary>A project: what the plan says of its years and capital, and how it stands.</summary>
/// <param name="Status">Code of the layer's attribute.</param>
/// <param name="StatusText">How it stands as its source says.</param>
public sealed record PlannedProject(long Id, string Code, Bilingual Name, string? Years, string? Status, string? StatusText, decimal? BillionVnd);

/// <summary>Planned against actual, on the last day of a review or today while that is ahead.</summary>
/// <param name="TaskCount">How many tasks it has to look at.</param>
/// <param name="Tasks">The first of them, what needs somebody first; each with the deadline that it was first given.</param>
public sealed record PlanReview(
    ReviewPeriod Period, DateOnly FirstDay, DateOnly LastDay, DateOnly Day, BoardAt Board, int TaskCount, IReadOnlyList<(TaskState State, DateOnly? FirstDeadline)> Tasks,
    IReadOnlyList<PlannedProject> Projects, ActionProgramme Programme);

/// <summary>Reads what a review puts beside each other.</summary>
public sealed class ReviewReading(
    PublicDatabase open, PlanDatabase all, ProgrammeReading reading, Scoreboard scoreboard, Moments moments, Periods periods)
{
    /// <summary>Rows that a page shows.</summary>
    public const int MostTasks = 200;

    static readonly string DeadlinesQuery = Sql.Beside<ReviewReading>("FirstDeadlines");
    static readonly string ProjectsQuery = Sql.Beside<ReviewReading>("PlannedProjects");

    public async Task<PlanReview> Of(ReviewPeriod period, string plan, Visitor visitor, CancellationToken cancellation)
    {
        var (first, last) = (period.FirstDay(periods.Calendar), period.LastDay(periods.Calendar));
        var day = last < periods.Today ? last : periods.Today;
        var moment = await moments.Resolve(new AskedTime(plan, day), cancellation);
        var programme = await reading.At(moment, visitor, cancellation);
        var tasks = programme.States.Where(state => ReviewPeriod.Concerns(state, first, last))
            .OrderBy(state => state.Status).ThenBy(state => state.DaysLeft ?? int.MaxValue).ThenBy(state => state.Task.Position).ToList();
        var shown = tasks.Take(MostTasks).ToList();
        var deadlines = await Deadlines(shown.Select(state => state.Task.Code), cancellation);
        return new(
            period, first, last, day, await scoreboard.At(moment, cancellation), tasks.Count,
            [.. shown.Select(state => (state, deadlines.GetValueOrDefault(state.Task.Code)))], await Projects(moment, cancellation), programme);
    }

    async Task<Dictionary<string, DateOnly?>> Deadlines(IEnumerable<string> tasks, CancellationToken cancellation)
    {
        await using var command = all.CreateCommand(DeadlinesQuery);
        command.Parameters.AddWithValue("tasks", tasks.ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var deadlines = new Dictionary<string, DateOnly?>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            deadlines[row.GetString(0)] = row.Find<DateOnly>(1);
        }

        return deadlines;
    }

    async Task<IReadOnlyList<PlannedProject>> Projects(PointInTime moment, CancellationToken cancellation)
    {
        await using var command = open.CreateCommand(ProjectsQuery);
        command.Parameters.AddMoment(moment);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var projects = new List<PlannedProject>();
        while (await row.ReadAsync(cancellation))
        {
            projects.Add(new(row.GetInt64(0), row.GetString(1), row.GetBilingual(2), row.FindString(4), row.FindString(5), row.FindString(6), row.Find<decimal>(7)));
        }

        return projects;
    }
}
