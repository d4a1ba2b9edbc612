using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LongAnGis.Core.Lookup;
using LongAnGis.Web.ChangeSets.Drafting.Import;
using LongAnGis.Web.Indicators.Entry.Files;
using LongAnGis.Web.Platform;
using CornerTable = LongAnGis.Core.Lookup.CornerTable;

namespace LongAnGis.Web.Lookup.Uploads;

/// <summary>
/// Reads the file of a lookup: what it is, its first bytes tell. A map file (shapefile, GeoPackage, GeoJSON, KML, DXF) is read
/// by the readers and within the limits of drafts; a spreadsheet, a PDF or a text is a corner table.
/// </summary>
sealed partial class LookupFiles(UploadedFile maps)
{
    /// <summary>More than a parcel needs, and little enough for anybody to be allowed to send it.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Anybody may send a file, and each costs a process: no more at once than a small machine bears.</summary>
    static readonly SemaphoreSlim Turns = new(2);

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <param name="asked">What a person says of a file that does not say its reference system.</param>
    /// <exception cref="RefusedException">With what is wrong, and what to do.</exception>
    public async Task<UploadedCorners> Read(IFormFile file, ReferenceFrame? asked, CancellationToken cancellation)
    {
        var bytes = await Bytes(file, cancellation);
        if (IsMap(bytes))
            return DrawnShape.Of(await Map(bytes, asked, cancellation));

        return new(await Table(bytes, cancellation), asked, IsLine: null);
    }

    /// <summary>All that a map file draws, in its own numbers.</summary>
    public async Task<ImportedFile> Map(byte[] bytes, ReferenceFrame? asked, CancellationToken cancellation)
    {
        var reference = ImportReference.Of(asked?.ToString());
        return await InTurn(() => maps.ReadShapes(AsCollection(bytes), reference, cancellation), cancellation);
    }

    public static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    /// <summary>Whether the bytes are those of a map file, and not of a table.</summary>
    public static bool IsMap(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4096))).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return head.StartsWith('{') || head.StartsWith('<') || head.StartsWith("SQLite format 3\0", StringComparison.Ordinal)
            || UploadedFile.IsDrawing(head) || (head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) && !IsWorkbook(bytes));
    }

    static bool IsWorkbook(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.GetEntry("[Content_Types].xml") is not null;
        }
        catch (InvalidDataException)
        {
            // A damaged archive is refused by whoever reads it.
            return false;
        }
    }

    static async Task<string> Table(byte[] bytes, CancellationToken cancellation)
    {
        if (bytes.AsSpan().StartsWith("%PDF-"u8))
            return Short(await InTurn(() => PdfText.Read(bytes, cancellation), cancellation));
        if (bytes is not [(byte)'P', (byte)'K', 3, 4, ..] && !bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return Short(Decoded(bytes));

        var rows = UploadedTable.Read(bytes, CsvTable.Utf8).Cells.Rows;
        return Short(string.Join('\n', rows.Select(row => string.Join('\t', row.Select(cell => cell.Text.ReplaceLineEndings(" ").Replace('\t', ' '))))));
    }

    static string Decoded(byte[] bytes)
    {
        try
        {
            var text = bytes is [0xFF, 0xFE, ..] ? new UnicodeEncoding(false, true, true).GetString(bytes) : new UTF8Encoding(false, true).GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? throw Unknown() : text;
        }
        catch (ArgumentException)
        {
            throw Unknown();
        }
    }

    static string Short(string text) => text.Length <= CornerTable.LongestText ? text.Replace("\r", "", StringComparison.Ordinal).Trim('\uFEFF') : throw ImportLimits.Refuse(
        $"Tệp có hơn {CornerTable.LongestText} ký tự; một bảng tọa độ không dài như vậy. Hãy chỉ gửi phần có bảng.",
        $"The file has more than {CornerTable.LongestText} characters; no corner table is that long. Send only the part with the table.");

    static RefusedException Unknown() => ImportLimits.Refuse(
        "Không nhận ra loại tệp. Nhận: shapefile nén zip, GeoPackage, GeoJSON, KML, KMZ, DXF (dạng chữ); bảng tọa độ XLSX, CSV, PDF có chữ.",
        "The kind of file is not recognised. Taken are zipped shapefile, GeoPackage, GeoJSON, KML, KMZ, DXF (text); corner tables as XLSX, CSV, PDF with text.");

    static async Task<T> InTurn<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        if (!await Turns.WaitAsync(Patience, cancellation))
            throw new RefusedException(new(
                StatusCodes.Status503ServiceUnavailable, "Đang có nhiều tệp chờ đọc; xin thử lại sau ít phút.", "Many files wait to be read; please try again in a few minutes.",
                TimeSpan.FromMinutes(1)));
        try
        {
            return await read();
        }
        finally
        {
            Turns.Release();
        }
    }

    // One feature is a file as good as a collection of one; our own downloads of a parcel are so.
    static byte[] AsCollection(byte[] bytes) => SingleFeature().IsMatch(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 200))))
        ? [.. "{\"type\":\"FeatureCollection\",\"features\":["u8, .. bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes, .. "]}"u8]
        : bytes;

    [GeneratedRegex("^[^{]{0,10}\\{\\s*\"type\"\\s*:\\s*\"Feature\"")]
    private static partial Regex SingleFeature();
}
