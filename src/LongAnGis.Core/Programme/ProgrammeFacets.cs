namespace LongAnGis.Core.Programme;

/// <summary>
/// How many tasks each value of a filter would show, the other filters being as they are: what a reader sees beside each
/// choice before choosing it.
/// </summary>
public sealed class ProgrammeFacets
{
    ProgrammeFacets(
        IReadOnlyDictionary<TaskStatus, int> statuses,
        IReadOnlyDictionary<string, int> groups,
        IReadOnlyDictionary<string, int> agencies,
        IReadOnlyDictionary<string, int> districts,
        IReadOnlyDictionary<TaskPriority, int> priorities) =>
        (Statuses, Groups, Agencies, Districts, Priorities) = (statuses, groups, agencies, districts, priorities);

    public IReadOnlyDictionary<TaskStatus, int> Statuses { get; }

    public IReadOnlyDictionary<string, int> Groups { get; }

    public IReadOnlyDictionary<string, int> Agencies { get; }

    public IReadOnlyDictionary<string, int> Districts { get; }

    public IReadOnlyDictionary<TaskPriority, int> Priorities { get; }

    public static ProgrammeFacets Of(ActionProgramme programme, ProgrammeFilter filter) => new(
        Count<TaskStatus>(programme, filter with { Status = null }, state => [state.Status]),
        Count<string>(programme, filter with { Group = null }, state => [state.Task.Group]),
        Count<string>(programme, filter with { Agency = null }, state => programme.AgenciesOf(state.Task, filter.Role)),
        Count<string>(programme, filter with { District = null }, state => programme.DistrictsOf(state.Task)),
        Count<TaskPriority>(programme, filter with { Priority = null }, state => [state.Task.Priority]));

    static Dictionary<TValue, int> Count<TValue>(
        ActionProgramme programme, ProgrammeFilter filter, Func<TaskState, IEnumerable<TValue>> values)
        where TValue : notnull
    {
        var counts = new Dictionary<TValue, int>();
        foreach (var value in filter.Of(programme).SelectMany(values))
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        return counts;
    }
}
