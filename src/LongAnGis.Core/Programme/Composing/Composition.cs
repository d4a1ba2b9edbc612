using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme.Composing;

/// <summary>What a unit wrote about a task in reports that its head approved.</summary>
public sealed record ApprovedWords(string Agency, string Task, string Done, string? Obstacles, string? Proposals, string? Reason);

/// <summary>Puts the tasks of a scope together for a period: as they stood at its end beside how they stood before it.</summary>
public static class Composition
{
    /// <param name="now">On the last day of the period.</param>
    /// <param name="before">On the day before its first.</param>
    public static IReadOnlyList<ComposedTask> Tasks(
        ReportScope scope, ActionProgramme now, ActionProgramme before, IReadOnlyCollection<ApprovedWords> words)
    {
        var said = words.Where(word => scope.Agency is null || word.Agency == scope.Agency).ToLookup(word => word.Task, StringComparer.Ordinal);
        return
        [
            .. now.States.Where(state => scope.Has(now, state.Task))
                .OrderBy(state => state.Status).ThenBy(state => state.DaysLeft ?? int.MaxValue).ThenBy(state => state.Task.Position)
                .Select(state => Task(state, before.Find(state.Task.Code), now, [.. said[state.Task.Code]])),
        ];
    }

    /// <summary>The districts of the scope's tasks; what is given to all districts alike counts in none.</summary>
    public static IReadOnlyList<ComposedDistrict> Districts(ReportScope scope, ActionProgramme now)
    {
        var states = now.States.Where(state => state.Status != TaskStatus.Stopped && scope.Has(now, state.Task))
            .SelectMany(state => now.DistrictsOf(state.Task).Select(district => (district, state)))
            .ToLookup(one => one.district, one => one.state, StringComparer.Ordinal);
        return
        [
            .. now.Districts.Where(district => scope.District is null || scope.District == district.Code).Select(district => new ComposedDistrict(
                district.Code, district.Name, states[district.Code].Count(), states[district.Code].Count(state => state.Status == TaskStatus.Late))),
        ];
    }

    static ComposedTask Task(TaskState state, TaskState? before, ActionProgramme programme, IReadOnlyList<ApprovedWords> words) => new(
        state.Task.Code, state.Task.Name, Leads(state.Task, programme), state.Task.Deadline, state.Progress?.Percent, before?.Progress?.Percent,
        state.Progress?.CompletedOn, state.Status, before?.Status,
        Joined(words, word => word.Done, programme), Joined(words, word => word.Obstacles, programme),
        Joined(words, word => word.Proposals, programme), Joined(words, word => word.Reason, programme));

    static Bilingual Leads(ProgrammeTask task, ActionProgramme programme)
    {
        string In(bool english) => string.Join("; ", task.Leads.Select(party =>
            ((party.Agency is { } code ? programme.Agency(code)?.Name ?? new(code) : party.Name) ?? new("")).In(english)));
        return new(In(english: false), In(english: true));
    }

    /// <summary>What they wrote, each after its name where there are several; null when nobody wrote anything.</summary>
    static string? Joined(IReadOnlyList<ApprovedWords> words, Func<ApprovedWords, string?> text, ActionProgramme programme)
    {
        var said = words.Where(word => text(word) is not null)
            .Select(word => words.Count == 1 ? text(word)! : $"{programme.Agency(word.Agency)?.Name.Vi ?? word.Agency}: {text(word)}").ToList();
        return said.Count == 0 ? null : string.Join('\n', said);
    }
}
