using LongAnGis.Core.Indicators.Charts;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>
/// Projects over time: a bar from start to end as the agency states them, else a dashed one over the years that the plan's source
/// names; a diamond for each milestone, filled once it is reached, red when its day has passed. A project without any day has a
/// row and nothing on it. Names stand beside the drawing, a row each; a table says the same in words.
/// </summary>
public static class PipelineTimeline
{
    const double Foot = 8, BarInset = 9, Size = 5.5;

    static readonly ChartColour Overdue = new("danger", "#B42318"), Done = new("success", "#1B6E3C"), Ground = new("teal-wash", "#E3EEEC");
    static readonly double[] Dashes = [4, 3];
    static readonly double[] Dotted = [1, 4];

    public static Drawing Draw(IReadOnlyList<PipelineProject> projects, DateOnly today, bool english, string title, string description)
    {
        var axis = new TimelineAxis(projects.SelectMany(Days), today);
        var bottom = TimelineAxis.Head + (projects.Count * TimelineAxis.RowHeight);
        List<Mark> marks = [.. axis.Years(bottom)];
        for (var row = 0; row < projects.Count; row++)
        {
            var top = TimelineAxis.Head + (row * TimelineAxis.RowHeight);
            marks.Add(new LineMark("row", 0, top + TimelineAxis.RowHeight, TimelineAxis.Width, top + TimelineAxis.RowHeight, new(ChartColour.Line, 1, Dotted)));
            marks.AddRange(Bar(projects[row], axis, top, english));
            marks.AddRange(Steps(projects[row], axis, top + (TimelineAxis.RowHeight / 2), today, english));
        }

        marks.AddRange(axis.Today(bottom));
        return new("pipeline-timeline", TimelineAxis.Width, bottom + Foot, title, description, marks);
    }

    /// <summary>From which day to which a project runs, and whether its agency says so; null when nobody does.</summary>
    public static (DateOnly? Start, DateOnly? End, bool IsStated)? Span(PipelineProject project) => project switch
    {
        { Stated: { } stated } when (stated.StartOn ?? stated.EndOn) is not null => (stated.StartOn, stated.EndOn, true),
        { Site.Years: { } years } => (new(years.First, 1, 1), new(years.Last, 12, 31), false),
        _ => null,
    };

    static IEnumerable<DateOnly> Days(PipelineProject project) =>
        new[] { Span(project)?.Start, Span(project)?.End }.Concat(project.Stated?.Milestones.Select(step => step.Day) ?? []).OfType<DateOnly>();

    static IEnumerable<Mark> Bar(PipelineProject project, TimelineAxis axis, double top, bool english)
    {
        if (Span(project) is not { } span)
            yield break;

        const double height = TimelineAxis.RowHeight - (2 * BarInset);
        var left = span.Start is { } start ? axis.At(start) : 0;
        var right = span.End is { } end ? axis.At(end.AddDays(1)) : TimelineAxis.Width;
        var isOpen = !span.IsStated || span.Start is null || span.End is null;
        yield return new RectMark("bar", left, top + BarInset, Math.Max(right - left, 2), height, Ground, new(Colour(project.Stage), 1.2, isOpen ? Dashes : null))
        {
            Hint = $"{project.Site.Code}: {Day(span.Start)} – {Day(span.End)}{(project.Stage is { } stage ? ", " + stage.Words().In(english).ToLowerInvariant() : "")}",
        };
    }

    static IEnumerable<Mark> Steps(PipelineProject project, TimelineAxis axis, double y, DateOnly today, bool english) =>
        (project.Stated?.Milestones ?? []).Where(step => step.Day is not null).Select(step => step.ReachedOn is { } reached
            ? axis.Diamond("reached", reached, y, Size, Done, $"{step.Name}: {(english ? "reached " : "đạt ")}{AttributeText.Date(reached)}")
            : axis.Diamond(
                "due", step.DueOn!.Value, y, Size, ChartColour.Paper, $"{step.Name}: {(english ? "due " : "hạn ")}{AttributeText.Date(step.DueOn.Value)}",
                new(step.DueOn < today ? Overdue : ChartColour.Main, 1.5)));

    static ChartColour Colour(ProjectStage? stage) => stage switch
    {
        ProjectStage.Stopped => Overdue,
        ProjectStage.Operating => Done,
        ProjectStage.Calling => ChartColour.Accent,
        ProjectStage.Idea or null => ChartColour.Border,
        _ => ChartColour.Main,
    };

    static string Day(DateOnly? day) => day is { } known ? AttributeText.Date(known) : "…";
}
