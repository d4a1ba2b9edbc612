using System.Text.RegularExpressions;
using LongAnGis.Core.Coordinates;

namespace LongAnGis.Core.Lookup;

/// <summary>Parts a line of a pasted table into cells, and reads the numbers of a cell.</summary>
static partial class TableCells
{
    /// <summary>Metres of a grid in Vietnam: northings to 2 600 km, eastings from 100 km. Edges and point numbers are smaller.</summary>
    const double LeastMetres = 100_000, MostMetres = 2_700_000;

    /// <summary>Cells by tabs, semicolons or bars where there are any, else by wide gaps, else word by word.</summary>
    /// <param name="byColumns">Whether the line parts its columns, so that their places mean something; words do not.</param>
    public static string[] Split(string line, out bool byColumns)
    {
        // Of a tab at the beginning the first cell is empty, and still a column.
        var text = line.TrimEnd();
        byColumns = true;
        if (text.AsSpan().IndexOfAny('\t', ';', '|') >= 0)
        {
            return [.. Hard().Split(text).Select(Bare)];
        }

        text = text.TrimStart();
        if (Wide().IsMatch(text))
        {
            return [.. Wide().Split(text).Select(Bare)];
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A line of a CSV file: a decimal comma cannot occur in it without quotes.
        if (words.Length == 1 && text.Contains(',') && (text.Contains('.') || text.Count(letter => letter == ',') > 1))
        {
            return [.. text.Split(',').Select(Bare)];
        }

        byColumns = false;
        return [.. Grouped(words.Select(Bare))];
    }

    /// <summary>The number of a cell that can be a coordinate: metres of a grid, or degrees with decimals; null for anything else.</summary>
    public static double? Coordinate(string cell)
    {
        foreach (var value in Numbers(cell))
        {
            if (value is >= LeastMetres and <= MostMetres || IsWrittenAsDegrees(cell, value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The likeliest number of a cell, a unit of metres left aside.</summary>
    public static double? Number(string cell)
    {
        foreach (var value in Numbers(cell))
        {
            return value;
        }

        return null;
    }

    /// <summary>The numbers that a cell can mean, the likeliest first.</summary>
    public static IReadOnlyList<double> Readings(string cell) => [.. Numbers(cell)];

    /// <summary>Whether a coordinate is one of degrees; those of a grid are larger.</summary>
    public static bool IsDegrees(double coordinate) => Math.Abs(coordinate) < 360;

    static IEnumerable<double> Numbers(string cell)
    {
        var bare = Unit().Replace(cell, "").Replace("°", "", StringComparison.Ordinal);
        return bare.Length is 0 or > 40 || !bare.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or ' ' or '-')
            ? []
            : NumberText.Values(bare.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    static bool IsWrittenAsDegrees(string cell, double value) =>
        value is > 8 and < 24 or > 102 and < 118 && cell.AsSpan().IndexOfAny('.', ',') >= 0 && Math.Abs(value % 1) > 0;

    // 1 164 915.32 is one number: a short group, then groups of three.
    static IEnumerable<string> Grouped(IEnumerable<string> words)
    {
        string? open = null;
        foreach (var word in words)
        {
            if (open is not null && Three().IsMatch(word) && Groups().IsMatch(open) && open.Count(char.IsAsciiDigit) < 7)
            {
                open += " " + word;
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = word;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    // "X=1164915,32" says its axis where a header would; quotes and a comma after a number are decoration.
    static string Bare(string cell) => Label().Replace(cell.Trim().Trim('"', '\''), "").TrimEnd(',', ':').Trim();

    [GeneratedRegex(@"\s*[\t;|]\s*")]
    private static partial Regex Hard();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Wide();

    [GeneratedRegex(@"^\d{3}([.,]\d+)?$")]
    private static partial Regex Three();

    [GeneratedRegex(@"^\d{1,3}( \d{3})*$")]
    private static partial Regex Groups();

    [GeneratedRegex(@"\s*(m|mét|met)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^[XYNE]\s*[=:]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
