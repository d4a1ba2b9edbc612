using LongAnGis.Core.Indicators.Charts;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>
/// Tasks over time (Gantt) as one SVG: a bar from start to deadline, its reported part filled, a line for today, and arrows
/// from what comes before to what waits for it. A task without a start is a mark at its deadline; one without a deadline is open
/// to the right; one without either has a row and no bar. The table beside the chart says the same in words.
/// </summary>
public sealed class TimelineChart
{
    const double NameWidth = 290, PlotWidth = 640, RowHeight = 26, Head = 34, Foot = 8;
    const int LongestName = 44;

    readonly IReadOnlyList<TaskState> states;
    readonly DateOnly today;
    readonly bool english;
    readonly Func<ProgrammeTask, string> address;
    readonly int firstYear;
    readonly int lastYear;

    TimelineChart(IReadOnlyList<TaskState> states, DateOnly today, bool english, Func<ProgrammeTask, string> address)
    {
        (this.states, this.today, this.english, this.address) = (states, today, english, address);
        var days = states.SelectMany(state => new[] { state.Task.StartOn, state.Task.Deadline }).OfType<DateOnly>().Append(today).ToList();
        firstYear = days.Min().Year;
        lastYear = days.Max().Year;
    }

    /// <param name="address">Where a task's page is.</param>
    /// <param name="title">Read by those who do not see the drawing.</param>
    public static string Draw(
        IReadOnlyList<TaskState> states, DateOnly today, bool english, Func<ProgrammeTask, string> address, string title, string description)
    {
        var chart = new TimelineChart(states, today, english, address);
        var svg = new SvgWriter("timeline", NameWidth + PlotWidth, Head + (states.Count * RowHeight) + Foot, title, description);
        chart.DrawYears(svg);
        for (var row = 0; row < states.Count; row++)
        {
            chart.DrawRow(svg, states[row], Head + (row * RowHeight));
        }

        chart.DrawDependencies(svg);
        chart.DrawToday(svg);
        return svg.Finish();
    }

    double X(DateOnly day)
    {
        var first = new DateOnly(firstYear, 1, 1).DayNumber;
        var after = new DateOnly(lastYear + 1, 1, 1).DayNumber;
        return NameWidth + (PlotWidth * (day.DayNumber - first) / (after - first));
    }

    double Bottom => Head + (states.Count * RowHeight);

    void DrawYears(SvgWriter svg)
    {
        // Labels of years must not touch each other.
        var step = (int)Math.Ceiling((lastYear - firstYear + 1) / 16.0);
        for (var year = firstYear; year <= lastYear; year++)
        {
            var x = X(new(year, 1, 1));
            svg.Empty("line", ("x1", x), ("x2", x), ("y1", Head - 8), ("y2", Bottom), ("stroke", SvgWriter.Line));
            if ((year - firstYear) % step == 0)
                svg.Text("text", year.ToString(AttributeText.Culture(english)), ("x", x + 4), ("y", Head - 12), ("fill", SvgWriter.Muted));
        }
    }

    void DrawRow(SvgWriter svg, TaskState state, double top)
    {
        var (task, middle) = (state.Task, top + (RowHeight / 2));
        svg.Empty("line", ("x1", 0d), ("x2", NameWidth + PlotWidth), ("y1", top + RowHeight), ("y2", top + RowHeight), ("stroke", SvgWriter.Line), ("stroke-dasharray", "1 3"));
        svg.Open("a", ("href", address(task)));
        svg.Text("text", $"{task.Code}  {Short(task.Name.In(english))}", ("x", 0d), ("y", middle + 4), ("fill", SvgWriter.Main));
        svg.Close();
        svg.Open("g");
        svg.Text("title", Words(state));
        DrawBar(svg, state, top + 7, RowHeight - 14);
        svg.Close();
    }

