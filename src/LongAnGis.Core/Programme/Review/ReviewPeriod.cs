using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme.Reporting;

namespace LongAnGis.Core.Programme.Review;

/// <summary>
/// What a review (rà soát) looks at: one reporting year, or all years up to the middle of the plan, written <c>2026</c> and
/// <c>mid-term</c>. It is read on the last day of its last reporting year, or today while that is ahead.
/// </summary>
/// <param name="FirstYear">The first reporting year that it covers.</param>
/// <param name="LastYear">The last one.</param>
public sealed record ReviewPeriod(int FirstYear, int LastYear)
{
    const string MidTermCode = "mid-term";

    public bool IsMidTerm => FirstYear != LastYear;

    public Bilingual Words => IsMidTerm
        ? new($"giữa kỳ {FirstYear}–{LastYear}", $"mid-term {FirstYear}–{LastYear}")
        : new($"năm {LastYear}", $"year {LastYear}");

    /// <summary>Of a plan of ten years the first five.</summary>
    public static ReviewPeriod MidTerm(int planFrom, int planTo) => new(planFrom, planFrom + ((planTo - planFrom + 1) / 2) - 1);

    /// <summary>Null for what is no review of the plan; nothing asks for the last year that is over.</summary>
    public static ReviewPeriod? Find(string? code, int planFrom, int planTo, DateOnly today) => code switch
    {
        null or "" => new(Math.Clamp(today.Year, planFrom, planTo), Math.Clamp(today.Year, planFrom, planTo)),
        MidTermCode => MidTerm(planFrom, planTo),
        { Length: 4 } when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= planFrom && year <= planTo => new(year, year),
        _ => null,
    };

    public DateOnly FirstDay(ReportingCalendar calendar) => calendar.FirstDay(new(ReportingKind.Year, FirstYear, 1));

    public DateOnly LastDay(ReportingCalendar calendar) => calendar.LastDay(new(ReportingKind.Year, LastYear, 1));

    /// <summary>
    /// Whether a review of its days has to look at a task: what was to be done by then and was not before, what was done in
    /// them, and what is still to be done without being due.
    /// </summary>
    public static bool Concerns(TaskState state, DateOnly first, DateOnly last) =>
        state.Progress?.CompletedOn is { } done ? done >= first && done <= last : state.Status != TaskStatus.Stopped && (state.Task.Deadline is not { } deadline || deadline <= last);

    public override string ToString() => IsMidTerm ? MidTermCode : LastYear.ToString(CultureInfo.InvariantCulture);
}
