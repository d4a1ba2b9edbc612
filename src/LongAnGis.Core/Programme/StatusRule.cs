using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>
/// How a task stands on a day. A deadline ends with its day, at midnight in Vietnam; on the day itself a task is still in time.
/// In this order: called off, stopped. Reported at 100 %: early when it was done before the day of the deadline, on time on
/// that day or when no day is set, late after it. Not reported at 100 %: late when the day is over; without a deadline,
/// ongoing; due soon in the last <see cref="SoonDays"/> days, the deadline's own included; not started before its first day,
/// or at 0 %; otherwise in progress. Without any report nothing is assumed to be done.
/// </summary>
public static class StatusRule
{
    /// <summary>Days before the deadline within which a task is due soon.</summary>
    public const int SoonDays = 15;

    /// <summary>Vietnam has kept UTC+7 without summer time since 1975.</summary>
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The day that a moment belongs to, as calendars in Vietnam have it.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Vietnam).DateTime);

    /// <param name="progress">The newest that is known of the day or before; null when nothing was ever reported.</param>
    public static TaskStatus Judge(ProgrammeTask task, TaskProgress? progress, DateOnly day) => (task, progress) switch
    {
        ({ IsStopped: true }, _) => TaskStatus.Stopped,
        (_, { CompletedOn: { } done }) => Done(task.Deadline, done),
        ({ Deadline: { } deadline }, _) when day > deadline => TaskStatus.Late,
        ({ Deadline: null }, _) => TaskStatus.Ongoing,
        ({ Deadline: { } deadline }, _) when deadline.DayNumber - day.DayNumber <= SoonDays => TaskStatus.DueSoon,
        ({ StartOn: { } start }, _) when day < start => TaskStatus.NotStarted,
        (_, { Percent: 0 }) => TaskStatus.NotStarted,
        _ => TaskStatus.InProgress,
    };

    static TaskStatus Done(DateOnly? deadline, DateOnly done) => deadline is not { } day || done == day ? TaskStatus.DoneOnTime
        : done < day ? TaskStatus.DoneEarly
        : TaskStatus.DoneLate;

    /// <summary>The rule, a sentence each, as pages state it.</summary>
    public static IReadOnlyList<Bilingual> Sentences { get; } =
    [
        new("Hạn chót kết thúc lúc 24 giờ của ngày ghi trong hạn, giờ Việt Nam; hạn ghi theo tháng, quý hoặc năm là ngày cuối của kỳ đó.",
            "A deadline ends at midnight after its day, Vietnam time; one given as a month, quarter or year is the last day of it."),
        new("Quá hạn: đã qua ngày hạn mà chưa có báo cáo hoàn thành (100 %).",
            "Late: the day is over and no report says that the task is done (100 %)."),
        new($"Sắp đến hạn: còn nhiều nhất {SoonDays} ngày.", $"Due soon: at most {SoonDays} days are left."),
        new("Chưa bắt đầu: chưa đến ngày bắt đầu, hoặc báo cáo gần nhất là 0 %. Đang thực hiện: các trường hợp còn lại trong hạn.",
            "Not started: its first day is ahead, or the newest report says 0 %. In progress: whatever else is in time."),
        new("Xong sớm, đúng hạn, trễ hạn: ngày hoàn thành trước, đúng hoặc sau ngày hạn.",
            "Done early, on time, late: done before, on or after the day of the deadline."),
        new("Nhiệm vụ không ghi hạn chót được xếp riêng, không bao giờ quá hạn. Chưa có báo cáo thì không coi là đã làm gì.",
            "A task without a deadline stands apart and is never late. Where nothing was reported, nothing is assumed to be done."),
    ];
}
