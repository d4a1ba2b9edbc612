using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

public enum PeriodKind { Year, Quarter, Month }

/// <summary>
/// What an observation or target is for: a calendar year, quarter or month, written <c>2024</c>, <c>2024-Q1</c>,
/// <c>2024-05</c> in URLs, files and the database.
/// </summary>
/// <remarks>
/// Periods are ordered by their last day, and the longer after the shorter when both end on the same day: a year comes
/// after its December and its fourth quarter, as its figure does.
/// </remarks>
public readonly record struct Period : IComparable<Period>
{
    /// <summary>The first and last year that anybody reports; others are typing mistakes.</summary>
    public const int FirstYear = 1900, LastYear = 2199;

    Period(PeriodKind kind, int year, int number)
    {
        if (year is < FirstYear or > LastYear)
            throw new ArgumentOutOfRangeException(nameof(year), year, "no such year");
        if (number < 1 || number > Most(kind))
            throw new ArgumentOutOfRangeException(nameof(number), number, "no such part of a year");
        (Kind, Year, Number) = (kind, year, number);
    }

    public PeriodKind Kind { get; }

    public int Year { get; }

    /// <summary>The quarter 1–4 or month 1–12; 1 for a year.</summary>
    public int Number { get; }

    public static Period OfYear(int year) => new(PeriodKind.Year, year, 1);

    public static Period OfQuarter(int year, int quarter) => new(PeriodKind.Quarter, year, quarter);

    public static Period OfMonth(int year, int month) => new(PeriodKind.Month, year, month);

    /// <summary>The period of this kind in which a day lies.</summary>
    public static Period Of(DateOnly day, PeriodKind kind) =>
        new(kind, day.Year, (day.Month - 1) / MonthsIn(kind) + 1);

    /// <summary>Exactly what <see cref="ToString"/> writes; null for anything else.</summary>
    public static Period? Parse(string? text) => text switch
    {
        [_, _, _, _] when Year4(text) is { } year => OfYear(year),
        [_, _, _, _, '-', 'Q', >= '1' and <= '4'] when Year4(text[..4]) is { } year => OfQuarter(year, text[6] - '0'),
        [_, _, _, _, '-', >= '0' and <= '9', >= '0' and <= '9'] when Year4(text[..4]) is { } year
            && ((text[5] - '0') * 10) + text[6] - '0' is >= 1 and <= 12 and var month => OfMonth(year, month),
        _ => null,
    };

    /// <summary>Both days included.</summary>
    public DateOnly FirstDay => new(Year, ((Number - 1) * MonthsIn(Kind)) + 1, 1);

    /// <summary>Both days included.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(MonthsIn(Kind)).AddDays(-1);

    /// <summary>The year that it is or lies in.</summary>
    public Period ContainingYear => OfYear(Year);

    /// <summary>“Cùng kỳ”: what a change is measured against. Throws before <see cref="FirstYear"/>.</summary>
    public Period SamePeriodLastYear => new(Kind, Year - 1, Number);

    public Period Next => Number == Most(Kind) ? new(Kind, Year + 1, 1) : new(Kind, Year, Number + 1);

    public Period Previous => Number == 1 ? new(Kind, Year - 1, Most(Kind)) : new(Kind, Year, Number - 1);

    /// <summary>
    /// Its middle on the axis of years, on which 2024 reaches from 2024 to 2025; a year stands at its number plus a half.
    /// </summary>
    public double Midyear => Year + ((Number - 0.5) / Most(Kind));

    /// <summary>From the end of another period to the end of this one, in years; whole between years.</summary>
    public decimal YearsAfter(Period other) =>
        (((LastDay.Year - other.LastDay.Year) * 12) + LastDay.Month - other.LastDay.Month) / 12m;

    public bool Contains(Period other) => FirstDay <= other.FirstDay && LastDay >= other.LastDay;

    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    /// <summary>“năm 2024”, “quý I/2024”, “tháng 5/2024”; “2024”, “Q1 2024”, “May 2024”.</summary>
    public Bilingual Words => Kind switch
    {
        PeriodKind.Quarter => new($"quý {Roman(Number)}/{Year}", $"Q{Number} {Year}"),
        PeriodKind.Month => new($"tháng {Number}/{Year}", $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Number)} {Year}"),
        _ => new($"năm {Year}", $"{Year}"),
    };

    public int CompareTo(Period other) => LastDay != other.LastDay ? LastDay.CompareTo(other.LastDay) : other.Kind.CompareTo(Kind);

    public static bool operator <(Period one, Period other) => one.CompareTo(other) < 0;

    public static bool operator >(Period one, Period other) => one.CompareTo(other) > 0;

    public static bool operator <=(Period one, Period other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Period one, Period other) => one.CompareTo(other) >= 0;

    public override string ToString() => Kind switch
    {
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year}"),
    };

    static int Most(PeriodKind kind) => 12 / MonthsIn(kind);

    static int MonthsIn(PeriodKind kind) => kind switch { PeriodKind.Year => 12, PeriodKind.Quarter => 3, _ => 1 };

    static string Roman(int quarter) => quarter switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };

    static int? Year4(string text) =>
        text.All(char.IsAsciiDigit) && int.Parse(text, CultureInfo.InvariantCulture) is >= FirstYear and <= LastYear and var year
            ? year
            : null;
}