    void DrawBar(SvgWriter svg, TaskState state, double top, double height)
    {
        var (start, deadline, colour) = (state.Task.StartOn, state.Task.Deadline, Colour(state.Status));
        if (start is { } from)
        {
            var (left, right) = (X(from), deadline is { } to ? X(to.AddDays(1)) : NameWidth + PlotWidth);
            svg.Empty("rect", ("x", left), ("y", top), ("width", Math.Max(right - left, 2)), ("height", height),
                ("fill", SvgWriter.Wash), ("stroke", colour), ("stroke-dasharray", deadline is null ? "4 3" : null));
            if (state.Progress is { Percent: > 0 } progress && deadline is not null)
                svg.Empty("rect", ("x", left), ("y", top), ("width", (right - left) * (double)progress.Percent / 100), ("height", height), ("fill", colour));
        }

        if (deadline is { } last)
        {
            var (x, y) = (X(last.AddDays(1)), top + (height / 2));
            svg.Empty("path", ("d", $"M{SvgWriter.Number(x - 6)} {SvgWriter.Number(y)}l6 -6l6 6l-6 6z"), ("fill", colour), ("stroke", SvgWriter.Paper));
        }
    }

    void DrawDependencies(SvgWriter svg)
    {
        var rows = states.Select((state, row) => (state.Task.Code, row)).ToDictionary(pair => pair.Code, pair => pair.row, StringComparer.Ordinal);
        for (var row = 0; row < states.Count; row++)
        {
            foreach (var before in states[row].Task.DependsOn)
            {
                if (rows.TryGetValue(before, out var from) && states[from].Task.Deadline is { } deadline)
                    DrawArrow(svg, X(deadline.AddDays(1)), Middle(from), states[row].Task.StartOn ?? states[row].Task.Deadline, Middle(row));
            }
        }
    }

    void DrawArrow(SvgWriter svg, double x, double y, DateOnly? begins, double to)
    {
        if (begins is not { } day)
            return;

        var (end, turn) = (X(day), x + 10);
        var path = $"M{SvgWriter.Number(x + 6)} {SvgWriter.Number(y)}H{SvgWriter.Number(turn)}V{SvgWriter.Number(to)}H{SvgWriter.Number(end - 7)}";
        svg.Empty("path", ("d", path), ("fill", "none"), ("stroke", SvgWriter.Border));
        var tip = end >= turn ? "l-5 -4v8z" : "l5 -4v8z";
        svg.Empty("path", ("d", $"M{SvgWriter.Number(end - 6)} {SvgWriter.Number(to)}{tip}"), ("fill", SvgWriter.Border));
    }

    void DrawToday(SvgWriter svg)
    {
        var x = X(today);
        svg.Empty("line", ("x1", x), ("x2", x), ("y1", Head - 22), ("y2", Bottom), ("stroke", SvgWriter.Accent), ("stroke-width", 1.5));
        svg.Text("text", AttributeText.Date(today), ("x", x), ("y", Head - 24), ("fill", SvgWriter.Accent), ("text-anchor", "middle"));
    }

    static double Middle(int row) => Head + (row * RowHeight) + (RowHeight / 2);

    string Words(TaskState state)
    {
        var (start, deadline) = (state.Task.StartOn, state.Task.Deadline);
        var span = $"{(start is { } from ? AttributeText.Date(from) : "?")} – {(deadline is { } to ? AttributeText.Date(to) : "…")}";
        var percent = state.Progress is { } progress ? $", {AttributeText.Number(progress.Percent, english)} %" : "";
        return $"{state.Task.Code}: {span}, {state.Status.Words().In(english)}{percent}";
    }

    static string Colour(TaskStatus status) => status switch
    {
        TaskStatus.Late => "var(--danger, #B42318)",
        TaskStatus.DueSoon => "var(--warning, #7D5200)",
        TaskStatus.DoneEarly or TaskStatus.DoneOnTime or TaskStatus.DoneLate => "var(--success, #1B6E3C)",
        TaskStatus.Stopped => SvgWriter.Border,
        _ => SvgWriter.Main,
    };

    static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)].TrimEnd() + "…";
}
