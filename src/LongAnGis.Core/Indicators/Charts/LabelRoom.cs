namespace LongAnGis.Core.Indicators.Charts;

/// <summary>Finds places for labels so that none covers another or a figure's dot.</summary>
sealed class LabelRoom(double left, double top, double right, double bottom)
{
    readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    /// <summary>Keeps labels off a dot.</summary>
    internal void Dot(double x, double y) => taken.Add((x - 6, y - 6, x + 6, y + 6));

    /// <summary>The first of the offered places where the label has room; the first of all when none has.</summary>
    /// <param name="offered">The label as it would stand there, best first.</param>
    internal TextMark Place(params IReadOnlyList<TextMark> offered)
    {
        var free = offered.FirstOrDefault(label => IsFree(Box(label))) ?? offered[0];
        taken.Add(Box(free));
        return free;
    }

    bool IsFree((double Left, double Top, double Right, double Bottom) box) =>
        box.Left >= left && box.Top >= top && box.Right <= right && box.Bottom <= bottom
        && taken.All(one => box.Right <= one.Left || box.Left >= one.Right || box.Bottom <= one.Top || box.Top >= one.Bottom);

    static (double Left, double Top, double Right, double Bottom) Box(TextMark label)
    {
        var width = ChartFrame.WidthOf(label.Text, label.Size);
        var from = label.Anchor switch { TextAnchor.End => label.X - width, TextAnchor.Middle => label.X - (width / 2), _ => label.X };
        return (from, label.Y - label.Size, from + width, label.Y + 3);
    }
}
