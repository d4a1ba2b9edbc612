using System.ComponentModel;
using System.Text;
using LongAnGis.Web.ChangeSets.Drafting.Import;
using LongAnGis.Web.Osm;
using LongAnGis.Web.Platform;
using CornerTable = LongAnGis.Core.Lookup.CornerTable;

namespace LongAnGis.Web.Lookup.Uploads;

/// <summary>
/// The text of a PDF, its columns kept apart by gaps, through Poppler's <c>pdftotext</c>: a bounded subprocess without network,
/// since a PDF can be made to cost its reader anything.
/// </summary>
static class PdfText
{
    const int MostPages = 20;

    static readonly BoundedProgram Programs = new(new OsmLimits
    {
        Minutes = 1,
        MemoryBytes = 1L << 30,
        TemporaryBytes = 16L << 20,
    });

    /// <exception cref="RefusedException">The file is damaged, too costly, or a picture without text.</exception>
    public static async Task<string> Read(byte[] pdf, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.In(Path.Combine(Path.GetTempPath(), "longan-import"));
        var file = Path.Combine(folder.Path, "input.pdf");
        await File.WriteAllBytesAsync(file, pdf, cancellation);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(ImportLimits.Time);
        try
        {
            var text = "";
            var end = await Programs.Run(
                "pdftotext", ["-layout", "-enc", "UTF-8", "-nopgbrk", "-l", $"{MostPages}", file, "-"], folder.Path, new Dictionary<string, string>(),
                async (output, ended) => text = await Text(output, ended), bound.Token);
            if (end.ExitCode != 0)
                throw ImportLimits.Refuse(
                    "Tệp PDF bị hỏng hoặc có mật khẩu nên không đọc được.", "The PDF is damaged or protected by a password and cannot be read.");
            return text.Any(char.IsAsciiDigit) ? text : throw ImportLimits.Refuse(
                "Tệp PDF không có chữ (có lẽ là bản quét). Hãy gõ bảng tọa độ vào ô bên trên.",
                "The PDF holds no text (perhaps it is a scan). Type the corner table into the field above.");
        }
        catch (Win32Exception)
        {
            throw new RefusedException(new(
                StatusCodes.Status503ServiceUnavailable,
                "Máy chủ chưa cài Poppler (gói poppler-utils) nên chưa đọc được PDF; hãy dán bảng tọa độ.",
                "The server lacks Poppler (package poppler-utils), so no PDF can be read; paste the corner table."));
        }
        catch (Exception costly) when (costly is TimeoutException || (costly is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw ImportLimits.Refuse("Tệp PDF quá nặng: đọc quá lâu.", "The PDF is too costly: it takes too long to read.");
        }
    }

    // One letter more than a table may have is enough to know that it is too long.
    static async Task<string> Text(Stream output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, Encoding.UTF8);
        var buffer = new char[CornerTable.LongestText + 1];
        return new(buffer, 0, await reader.ReadBlockAsync(buffer, cancellation));
    }
}
