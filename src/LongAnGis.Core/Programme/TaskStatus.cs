using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>How a task stands on a day, from its days and what was reported; worst first.</summary>
public enum TaskStatus
{
    /// <summary>Quá hạn: its deadline is over and no report says that it is done.</summary>
    Late,

    /// <summary>Sắp đến hạn.</summary>
    DueSoon,

    /// <summary>Đang thực hiện trong hạn.</summary>
    InProgress,

    /// <summary>Chưa bắt đầu.</summary>
    NotStarted,

    /// <summary>Thường xuyên: no deadline is set.</summary>
    Ongoing,

    /// <summary>Hoàn thành trễ hạn.</summary>
    DoneLate,

    /// <summary>Hoàn thành đúng hạn.</summary>
    DoneOnTime,

    /// <summary>Hoàn thành sớm: before the day of the deadline.</summary>
    DoneEarly,

    /// <summary>Đã dừng.</summary>
    Stopped,
}

/// <summary>How statuses are written in addresses and said to people.</summary>
public static class TaskStatuses
{
    public static IReadOnlyList<TaskStatus> All { get; } = Enum.GetValues<TaskStatus>();

    public static bool IsDone(this TaskStatus status) => status is TaskStatus.DoneEarly or TaskStatus.DoneOnTime or TaskStatus.DoneLate;

    /// <summary>True while somebody has to do something.</summary>
    public static bool IsOpen(this TaskStatus status) => !status.IsDone() && status != TaskStatus.Stopped;

    public static string Code(this TaskStatus status) => status switch
    {
        TaskStatus.Late => "late",
        TaskStatus.DueSoon => "due-soon",
        TaskStatus.InProgress => "in-progress",
        TaskStatus.NotStarted => "not-started",
        TaskStatus.Ongoing => "ongoing",
        TaskStatus.DoneLate => "done-late",
        TaskStatus.DoneOnTime => "done-on-time",
        TaskStatus.DoneEarly => "done-early",
        TaskStatus.Stopped => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    public static TaskStatus? Find(string? code)
    {
        foreach (var status in All)
        {
            if (status.Code() == code)
                return status;
        }

        return null;
    }

    public static Bilingual Words(this TaskStatus status) => status switch
    {
        TaskStatus.Late => new("Quá hạn", "Late"),
        TaskStatus.DueSoon => new("Sắp đến hạn", "Due soon"),
        TaskStatus.InProgress => new("Đang thực hiện", "In progress"),
        TaskStatus.NotStarted => new("Chưa bắt đầu", "Not started"),
        TaskStatus.Ongoing => new("Không đặt hạn", "No deadline"),
        TaskStatus.DoneLate => new("Xong, trễ hạn", "Done late"),
        TaskStatus.DoneOnTime => new("Xong, đúng hạn", "Done on time"),
        TaskStatus.DoneEarly => new("Xong sớm", "Done early"),
        TaskStatus.Stopped => new("Đã dừng", "Stopped"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };
}
