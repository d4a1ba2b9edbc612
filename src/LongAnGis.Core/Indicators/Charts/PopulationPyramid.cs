namespace LongAnGis.Core.Indicators.Charts;

/// <param name="Name">“0–4”, “85 trở lên”.</param>
public sealed record AgeGroup(string Name, decimal Male, decimal Female);

/// <summary>
/// People by age and sex: men to the left, women to the right, the youngest at the bottom, both sides on one scale. The sides differ
/// in tone and in their headings.
/// </summary>
public static class PopulationPyramid
{
    const double Width = 560, Row = 20, Bar = 16, Top = 28, Bottom = 28, Middle = 84, Side = 28;
    const int MostSteps = 4;

    /// <param name="groups">The youngest first.</param>
    public static Chart Draw(ChartFrame frame, IReadOnlyList<AgeGroup> groups)
    {
        if (groups.Any(group => group.Male < 0 || group.Female < 0))
            throw new ArgumentException("there are no fewer than no people", nameof(groups));

        var height = Top + (groups.Count * Row) + Bottom;
        var (centre, half) = (Width / 2, Middle / 2);
        var right = ChartScale.Of(groups.SelectMany(group => new[] { group.Male, group.Female }), centre + half, Width - Side, MostSteps, withZero: true);
        var left = right with { From = centre - half, To = Side };
        var svg = new SvgWriter(frame.Id, Width, height, frame.Title, Describe(frame, groups));

        foreach (var (side, anchor) in new[] { (left, "end"), (right, "start") })
        {
            foreach (var tick in side.Ticks)
            {
                svg.Empty("line", ("class", "grid"), ("x1", side.At(tick)), ("x2", side.At(tick)), ("y1", Top), ("y2", height - Bottom), ("stroke", SvgWriter.Line));
                svg.Text("text", IndicatorNumber.Aligned(tick, frame.IsEnglish, side.Decimals), ("class", "tick"), ("x", side.At(tick)), ("y", height - Bottom + 16),
                    ("text-anchor", tick == 0 ? anchor : "middle"), ("fill", SvgWriter.Muted));
            }
        }

        svg.Text("text", frame.Say("Nam", "Male"), ("class", "side"), ("x", left.From), ("y", Top - 10), ("text-anchor", "end"), ("fill", SvgWriter.Ink), ("font-weight", "600"));
        svg.Text("text", frame.Say("Nữ", "Female"), ("class", "side"), ("x", right.From), ("y", Top - 10), ("fill", SvgWriter.Ink), ("font-weight", "600"));
        for (var index = 0; index < groups.Count; index++)
        {
            var group = groups[index];
            var top = height - Bottom - ((index + 1) * Row) + ((Row - Bar) / 2);
            svg.Empty("rect", ("class", "male"), ("x", left.At(group.Male)), ("y", top), ("width", left.From - left.At(group.Male)), ("height", Bar), ("fill", SvgWriter.Main));
            svg.Empty("rect", ("class", "female"), ("x", right.From), ("y", top), ("width", right.At(group.Female) - right.From), ("height", Bar),
                ("fill", SvgWriter.Wash), ("stroke", SvgWriter.Main));
            svg.Text("text", group.Name, ("class", "age"), ("x", centre), ("y", top + 12), ("text-anchor", "middle"), ("fill", SvgWriter.Ink));
        }

        return new(svg.Finish(), new(
            frame.Title,
            [frame.Say("Nhóm tuổi", "Age"), frame.Say("Nam", "Male"), frame.Say("Nữ", "Female")],
            [.. groups.Select(group => new[] { group.Name, frame.Figure(group.Male), frame.Figure(group.Female) })]));
    }

    static string Describe(ChartFrame frame, IReadOnlyList<AgeGroup> groups)
    {
        if (groups.Count == 0)
            return frame.Say("Chưa có số liệu.", "No data.");
        var largest = groups.MaxBy(group => group.Male + group.Female)!;
        return frame.Say(
            $"Nam {frame.WithUnit(groups.Sum(group => group.Male))}, nữ {frame.WithUnit(groups.Sum(group => group.Female))}; đông nhất là nhóm {largest.Name}.",
            $"Male {frame.WithUnit(groups.Sum(group => group.Male))}, female {frame.WithUnit(groups.Sum(group => group.Female))}; the largest group is {largest.Name}.");
    }
}
