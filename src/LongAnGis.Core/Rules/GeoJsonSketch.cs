using System.Text.Json;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>
/// Reads the geometry of RFC 7946 without believing it. What cannot be kept at all (collections, curves, heights, too many
/// vertices) is refused while reading, so that no more memory is taken than the limit asks for.
/// </summary>
sealed class GeoJsonSketch(int vertexLimit)
{
    int taken;

    /// <summary>The sketch, or the finding that says why there is none.</summary>
    public static (Sketch? Sketch, Finding? Fault) Read(JsonElement geoJson, int vertexLimit)
    {
        try
        {
            return (new GeoJsonSketch(vertexLimit).Read(geoJson), null);
        }
        catch (UnreadableException unreadable)
        {
            return (null, unreadable.Fault);
        }
    }

    Sketch Read(JsonElement geoJson)
    {
        if (geoJson.ValueKind != JsonValueKind.Object || !geoJson.TryGetProperty("type", out var typeName)
            || typeName.ValueKind != JsonValueKind.String)
        {
            throw Unreadable("Hình học phải là một đối tượng GeoJSON có “type”.", "The geometry must be a GeoJSON object with a “type”.");
        }

        if (geoJson.TryGetProperty("crs", out _))
        {
            throw Unreadable(
                Rule.R10,
                "Hình học ghi hệ tọa độ riêng (“crs”); GeoJSON ở đây luôn là WGS 84, kinh độ trước vĩ độ. Hãy chuyển tọa độ rồi gửi lại.",
                "The geometry names a reference system of its own (“crs”); GeoJSON here is always WGS 84, longitude first. Convert it and send it again.");
        }

        var type = typeName.GetString()!;
        if (!geoJson.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            throw type is "GeometryCollection" ? Collection() : type is "Feature" or "FeatureCollection"
                ? Unreadable(
                    $"Ở đây cần hình học, không phải “{type}”.", $"A geometry is asked for here, not a “{type}”.")
                : Unreadable("Hình học thiếu danh sách “coordinates”.", "The geometry has no list of “coordinates”.");
        }

        return type switch
        {
            "Point" => Filled(SketchKind.Point, [[Ring(coordinates, isSingle: true)]]),
            "MultiPoint" => Filled(
                SketchKind.Point, [.. coordinates.EnumerateArray().Select(point => (IReadOnlyList<Coordinate[]>)[Ring(point, true)])]),
            "LineString" => Filled(SketchKind.Line, [[Ring(coordinates)]]),
            "MultiLineString" => Filled(SketchKind.Line, [.. Arrays(coordinates).Select(line => (IReadOnlyList<Coordinate[]>)[Ring(line)])]),
            "Polygon" => Filled(SketchKind.Polygon, [Rings(coordinates)]),
            "MultiPolygon" => Filled(SketchKind.Polygon, [.. Arrays(coordinates).Select(Rings)]),
            "GeometryCollection" => throw Collection(),
            "CircularString" or "CompoundCurve" or "CurvePolygon" or "MultiCurve" or "MultiSurface" => throw Unreadable(
                Rule.R02,
                "Hình có cung tròn; bản đồ quy hoạch chỉ giữ đoạn thẳng. Hãy đổi cung thành chuỗi đoạn thẳng rồi gửi lại.",
                "The geometry has arcs; the plan keeps straight segments only. Turn the arcs into segments and send it again."),
            _ => throw Unreadable(Rule.R02, $"Không có kiểu hình học “{Shortened(type)}”.", $"There is no geometry type “{Shortened(type)}”."),
        };
    }

    // An empty list of parts or of corners is the same to everybody who looks at a map: nothing.
    static Sketch Filled(SketchKind kind, IReadOnlyList<IReadOnlyList<Coordinate[]>> parts)
    {
        IReadOnlyList<IReadOnlyList<Coordinate[]>> filled = [.. parts.Where(part => part.Count > 0 && part[0].Length > 0)];
        return filled.Count > 0 ? new Sketch(kind, filled) : throw Unreadable(
            "Hình rỗng: không có đỉnh nào.", "The geometry is empty: it has no corner.");
    }

    IReadOnlyList<Coordinate[]> Rings(JsonElement polygon) => [.. Arrays(polygon).Select(ring => Ring(ring))];

    IEnumerable<JsonElement> Arrays(JsonElement list)
    {
        foreach (var item in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw NotNested())
        {
            // Empty rings count as well: a million of them are as heavy as a million corners.
            Take();
            yield return item;
        }
    }

    Coordinate[] Ring(JsonElement list, bool isSingle = false)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw NotNested();
        }

        if (isSingle)
        {
            return list.GetArrayLength() == 0 ? [] : [Corner(list)];
        }

        // Refused before it is copied.
        if (taken + list.GetArrayLength() > vertexLimit)
        {
            throw new UnreadableException(GeometryCheck.TooManyVertices(vertexLimit));
        }

        var corners = new Coordinate[list.GetArrayLength()];
        var next = 0;
        foreach (var corner in list.EnumerateArray())
        {
            corners[next++] = Corner(corner);
        }

        return corners;
    }

    Coordinate Corner(JsonElement numbers)
    {
        Take();
        if (numbers.ValueKind != JsonValueKind.Array || numbers.GetArrayLength() < 2)
        {
            throw NotNested();
        }

        if (numbers.GetArrayLength() > 2)
        {
            throw Unreadable(
                Rule.R02,
                "Tọa độ có độ cao hoặc trị đo (Z, M); bản đồ quy hoạch là bản đồ phẳng. Hãy bỏ số thứ ba rồi gửi lại.",
                "The coordinates have a height or a measure (Z, M); the plan is flat. Leave the third number out and send it again.");
        }

        return new(Number(numbers[0]), Number(numbers[1]));
    }

    // NaN and Infinity are no JSON; writers that must say them write null or a word. What overflows is infinite as well.
    static double Number(JsonElement number) => number.ValueKind switch
    {
        JsonValueKind.Number => number.TryGetDouble(out var value) ? value : double.PositiveInfinity,
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String when number.GetString() is "NaN" or "Infinity" or "-Infinity" => double.NaN,
        _ => throw NotNested(),
    };

    void Take()
    {
        if (++taken > vertexLimit)
        {
            throw new UnreadableException(GeometryCheck.TooManyVertices(vertexLimit));
        }
    }

    static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    static UnreadableException Collection() => Unreadable(
        Rule.R02,
        "Tập hợp nhiều kiểu hình (GeometryCollection) không được nhận. Hãy tách thành các đối tượng điểm, đường hoặc vùng.",
        "A collection of mixed geometries (GeometryCollection) is not accepted. Split it into features of points, lines or areas.");

    static UnreadableException NotNested() => Unreadable(
        "“coordinates” không có cấu trúc của kiểu hình học này: mỗi đỉnh là [kinh độ, vĩ độ].",
        "“coordinates” is not nested as this geometry type asks for: each corner is [longitude, latitude].");

    static UnreadableException Unreadable(string vi, string en) => Unreadable(Rule.R01, vi, en);

    static UnreadableException Unreadable(Rule rule, string vi, string en) =>
        new(new Finding(rule, Severity.Error, new Bilingual(vi, en)));

    sealed class UnreadableException(Finding fault) : Exception
    {
        public Finding Fault { get; } = fault;
    }
}
