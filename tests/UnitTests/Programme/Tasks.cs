using LongAnGis.Core.Programme;

namespace LongAnGis.UnitTests.Programme;

/// <summary>Tasks of a test, with nothing in them but what it is about.</summary>
static class Tasks
{
    public static ProgrammeTask New(string code, DateOnly? start = null, DateOnly? deadline = null) => new(
        code, 1, "general", null, 1, new($"Nhiệm vụ {code}"), null, null, null, null, null, null, null, start, deadline, null,
        TaskPriority.Normal, null, null, false, [], [], [], [], [], [], [], null, $"nhiem vu {code}", true);

    public static TaskProgress At(decimal percent, DateOnly day, DateOnly? done = null, string? reason = null) =>
        new(day, percent, done, null, reason);

    public static ActionProgramme Programme(DateOnly day, params IEnumerable<ProgrammeTask> tasks) =>
        new(day, 1, [], [], [], [.. tasks.Select(task => TaskState.Of(task, null, day))]);

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
