namespace LongAnGis.Core.Programme.Reporting;

/// <summary>
/// Who reports on what. A unit is an agency as it is today, a district's committee among them: what was given to an agency
/// that has ended is reported by its successor. All who lead a task report on it, each on its own part. Nothing is due on a
/// task that was called off, that begins after the period, or that was done before it.
/// </summary>
public static class ReportingUnits
{
    /// <summary>The unit that an account reports for; null when it is assigned to none.</summary>
    /// <param name="agency">Code of the account's agency.</param>
    /// <param name="area">Code of the account's area: the district whose committee is the unit, where no agency is named.</param>
    public static Agency? Of(ActionProgramme programme, string? agency, string? area) =>
        agency is not null ? programme.Today(agency)
        : area is not null ? programme.Agencies.FirstOrDefault(one => one.District == area)
        : null;

    /// <summary>Codes of the units that report on a task.</summary>
    public static IReadOnlySet<string> Of(ActionProgramme programme, ProgrammeTask task) =>
        programme.AgenciesOf(task, PartyRole.Lead).Select(code => programme.Today(code)?.Code ?? code).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is due for a period: each task with the units that report on it.</summary>
    public static IEnumerable<(TaskState State, IReadOnlySet<string> Units)> Due(ActionProgramme programme, ReportingCalendar calendar, ReportingPeriod period)
    {
        var (first, last) = (calendar.FirstDay(period), calendar.LastDay(period));
        return programme.States.Where(state => IsDue(state, first, last)).Select(state => (state, Of(programme, state.Task)));
    }

    static bool IsDue(TaskState state, DateOnly first, DateOnly last) =>
        !state.Task.IsStopped
        && (state.Task.StartOn ?? DateOnly.MinValue) <= last
        && (state.Progress?.CompletedOn ?? DateOnly.MaxValue) >= first;
}
