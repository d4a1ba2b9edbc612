using System.IO.Compression;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Entry.Files;

/// <summary>
/// Judges a workbook as the archive that it is, before anything reads it: few parts under harmless names, none encrypted,
/// bytes counted as they come whatever the archive says of them, no macro, and no document type or entity in its XML.
/// Nothing is written to disk; links to other files are never followed, since nobody asks for them.
/// </summary>
static class WorkbookPackage
{
    static readonly string[] Programs = ["vbaproject.bin", "xl/macrosheets/", "xl/activex/", "xl/intlmacrosheets/"];

    public static void Judge(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            JudgeList(zip, bytes.Length);
            var left = UploadLimits.MostUnpackedBytes;
            foreach (var entry in zip.Entries)
            {
                left = Judge(entry, left);
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    public static RefusedException Damaged() => UploadLimits.Refuse(
        "Tệp XLSX bị hỏng, không đọc được. Hãy mở bằng Excel hoặc LibreOffice, lưu lại rồi gửi.",
        "The XLSX is damaged and cannot be read. Open it in Excel or LibreOffice, save it again and send that.");

    static void JudgeList(ZipArchive zip, long length)
    {
        if (zip.Entries.Count > UploadLimits.MostEntries)
        {
            throw UploadLimits.Refuse(
                $"Tệp XLSX có hơn {UploadLimits.MostEntries} phần.", $"The XLSX has more than {UploadLimits.MostEntries} parts.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long packed = 0;
        foreach (var entry in zip.Entries)
        {
            packed += entry.CompressedLength;
            var name = entry.FullName;
            if (entry.IsEncrypted)
            {
                throw Encrypted();
            }

            if (ArchiveNames.IsDangerous(entry) || !names.Add(name))
            {
                throw UploadLimits.Refuse(
                    "Tệp XLSX có phần với tên nguy hiểm hoặc trùng tên; không phần nào được đọc.",
                    "The XLSX has a part with a dangerous or repeated name; nothing of it was read.");
            }

            if (Programs.Any(program => name.Contains(program, StringComparison.OrdinalIgnoreCase)))
            {
                throw Macros();
            }
        }

        // Parts that share their bytes add up to more than the file.
        if (packed > length || zip.Entries.Sum(entry => entry.Length) > UploadLimits.MostUnpackedBytes)
        {
            throw TooLarge();
        }
    }

    /// <summary>Inflates a part to nowhere and answers how many bytes the others may still have.</summary>
    static long Judge(ZipArchiveEntry entry, long left)
    {
        using var part = entry.Open();
        var most = Math.Min(left, (entry.CompressedLength * UploadLimits.MostTimesLarger) + (1 << 20));
        var isXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        var buffer = new byte[64 << 10];
        long total = 0;
        var kept = 0;
        int count;
        while ((count = part.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            if (isXml && total == 0)
            {
                JudgeEncoding(buffer.AsSpan(0, kept + count));
            }

            total += count;
            if (total > most || total > entry.Length)
            {
                throw TooLarge();
            }

            var window = buffer.AsSpan(0, kept + count);
            if (isXml)
            {
                JudgeXml(window);
                // What began at the end of this piece is finished in the next.
                kept = Math.Min(32, window.Length);
                window[^kept..].CopyTo(buffer);
            }
        }

        return left - total;
    }

    static void JudgeXml(ReadOnlySpan<byte> piece)
    {
        if (piece.IndexOf("<!DOCTYPE"u8) >= 0 || piece.IndexOf("<!ENTITY"u8) >= 0)
        {
            throw UploadLimits.Refuse(
                "Tệp XLSX có khai báo DOCTYPE hoặc ENTITY; bảng tính thật không có.",
                "The XLSX declares a DOCTYPE or ENTITY; no real spreadsheet does.");
        }

        if (piece.IndexOf("macroEnabled"u8) >= 0)
        {
            throw Macros();
        }
    }

    // In another encoding the words above would look different.
    static void JudgeEncoding(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 2 && (head[0] is 0xFE or 0xFF or 0 || head[1] == 0))
        {
            throw UploadLimits.Refuse("Các phần XML của tệp XLSX phải là UTF-8.", "The XML parts of the XLSX must be in UTF-8.");
        }
    }

    static RefusedException Encrypted() => UploadLimits.Refuse(
        "Tệp được đặt mật khẩu hoặc mã hóa. Hãy bỏ mật khẩu rồi gửi lại.", "The file is protected by a password or encrypted. Remove that and send it again.");

    static RefusedException Macros() => UploadLimits.Refuse(
        "Tệp có macro (.xlsm) nên không được nhận. Hãy lưu thành .xlsx.", "The file has macros (.xlsm) and is not taken. Save it as .xlsx.");

    static RefusedException TooLarge() => UploadLimits.Refuse(
        $"Tệp XLSX phình quá {UploadLimits.MostUnpackedBytes >> 20} MB hoặc quá {UploadLimits.MostTimesLarger} lần khi giải nén. Chỉ gửi các dòng cần nhập.",
        $"The XLSX inflates to more than {UploadLimits.MostUnpackedBytes >> 20} MB or {UploadLimits.MostTimesLarger} times its size. Send only the rows to be imported.");
}
