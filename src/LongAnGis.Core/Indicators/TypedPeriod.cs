using System.Globalization;
using System.Text.RegularExpressions;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Indicators;

/// <summary>
/// Periods as people type them and as tables head their columns: “2024”, “Năm 2024”, “TH 2024”, “Quý I/2024”, “Q1-2024”,
/// “Tháng 5/2024”, “T5/2024”, “05/2024”, “May 2024”, “năm 2024 (sơ bộ)”. With and without diacritics.
/// </summary>
public static partial class TypedPeriod
{
    /// <summary>Longer texts are no headings.</summary>
    const int Longest = 60;

    /// <summary>The only period that a text names; null when it names none, or more than one year.</summary>
    public static Period? Read(string text)
    {
        if (text.Length > Longest)
            return null;
        if (Period.Parse(text.Trim()) is { } exact)
            return exact;

        var folded = VietnameseText.Fold(text);
        var years = FourDigits().Matches(folded);
        if (years.Count != 1 || int.Parse(years[0].Value, CultureInfo.InvariantCulture) is var year && year is < Period.FirstYear or > Period.LastYear)
            return null;

        var rest = folded.Remove(years[0].Index, 4).Trim();
        if (QuarterWord().Match(rest) is { Success: true } quarter)
            return Period.OfQuarter(year, Quarter(quarter.Groups[1].Value));
        if (MonthWord().Match(rest) is { Success: true } month)
            return Month(year, month.Groups[1].Value);
        if (Array.FindIndex(EnglishMonths, name => Names(rest, name)) is >= 0 and var index)
            return Period.OfMonth(year, index + 1);
        if (OnlyNumber().IsMatch(rest))
            return Month(year, rest);

        // "số liệu năm 2024" names a year; "12 tháng 2024", "3 huyện 2024" or "quý V 2024" name something else, or nothing.
        return rest.Any(char.IsAsciiDigit) || PartOfYear().IsMatch(rest) ? null : Period.OfYear(year);
    }

    static readonly string[] EnglishMonths =
        [.. Enumerable.Range(1, 12).Select(month => VietnameseText.Fold(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)))];

    static bool Names(string rest, string month) =>
        rest.Split(' ').Any(word => word == month || word == month[..3] && word != "mar");

    static Period? Month(int year, string number) =>
        int.Parse(number, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month ? Period.OfMonth(year, month) : null;

    static int Quarter(string text) => text switch { "i" or "1" => 1, "ii" or "2" => 2, "iii" or "3" => 3, _ => 4 };

    [GeneratedRegex(@"(?<!\d)\d{4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"^(?:[a-z ]* )?(?:quy|quarter|q) ?(iv|iii|ii|i|[1-4])(?: nam)?$", RegexOptions.CultureInvariant)]
    private static partial Regex QuarterWord();

    [GeneratedRegex(@"^(?:[a-z ]* )?(?:thang|month|t|m) ?(\d{1,2})(?: nam)?$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthWord();

    [GeneratedRegex(@"\b(?:quy|quarter|thang|month)(?: [ivx]+)?(?: nam)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfYear();

    [GeneratedRegex(@"^\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyNumber();
}
