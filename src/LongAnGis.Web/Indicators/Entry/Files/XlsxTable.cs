using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LongAnGis.Core.Indicators.Pasting;

namespace LongAnGis.Web.Indicators.Entry.Files;

/// <summary>
/// The cells of a workbook's first sheet that has any, read row by row and no further than a table may reach. A formula stays
/// a formula: neither is it evaluated nor its remembered value believed. Numbers shown as days or as percentages say so.
/// </summary>
static class XlsxTable
{
    /// <param name="OtherSheets">Names of further sheets with rows, which are not read.</param>
    public sealed record Sheet(PastedTable Table, string Name, IReadOnlyList<string> OtherSheets);

    /// <exception cref="Platform.RefusedException">422 when it is no workbook that we take, or too large.</exception>
    public static Sheet Read(byte[] bytes)
    {
        WorkbookPackage.Judge(bytes);
        try
        {
            using var package = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            return ReadFirst(package.WorkbookPart ?? throw WorkbookPackage.Damaged());
        }
        catch (Exception exception) when (exception is XmlException or OpenXmlPackageException or InvalidDataException or FormatException
            or InvalidOperationException or ArgumentException or IOException or NotSupportedException or UriFormatException)
        {
            throw WorkbookPackage.Damaged();
        }
    }

    static Sheet ReadFirst(WorkbookPart workbook)
    {
        var styles = new XlsxFormats(workbook.WorkbookStylesPart?.Stylesheet);
        var shared = SharedTexts(workbook.SharedStringTablePart);
        List<(string Name, PastedTable Table)> found = [];
        var others = new List<string>();
        foreach (var sheet in workbook.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [])
        {
            if (sheet.State?.Value == SheetStateValues.Hidden || sheet.State?.Value == SheetStateValues.VeryHidden
                || sheet.Id?.Value is not { } id || !workbook.TryGetPartById(id, out var part) || part is not WorksheetPart page)
            {
                continue;
            }

            if (found.Count > 0)
            {
                others.Add(sheet.Name?.Value ?? "");
            }
            else if (new SheetRows(page, shared, styles).Read() is { Rows.Count: > 0 } table)
            {
                found.Add((sheet.Name?.Value ?? "", table));
            }
        }

        return found is [var (name, cells)]
            ? new(cells, name, others)
            : throw UploadLimits.Refuse("Tệp XLSX không có trang tính nào có dữ liệu.", "The XLSX has no sheet with content.");
    }

