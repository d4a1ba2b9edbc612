using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>A place in a sheet, both counted from 1, written as spreadsheets do: C5.</summary>
public readonly record struct CellAddress(int Row, int Column)
{
    public override string ToString() => ColumnName(Column) + Row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A, …, Z, AA, …</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
            name = (char)('A' + ((column - 1) % 26)) + name;
        return name;
    }
}

/// <summary>What a cell holds: what somebody typed, a number of the spreadsheet's own, or a formula, which is never evaluated.</summary>
public enum CellKind
{
    Text,
    Number,

    /// <summary>A number that the spreadsheet shows a hundredfold with % behind it.</summary>
    Percent,
    Formula,
}

/// <param name="Text">Of a number: its digits with a decimal point, as the file stores them.</param>
public readonly record struct PastedCell(string Text, CellKind Kind = CellKind.Text)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && Kind != CellKind.Formula;
}

/// <summary>Cells that a sheet shows as one; only the first has content.</summary>
public readonly record struct MergedCells(CellAddress First, CellAddress Last)
{
    public override string ToString() => $"{First}:{Last}";
}

/// <summary>The cells of a sheet or of the clipboard.</summary>
/// <param name="FirstRow">Where its first row stands in the sheet, so that findings name the reader's own cells.</param>
public sealed record PastedTable(IReadOnlyList<IReadOnlyList<PastedCell>> Rows, int FirstRow = 1, int FirstColumn = 1)
{
    public const int MostRows = 5_000, MostColumns = 400, MostCells = 200_000, LongestCell = 1_000;

    /// <summary>By their places in the sheet; the clipboard knows none.</summary>
    public IReadOnlyList<MergedCells> Merged { get; init; } = [];

    /// <summary>Text as the clipboard has it: rows by line breaks, cells by tabs, quotes round cells with either.</summary>
    public static PastedTable OfClipboard(string text)
    {
        List<IReadOnlyList<PastedCell>> rows = [];
        List<PastedCell> row = [];
        var at = 0;
        while (at < text.Length)
        {
            var (cell, next) = text[at] == '"' ? Quoted(text, at) : Plain(text, at);
            row.Add(new(cell));
            at = next;
            if (at < text.Length && text[at] == '\t')
            {
                at++;
                if (at < text.Length)
                    continue;
                row.Add(new(""));
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            rows.Add(row);
            row = [];
            // One more row than may be is enough to know that there are too many.
            if (rows.Count > MostRows)
                break;
        }

        return new(rows);
    }

    internal CellAddress At(int row, int column) => new(FirstRow + row, FirstColumn + column);

    /// <summary>Why it is too large to be read, or null.</summary>
    internal Bilingual? TooLarge
    {
        get
        {
            var columns = Rows.Count == 0 ? 0 : Rows.Max(row => row.Count);
            return Rows.Count > MostRows || columns > MostColumns || Rows.Sum(row => (long)row.Count) > MostCells
                ? new($"Bảng quá lớn: tối đa {IndicatorNumber.Text(MostRows, false)} dòng, {MostColumns} cột, {IndicatorNumber.Text(MostCells, false)} ô. Hãy chia thành nhiều bảng.",
                    $"The table is too large: at most {IndicatorNumber.Text(MostRows, true)} rows, {MostColumns} columns, {IndicatorNumber.Text(MostCells, true)} cells. Divide it into several.")
                : null;
        }
    }

    static (string Cell, int Next) Plain(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\t', '\r', '\n');
        end = end < 0 ? text.Length : at + end;
        return (text[at..end], end);
    }

    static (string Cell, int Next) Quoted(string text, int at)
    {
        var cell = new System.Text.StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
                cell.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (i + 1 == text.Length || text[i + 1] is '\t' or '\r' or '\n')
                return (cell.ToString(), i + 1);
            else
                break;
        }

        // A quote that nobody closes, or with text after it, is a letter of the cell.
        return Plain(text, at);
    }
}
