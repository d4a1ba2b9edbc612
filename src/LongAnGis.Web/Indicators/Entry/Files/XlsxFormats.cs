using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using LongAnGis.Core.Indicators.Pasting;

namespace LongAnGis.Web.Indicators.Entry.Files;

/// <summary>
/// What the numbers of a sheet are shown as. A spreadsheet keeps days as numbers, so that “05/2024” is 45413; taken for a
/// figure that would be a grave error. And 45 % is kept as 0.45.
/// </summary>
sealed partial class XlsxFormats
{
    enum Shown { Plain, Percent, Day }

    readonly List<Shown> styles = [];

    public XlsxFormats(Stylesheet? sheet)
    {
        var own = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.NumberFormatId?.Value is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(group => group.Key, group => group.First().FormatCode?.Value ?? "") ?? [];
        foreach (var style in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = style.NumberFormatId?.Value ?? 0;
            styles.Add(own.TryGetValue(id, out var code) ? Of(code) : Of(id));
        }
    }

    public PastedCell Number(string stored, uint? style, int row, int column)
    {
        // A day of the first century is no place in memory: only what a double holds is a number of a spreadsheet.
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return new(stored);
        }

        // 9.11 is stored as 9.1099999999999994; the shortest text of that double is what was typed.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return (style is { } index && index < styles.Count ? styles[(int)index] : Shown.Plain) switch
        {
            Shown.Percent => new(text, CellKind.Percent),
            Shown.Day => new(Day(number, row, column)),
            _ => new(text, CellKind.Number),
        };
    }

    // Days are counted from 1899-12-30 on.
    static string Day(double number, int row, int column) => number is > 0 and < 2_958_466
        ? new DateTime(1899, 12, 30).AddDays(number).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : new CellAddress(row, column).ToString();

    static Shown Of(uint id) => id switch
    {
        9 or 10 => Shown.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => Shown.Day,
        _ => Shown.Plain,
    };

    static Shown Of(string code)
    {
        var signs = Literal().Replace(code, "");
        return signs.Contains('%', StringComparison.Ordinal) ? Shown.Percent
            : signs.IndexOfAny(['d', 'D', 'm', 'M', 'y', 'Y', 'h', 'H']) >= 0 ? Shown.Day
            : Shown.Plain;
    }

    /// <summary>Texts in quotes, escaped letters, colours and languages in brackets.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*\\]|General", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Literal();
}
