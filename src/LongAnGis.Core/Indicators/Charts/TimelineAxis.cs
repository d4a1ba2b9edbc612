using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators.Charts;

/// <summary>Days along a drawing, with a line for each year and one for today.</summary>
public sealed class TimelineAxis
{
    /// <summary>Pixels of a row, and of what stands above the first one.</summary>
    public const double RowHeight = 28, Head = 46;

    public const double Width = 720;

    const int MostYearLabels = 16;

    readonly int firstYear;
    readonly int lastYear;
    readonly DateOnly today;

    /// <param name="days">All that has to be seen; today is.</param>
    public TimelineAxis(IEnumerable<DateOnly> days, DateOnly today)
    {
        this.today = today;
        var all = days.Append(today).ToList();
        (firstYear, lastYear) = (all.Min().Year, all.Max().Year);
    }

    public double At(DateOnly day)
    {
        var first = new DateOnly(firstYear, 1, 1).DayNumber;
        var after = new DateOnly(lastYear + 1, 1, 1).DayNumber;
        return Width * (day.DayNumber - first) / (after - first);
    }

    /// <param name="bottom">Where the last row ends.</param>
    public IEnumerable<Mark> Years(double bottom)
    {
        // Labels of years must not touch each other.
        var step = (int)Math.Ceiling((lastYear - firstYear + 1) / (double)MostYearLabels);
        for (var year = firstYear; year <= lastYear; year++)
        {
            var x = At(new(year, 1, 1));
            yield return new LineMark("rule", x, Head - 12, x, bottom, new(ChartColour.Line));
            if ((year - firstYear) % step == 0)
                yield return new TextMark("year", x + 4, Head - 8, year.ToString(CultureInfo.InvariantCulture), ChartColour.Muted);
        }
    }

    public IEnumerable<Mark> Today(double bottom)
    {
        var x = At(today);
        yield return new LineMark("today", x, Head - 26, x, bottom, new(ChartColour.Accent, 1.5));
        // Kept inside the drawing at either end.
        yield return new TextMark("today", Math.Clamp(x, 40, Width - 40), Head - 31, AttributeText.Date(today), ChartColour.Accent, TextAnchor.Middle);
    }

    /// <summary>A diamond on a day.</summary>
    public PathMark Diamond(string name, DateOnly day, double y, double size, ChartColour fill, string words, Pen? pen = null)
    {
        var x = At(day);
        return new(name, [(x - size, y), (x, y - size), (x + size, y), (x, y + size)], pen ?? new(ChartColour.Paper), fill) { Hint = words };
    }
}
