using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme.Reporting;

/// <summary>How far a report is that is due; what needs somebody first.</summary>
public enum ReportState
{
    /// <summary>Trả lại: the head wants something mended.</summary>
    Returned,

    /// <summary>Chưa nộp: nothing was written.</summary>
    Missing,

    /// <summary>Bản nháp.</summary>
    Draft,

    /// <summary>Chờ duyệt.</summary>
    Filed,

    /// <summary>Đã duyệt.</summary>
    Approved,
}

public static class ReportStates
{
    public static string Code(this ReportState state) => state switch
    {
        ReportState.Returned => "returned",
        ReportState.Missing => "missing",
        ReportState.Draft => "draft",
        ReportState.Filed => "filed",
        ReportState.Approved => "approved",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    public static Bilingual Words(this ReportState state) => state switch
    {
        ReportState.Returned => new("Bị trả lại", "Returned"),
        ReportState.Missing => new("Chưa nộp", "Not filed"),
        ReportState.Draft => new("Bản nháp", "Draft"),
        ReportState.Filed => new("Chờ duyệt", "Waits for approval"),
        ReportState.Approved => new("Đã duyệt", "Approved"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    /// <summary>True where the unit still owes something.</summary>
    public static bool IsOwed(this ReportState state) => state is ReportState.Returned or ReportState.Missing or ReportState.Draft;

    /// <summary>What a period is, said to people.</summary>
    public static Bilingual Words(this PeriodState state) => state switch
    {
        PeriodState.Ahead => new("Chưa mở", "Not open yet"),
        PeriodState.Open => new("Đang mở", "Open"),
        PeriodState.Closed => new("Đã đóng", "Closed"),
        PeriodState.Locked => new("Đã khóa", "Locked"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    public static string Code(this PeriodState state) => state switch
    {
        PeriodState.Ahead => "ahead",
        PeriodState.Open => "open",
        PeriodState.Closed => "closed",
        PeriodState.Locked => "locked",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };
}
