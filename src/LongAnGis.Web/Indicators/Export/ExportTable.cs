using System.Globalization;
using System.Text;
using LongAnGis.Web.Plans.Downloads;

namespace LongAnGis.Web.Indicators.Export;

/// <param name="Width">In a spreadsheet, in characters.</param>
public sealed record ExportColumn(string Heading, double Width = 14);

/// <summary>
/// A table to be saved as a file: texts, numbers (decimal, int) and nothing else. Numbers stay numbers, negative ones too; a
/// text that a spreadsheet would run as a formula stays a text.
/// </summary>
public sealed record ExportTable(string Name, IReadOnlyList<ExportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>RFC 4180 with a byte order mark and invariant numbers.</summary>
    public byte[] ToCsv()
    {
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend([.. Columns.Select(column => (object?)column.Heading)]))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    static string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => CsvFile.Quoted((string)value),
    };
}
