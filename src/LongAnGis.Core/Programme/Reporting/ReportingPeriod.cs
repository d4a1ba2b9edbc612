using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme.Reporting;

/// <summary>How long a reporting period is; shorter ones first.</summary>
public enum ReportingKind { Month, Quarter, HalfYear, Year }

/// <summary>
/// What a report of progress is for (kỳ báo cáo): a month, quarter, half or whole of a reporting year, written <c>2026-M03</c>,
/// <c>2026-Q1</c>, <c>2026-H1</c>, <c>2026-Y</c>. Its days follow from the <see cref="ReportingCalendar"/>; by the one of
/// Decree 09/2019/NĐ-CP the period 2026-M01 runs from 15 December 2025 to 14 January 2026.
/// </summary>
public readonly record struct ReportingPeriod
{
    /// <summary>The first and last reporting year; others are typing mistakes.</summary>
    public const int FirstYear = 2000, LastYear = 2199;

    const string Letters = "MQHY";

    /// <exception cref="ArgumentOutOfRangeException">No year has such a period.</exception>
    public ReportingPeriod(ReportingKind kind, int year, int number)
    {
        if (year is < FirstYear or > LastYear)
            throw new ArgumentOutOfRangeException(nameof(year), year, "There is no such reporting year.");
        if (number < 1 || number > 12 / MonthsIn(kind))
            throw new ArgumentOutOfRangeException(nameof(number), number, "There is no such part of a year.");
        (Kind, Year, Number) = (kind, year, number);
    }

    public ReportingKind Kind { get; }

    public int Year { get; }

    /// <summary>From 1; 1 for a year.</summary>
    public int Number { get; }

    /// <summary>The month of the reporting year with which it ends, 1 to 12.</summary>
    public int LastMonth => Number * MonthsIn(Kind);

    /// <summary>The month of the reporting year with which it begins, 1 to 12.</summary>
    public int FirstMonth => LastMonth - MonthsIn(Kind) + 1;

    public static int MonthsIn(ReportingKind kind) => kind switch
    {
        ReportingKind.Month => 1,
        ReportingKind.Quarter => 3,
        ReportingKind.HalfYear => 6,
        _ => 12,
    };

    /// <summary>Exactly what <see cref="ToString"/> writes; null for anything else.</summary>
    public static ReportingPeriod? Find(string? code)
    {
        if (code is not { Length: >= 6 and <= 8 } || !code[..4].All(char.IsAsciiDigit) || Letters.IndexOf(code[5], StringComparison.Ordinal) is not (>= 0 and var kind))
            return null;
        var (year, number) = (int.Parse(code[..4], CultureInfo.InvariantCulture), 1);
        if (year is < FirstYear or > LastYear || (code.Length > 6 && !int.TryParse(code[6..], NumberStyles.None, CultureInfo.InvariantCulture, out number)))
            return null;
        if (number < 1 || number > 12 / MonthsIn((ReportingKind)kind))
            return null;
        var period = new ReportingPeriod((ReportingKind)kind, year, number);
        return period.ToString() == code ? period : null;
    }

    /// <exception cref="FormatException">The text is no period.</exception>
    public static ReportingPeriod Parse(string code) => Find(code) ?? throw new FormatException($"There is no reporting period “{code}”.");

    /// <summary>“tháng 3/2026”, “quý I/2026”, “6 tháng đầu năm 2026”, “năm 2026”.</summary>
    public Bilingual Words => Kind switch
    {
        ReportingKind.Month => new($"tháng {Number}/{Year}", $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Number)} {Year}"),
        ReportingKind.Quarter => new($"quý {Roman(Number)}/{Year}", $"Q{Number} {Year}"),
        ReportingKind.HalfYear => new($"6 tháng {(Number == 1 ? "đầu" : "cuối")} năm {Year}", $"{(Number == 1 ? "first" : "second")} half of {Year}"),
        _ => new($"năm {Year}", $"year {Year}"),
    };

    public override string ToString() => Kind switch
    {
        ReportingKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-M{Number:00}"),
        ReportingKind.Year => string.Create(CultureInfo.InvariantCulture, $"{Year}-Y"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Letters[(int)Kind]}{Number}"),
    };

    static string Roman(int quarter) => quarter switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };
}
