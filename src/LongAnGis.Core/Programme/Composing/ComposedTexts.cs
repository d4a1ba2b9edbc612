using System.Globalization;
using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme.Reporting;

namespace LongAnGis.Core.Programme.Composing;

/// <summary>
/// What people write in a composed report, in the parts of an administrative document (Decree 30/2020/NĐ-CP, appendix I): the
/// head of the sheet, the texts, who signs and who receives it. It begins with what the figures say and is edited from there.
/// </summary>
/// <param name="Parent">The body above the one that issues it; null where there is none.</param>
/// <param name="Number">Number and sign, as 12/BC-SXD.</param>
/// <param name="IssuedOn">Null leaves the day to be written by hand.</param>
/// <param name="Recipients">One to a line.</param>
public sealed record ComposedTexts(
    string? Parent, string Issuer, string? Number, string? Place, DateOnly? IssuedOn, string Subject,
    string? Summary, string? Obstacles, string? Proposals, string? Next, string? SignerTitle, string? SignerName, string? Recipients)
{
    /// <summary>More lines than these nobody reads in a text; the tables have them all.</summary>
    const int MostLines = 12;

    static readonly CultureInfo Vietnamese = AttributeText.Culture(english: false);

    public static ComposedTexts Draft(ComposedFigures figures, ReportScope scope, ActionProgramme programme)
    {
        var agency = scope.Agency is { } code ? programme.Agency(code) : programme.Agencies.FirstOrDefault(one => one.District == scope.District && scope.District is not null);
        var period = ReportingPeriod.Parse(figures.Period).Words.Vi;
        return new(
            scope.IsProvince || agency?.District is not null ? null : "Ủy ban nhân dân tỉnh".ToUpper(Vietnamese),
            (scope.IsProvince ? "Ủy ban nhân dân tỉnh" : agency?.Name.Vi ?? figures.Scope.Vi).ToUpper(Vietnamese),
            null, null, null,
            $"Kết quả thực hiện Chương trình hành động {period} ({figures.Scope.Vi})",
            Said(figures, period),
            Listed(figures.Tasks.Where(task => task.Obstacles is not null), task => task.Obstacles!),
            Listed(figures.Tasks.Where(task => task.Proposals is not null), task => task.Proposals!),
            Listed(figures.DueNext, task => $"{task.Name.Vi}, hạn {AttributeText.Date(task.Deadline!.Value)}"),
            null, null,
            scope.IsProvince ? "Như trên;\nLưu: VT." : "Ủy ban nhân dân tỉnh;\nLưu: VT.");
    }

    static string Said(ComposedFigures figures, string period)
    {
        int Now(params TaskStatus[] all) => figures.Tasks.Count(task => all.Contains(task.Status));
        int Before(params TaskStatus[] all) => figures.Tasks.Count(task => task.StatusBefore is { } status && all.Contains(status));
        TaskStatus[] done = [TaskStatus.DoneEarly, TaskStatus.DoneOnTime, TaskStatus.DoneLate];
        return string.Join('\n',
            $"Trong kỳ báo cáo {period} (từ {AttributeText.Date(figures.FirstDay)} đến {AttributeText.Date(figures.LastDay)}) có {figures.Assigned} nhiệm vụ được giao: "
            + $"{Now(done)} đã hoàn thành (trong đó {Now(TaskStatus.DoneEarly)} xong sớm), {Now(TaskStatus.InProgress)} đang thực hiện, {Now(TaskStatus.DueSoon)} sắp đến hạn, "
            + $"{Now(TaskStatus.NotStarted)} chưa bắt đầu, {Now(TaskStatus.Late)} quá hạn và {Now(TaskStatus.Ongoing)} không đặt hạn.",
            $"So với trước kỳ, số nhiệm vụ hoàn thành {Moved(Now(done) - Before(done))}, số nhiệm vụ quá hạn {Moved(Now(TaskStatus.Late) - Before(TaskStatus.Late))}.",
            $"Phải nộp {figures.Filing.Due} báo cáo; {figures.Filing.Approved} đã được thủ trưởng đơn vị duyệt, {figures.Filing.Waiting} chờ duyệt, {figures.Filing.Missing} chưa nộp."
            + (Money(figures.Capital) is { } money ? "\n" + money : ""));
    }

    /// <summary>Null where nothing was disbursed or planned that somebody stated.</summary>
    static string? Money(ComposedCapital? capital)
    {
        if (capital?.Disbursed(capital.Year) is not { } spent)
            return null;
        var planned = capital.Planned(capital.Year);
        return $"Các dự án có số liệu được duyệt ({capital.Projects.Count} trong {capital.Count}) đã giải ngân năm {capital.Year} {AttributeText.Number(spent, english: false, 1)} tỷ đồng"
            + (CapitalTotals.Percent(planned, spent) is { } percent
                ? $", đạt {AttributeText.Number(percent, english: false, 1)} % kế hoạch {AttributeText.Number(planned!.Value, english: false, 1)} tỷ đồng."
                : ".");
    }

    static string Moved(int change) => change switch { 0 => "không đổi", > 0 => $"tăng {change}", _ => $"giảm {-change}" };

    static string? Listed(IEnumerable<ComposedTask> tasks, Func<ComposedTask, string> say)
    {
        var all = tasks.ToList();
        if (all.Count == 0)
            return null;
        var lines = all.Take(MostLines).Select(task => $"- {task.Code}: {say(task).ReplaceLineEndings(" ")}").ToList();
        if (all.Count > MostLines)
            lines.Add($"- và {all.Count - MostLines} nhiệm vụ khác.");
        return string.Join('\n', lines);
    }
}
