using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Web.ChangeSets.Drafting.Import;
using CornerTable = LongAnGis.Core.Lookup.CornerTable;

namespace LongAnGis.Web.Lookup.Uploads;

/// <summary>
/// The one area or line that a map file draws, as a table of its corners in the file's own numbers, so that it is measured on
/// the file's grid and read again like any other table.
/// </summary>
static class DrawnShape
{
    sealed record Path(JsonArray Points, bool IsLine);

    /// <exception cref="Platform.RefusedException">The file draws nothing, more than one thing, or an area with holes.</exception>
    public static UploadedCorners Of(ImportedFile file)
    {
        var paths = file.Features.Select(feature => feature.Geometry).OfType<JsonObject>().SelectMany(Paths).ToList();
        var areas = paths.Where(path => !path.IsLine).ToList();
        var path = (areas, paths) switch
        {
            ([var area], _) => area,
            ([], [var line]) => line,
            ([], []) => throw ImportLimits.Refuse(
                "Tệp không có vùng hay tuyến nào.", "The file holds no area and no line."),
            _ => throw ImportLimits.Refuse(
                $"Tệp có {Math.Max(areas.Count, paths.Count)} hình; mỗi lần tra cứu một hình. Hãy xuất lại chỉ một hình, hoặc dùng tra cứu hàng loạt.",
                $"The file holds {Math.Max(areas.Count, paths.Count)} shapes; one is looked up at a time. Export just one, or use the batch lookup."),
        };
        if (path.Points.Count > CornerTable.MostCorners)
            throw ImportLimits.Refuse(
                $"Hình có {path.Points.Count} đỉnh; nhiều nhất {CornerTable.MostCorners}. Hãy đơn giản hóa rồi gửi lại.",
                $"The shape has {path.Points.Count} corners; at most {CornerTable.MostCorners}. Simplify it and send it again.");

        return new(Table(path.Points, file.Grid), ReferenceFrame.Find(file.Grid?.Srid ?? ImportReference.Wgs84Code), path.IsLine);
    }

    static IEnumerable<Path> Paths(JsonObject geometry)
    {
        var parts = geometry["coordinates"] as JsonArray;
        return (geometry["type"]?.GetValueKind() == System.Text.Json.JsonValueKind.String ? geometry["type"]!.GetValue<string>() : "", parts) switch
        {
            ("Polygon", { } rings) => [Area(rings)],
            ("MultiPolygon", { } areas) => areas.OfType<JsonArray>().Select(Area),
            ("LineString", { } line) => [Line(line)],
            ("MultiLineString", { } lines) => lines.OfType<JsonArray>().Select(Line),
            ("GeometryCollection", _) when geometry["geometries"] is JsonArray some => some.OfType<JsonObject>().SelectMany(Paths),
            _ => [],
        };
    }

    static Path Area(JsonArray rings) => rings is [JsonArray ring]
        ? new(ring, IsLine: false)
        : throw ImportLimits.Refuse(
            "Vùng trong tệp có lỗ hoặc không có đường bao; tra cứu thửa nhận vùng một đường bao. Hãy tách phần lỗ rồi gửi lại.",
            "The area in the file has holes or no outline; a lookup takes an area of one outline. Part it and send it again.");

    // Drawings outline areas by closed lines.
    static Path Line(JsonArray points) => new(points, IsLine: points.Count < 4 || !JsonNode.DeepEquals(points[0], points[^1]));

    /// <summary>A table of points in the file's own numbers: northing or latitude first.</summary>
    public static string Table(JsonArray points, Vn2000Zone? grid)
    {
        var (heading, digits) = grid is null ? ("Điểm\tVĩ độ\tKinh độ", "0.000000000") : ("Điểm\tX\tY", "0.0000");
        var table = new StringBuilder(heading);
        for (var at = 0; at < points.Count; at++)
        {
            if (points[at] is not JsonArray { Count: >= 2 } pair || Number(pair[0]) is not { } east || Number(pair[1]) is not { } north)
                throw ImportLimits.Refuse($"Đỉnh {at + 1} của hình không có tọa độ.", $"Corner {at + 1} of the shape has no coordinates.");
            table.Append(CultureInfo.InvariantCulture, $"\n{at + 1}\t{north.ToString(digits, CultureInfo.InvariantCulture)}\t{east.ToString(digits, CultureInfo.InvariantCulture)}");
        }

        return table.ToString();
    }

    static double? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number) ? number : null;
}
