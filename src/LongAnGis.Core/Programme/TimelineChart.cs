using LongAnGis.Core.Indicators.Charts;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>
/// Tasks over time (Gantt): a bar from start to deadline, its reported part filled, a line for today, and arrows from what
/// comes before to what waits for it. A task without a start is a mark at its deadline; one without a deadline is open to the
/// right; one without either has a row and no bar. Names stand beside the drawing, a row each, so that they can be links; a table
/// says the same in words.
/// </summary>
public sealed class TimelineChart
{
    const double RowHeight = TimelineAxis.RowHeight, Head = TimelineAxis.Head, Width = TimelineAxis.Width;
    const double Foot = 8, BarInset = 8, TipSize = 6, Turn = 10;

    static readonly ChartColour Late = new("danger", "#B42318"), Soon = new("warning", "#7D5200"), Done = new("success", "#1B6E3C"),
        Ground = new("teal-wash", "#E3EEEC");

    static readonly double[] Open = [4, 3];
    static readonly double[] Dotted = [1, 4];

    readonly IReadOnlyList<TaskState> states;
    readonly bool english;
    readonly TimelineAxis axis;
    readonly List<Mark> marks = [];

    TimelineChart(IReadOnlyList<TaskState> states, DateOnly today, bool english)
    {
        (this.states, this.english) = (states, english);
        axis = new(states.SelectMany(state => new[] { state.Task.StartOn, state.Task.Deadline }).OfType<DateOnly>(), today);
    }

    /// <param name="title">Read by those who do not see the drawing.</param>
    public static Drawing Draw(IReadOnlyList<TaskState> states, DateOnly today, bool english, string title, string description)
    {
        var chart = new TimelineChart(states, today, english);
        chart.marks.AddRange(chart.axis.Years(chart.Bottom));
        for (var row = 0; row < states.Count; row++)
        {
            chart.AddRow(states[row], Head + (row * RowHeight));
        }

        chart.AddDependencies();
        chart.marks.AddRange(chart.axis.Today(chart.Bottom));
        return new("timeline", Width, chart.Bottom + Foot, title, description, chart.marks);
    }

    double Bottom => Head + (states.Count * RowHeight);

    double X(DateOnly day) => axis.At(day);

    void AddRow(TaskState state, double top)
    {
        marks.Add(new LineMark("row", 0, top + RowHeight, Width, top + RowHeight, new(ChartColour.Line, 1, Dotted)));
        var (start, deadline, colour) = (state.Task.StartOn, state.Task.Deadline, Colour(state.Status));
        if (start is { } from)
            AddBar(state, X(from), deadline is { } to ? X(to.AddDays(1)) : Width, top + BarInset, colour);
        if (deadline is { } last)
            marks.Add(axis.Diamond("deadline", last.AddDays(1), top + (RowHeight / 2), TipSize, colour, Words(state)));
    }

    void AddBar(TaskState state, double left, double right, double top, ChartColour colour)
    {
        const double height = RowHeight - (2 * BarInset);
        var width = Math.Max(right - left, 2);
        marks.Add(new RectMark("bar", left, top, width, height, Ground, new(colour, 1, state.Task.Deadline is null ? Open : null)) { Hint = Words(state) });
        if (state is { Progress: { Percent: > 0 } progress, Task.Deadline: not null })
            marks.Add(new RectMark("done", left, top, width * (double)progress.Percent / 100, height, colour) { Hint = Words(state) });
    }

    void AddDependencies()
    {
        var rows = states.Select((state, row) => (state.Task.Code, row)).ToDictionary(pair => pair.Code, pair => pair.row, StringComparer.Ordinal);
        for (var row = 0; row < states.Count; row++)
        {
            foreach (var before in states[row].Task.DependsOn)
            {
                if (rows.TryGetValue(before, out var from) && states[from].Task.Deadline is { } deadline
                    && (states[row].Task.StartOn ?? states[row].Task.Deadline) is { } begins)
                    AddArrow(X(deadline.AddDays(1)) + TipSize, Middle(from), X(begins) - TipSize, Middle(row));
            }
        }
    }

    void AddArrow(double x, double y, double endX, double endY)
    {
        var bend = x + Turn;
        marks.Add(new PathMark("before", [(x, y), (bend, y), (bend, endY), (endX, endY)], new(ChartColour.Border)));
        var back = endX >= bend ? endX - 5 : endX + 5;
        marks.Add(new PathMark("before-tip", [(endX, endY), (back, endY - 4), (back, endY + 4)], new(ChartColour.Border), ChartColour.Border));
    }

    static double Middle(int row) => Head + (row * RowHeight) + (RowHeight / 2);

    string Words(TaskState state)
    {
        var (start, deadline) = (state.Task.StartOn, state.Task.Deadline);
        var span = $"{(start is { } from ? AttributeText.Date(from) : "?")} – {(deadline is { } to ? AttributeText.Date(to) : "…")}";
        var percent = state.Progress is { } progress ? $", {AttributeText.Number(progress.Percent, english)} %" : "";
        return $"{state.Task.Code}: {span}, {state.Status.Words().In(english)}{percent}";
    }

    static ChartColour Colour(TaskStatus status) => status switch
    {
        TaskStatus.Late => Late,
        TaskStatus.DueSoon => Soon,
        TaskStatus.DoneEarly or TaskStatus.DoneOnTime or TaskStatus.DoneLate => Done,
        TaskStatus.Stopped => ChartColour.Border,
        _ => ChartColour.Main,
    };
}
