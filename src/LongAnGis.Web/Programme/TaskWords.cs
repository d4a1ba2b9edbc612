using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Platform;
using TaskStatus = LongAnGis.Core.Programme.TaskStatus;

namespace LongAnGis.Web.Programme;

/// <summary>How pages say what a task's days and figures are.</summary>
static class TaskWords
{
    public static string PathOf(ProgrammeTask task) => PathOf(task.Code);

    public static string PathOf(string code) => $"/programme/tasks/{code}";

    /// <summary>“quá 334 ngày”, “còn 12 ngày”, “sớm 5 ngày”; null where there is nothing to count.</summary>
    public static string? Days(TaskState state, Language language) => (state.Status, state.DaysLeft) switch
    {
        (_, null) => null,
        (TaskStatus.Late, { } days) => language.Say($"quá {Count(-days, language)} ngày", $"{Count(-days, language)} days over"),
        (TaskStatus.DueSoon, 0) => language.Say("hạn hôm nay", "due today"),
        (TaskStatus.DueSoon, { } days) => language.Say($"còn {days} ngày", $"{days} days left"),
        (TaskStatus.DoneEarly, { } days) => language.Say($"sớm {Count(days, language)} ngày", $"{Count(days, language)} days early"),
        (TaskStatus.DoneLate, { } days) => language.Say($"trễ {Count(-days, language)} ngày", $"{Count(-days, language)} days late"),
        _ => null,
    };

    /// <summary>“45 %”; null when nothing was ever reported.</summary>
    public static string? Percent(TaskState state, Language language) =>
        state.Progress is { } progress ? Percent(progress.Percent, language) : null;

    public static string Percent(decimal percent, Language language) => AttributeText.Number(percent, language.IsEnglish, 1) + " %";

    public static string Name(this TaskPriority priority, Language language) => priority switch
    {
        TaskPriority.High => language.Say("Ưu tiên cao", "High"),
        TaskPriority.Low => language.Say("Ưu tiên thấp", "Low"),
        _ => language.Say("Bình thường", "Normal"),
    };

    static string Count(int number, Language language) => number.ToString("n0", language.Culture);
}
