using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme.Reporting;

/// <summary>
/// When reporting periods begin, end, open and close. A month of the reporting year ends with its cut-off day; longer periods
/// end with their last month, so that with the 14th a reporting year runs from 15 December to 14 December (Decree
/// 09/2019/NĐ-CP, article 12). A report is filed once its period is over: the period opens at midnight in Vietnam after its
/// last day and closes at midnight after the last of some further days, which the province sets for each kind. Where several
/// periods end on one day, one report is due, that of the longest: a quarter's stands for its last month's.
/// </summary>
/// <param name="CutOffDay">1 to 28, or <see cref="EndOfMonth"/> for the last day of each month.</param>
/// <param name="ClosesAfterDays">For each kind that is in use, how many days a period stays open, at least 1.</param>
public sealed record ReportingCalendar(int CutOffDay, IReadOnlyDictionary<ReportingKind, int> ClosesAfterDays)
{
    public const int EndOfMonth = 31;

    /// <summary>The 14th; three days for a month, five for a quarter, ten for half a year, fifteen for a year.</summary>
    public static ReportingCalendar Usual { get; } = new(14, new Dictionary<ReportingKind, int>
    {
        [ReportingKind.Month] = 3,
        [ReportingKind.Quarter] = 5,
        [ReportingKind.HalfYear] = 10,
        [ReportingKind.Year] = 15,
    });

    /// <summary>Included, as <see cref="LastDay"/> is.</summary>
    public DateOnly FirstDay(ReportingPeriod period) => CutOff(MonthIndex(period.Year, period.FirstMonth) - 1).AddDays(1);

    public DateOnly LastDay(ReportingPeriod period) => CutOff(MonthIndex(period.Year, period.LastMonth));

    /// <summary>The first day on which a report can be filed.</summary>
    public DateOnly OpensOn(ReportingPeriod period) => LastDay(period).AddDays(1);

    /// <summary>The last day on which a report can be filed, unless the desk gives more.</summary>
    public DateOnly ClosesOn(ReportingPeriod period) => LastDay(period).AddDays(ClosesAfterDays.GetValueOrDefault(period.Kind, 1));

    /// <summary>The period for which reports are gathered on a day or will be next: the first that ends on the day or later.</summary>
    public ReportingPeriod Current(DateOnly day) => Walk(MonthOf(day), 1);

    /// <summary>The newest period that is over on a day.</summary>
    public ReportingPeriod Newest(DateOnly day) => Walk(MonthOf(day) - 1, -1);

    /// <summary>The period due before another one.</summary>
    public ReportingPeriod Previous(ReportingPeriod period) => Walk(MonthIndex(period.Year, period.LastMonth) - 1, -1);

    public ReportingPeriod Next(ReportingPeriod period) => Walk(MonthIndex(period.Year, period.LastMonth) + 1, 1);

    /// <summary>Whether reports are due for it: its kind is in use, and no longer period ends with it.</summary>
    public bool IsDue(ReportingPeriod period) => DueIn(MonthIndex(period.Year, period.LastMonth)) == period;

    /// <summary>How it stands on a day in Vietnam.</summary>
    /// <param name="extendedTo">The last day that the desk has given instead; null when it has not.</param>
    public PeriodState StateOn(ReportingPeriod period, DateOnly day, DateOnly? extendedTo = null, bool isLocked = false) =>
        isLocked ? PeriodState.Locked
        : day < OpensOn(period) ? PeriodState.Ahead
        : day <= (extendedTo ?? ClosesOn(period)) ? PeriodState.Open
        : PeriodState.Closed;

    /// <summary>The rule in sentences, as pages state it.</summary>
    public IReadOnlyList<Bilingual> Sentences =>
    [
        CutOffDay == EndOfMonth
            ? new("Kỳ báo cáo kết thúc vào ngày cuối tháng.", "Periods end with the last day of a month.")
            : new($"Số liệu chốt vào ngày {CutOffDay}; năm báo cáo từ {CutOffDay + 1}/12 năm trước đến {CutOffDay}/12.",
                $"Periods are cut off on day {CutOffDay} of a month; a reporting year runs from {CutOffDay + 1} December to {CutOffDay} December."),
        new("Kỳ mở nhận báo cáo từ 0 giờ ngày sau ngày chốt và đóng lúc 24 giờ ngày hạn nộp, giờ Việt Nam.",
            "A period opens at midnight after the cut-off and closes at midnight after its last day for filing, Vietnam time."),
        new("Khi nhiều kỳ kết thúc cùng ngày, chỉ nộp một báo cáo cho kỳ dài nhất: báo cáo quý thay báo cáo tháng cuối quý.",
            "Where several periods end on one day, one report is due, for the longest: a quarter's stands for its last month's."),
    ];

    static int MonthIndex(int year, int month) => (year * 12) + month - 1;

    DateOnly CutOff(int index)
    {
        var (year, month) = (index / 12, (index % 12) + 1);
        return new(year, month, Math.Min(CutOffDay, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>The reporting month in which a day lies.</summary>
    int MonthOf(DateOnly day)
    {
        var index = MonthIndex(day.Year, day.Month);
        return day > CutOff(index) ? index + 1 : index;
    }

    ReportingPeriod? DueIn(int index)
    {
        var month = (index % 12) + 1;
        foreach (var kind in ClosesAfterDays.Keys.OrderDescending())
        {
            var months = ReportingPeriod.MonthsIn(kind);
            if (month % months == 0)
                return new(kind, index / 12, month / months);
        }

        return null;
    }

    ReportingPeriod Walk(int index, int step)
    {
        // Every twelfth month ends a period of any kind.
        for (var i = 0; i < 12; i++, index += step)
        {
            if (DueIn(index) is { } due)
                return due;
        }

        throw new InvalidOperationException("The reporting calendar uses no kind of period.");
    }
}

/// <summary>Whether reports are taken for a period.</summary>
public enum PeriodState
{
    /// <summary>Chưa mở: it is not over yet; drafts can be written.</summary>
    Ahead,

    /// <summary>Đang mở.</summary>
    Open,

    /// <summary>Đã đóng: what was filed can still be approved.</summary>
    Closed,

    /// <summary>Đã khóa by the desk: nothing can be written any more.</summary>
    Locked,
}
