using System.Globalization;

namespace LongAnGis.Core.Indicators.Maps;

/// <summary>
/// Breaks as people and addresses write them: <c>10,20.5,30</c>, or with semicolons between and a decimal comma or point,
/// <c>10; 20,5; 30</c>.
/// </summary>
public static class TypedBreaks
{
    /// <summary>Longer texts hold no six numbers.</summary>
    const int Longest = 200;

    /// <summary>Ascending numbers, two to six of them; null for anything else.</summary>
    public static IReadOnlyList<double>? Read(string text)
    {
        if (text.Length > Longest)
            return null;

        var hasSemicolons = text.Contains(';', StringComparison.Ordinal);
        var breaks = new List<double>();
        foreach (var part in text.Split(hasSemicolons ? ';' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var written = hasSemicolons ? part.Replace(',', '.') : part;
            if (!double.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                || !double.IsFinite(value)
                || (breaks.Count > 0 && value <= breaks[^1]))
                return null;
            breaks.Add(value);
        }

        return breaks.Count is >= MapChoice.FewestClasses - 1 and < MapChoice.MostClasses ? breaks : null;
    }

    public static string Write(IEnumerable<double> breaks) =>
        string.Join(',', breaks.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
