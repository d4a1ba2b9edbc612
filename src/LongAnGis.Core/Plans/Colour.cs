using System.Globalization;

namespace LongAnGis.Core.Plans;

/// <summary>
/// Colours of symbols are plain sRGB hex (<c>#0B5D66</c>). Nothing else is accepted, because a colour travels into
/// style documents, SVG and icon names.
/// </summary>
public static class Colour
{
    public static bool IsValid(string text) =>
        text is ['#', _, _, _, _, _, _] && text.Skip(1).All(char.IsAsciiHexDigit);

    /// <summary>The colour mixed with another: 0 leaves it, 1 replaces it. Used to darken outlines of pale fills.</summary>
    public static string Mix(string colour, string other, double share)
    {
        var mixed = new byte[3];
        for (var channel = 0; channel < 3; channel++)
            mixed[channel] = (byte)Math.Round(Channel(colour, channel) * (1 - share) + Channel(other, channel) * share);
        return "#" + Convert.ToHexString(mixed);
    }

    /// <summary>Relative luminance by WCAG 2.2, from 0 (black) to 1 (white).</summary>
    public static double Luminance(string colour) =>
        0.2126 * Linear(Channel(colour, 0)) + 0.7152 * Linear(Channel(colour, 1)) + 0.0722 * Linear(Channel(colour, 2));

    /// <summary>Contrast ratio by WCAG 2.2, from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static int Channel(string colour, int index) =>
        int.Parse(colour.AsSpan(1 + 2 * index, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
