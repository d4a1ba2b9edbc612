using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LongAnGis.Core.Indicators.Pasting;

namespace LongAnGis.Web.Indicators.Entry.Files;

/// <summary>
/// The cells of a CSV: UTF-8 or UTF-16, or Windows-1258 where somebody says so, since no byte tells that encoding from the
/// older Vietnamese ones. Columns are parted by the sign that its first lines have most of: semicolon, tab or comma.
/// </summary>
static class CsvTable
{
    public const string Utf8 = "", Windows1258 = "windows-1258";

    static readonly Encoding Vietnamese = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    /// <exception cref="Platform.RefusedException">422 when its encoding is not known, or it is too large or no table.</exception>
    public static PastedTable Read(byte[] bytes, string encoding)
    {
        var text = Decoded(bytes, encoding);
        if (text.Contains('\0', StringComparison.Ordinal) || text.TrimStart().StartsWith('<'))
        {
            throw UploadLimits.Refuse(
                "Không nhận ra loại tệp. Nhận XLSX và CSV.", "The kind of file is not recognised. XLSX and CSV are taken.");
        }

        JudgeLines(text);
        return new(Rows(text));
    }

    static List<IReadOnlyList<PastedCell>> Rows(string text)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separator(text),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = 100_000,
            BadDataFound = null,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        List<IReadOnlyList<PastedCell>> rows = [];
        try
        {
            while (parser.Read())
            {
                var record = parser.Record ?? [];
                if (rows.Count >= PastedTable.MostRows)
                {
                    throw XlsxTable.TooManyRows();
                }

                if (record.Length > PastedTable.MostColumns)
                {
                    throw UploadLimits.Refuse(
                        $"Dòng {rows.Count + 1}: có {record.Length} cột, tối đa {PastedTable.MostColumns}.",
                        $"Row {rows.Count + 1}: it has {record.Length} columns, at most {PastedTable.MostColumns}.");
                }

                rows.Add([.. record.Select(cell => new PastedCell(cell))]);
            }
        }
        catch (MaxFieldSizeException)
        {
            throw UploadLimits.Refuse(
                $"Dòng {rows.Count + 1}: một ô dài hơn 100.000 ký tự; có thể thiếu dấu nháy đóng.",
                $"Row {rows.Count + 1}: a cell has more than 100,000 characters; perhaps a closing quote is missing.");
        }

        return rows;
    }

    // Counting costs nothing beside parsing: a million rows are refused before any of them is read.
    static void JudgeLines(string text)
    {
        var lines = 0;
        foreach (var _ in text.AsSpan().EnumerateLines())
        {
            // A cell may have a line break, so twice as many lines are let through to be counted as rows.
            if (++lines > PastedTable.MostRows * 2)
            {
                throw XlsxTable.TooManyRows();
            }
        }
    }

    static string Separator(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 20_000));
        var isQuoted = false;
        int semicolons = 0, tabs = 0, commas = 0;
        foreach (var letter in head)
        {
            isQuoted ^= letter == '"';
            semicolons += !isQuoted && letter == ';' ? 1 : 0;
            tabs += !isQuoted && letter == '\t' ? 1 : 0;
            commas += !isQuoted && letter == ',' ? 1 : 0;
        }

        // A decimal comma is found where semicolons part the columns, and never the other way round.
        return tabs > 0 && tabs >= semicolons ? "\t" : semicolons > 0 ? ";" : commas > 0 ? "," : "\t";
    }

    static string Decoded(byte[] bytes, string encoding)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Strict(new UTF8Encoding(false, true), bytes, 3),
                [0xFF, 0xFE, ..] => Strict(new UnicodeEncoding(false, false, true), bytes, 2),
                [0xFE, 0xFF, ..] => Strict(new UnicodeEncoding(true, false, true), bytes, 2),
                _ when encoding == Windows1258 => Vietnamese.GetString(bytes).Normalize(NormalizationForm.FormC),
                _ => Strict(new UTF8Encoding(false, true), bytes, 0),
            };
        }
        catch (ArgumentException)
        {
            throw UploadLimits.Refuse(
                "Tệp CSV không phải UTF-8 hay UTF-16. Nếu là Windows-1258, hãy chọn bảng mã đó; nếu là TCVN3 hay VNI, hãy lưu lại bằng UTF-8.",
                "The CSV is neither UTF-8 nor UTF-16. If it is Windows-1258, choose that encoding; if it is TCVN3 or VNI, save it again in UTF-8.");
        }
    }

    static string Strict(Encoding encoding, byte[] bytes, int mark) => encoding.GetString(bytes, mark, bytes.Length - mark);
}
