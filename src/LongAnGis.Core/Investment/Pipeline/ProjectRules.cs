using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>Why something cannot be proposed.</summary>
/// <param name="Field">The field of the form that it is about; null when it is about all of it.</param>
public sealed record ContentFault(string? Field, Bilingual Words);

/// <summary>
/// What an agency may say of a project. Amounts are in billions of dong, not negative, and of years of the plan; nothing is
/// disbursed, begun or reached after the day that the figures hold for, and that day is not in the future; a milestone does
/// not lie before the project's start; figures name what they rest on; and who disbursed more than was planned says why.
/// </summary>
public static class ProjectRules
{
    /// <summary>More than the whole country invests in years: a slip of units.</summary>
    public const decimal MostBnVnd = 10_000_000;

    public static string AmountField(int year, CapitalSource source, bool isPlan) =>
        FormattableString.Invariant($"{(isPlan ? "planned" : "disbursed")}_{source.Code()}_{year}");

    public static string MilestoneField(string part, int index) => FormattableString.Invariant($"milestone_{part}_{index}");

    /// <param name="rows">The row of the form that each milestone stands in; by its place when left out.</param>
    public static IReadOnlyList<ContentFault> Judge(ProjectContent content, DateOnly today, IReadOnlyList<int>? rows = null) =>
        [.. Days(content, today), .. content.Capital.SelectMany(line => Amounts(line, content)), .. Explained(content), .. Steps(content, rows)];

    static IEnumerable<ContentFault> Days(ProjectContent content, DateOnly today)
    {
        if (content.AsOf > today)
            yield return new("as_of", new("Ngày số liệu không được ở tương lai.", "The day of the figures must not lie in the future."));
        if (content.StageSince > content.AsOf)
            yield return new("stage_since", new(
                "Giai đoạn không thể bắt đầu sau ngày số liệu.", "A stage cannot have begun after the day that the figures hold for."));
        if (content.EndOn < content.StartOn)
            yield return new("end_on", new("Ngày kết thúc phải sau ngày bắt đầu.", "The end must come after the start."));
    }

    static IEnumerable<ContentFault> Amounts(CapitalLine line, ProjectContent content)
    {
        var (first, last) = (ProjectContent.PlanYears.First, ProjectContent.PlanYears.Last);
        foreach (var (amount, isPlan) in new[] { (line.PlannedBnVnd, true), (line.DisbursedBnVnd, false) })
        {
            if (amount is not { } value)
                continue;

            var field = AmountField(line.Year, line.Source, isPlan);
            if (line.Year < first || line.Year > last)
                yield return new(field, new(
                    $"Năm {line.Year} nằm ngoài thời kỳ quy hoạch {first}–{last}.", $"{line.Year} lies outside of the plan's years, {first}–{last}."));
            else if (value < 0)
                yield return new(field, new($"Vốn năm {line.Year} không được âm.", $"Capital of {line.Year} cannot be negative."));
            else if (value > MostBnVnd)
                yield return new(field, new(
                    $"Vốn năm {line.Year} quá lớn; đơn vị là tỷ đồng.", $"Capital of {line.Year} is too large; the unit is a billion dong."));
            else if (!isPlan && value > 0 && line.Year > content.AsOf.Year)
                yield return new(field, new(
                    $"Năm {line.Year} sau ngày số liệu nên chưa thể giải ngân.", $"{line.Year} comes after the day of the figures: nothing can be disbursed yet."));
        }
    }

    static IEnumerable<ContentFault> Explained(ProjectContent content)
    {
        if (content.Capital.Count > 0 && content.Basis is null)
            yield return new("basis", new(
                "Hãy ghi căn cứ của số liệu vốn: quyết định, báo cáo.", "Name what the capital figures rest on: a decision, a report."));
        if (content.OverReason is null && content.Capital.FirstOrDefault(line => line.DisbursedBnVnd > (line.PlannedBnVnd ?? 0)) is { } over)
            yield return new("over_reason", new(
                $"Giải ngân năm {over.Year} (vốn {over.Source.Words().Vi}) vượt kế hoạch: hãy sửa số hoặc ghi lý do.",
                $"More was disbursed in {over.Year} ({over.Source.Words().En}) than planned: mend the figure or say why."));
    }

    static IEnumerable<ContentFault> Steps(ProjectContent content, IReadOnlyList<int>? rows)
    {
        for (var place = 0; place < content.Milestones.Count; place++)
        {
            var (step, index) = (content.Milestones[place], rows?[place] ?? place);
            if (step.Name.Length == 0)
                yield return new(MilestoneField("name", index), new("Hãy đặt tên cho mốc này.", "Give this milestone a name."));
            foreach (var (part, day) in new[] { ("due", step.DueOn), ("reached", step.ReachedOn) })
            {
                if (day < content.StartOn)
                    yield return new(MilestoneField(part, index), new(
                        $"Mốc “{step.Name}” không thể trước ngày bắt đầu dự án, {AttributeText.Date(content.StartOn.Value)}.",
                        $"The milestone “{step.Name}” cannot lie before the project's start, {AttributeText.Date(content.StartOn.Value)}."));
            }

            if (step.ReachedOn > content.AsOf)
                yield return new(MilestoneField("reached", index), new(
                    $"Mốc “{step.Name}” không thể đạt sau ngày số liệu.", $"The milestone “{step.Name}” cannot be reached after the day of the figures."));
        }
    }
}
