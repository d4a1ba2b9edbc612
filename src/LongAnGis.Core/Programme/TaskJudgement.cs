namespace LongAnGis.Core.Programme;

/// <summary>What no task may say: a deadline before its start, itself as its own part, or a circle of waiting.</summary>
public static class TaskJudgement
{
    /// <param name="task">As it would say from now on.</param>
    /// <param name="programme">As it is known; what it says of the same task is replaced.</param>
    public static IReadOnlyList<ProgrammeFault> Judge(ProgrammeTask task, ActionProgramme programme)
    {
        var faults = new List<ProgrammeFault>();
        if (task is { StartOn: { } start, Deadline: { } deadline } && deadline < start)
        {
            faults.Add(new("deadline", new(
                "Hạn chót không được trước ngày bắt đầu.", "The deadline must not lie before the start.")));
        }

        foreach (var before in task.DependsOn.Where(before => programme.Find(before) is null))
        {
            faults.Add(new("depends_on", new($"Không có nhiệm vụ “{before}”.", $"There is no task “{before}”.")));
        }

        if (task.Parent is { } parent && programme.Find(parent) is null)
        {
            faults.Add(new("parent", new($"Không có nhiệm vụ “{parent}”.", $"There is no task “{parent}”.")));
        }

        var others = programme.States.Select(state => state.Task).Where(other => other.Code != task.Code);
        if (TaskOrder.FindCircle(others.Append(task)) is { } circle)
        {
            var path = string.Join(" → ", circle.Append(circle[0]));
            faults.Add(new("depends_on", new(
                $"Các nhiệm vụ chờ lẫn nhau thành vòng: {path}.", $"These tasks would wait for each other in a circle: {path}.")));
        }

        return faults;
    }
}
