using System.Globalization;
using System.Text;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Plans.Downloads;
using NetTopologySuite.IO;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>
/// The features as a table, CSV or XLSX: a row each, columns under the names that programs use, and the shape as WKT in a column
/// whose name says its reference system, so that the table comes back without anybody having to remember.
/// </summary>
sealed class TableExport(ExportRows rows, TimeProvider clock)
{
    /// <summary>Followed by the code of the reference system.</summary>
    public const string ShapeColumn = "wkt_epsg_";

    public async Task WriteCsv(Stream stream, ExportRequest request, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 << 10, leaveOpen: true);
        var columns = FileColumn.Of(request.Format, request.Collection, request.Items.Properties);
        var shapes = new WKTWriter();
        await text.WriteAsync(string.Join(',', columns.Select(column => CsvFile.Quoted(column.Name)).Append(ShapeName(request))) + "\r\n");
        await foreach (var row in rows.Of(request.Items, cancellation))
        {
            var cells = columns.Select(column => Written(column.Value(row))).Append(row.Geometry is null ? "" : $"\"{shapes.Write(row.Geometry)}\"");
            await text.WriteAsync(string.Join(',', cells) + "\r\n");
        }
    }

    public async Task<byte[]> WriteWorkbook(ExportRequest request, CancellationToken cancellation)
    {
        var columns = FileColumn.Of(request.Format, request.Collection, request.Items.Properties);
        var shapes = new WKTWriter();
        List<IReadOnlyList<object?>> lines = [];
        await foreach (var row in rows.Of(request.Items, cancellation))
        {
            if (lines.Count == ExportLimits.MostRows)
            {
                throw ExportLimits.TooManyRows();
            }

            var shape = row.Geometry is null ? null : shapes.Write(row.Geometry);
            lines.Add([.. columns.Select(column => Cell(column.Value(row))), shape?.Length > ExportLimits.LongestCell ? null : shape]);
        }

        return Workbook.Write(
            request.Collection.Title.Vi,
            clock.GetUtcNow(),
            new ExportTable("du_lieu", [.. columns.Select(column => new ExportColumn(column.Name, 16)), new(ShapeName(request), 40)], lines),
            new ExportTable(
                "nguon",
                [new("Mục", 30), new("Nội dung", 100)],
                [
                    .. ExportNotes.Facts(request).Select(fact => new object?[] { fact.Name.InOneColumn, fact.Value }),
                    .. ExportLimits.Of(request.Format, request.Collection).Select(limit => new object?[] { "Giới hạn | Limit", limit.InOneColumn }),
                ]),
            new ExportTable(
                "cot",
                [new("Cột", 22), new("Ý nghĩa", 50), new("Đơn vị", 12), new("Mã", 80)],
                [.. ExportNotes.Columns(request).Select(cells => new object?[] { cells[0], cells[2], cells[3], cells[4] })]));
    }

    static string ShapeName(ExportRequest request) => ShapeColumn + request.Items.Crs.Srid.ToString(CultureInfo.InvariantCulture);

    static string Written(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        DateOnly day => CalendarDay.Write(day),
        _ => CsvFile.Quoted((string)value),
    };

    static object? Cell(object? value) => value switch
    {
        null => null,
        double number when Math.Abs(number) < 1e28 => (decimal)number,
        double huge => huge.ToString("R", CultureInfo.InvariantCulture),
        long whole => (decimal)whole,
        bool yes => yes ? "true" : "false",
        DateOnly day => CalendarDay.Write(day),
        _ => value,
    };
}
