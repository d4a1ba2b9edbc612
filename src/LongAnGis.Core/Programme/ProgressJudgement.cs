using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>
/// What no progress may say: a percentage outside of 0 to 100, 100 without the day of completion or less with one, a day of
/// completion after the day that it tells of, or a percentage lower than before without a reason.
/// </summary>
public static class ProgressJudgement
{
    /// <param name="before">The newest progress of an earlier day; null when there is none.</param>
    public static IReadOnlyList<ProgrammeFault> Judge(TaskProgress progress, TaskProgress? before)
    {
        var faults = new List<ProgrammeFault>();
        if (progress.Percent is < 0 or > 100)
        {
            faults.Add(new("percent", new("Tiến độ phải từ 0 đến 100 %.", "Progress is between 0 and 100 %.")));
        }

        if (progress.Percent == 100 && progress.CompletedOn is null)
        {
            faults.Add(new("completed_on", new("Tiến độ 100 % cần ngày hoàn thành.", "At 100 % the day of completion is needed.")));
        }
        else if (progress.Percent != 100 && progress.CompletedOn is not null)
        {
            faults.Add(new("completed_on", new("Chỉ ghi ngày hoàn thành khi tiến độ là 100 %.", "A day of completion goes with 100 % only.")));
        }

        if (progress.CompletedOn > progress.Day)
        {
            faults.Add(new("completed_on", new(
                $"Ngày hoàn thành không được sau ngày báo cáo {AttributeText.Date(progress.Day)}.",
                $"The day of completion must not lie after {AttributeText.Date(progress.Day)}, the day reported on.")));
        }

        if (progress.Percent < before?.Percent && string.IsNullOrWhiteSpace(progress.Reason))
        {
            faults.Add(new("reason", new(
                $"Tiến độ thấp hơn lần trước ({Percent(before.Percent, false)} %): hãy nêu lý do.",
                $"Progress is lower than before ({Percent(before.Percent, true)} %): give a reason.")));
        }

        return faults;
    }

    static string Percent(decimal percent, bool english) => AttributeText.Number(percent, english, 2);
}
