using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using LongAnGis.Core.Text;
using LongAnGis.Web.Indicators.Entry.Files;
using LongAnGis.Web.Plans.Downloads;
using NetTopologySuite.IO;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// A table with a feature in each row, CSV or XLSX, as it is exported here: the column <c>wkt_epsg_9210</c> holds the shape and its
/// name the reference system; a plain <c>wkt</c> leaves that to be asked. A row whose shape is empty says nothing of its place.
/// </summary>
static partial class FeatureTable
{
    const int MostColumns = 400;
    const int MostCollections = 8;

    /// <summary>What stands before a text that a spreadsheet would run as a formula, and is no part of it.</summary>
    const string FormulaStarts = "=+-@\t\r＝＋－＠";

    /// <summary>Whether a text begins with the heading of such a table.</summary>
    public static bool IsOne(string head)
    {
        var end = head.IndexOf('\n', StringComparison.Ordinal);
        return ShapeHeading().IsMatch(end < 0 ? head : head[..end]);
    }

    public static ImportedFile OfCsv(byte[] bytes, ImportReference? asked, LegacyEncoding? encoding)
    {
        var text = ImportedText.Decode(bytes, encoding);
        var heading = text[..Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal))];
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = heading.Contains(';', StringComparison.Ordinal) ? ";" : heading.Contains('\t', StringComparison.Ordinal) ? "\t" : ",",
            HasHeaderRecord = false,
            BadDataFound = null,
            MaxFieldSize = 16 << 20,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        try
        {
            return Read(Rows(parser), asked);
        }
        catch (MaxFieldSizeException)
        {
            throw ImportLimits.Refuse(
                "Một ô của bảng dài hơn 16 MB; có thể thiếu dấu nháy đóng.", "A cell of the table is longer than 16 MB; perhaps a closing quote is missing.");
        }
    }

    public static ImportedFile OfWorkbook(byte[] bytes, ImportReference? asked) =>
        Read(XlsxTable.Read(bytes).Table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)]), asked);

    static IEnumerable<IReadOnlyList<string>> Rows(CsvParser parser)
    {
        while (parser.Read())
        {
            yield return parser.Record ?? [];
        }
    }

    static ImportedFile Read(IEnumerable<IReadOnlyList<string>> rows, ImportReference? asked)
    {
        using var lines = rows.GetEnumerator();
        IReadOnlyList<string> headings = lines.MoveNext() ? lines.Current : [];
        var shape = headings.ToList().FindIndex(heading => ShapeName().IsMatch(heading.Trim()));
        if (shape < 0 || headings.Count > MostColumns)
        {
            throw ImportLimits.Refuse(
                "Bảng phải có cột wkt, hoặc wkt_epsg_ kèm mã hệ tọa độ (ví dụ wkt_epsg_9210).",
                "The table must have a column wkt, or wkt_epsg_ with the code of its reference system (such as wkt_epsg_9210).");
        }

        var stated = ShapeName().Match(headings[shape].Trim()).Groups["srid"];
        var reference = ImportReference.Choose(stated.Success ? ImportReference.Of(stated.Value) : null, asked);
        List<ImportedFeature> features = [];
        for (var row = 2; lines.MoveNext(); row++)
        {
            if (lines.Current.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (features.Count == ImportLimits.MostFeatures)
            {
                throw ImportLimits.TooMany();
            }

            features.Add(Feature(lines.Current, headings, shape, row));
        }

        return new(features, reference.Grid, reference.Name);
    }

    static ImportedFeature Feature(IReadOnlyList<string> cells, IReadOnlyList<string> headings, int shape, int row)
    {
        var fields = new Dictionary<string, JsonNode>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < Math.Min(cells.Count, headings.Count); column++)
        {
            if (column != shape && headings[column].Trim() is { Length: > 0 } name && cells[column].Length > 0)
            {
                fields[name] = JsonValue.Create(Unguarded(cells[column]));
            }
        }

        return new(row, shape < cells.Count && cells[shape].Trim() is { Length: > 0 } text ? Shape(text, row) : null, fields);
    }

    static JsonObject Shape(string text, int row)
    {
        // Collections of collections would be read one inside the other, without end.
        if (text.ToUpperInvariant().Split("COLLECTION", MostCollections + 2, StringSplitOptions.None).Length > MostCollections + 1)
        {
            throw ImportLimits.Refuse($"Dòng {row}: hình lồng nhau quá sâu.", $"Row {row}: the shape is nested too deep.");
        }

        try
        {
            var geometry = new WKTReader().Read(text);
            return geometry.Coordinates.All(corner => double.IsFinite(corner.X) && double.IsFinite(corner.Y))
                ? JsonNode.Parse(GeoJsonFile.Geometry(geometry))!.AsObject()
                : throw ImportLimits.Refuse(
                    $"Dòng {row}: tọa độ không phải số hữu hạn (NaN hoặc vô cực).", $"Row {row}: a coordinate is no finite number (NaN or infinity).");
        }
        catch (Exception unreadable) when (unreadable is ParseException or ArgumentException or FormatException)
        {
            throw ImportLimits.Refuse($"Dòng {row}: hình WKT không đọc được.", $"Row {row}: the WKT of the shape cannot be read.");
        }
    }

    static string Unguarded(string text) =>
        text.Length > 1 && text[0] == '\'' && FormulaStarts.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;

    [GeneratedRegex(@"(?:\A|[,;\t""])wkt(?:_epsg_\d{4,6})?(?:[,;\t""\r]|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex ShapeHeading();

    [GeneratedRegex(@"\Awkt(?:_epsg_(?<srid>\d{4,6}))?\z", RegexOptions.IgnoreCase)]
    private static partial Regex ShapeName();
}
