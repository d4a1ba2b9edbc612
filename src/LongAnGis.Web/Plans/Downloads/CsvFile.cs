using System.Globalization;
using System.Text;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Plans.Downloads;

/// <summary>
/// CSV (RFC 4180) that spreadsheets open as it is meant: a byte order mark for the diacritics, headings for people,
/// invariant numbers, codes by their meaning, and no text that a spreadsheet would take for a formula.
/// </summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";
    const string FormulaStarts = "=+-@\t\r＝＋－＠";

    public static async Task Write(
        Stream stream, Layer layer, Language language, IAsyncEnumerable<DownloadedFeature> features, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 32 << 10, leaveOpen: true);
        var columns = DownloadColumn.Of(layer);
        var english = language.IsEnglish;
        await text.WriteAsync(Line([
            .. columns.Select(column => Quoted(column.Label.In(english))),
            language.Say("Kinh độ WGS 84", "Longitude WGS 84"), language.Say("Vĩ độ WGS 84", "Latitude WGS 84"),
        ]));

        await foreach (var downloaded in features.WithCancellation(cancellation))
        {
            var place = downloaded.Geometry is { IsEmpty: false } geometry ? geometry.PointOnSurface : null;
            await text.WriteAsync(Line([
                .. columns.Select(column => Meaning(layer, column, column.Value(downloaded.Feature), english)),
                place?.X.ToString("0.#######", CultureInfo.InvariantCulture), place?.Y.ToString("0.#######", CultureInfo.InvariantCulture),
            ]));
        }
    }

    static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(cell => cell ?? "")) + "\r\n";

    static string? Meaning(Layer layer, DownloadColumn column, object? value, bool english) => value switch
    {
        null => null,
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? (english ? "yes" : "có") : english ? "no" : "không",
        DateOnly day => CalendarDay.Write(day),
        string text when column.Key == "geometry_quality" => Quoted(Quality.Name(text).In(english)),
        string text when column.Type == AttributeType.Code
            && layer.Attributes.FirstOrDefault(one => one.Key == column.Key) is { } attribute => Quoted(attribute.Meaning(text).In(english)),
        _ => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    /// <summary>The text as a cell; an apostrophe before what a spreadsheet would run.</summary>
    public static string Quoted(string text)
    {
        if (text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n'") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
