using System.Globalization;
using System.Text.RegularExpressions;

namespace LongAnGis.Core.Investment;

/// <summary>
/// A rent for the whole term in USD per m², read from the words of a source: <c>155; 158-163 (8/2026)</c>, <c>&gt;=60</c>,
/// <c>từ 90; 130-155 (2026)</c>. What stands in brackets is no price; a month or year in them is the day of the figure.
/// </summary>
/// <param name="High">Null when the source gives only the least price.</param>
/// <param name="AsOf">Month or year as the source has it, <c>8/2026</c>; null when the source gives none.</param>
public sealed partial record Rent(decimal Low, decimal? High, string? AsOf)
{
    /// <summary>Null when the text holds no number.</summary>
    public static Rent? Read(string? text)
    {
        if (text is not { Length: > 0 and <= 200 })
        {
            return null;
        }

        var prices = Number().Matches(Bracket().Replace(text, " "))
            .Select(match => decimal.Parse(match.Value.Replace(',', '.'), CultureInfo.InvariantCulture)).ToList();
        if (prices.Count == 0)
        {
            return null;
        }

        var asOf = Bracket().Matches(text).Select(bracket => Moment().Match(bracket.Value)).LastOrDefault(found => found.Success)?.Value;
        var isOpen = prices.Count == 1 && (text.Contains(">=", StringComparison.Ordinal) || text.StartsWith("từ", StringComparison.Ordinal));
        return new(prices.Min(), isOpen ? null : prices.Max(), asOf);
    }

    /// <summary>True when some price of the span lies between the bounds; a missing bound is open.</summary>
    public bool Meets(decimal? least, decimal? most) =>
        (most is null || Low <= most) && (least is null || (High ?? decimal.MaxValue) >= least);

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\d{1,6}(?:[.,]\d{1,2})?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:\d{1,2}/)?(?:19|20)\d\d")]
    private static partial Regex Moment();
}
