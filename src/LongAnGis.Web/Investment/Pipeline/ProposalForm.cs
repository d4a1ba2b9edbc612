using System.Globalization;
using LongAnGis.Core.Indicators.Pasting;
using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Investment.Pipeline;

/// <summary>A proposal as its form sends it; what cannot be read or cannot be so is said at its field.</summary>
static class ProposalForm
{
    public const string Name = "project";
    public const int LongestText = 4000;
    public const int LongestBasis = 1000;
    public const int LongestName = 300;
    public const int LongestBody = 128 << 10;

    const int MostYears = 40;

    /// <summary>What was proposed; its content only counts when the form is right.</summary>
    public static ProjectContent Read(SentForm form, ProjectPipeline pipeline, DateOnly today, bool english)
    {
        if (ProjectStages.Find(form.Raw("stage")) is not { } stage)
        {
            form.Refuse("stage", "Hãy chọn giai đoạn trong danh sách.", "Choose a stage from the list.");
            stage = ProjectStage.Idea;
        }

        var agency = form.Raw("agency");
        if (pipeline.Working(agency) is not { } known || known.Code != agency)
            form.Refuse("agency", "Hãy chọn cơ quan đang hoạt động trong danh sách.", "Choose an agency from the list.");
        var asOf = form.Day("as_of");
        if (asOf is null && form.IsRight)
            form.Refuse("as_of", "Hãy cho biết số liệu tính đến ngày nào.", "Say which day the figures hold for.");
        var (milestones, rows) = Milestones(form);
        var content = new ProjectContent(
            stage, form.Day("stage_since"), agency ?? "", form.Day("start_on"), form.Day("end_on"), asOf ?? today, form.Line("basis", LongestBasis),
            form.Lines("over_reason", LongestText), form.Lines("note", LongestText), Capital(form, english), milestones);
        foreach (var fault in ProjectRules.Judge(content, today, rows))
            form.Refuse(fault.Field, fault.Words.Vi, fault.Words.In(english: true));
        return content;
    }

    static List<CapitalLine> Capital(SentForm form, bool english)
    {
        var lines = new List<CapitalLine>();
        foreach (var typed in form.All("years").Distinct(StringComparer.Ordinal).Take(MostYears))
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2200)
            {
                form.Refuse(null, "Biểu mẫu có một năm không đọc được.", "The form holds a year that cannot be read.");
                continue;
            }

            foreach (var source in CapitalSources.All)
            {
                var line = new CapitalLine(
                    year, source, Amount(form, ProjectRules.AmountField(year, source, isPlan: true), english),
                    Amount(form, ProjectRules.AmountField(year, source, isPlan: false), english));
                if ((line.PlannedBnVnd ?? line.DisbursedBnVnd) is not null)
                    lines.Add(line);
            }
        }

        return lines;
    }

    static decimal? Amount(SentForm form, string field, bool english)
    {
        if (form.Line(field, 60) is not { } typed)
            return null;

        var number = PastedNumber.Read(new(typed));
        if (number.Fault == NumberFault.None && !number.HasPercentSign
            && number.In(english ? NumberStyle.English : NumberStyle.Vietnamese) is { } value && value == Math.Round(value, 3))
            return value;

        form.Refuse(
            field, $"“{Short(typed)}” không phải số tỷ đồng, ví dụ 1.234,5 (nhiều nhất ba chữ số thập phân).",
            $"“{Short(typed)}” is no number of billions of dong, as 1,234.5 (three decimals at most).");
        return null;
    }

    // A row that nobody filled in is none; those that are left keep the number of their row, so that a fault stands beside it.
    static (List<Milestone> Milestones, List<int> Rows) Milestones(SentForm form)
    {
        var (milestones, rows) = (new List<Milestone>(), new List<int>());
        for (var row = 0; row < ProjectContent.MostMilestones; row++)
        {
            var step = new Milestone(
                form.Line(ProjectRules.MilestoneField("name", row), LongestName) ?? "", form.Day(ProjectRules.MilestoneField("due", row)),
                form.Day(ProjectRules.MilestoneField("reached", row)));
            if (step is { Name: "", DueOn: null, ReachedOn: null })
                continue;
            milestones.Add(step);
            rows.Add(row);
        }

        return (milestones, rows);
    }

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
