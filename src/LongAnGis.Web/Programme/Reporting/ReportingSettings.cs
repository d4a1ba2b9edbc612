using System.Globalization;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>
/// The reporting calendar of the settings: <c>Reporting:CutOffDay</c> (1 to 28, or 31 for the last day of a month) and
/// <c>Reporting:ClosesAfterDays:Month</c>, <c>…:Quarter</c>, <c>…:HalfYear</c>, <c>…:Year</c> (days; 0 where the province has no
/// such reports).
/// </summary>
static class ReportingSettings
{
    const int MostDays = 90;

    public static ReportingCalendar Read(IConfiguration configuration)
    {
        var usual = ReportingCalendar.Usual;
        var cutOff = Number(configuration, "Reporting:CutOffDay", usual.CutOffDay, 1, ReportingCalendar.EndOfMonth);
        var days = Enum.GetValues<ReportingKind>().ToDictionary(
            kind => kind, kind => Number(configuration, $"Reporting:ClosesAfterDays:{kind}", usual.ClosesAfterDays[kind], 0, MostDays));
        if (cutOff is > 28 and < ReportingCalendar.EndOfMonth || days.Values.All(one => one == 0))
            throw Unfit("Reporting");
        return new(cutOff, days.Where(one => one.Value > 0).ToDictionary());
    }

    static int Number(IConfiguration configuration, string name, int usual, int least, int most) =>
        configuration[name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw Unfit(name);

    static StartupException Unfit(string name) => new(
        $"Cấu hình {name} không dùng được: CutOffDay là 1–28 hoặc 31, ClosesAfterDays là 0–{MostDays} ngày, ít nhất một loại kỳ lớn hơn 0.",
        $"The setting {name} cannot be used: CutOffDay is 1–28 or 31, ClosesAfterDays 0–{MostDays} days, more than 0 for one kind at least.");
}
