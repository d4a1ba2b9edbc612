using System.Text.RegularExpressions;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Lookup;

/// <summary>What the lines round a corner table say: the central meridian, the width of the zone, the area of the parcel.</summary>
sealed partial class TableNotes
{
    readonly HashSet<string> known = [.. Vn2000Zone.All.Select(zone => zone.MeridianText)];
    bool isSixDegrees;
    string? meridian;

    /// <summary>Whether the text names two central meridians: then no corner says which of them it is measured from.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>What the area that a line states can mean, in square metres: 20.880 is either of two numbers.</summary>
    public IReadOnlyList<double> AreaReadings { get; private set; } = [];

    /// <summary>The grid of the meridian that was named; null when none was, or one that no grid of Vietnam has.</summary>
    public Vn2000Zone? Meridian => Vn2000Zone.All.FirstOrDefault(
        zone => zone.MeridianText == meridian && zone.ScaleOnMeridian < 0.9999 == isSixDegrees);

    /// <summary>Takes a line for what it says.</summary>
    /// <returns>Whether it said any of this, so that it is no corner that was spoilt.</returns>
    public bool Read(string line)
    {
        var folded = VietnameseText.Fold(line);
        var said = false;
        if (MeridianText().Match(line) is { Success: true } found && found.Groups[2].Value is var minutes)
        {
            var named = $"{found.Groups[1].Value}°{(minutes.Length == 0 ? "00" : minutes.PadLeft(2, '0'))}′";
            IsMixed |= meridian is not null && meridian != named && known.Contains(named) && known.Contains(meridian);
            meridian = named;
            said = true;
        }

        if (SixDegrees().IsMatch(folded))
        {
            (isSixDegrees, said) = (true, true);
        }

        if (Area().Match(line) is { Success: true } area)
        {
            (AreaReadings, said) = (TableCells.Readings(area.Groups["number"].Value.TrimEnd('.', ',')), true);
        }

        return said;
    }

    /// <summary>The order that labels inside a line state, as X=…; Y=….</summary>
    public static StatedOrder OrderOf(string line)
    {
        var (north, east) = (NorthLabel().Match(line), EastLabel().Match(line));
        return !north.Success || !east.Success ? StatedOrder.Unsaid
            : north.Index < east.Index ? StatedOrder.NorthFirst : StatedOrder.EastFirst;
    }

    [GeneratedRegex(@"(10[2-9]|11[01])\s*(?:°|º|độ|do)\s*(\d{1,2})?", RegexOptions.IgnoreCase)]
    private static partial Regex MeridianText();

    [GeneratedRegex(@"\bmui (chieu )?6( do)?\b")]
    private static partial Regex SixDegrees();

    [GeneratedRegex(@"(?:(?:diện\s*tích|dien\s*tich|\barea\b)[^\d]{0,20}|\bS\s*[:=]\s*)(?<number>\d[\d.,]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Area();

    [GeneratedRegex(@"\b[XN]\s*[=:]", RegexOptions.IgnoreCase)]
    private static partial Regex NorthLabel();

    [GeneratedRegex(@"\b[YE]\s*[=:]", RegexOptions.IgnoreCase)]
    private static partial Regex EastLabel();
}
