using System.Globalization;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// What a number as typed can mean. Vietnamese papers group with dots and part decimals with a comma, software does
/// the opposite, some group with spaces: 1.164.915,32 and 1,164,915.32 and 1 164 915.32 are one number, 10.533 is two.
/// </summary>
static class NumberText
{
    /// <summary>The possible values, the plain decimal first; none when the separators make no sense.</summary>
    internal static IEnumerable<double> Values(string typed)
    {
        var dots = typed.Count(letter => letter == '.');
        var commas = typed.Count(letter => letter == ',');
        if (dots + commas == 0)
            return Parsed(typed);
        if (dots > 0 && commas > 0)
        {
            var (point, group) = typed.LastIndexOf('.') > typed.LastIndexOf(',') ? ('.', ',') : (',', '.');
            return typed.Count(letter => letter == point) == 1 ? Grouped(typed, group, point) : [];
        }

        var separator = dots > 0 ? '.' : ',';
        return dots + commas == 1
            ? Parsed(typed.Replace(separator, '.')).Concat(Grouped(typed, separator, point: null))
            : Grouped(typed, separator, point: null);
    }

    /// <summary>Words of digits that are one number grouped by spaces, such as 1 164 915.32, put together.</summary>
    internal static IEnumerable<double> Values(ReadOnlySpan<string> words)
    {
        if (words.Length == 1)
            return Values(words[0]);

        var joined = string.Join(' ', words!);
        var point = joined.Contains(',', StringComparison.Ordinal) ? ',' : '.';
        return joined.Count(letter => letter is '.' or ',') <= 1 ? Grouped(joined, ' ', point) : [];
    }

    static IEnumerable<double> Grouped(string typed, char group, char? point)
    {
        var end = point is { } mark && typed.LastIndexOf(mark) is var at and >= 0 ? at : typed.Length;
        var groups = typed[..end].Split(group);
        var digits = groups[0].TrimStart('-').Length;
        return digits is >= 1 and <= 3 && groups.Skip(1).All(three => three.Length == 3 && three.All(char.IsAsciiDigit))
            ? Parsed(string.Concat(groups) + typed[end..].Replace(',', '.'))
            : [];
    }

    static IEnumerable<double> Parsed(string number) =>
        double.TryParse(
            number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? [value]
            : [];
}
