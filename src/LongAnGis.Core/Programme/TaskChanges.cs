namespace LongAnGis.Core.Programme;

/// <summary>A task that is not as it was known before.</summary>
/// <param name="Before">Null when the programme did not have it.</param>
public sealed record TaskChange(TaskState Now, TaskState? Before)
{
    public bool IsNew => Before is null;

    public bool ChangedStatus => Before is { } before && before.Status != Now.Status;

    public bool ChangedProgress => Before is { } before && before.Progress?.Percent != Now.Progress?.Percent;

    /// <summary>Deadline, assignment or anything else that was amended.</summary>
    public bool IsAmended => Before is { } before && before.Task.Version != Now.Task.Version;

    /// <summary>
    /// What is new, stands otherwise, is further or was amended, what needs somebody first.
    /// </summary>
    public static IReadOnlyList<TaskChange> Between(ActionProgramme before, ActionProgramme now) =>
    [
        .. now.States.Select(state => new TaskChange(state, before.Find(state.Task.Code)))
            .Where(change => change.IsNew || change.ChangedStatus || change.ChangedProgress || change.IsAmended)
            .OrderBy(change => change.Now.Status).ThenBy(change => change.Now.Task.Position),
    ];
}
