using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Programme;

/// <summary>In which order tasks are listed.</summary>
public enum TaskSort { Programme, Deadline, Status, Name, Progress }

/// <summary>What the programme is narrowed to. Dimensions add up; within one only one value is chosen.</summary>
/// <param name="Words">Looked for in code, names and product, without regard to diacritics.</param>
/// <param name="Agency">An agency that works on a task, by name or as one of a kind.</param>
/// <param name="Role">Only what the agency leads, or only where it helps.</param>
/// <param name="District">A district that a task concerns.</param>
public sealed record ProgrammeFilter(
    string? Words = null, TaskStatus? Status = null, string? Group = null, string? Agency = null, PartyRole? Role = null,
    string? District = null, TaskPriority? Priority = null)
{
    static readonly StringComparer ByName = StringComparer.Create(AttributeText.Culture(english: false), ignoreCase: true);

    public bool IsEmpty => this == new ProgrammeFilter();

    public IEnumerable<TaskState> Of(ActionProgramme programme)
    {
        var words = string.IsNullOrWhiteSpace(Words)
            ? []
            : SearchWords.FoldedQuery(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return programme.States.Where(state =>
            (Status is null || state.Status == Status)
            && (Group is null || state.Task.Group == Group)
            && (Priority is null || state.Task.Priority == Priority)
            && (Agency is null || programme.Concerns(state.Task, Agency, Role))
            && (District is null || programme.IsIn(state.Task, District))
            && words.All(word => state.Task.SearchText.Contains(word, StringComparison.Ordinal)));
    }

    public static IEnumerable<TaskState> Sorted(IEnumerable<TaskState> states, TaskSort sort) => sort switch
    {
        TaskSort.Deadline => states.OrderBy(state => state.Task.Deadline ?? DateOnly.MaxValue).ThenBy(state => state.Task.Position),
        TaskSort.Status => states.OrderBy(state => state.Status).ThenBy(state => state.DaysLeft ?? int.MaxValue).ThenBy(state => state.Task.Position),
        TaskSort.Name => states.OrderBy(state => state.Task.Name.Vi, ByName),
        TaskSort.Progress => states.OrderByDescending(state => state.Progress?.Percent ?? -1).ThenBy(state => state.Task.Position),
        _ => states,
    };
}
