namespace LongAnGis.Core.Programme;

/// <summary>
/// How the tasks of a group, an agency, a district or the whole programme stand together. Each task counts once, sub-tasks
/// like others; tasks that were called off are counted apart and in no share.
/// </summary>
public sealed class TaskTally
{
    readonly Dictionary<TaskStatus, int> counts;

    TaskTally(Dictionary<TaskStatus, int> counts, int reported, decimal? meanPercent)
    {
        this.counts = counts;
        Reported = reported;
        MeanPercent = meanPercent;
    }

    public int this[TaskStatus status] => counts.GetValueOrDefault(status);

    /// <summary>Tasks that were not called off.</summary>
    public int Assigned => counts.Where(pair => pair.Key != TaskStatus.Stopped).Sum(pair => pair.Value);

    public int Done => counts.Where(pair => pair.Key.IsDone()).Sum(pair => pair.Value);

    /// <summary>Assigned tasks that anything was ever reported about.</summary>
    public int Reported { get; }

    /// <summary>Mean percentage of the assigned tasks that were reported, unrounded; null when none was.</summary>
    public decimal? MeanPercent { get; }

    /// <summary>Share of the assigned tasks that are done, 0 to 1; null when nothing is assigned.</summary>
    public decimal? DoneShare => Assigned == 0 ? null : (decimal)Done / Assigned;

    public static TaskTally Of(IEnumerable<TaskState> states)
    {
        var counts = new Dictionary<TaskStatus, int>();
        var (reported, sum) = (0, 0m);
        foreach (var state in states)
        {
            counts[state.Status] = counts.GetValueOrDefault(state.Status) + 1;
            if (state is { Status: not TaskStatus.Stopped, Progress: { } progress })
            {
                reported++;
                sum += progress.Percent;
            }
        }

        return new(counts, reported, reported == 0 ? null : sum / reported);
    }
}