    static List<string> SharedTexts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(Plain((SharedStringItem)reader.LoadCurrentElement()!));
            }
        }

        return texts;
    }

    /// <summary>The text of a string item or an inline string; readings beside it (phonetic runs) left out.</summary>
    internal static string Plain(OpenXmlElement item) => string.Concat(item.ChildElements.Select(child => child switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text ?? "",
        _ => "",
    }));

    /// <summary>Reads one sheet.</summary>
    sealed class SheetRows(WorksheetPart page, List<string> shared, XlsxFormats formats)
    {
        readonly List<IReadOnlyList<PastedCell>> rows = [];
        readonly List<MergedCells> merged = [];
        readonly List<MergedCells> formulas = [];
        long cells;

        public PastedTable Read()
        {
            using var reader = OpenXmlReader.Create(page);
            while (reader.Read())
            {
                if (!reader.IsStartElement)
                {
                    continue;
                }

                if (reader.ElementType == typeof(Row))
                {
                    Add((Row)Bounded(reader));
                }
                else if (reader.ElementType == typeof(MergeCell) && reader.Attributes.FirstOrDefault(one => one.LocalName == "ref").Value is { } range)
                {
                    merged.Add(Range(range));
                    if (merged.Count > PastedTable.MostRows)
                    {
                        throw TooManyCells();
                    }
                }
            }

            while (rows.Count > 0 && rows[^1].All(cell => cell.IsBlank))
            {
                rows.RemoveAt(rows.Count - 1);
            }

            return new(rows.ConvertAll<IReadOnlyList<PastedCell>>(AsFormulas)) { Merged = merged };
        }

        // One row is held at a time, and no more rows than a table may have.
        OpenXmlElement Bounded(OpenXmlReader reader) => rows.Count > PastedTable.MostRows ? throw TooManyRows() : reader.LoadCurrentElement()!;

        void Add(Row row)
        {
            var number = row.RowIndex?.Value is { } said ? said : (uint)rows.Count + 1;
            var content = row.Elements<Cell>().ToList();
            if (content.Count == 0)
            {
                return;
            }

            if (number <= rows.Count)
            {
                throw WorkbookPackage.Damaged();
            }

            List<PastedCell> line = [];
            var before = 0;
            foreach (var cell in content)
            {
                // A cell that does not say where it stands follows the one before it, blank or not.
                var column = before = cell.CellReference?.Value is { } reference ? Address(reference).Column : before + 1;
                var read = Read(cell, (int)Math.Min(number, int.MaxValue), column);
                if (read.IsBlank)
                {
                    continue;
                }

                if (number > PastedTable.MostRows)
                {
                    throw TooManyRows();
                }

                if (column > PastedTable.MostColumns)
                {
                    throw UploadLimits.Refuse(
                        $"Ô {new CellAddress((int)number, column)}: bảng có hơn {PastedTable.MostColumns} cột. Hãy chia thành nhiều bảng.",
                        $"Cell {new CellAddress((int)number, column)}: the table has more than {PastedTable.MostColumns} columns. Divide it into several.");
                }

                if (column <= line.Count)
                {
                    throw WorkbookPackage.Damaged();
                }

                while (line.Count < column - 1)
                {
                    line.Add(new(""));
                }

                line.Add(read);
                if (++cells > PastedTable.MostCells)
                {
                    throw TooManyCells();
                }
            }

            if (line.Count == 0)
            {
                return;
            }

            while (rows.Count < number - 1)
            {
                rows.Add([]);
            }

            rows.Add(line);
        }

        PastedCell Read(Cell cell, int row, int column)
        {
            if (cell.CellFormula is { } formula)
            {
                if (formula.Reference?.Value is { } range && formula.FormulaType?.Value != CellFormulaValues.Shared)
                {
                    formulas.Add(Range(range));
                }

                return new("", CellKind.Formula);
            }

            if (cell.InlineString is { } inline)
            {
                return new(Plain(inline));
            }

            var value = cell.CellValue?.Text ?? "";
            var type = cell.DataType?.Value;
            if (type == CellValues.SharedString)
            {
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
                    ? new(shared[index])
                    : throw WorkbookPackage.Damaged();
            }

            return value.Length == 0 || (type is not null && type != CellValues.Number) ? new(value) : formats.Number(value, cell.StyleIndex?.Value, row, column);
        }

        // Cells that an array formula fills carry values but no formula of their own.
        List<PastedCell> AsFormulas(IReadOnlyList<PastedCell> line) => formulas.Count == 0 ? [.. line] : AsFormulas(line, rows.IndexOf(line) + 1);

        List<PastedCell> AsFormulas(IReadOnlyList<PastedCell> line, int row) => [.. line.Select((cell, index) =>
            formulas.Any(range => range.First.Row <= row && row <= range.Last.Row && range.First.Column <= index + 1 && index + 1 <= range.Last.Column)
                ? new PastedCell("", CellKind.Formula)
                : cell)];
    }

    static MergedCells Range(string range)
    {
        var ends = range.Split(':');
        return ends.Length > 2 ? throw WorkbookPackage.Damaged() : new(Address(ends[0]), Address(ends[^1]));
    }

    static CellAddress Address(string reference)
    {
        var letters = 0;
        var column = 0;
        while (letters < reference.Length && reference[letters] is >= 'A' and <= 'Z' && letters < 4)
        {
            column = (column * 26) + reference[letters++] - 'A' + 1;
        }

        return letters is 0 or 4 || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? throw WorkbookPackage.Damaged()
            : new(row, column);
    }

    internal static Platform.RefusedException TooManyRows() => UploadLimits.Refuse(
        $"Bảng có hơn {PastedTable.MostRows} dòng; không dòng nào được đọc. Hãy chia thành nhiều bảng.",
        $"The table has more than {PastedTable.MostRows} rows; none was read. Divide it into several.");

    static Platform.RefusedException TooManyCells() => UploadLimits.Refuse(
        $"Bảng có hơn {PastedTable.MostCells} ô. Hãy chia thành nhiều bảng.", $"The table has more than {PastedTable.MostCells} cells. Divide it into several.");
}
