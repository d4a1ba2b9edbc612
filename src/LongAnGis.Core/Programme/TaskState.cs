namespace LongAnGis.Core.Programme;

/// <summary>A task on a day: what it says, how far it is, how it stands.</summary>
/// <param name="Progress">Null when nothing was ever reported.</param>
public sealed record TaskState(ProgrammeTask Task, TaskProgress? Progress, TaskStatus Status, DateOnly Day)
{
    public static TaskState Of(ProgrammeTask task, TaskProgress? progress, DateOnly day) =>
        new(task, progress, StatusRule.Judge(task, progress, day), day);

    /// <summary>
    /// Days until the deadline, negative after it; for a task that is done, days by which it was early (or, negative, late).
    /// Null without a deadline.
    /// </summary>
    public int? DaysLeft => Task.Deadline is { } deadline
        ? deadline.DayNumber - (Progress?.CompletedOn ?? Day).DayNumber
        : null;
}
