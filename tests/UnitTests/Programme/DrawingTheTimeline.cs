using System.Xml.Linq;
using LongAnGis.Core.Programme;

namespace LongAnGis.UnitTests.Programme;

public class DrawingTheTimeline
{
    static readonly DateOnly Today = Tasks.Day(2026, 7, 2);

    static XElement Draw(params ProgrammeTask[] tasks) => XElement.Parse(TimelineChart.Draw(
        [.. tasks.Select(task => TaskState.Of(task, null, Today))], Today, false, "Tiến trình <b>", "Mô tả").Svg);

    static IEnumerable<XElement> Of(XElement svg, string name) => svg.Descendants().Where(one => (string?)one.Attribute("class") == name);

    static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_bar_begins_with_its_first_day_and_ends_with_the_deadline_s_day()
    {
        var svg = Draw(Tasks.New("NV-1", Tasks.Day(2026, 1, 1), Tasks.Day(2026, 12, 31)));

        var bar = Assert.Single(Of(svg, "bar"));
        Assert.Equal(0, Number(bar, "x"));
        Assert.Equal(Number(svg, "width"), Number(bar, "width"));
        Assert.Equal(Number(svg, "width") * 182 / 365, Number(Of(svg, "today").First(), "x1"), 0.01);
    }

    [Fact]
    public void Without_a_start_it_is_a_mark_and_without_any_day_a_row_alone()
    {
        var svg = Draw(Tasks.New("NV-1", null, Tasks.Day(2026, 12, 31)), Tasks.New("NV-2"));

        Assert.Empty(Of(svg, "bar"));
        Assert.Single(Of(svg, "deadline"));
        Assert.Equal(2, Of(svg, "row").Count());
    }

    [Fact]
    public void An_arrow_leads_from_each_task_that_comes_before()
    {
        var svg = Draw(
            Tasks.New("NV-1", null, Tasks.Day(2026, 3, 1)), Tasks.New("NV-2", null, Tasks.Day(2026, 9, 1)) with { DependsOn = ["NV-1", "NV-9"] });

        Assert.Single(Of(svg, "before"));
    }
}
