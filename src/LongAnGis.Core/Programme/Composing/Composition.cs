using LongAnGis.Core.Investment.Pipeline;
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

    /// <summary>
    /// The money of the scope's projects: of an agency those that it is responsible for, of a district those that lie in it, if
    /// only in part. What nobody had approved is not there; it is not zero.
    /// </summary>
    /// <param name="projects">With what was approved of them and holds for the last day of the period or an earlier one.</param>
    /// <param name="agency">The name of an agency by its code.</param>
    public static ComposedCapital Capital(
        ReportScope scope, ActionProgramme now, IEnumerable<PipelineProject> projects, DateOnly lastDay, Func<string, Bilingual> agency)
    {
        var all = projects.ToList();
        var within = new PipelineFilter(Agency: scope.Agency, District: scope.District is { } code ? Place(all, now.District(code)?.Name.Vi) : null);
        var own = within.Of(all).ToList();
        return new(lastDay.Year, own.Count, within,
        [
            .. own.Where(project => project.HasCapital).Select(project => new ComposedProject(
                    project.Site.Id, project.Site.Code, project.Site.Name, agency(project.Agency), project.Stated!.AsOf,
                    [.. project.Stated.Capital.Where(line => line.Year <= lastDay.Year)]))
                .Where(project => project.Capital.Count > 0).OrderBy(project => project.Code, StringComparer.Ordinal),
        ]);
    }

    /// <summary>Districts of tasks have the codes of figures, those of sites are known by their names.</summary>
    /// <returns>A code that no site has where none lies in it.</returns>
    static string Place(IEnumerable<PipelineProject> projects, string? district) =>
        projects.SelectMany(project => project.Site.Districts).FirstOrDefault(place => place.Name == district)?.Code ?? "";

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
