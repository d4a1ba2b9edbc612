using LongAnGis.Core.Indicators.Pasting;

namespace LongAnGis.Web.Indicators.Entry.Files;

/// <summary>A table that somebody sent as a file. What it is, its first bytes tell; its name is not believed.</summary>
/// <param name="Sheet">Name of the sheet that was read; null for a CSV.</param>
sealed record UploadedTable(PastedTable Cells, string? Sheet, IReadOnlyList<string> OtherSheets)
{
    static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>“EncryptedPackage” as the directory of a compound file has it.</summary>
    static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <exception cref="Platform.RefusedException">422 with what is wrong and what to do.</exception>
    public static UploadedTable Read(byte[] bytes, string encoding)
    {
        if (bytes.Length == 0)
        {
            throw UploadLimits.Refuse("Tệp trống.", "The file is empty.");
        }

        if (bytes.AsSpan().StartsWith(CompoundFile))
        {
            throw bytes.AsSpan().IndexOf(EncryptedPackage) >= 0
                ? UploadLimits.Refuse("Tệp XLSX được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.", "The XLSX is protected by a password. Remove it and send the file again.")
                : UploadLimits.Refuse("Tệp .xls kiểu cũ không được nhận. Hãy lưu thành .xlsx.", "The old .xls is not taken. Save it as .xlsx.");
        }

        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            var sheet = XlsxTable.Read(bytes);
            return new(sheet.Table, sheet.Name, sheet.OtherSheets);
        }

        return new(CsvTable.Read(bytes, encoding), null, []);
    }
}
