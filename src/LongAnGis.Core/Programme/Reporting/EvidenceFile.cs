using System.IO.Compression;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme.Reporting;

/// <summary>
/// Evidence that a report may carry: PDF, DOCX and XLSX without macros, JPEG and PNG, up to 10 MB each. What a file is follows
/// from its first bytes and, for office files, from the list of their parts; nothing is unpacked. Its name must end as such
/// files do, be no path and hold no sign that hides or turns what people read.
/// </summary>
public sealed record EvidenceFile(string Name, string MediaType, byte[] Content)
{
    public const int MostBytes = 10 << 20;
    public const int LongestName = 150;

    /// <summary>Of one report.</summary>
    public const int MostFiles = 10;

    const int MostParts = 5000;

    static readonly (string Ending, string MediaType, byte[] Begins, string? Part)[] Known =
    [
        (".pdf", "application/pdf", "%PDF-"u8.ToArray(), null),
        (".png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], null),
        (".jpg", "image/jpeg", [0xFF, 0xD8, 0xFF], null),
        (".jpeg", "image/jpeg", [0xFF, 0xD8, 0xFF], null),
        (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004"u8.ToArray(), "word/document.xml"),
        (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\u0003\u0004"u8.ToArray(), "xl/workbook.xml"),
    ];

    /// <summary>The file, or why it cannot be taken.</summary>
    /// <param name="name">As its sender named it, in normal form C.</param>
    public static (EvidenceFile? File, Bilingual? Fault) Judge(string name, byte[] content)
    {
        var shown = new string([.. name.Where(letter => !IsHidden(letter)).Take(40)]);
        if (name.Length is 0 or > LongestName || name.Any(letter => IsHidden(letter) || "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal)) || name.StartsWith('.'))
            return Refused(
                $"Tên tệp “{shown}” có ký tự không dùng được hoặc dài quá {LongestName} ký tự; hãy đổi tên tệp.",
                $"The file name “{shown}” holds signs that cannot be used, or more than {LongestName} characters; rename the file.");
        if (content.Length > MostBytes)
            return Refused($"Tệp “{shown}” lớn hơn {MostBytes >> 20} MB.", $"The file “{shown}” is larger than {MostBytes >> 20} MB.");

        var kind = Known.FirstOrDefault(one => name.EndsWith(one.Ending, StringComparison.OrdinalIgnoreCase));
        if (kind.Ending is null || !content.AsSpan().StartsWith(kind.Begins) || (kind.Part is { } part && !IsPlainPackage(content, part)))
            return Refused(
                $"Tệp “{shown}” không phải PDF, DOCX, XLSX (không macro), JPG hoặc PNG, hoặc nội dung không đúng với đuôi tệp.",
                $"The file “{shown}” is no PDF, DOCX, XLSX (without macros), JPG or PNG, or it is not what its name says.");
        return (new(name, kind.MediaType, content), null);
    }

    static (EvidenceFile?, Bilingual?) Refused(string vi, string en) => (null, new(vi, en));

    // Control characters, and those that turn the direction of what is read or take no room.
    static bool IsHidden(char letter) => char.IsControl(letter) || char.GetUnicodeCategory(letter) is
        System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.Surrogate;

    static bool IsPlainPackage(byte[] content, string part)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Count <= MostParts
                && zip.Entries.Any(entry => entry.FullName == part)
                && !zip.Entries.Any(entry => entry.IsEncrypted || entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
