using System.Globalization;
using System.Text.RegularExpressions;

namespace LongAnGis.Core.Investment;

/// <summary>The years that a source's words about a period span: <c>2021–2030</c>, <c>COD 6/2028</c>, <c>2025-11 – 2026-04</c>.</summary>
public readonly partial record struct YearSpan(int First, int Last)
{
    /// <summary>Null when the text names no year.</summary>
    public static YearSpan? Read(string? text)
    {
        if (text is not { Length: > 0 and <= 200 })
        {
            return null;
        }

        var years = Year().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        return years.Count == 0 ? null : new(years.Min(), years.Max());
    }

    public bool Meets(decimal? first, decimal? last) => (last is null || First <= last) && (first is null || Last >= first);

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year();
}
