using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LongAnGis.Core.Indicators.Pasting;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.Indicators.Export;

/// <summary>
/// Tables as an XLSX: a sheet each, headings that stay in sight, real numbers. Texts are stored as texts whatever they begin
/// with, and marked so that a spreadsheet keeps them so when somebody edits the cell.
/// </summary>
static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A cell of a spreadsheet holds no more.</summary>
    const int LongestText = 32_767;

    const string FormulaStarts = "=+-@\t\r＝＋－＠";

    enum Style : uint { Plain, Heading, Number, Text, Guarded }

    public static byte[] Write(string title, DateTimeOffset madeAt, params IReadOnlyList<ExportTable> tables)
    {
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            package.PackageProperties.Title = PrintText.Clean(title);
            package.PackageProperties.Creator = "LongAnGis";
            package.PackageProperties.Created = madeAt.UtcDateTime;
            var workbook = package.AddWorkbookPart();
            PlainXml.Write(workbook.AddNewPart<WorkbookStylesPart>(), Styles());
            var sheets = new Sheets();
            foreach (var table in tables)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                PlainXml.Write(part, Sheet(table));
                sheets.Append(new Sheet { Name = table.Name, SheetId = (uint)sheets.Count() + 1, Id = workbook.GetIdOfPart(part) });
            }

            PlainXml.Write(workbook, new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets));
        }

        return file.ToArray();
    }

    static Worksheet Sheet(ExportTable table)
    {
        var frozen = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        var view = new SheetView(frozen) { WorkbookViewId = 0 };
        var columns = new Columns(table.Columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
        }));
        var rows = new SheetData(Row(1, table.Columns.Select(column => Text(column.Heading, Style.Heading))));
        foreach (var (index, row) in table.Rows.Index())
        {
            rows.Append(Row(index + 2, row.Select(Cell)));
        }

        return new(new SheetViews(view), columns, rows);
    }

    /// <summary>With its addresses, which the format leaves to the writer and some readers do not do without.</summary>
    static Row Row(int number, IEnumerable<Cell> cells)
    {
        var row = new Row { RowIndex = (uint)number };
        foreach (var (index, cell) in cells.Index())
        {
            cell.CellReference = new CellAddress(number, index + 1).ToString();
            row.Append(cell);
        }

        return row;
    }

    static Cell Cell(object? value) => value switch
    {
        null => new(),
        decimal number => Number(number.ToString(CultureInfo.InvariantCulture)),
        int number => Number(number.ToString(CultureInfo.InvariantCulture)),
        string text => Text(text, text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? Style.Guarded : Style.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "A table holds texts and numbers."),
    };

    static Cell Number(string digits) => new() { CellValue = new(digits), DataType = CellValues.Number, StyleIndex = (uint)Style.Number };

    static Cell Text(string text, Style style)
    {
        var clean = PrintText.Clean(text);
        return new()
        {
            DataType = CellValues.InlineString,
            StyleIndex = (uint)style,
            InlineString = new(new Text(clean.Length > LongestText ? clean[..LongestText] : clean) { Space = SpaceProcessingModeValues.Preserve }),
        };
    }

    static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "#,##0.######" }),
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE3EEEC" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true }) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true }));
}
