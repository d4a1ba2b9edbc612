using System.Text;
using System.Text.RegularExpressions;
using LongAnGis.Core.Text;
using LongAnGis.Web.Osm;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// Tells what a file is by its first bytes, never by its name, and hands it to whoever can read it. Everything happens in a
/// temporary folder under names of our own.
/// </summary>
sealed partial class UploadedFile(GdalFile gdal)
{
    /// <param name="encoding">What the planner says of a file whose text is not Unicode.</param>
    public async Task<ImportedFile> Read(
        byte[] bytes, string kind, string? source, ImportReference? asked, LegacyEncoding? encoding, CancellationToken cancellation)
    {
        var (file, isBytes, stated) = await AsItStands(bytes, kind, source, asked, encoding, cancellation);
        return ImportedText.InUnicode(file, isBytes, stated, encoding);
    }

    /// <summary>What a file draws, for whom its texts do not matter: they are left as they are.</summary>
    public async Task<ImportedFile> ReadShapes(byte[] bytes, ImportReference? asked, CancellationToken cancellation) =>
        (await AsItStands(bytes, "polygon", null, asked, null, cancellation)).File;

    /// <summary>Whether a file begins as a DXF in text does.</summary>
    public static bool IsDrawing(string head) => Drawing().IsMatch(head);

    async Task<(ImportedFile File, bool IsBytes, LegacyEncoding? Stated)> AsItStands(
        byte[] bytes, string kind, string? source, ImportReference? asked, LegacyEncoding? encoding, CancellationToken cancellation)
    {
        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4096))).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (head.StartsWith('{'))
        {
            return (GeoJsonUpload.Read(bytes, asked), false, null);
        }

        if (Kind(head) is "zip" && IsWorkbook(bytes))
        {
            return (FeatureTable.OfWorkbook(bytes, asked), false, null);
        }

        if (Kind(head) is "csv")
        {
            return (FeatureTable.IsOne(head) ? FeatureTable.OfCsv(bytes, asked, encoding) : CornerTable.Read(bytes, asked, encoding, kind), false, null);
        }

        using var folder = TemporaryFolder.In(Path.Combine(Path.GetTempPath(), "longan-import"));
        var file = Path.Combine(folder.Path, Kind(head) is "zip" ? "upload.zip" : "input." + Kind(head));
        await File.WriteAllBytesAsync(file, bytes, cancellation);
        if (Kind(head) is "zip")
        {
            file = UploadedArchive.Unpack(file, folder.Path, source);
            // Which map of the archive was meant has been said; a map of one layer asks no more.
            source = null;
            if (Path.GetExtension(file) is ".geojson" or ".csv")
            {
                return await AsItStands(await File.ReadAllBytesAsync(file, cancellation), kind, source, asked, encoding, cancellation);
            }
        }

        var driver = Drivers[Path.GetExtension(file)];
        if (driver == GdalFile.Kml)
        {
            await JudgeXml(file, cancellation);
        }

        if (driver == "GPKG")
        {
            JudgeDatabase(await File.ReadAllBytesAsync(file, cancellation));
        }

        return (
            await gdal.Read(file, driver, source, asked, folder.Path, cancellation),
            driver == "ESRI Shapefile",
            ImportedText.Stated(await CodePage(Path.ChangeExtension(file, ".cpg"), cancellation)));
    }

    static readonly Dictionary<string, string> Drivers = new()
    {
        [".shp"] = "ESRI Shapefile",
        [".gpkg"] = "GPKG",
        [".kml"] = GdalFile.Kml,
        [".dxf"] = "DXF",
        [".fgb"] = "FlatGeobuf",
        [".tab"] = "MapInfo File",
        [".mif"] = "MapInfo File",
        [".dgn"] = "DGN",
    };

    static string Kind(string head) => head switch
    {
        _ when head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) => "zip",
        _ when head.StartsWith("SQLite format 3\0", StringComparison.Ordinal) => "gpkg",
        _ when head.StartsWith("fgb\u0003", StringComparison.Ordinal) => "fgb",
        // The first element of a design file of two or of three dimensions (version 7).
        _ when head.StartsWith("\u0008\u0009\u00FE\u0002", StringComparison.Ordinal) || head.StartsWith("\u00C8\u0009\u00FE\u0002", StringComparison.Ordinal) => "dgn",
        _ when head.StartsWith('<') && head.Contains("<kml", StringComparison.Ordinal) => "kml",
        _ when Drawing().IsMatch(head) => "dxf",
        _ when head.StartsWith("\u00D0\u00CF\u0011\u00E0", StringComparison.Ordinal) => throw ImportLimits.Refuse(
            "Tệp Excel được đặt mật khẩu hoặc là .xls kiểu cũ; hãy bỏ mật khẩu, lưu thành .xlsx rồi gửi lại.",
            "The Excel file is protected by a password or an old .xls; remove the password, save it as .xlsx and send it again."),
        _ when Table().IsMatch(head) && !head.Contains('\0', StringComparison.Ordinal) && !head.StartsWith('<') => "csv",
        _ => throw ImportLimits.Refuse(
            "Không nhận ra loại tệp. Nhận: GeoJSON, GeoPackage, FlatGeobuf, KML, KMZ, DXF (dạng chữ), DGN (V7), XLSX, CSV; shapefile và MapInfo TAB, MIF nén zip.",
            "The kind of file is not recognised. Taken are GeoJSON, GeoPackage, FlatGeobuf, KML, KMZ, DXF (text), DGN (V7), XLSX, CSV; shapefile and MapInfo TAB, MIF zipped."),
    };

    // A workbook says so in its first entry; which one of them is first, no standard says.
    static bool IsWorkbook(byte[] bytes) => bytes.AsSpan().IndexOf("xl/workbook.xml"u8) >= 0;

    // A few letters that name an encoding; whatever else stands there is nothing that we know.
    static async Task<string?> CodePage(string file, CancellationToken cancellation) =>
        File.Exists(file) && new FileInfo(file).Length < 100 ? await File.ReadAllTextAsync(file, Encoding.Latin1, cancellation) : null;

    // A view is a program: it may never end, or read what it should not. SQLite itself writes these words so.
    static void JudgeDatabase(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("CREATE VIEW"u8) >= 0 || bytes.AsSpan().IndexOf("CREATE TEMP"u8) >= 0)
        {
            throw ImportLimits.Refuse(
                "Tệp GeoPackage có khung nhìn (VIEW); xin xuất lại chỉ với bảng.", "The GeoPackage has a view; please export it again with tables only.");
        }
    }

    // Entities multiply and reach for other files; a drawing needs none of its own.
    static async Task JudgeXml(string file, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.AsSpan().Contains((byte)0);
        if (!isUtf8 || bytes.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0 || bytes.AsSpan().IndexOf("<!ENTITY"u8) >= 0
            || bytes.AsSpan().IndexOf("<NetworkLink"u8) >= 0)
        {
            throw ImportLimits.Refuse(
                "Tệp KML phải là UTF-8, không có DOCTYPE, ENTITY hay NetworkLink.", "The KML must be UTF-8 without DOCTYPE, ENTITY or NetworkLink.");
        }
    }

    [GeneratedRegex(@"\A(\s*999\r?\n[^\n]*\n)*\s*0\r?\n\s*SECTION\r?\n")]
    private static partial Regex Drawing();

    [GeneratedRegex(@"\A[^\n]{1,2000}[,;\t][^\n]*\n")]
    private static partial Regex Table();
}
