using System.Globalization;

namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>Which separators a table uses: 1.234,5 or 1,234.5.</summary>
public enum NumberStyle { Vietnamese, English }

public enum NumberFault { None, Missing, Formula, NotANumber }

/// <summary>What a cell's text can mean as a number.</summary>
/// <param name="Vietnamese">Read with comma as the decimal sign; null where that makes no sense.</param>
/// <param name="English">Read with point as the decimal sign; null where that makes no sense.</param>
/// <param name="HasPercentSign">It ends in %.</param>
public sealed record PastedNumber(NumberFault Fault, decimal? Vietnamese = null, decimal? English = null, bool HasPercentSign = false)
{
    /// <summary>What people write where they have no figure. None of them is a zero.</summary>
    static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
        { "", "-", "–", "—", ".", "..", "...", "…", "x", "n/a", "na", "null", "không có số liệu", "chưa có số liệu", "chưa có", "no data" };

    /// <summary>As 1.234, which is a thousand or one and a bit.</summary>
    public bool IsAmbiguous => Vietnamese is not null && English is not null && Vietnamese != English;

    /// <summary>The style that it can only have been written in; null when it could be either, or both are the same.</summary>
    public NumberStyle? Evidence => (Vietnamese, English) switch
    {
        ({ }, null) => NumberStyle.Vietnamese,
        (null, { }) => NumberStyle.English,
        _ => null,
    };

    public decimal? In(NumberStyle style) => style == NumberStyle.Vietnamese ? Vietnamese ?? English : English ?? Vietnamese;

    public static PastedNumber Read(PastedCell cell)
    {
        if (cell.Kind == CellKind.Formula)
            return new(NumberFault.Formula);
        if (cell.Kind is CellKind.Number or CellKind.Percent)
        {
            return decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored) && Math.Abs(stored) < 1e26m
                ? cell.Kind == CellKind.Percent ? new(NumberFault.None, stored * 100, stored * 100, HasPercentSign: true) : new(NumberFault.None, stored, stored)
                : new(NumberFault.NotANumber);
        }

        var text = cell.Text.Trim();
        if (Nothing.Contains(text))
            return new(NumberFault.Missing);
        if (text[0] is '=' or '＝' or '@' || (text[0] is '+' or '-' && text.Length > 1 && !char.IsAsciiDigit(text[1]) && text[1] is not (' ' or ',' or '.')))
            return new(NumberFault.Formula);
        // decimal holds 28 digits; with separators and sign no figure is longer than this.
        return text.Length > 40 ? new(NumberFault.NotANumber) : Typed(text);
    }

    static PastedNumber Typed(string text)
    {
        var percent = text.EndsWith('%');
        var isNegative = text[0] is '-' or '\u2212';
        var body = text.AsSpan(isNegative || text[0] == '+' ? 1 : 0).TrimEnd('%').Trim().ToString();
        var (vi, en) = (Grouped(body, '.', ','), Grouped(body, ',', '.'));
        return vi is null && en is null
            ? new(NumberFault.NotANumber)
            : new(NumberFault.None, isNegative ? -vi : vi, isNegative ? -en : en, percent);
    }

    /// <summary>The number with this grouping (or spaces) and decimal sign; null when the separators stand wrongly.</summary>
    static decimal? Grouped(string body, char group, char point)
    {
        var parts = body.Split(point);
        if (parts.Length > 2 || (parts.Length == 2 && (parts[1].Length == 0 || !parts[1].All(char.IsAsciiDigit))))
            return null;

        var whole = parts[0];
        var separator = whole.Contains(group, StringComparison.Ordinal) ? group : Space(whole);
        var groups = separator is { } sign ? whole.Split(sign) : [whole];
        var isGrouped = groups.Length == 1
            ? groups[0].All(char.IsAsciiDigit) && (groups[0].Length > 0 || parts.Length == 2)
            // 0.123 is no group of thousands.
            : groups[0].Length is >= 1 and <= 3 && groups[0] is not ['0', ..] && groups[0].All(char.IsAsciiDigit)
                && groups.Skip(1).All(three => three.Length == 3 && three.All(char.IsAsciiDigit));
        var plain = string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : "");
        return isGrouped && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // A space, a hard one, a narrow hard one, a thin one: all of them group digits somewhere.
    static char? Space(string whole) => whole.IndexOfAny([' ', '\u00A0', '\u202F', '\u2009']) is >= 0 and var at ? whole[at] : null;
}
