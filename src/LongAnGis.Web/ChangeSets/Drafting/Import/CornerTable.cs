using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.Core.Text;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// A table of corners (bảng tọa độ mốc) as CSV: one row a corner, in order; the rows of one code are one feature. Columns are
/// found by their headings: <c>X</c> is northing and <c>Y</c> easting, as Vietnamese documents have them; or <c>lat</c> and
/// <c>lon</c>. Commas or semicolons part the columns; with semicolons a decimal comma is understood.
/// </summary>
static class CornerTable
{
    const int MostRows = 200_000;
    const int MostColumns = 50;

    static readonly string[] NorthingNames = ["x", "x m", "northing", "n", "lat", "latitude", "vi do"];
    static readonly string[] EastingNames = ["y", "y m", "easting", "e", "lon", "lng", "longitude", "kinh do"];
    static readonly string[] CodeNames = ["code", "ma", "ma khu", "thua"];
    static readonly string[] NameNames = ["name vi", "name", "ten"];

    /// <param name="kind">The layer's geometry kind: what the corners of one code become.</param>
    public static ImportedFile Read(byte[] bytes, ImportReference? asked, LegacyEncoding? encoding, string kind)
    {
        var reference = ImportReference.Choose(null, asked);
        var lines = ImportedText.Decode(bytes, encoding).Split('\n').Select((line, index) => (Line: line.TrimEnd('\r'), Row: index + 1))
            .Where(line => line.Line.Trim().Length > 0).Take(MostRows + 2).ToList();
        if (lines.Count is < 2 or > MostRows)
        {
            throw ImportLimits.Refuse(
                $"Bảng tọa độ cần một dòng tiêu đề và từ 1 đến {MostRows} dòng mốc.", $"A corner table takes a heading and 1 to {MostRows} rows.");
        }

        var separator = lines[0].Line.Contains(';', StringComparison.Ordinal) ? ';' : lines[0].Line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var headings = Cells(lines[0].Line, separator).Select(VietnameseText.Fold).ToList();
        var (northing, easting) = (Find(headings, NorthingNames), Find(headings, EastingNames));
        if (northing < 0 || easting < 0 || headings.Count > MostColumns)
        {
            throw ImportLimits.Refuse(
                "Bảng tọa độ phải có cột X (bắc) và Y (đông), hoặc lat và lon.", "A corner table must have columns X (northing) and Y (easting), or lat and lon.");
        }

        var (code, name) = (Find(headings, CodeNames), Find(headings, NameNames));
        var corners = lines.Skip(1).Select(line =>
        {
            var cells = Cells(line.Line, separator);
            return (
                Code: Cell(cells, code), Name: Cell(cells, name), line.Row,
                X: Coordinate(cells, easting, separator, line.Row), Y: Coordinate(cells, northing, separator, line.Row));
        });
        var features = corners.GroupBy(corner => corner.Code ?? "").Select(group =>
        {
            var fields = new Dictionary<string, JsonNode>(StringComparer.OrdinalIgnoreCase);
            if (group.Key.Length > 0)
            {
                fields["code"] = JsonValue.Create(group.Key);
            }

            if (group.Select(corner => corner.Name).FirstOrDefault(text => text is not null) is { } text)
            {
                fields["name_vi"] = JsonValue.Create(text);
            }

            return new ImportedFeature(group.First().Row, Shape([.. group.Select(corner => (corner.X, corner.Y))], kind), fields);
        }).ToList();
        return features.Count > ImportLimits.MostFeatures ? throw ImportLimits.TooMany() : new(features, reference.Grid, reference.Name);
    }

    static JsonObject Shape(List<(double X, double Y)> corners, string kind)
    {
        if (kind is "polygon" && corners[0] != corners[^1])
        {
            // A table of corners names each once; that the ring closes is understood.
            corners.Add(corners[0]);
        }

        var list = new JsonArray([.. corners.Select(corner => new JsonArray(corner.X, corner.Y))]);
        return kind switch
        {
            "polygon" => new() { ["type"] = "Polygon", ["coordinates"] = new JsonArray(list) },
            "line" => new() { ["type"] = "LineString", ["coordinates"] = list },
            _ when corners.Count == 1 => new() { ["type"] = "Point", ["coordinates"] = list[0]!.DeepClone() },
            "point" => new() { ["type"] = "MultiPoint", ["coordinates"] = list },
            _ => new() { ["type"] = "LineString", ["coordinates"] = list },
        };
    }

    static double Coordinate(List<string> cells, int column, char separator, int row)
    {
        var text = Cell(cells, column) ?? "";
        text = separator == ';' ? text.Replace(".", text.Contains(',', StringComparison.Ordinal) ? "" : ".", StringComparison.Ordinal).Replace(',', '.') : text;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw ImportLimits.Refuse($"Dòng {row}: tọa độ không đọc được.", $"Row {row}: the coordinate cannot be read.");
    }

    static string? Cell(List<string> cells, int column) =>
        column >= 0 && column < cells.Count && cells[column].Trim() is { Length: > 0 } text ? text : null;

    static int Find(List<string> headings, string[] names) => headings.FindIndex(heading => names.Contains(heading));

    static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
