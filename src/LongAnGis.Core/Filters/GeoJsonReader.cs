using System.Text.Json;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Filters;

/// <summary>The shapes inside CQL2 JSON: GeoJSON geometries, and <c>{"bbox": […]}</c>.</summary>
sealed class GeoJsonReader(FilterShapes shapes, FilterLimits limits)
{
    /// <summary>A shape, or the property that holds one.</summary>
    public Operand Operand(JsonElement json)
    {
        limits.CountOperand();
        if (json.ValueKind != JsonValueKind.Object)
            throw Cql2Json.Unreadable(json);
        if (Cql2Json.Text(json, "property") is { } property)
            return new PropertyName(property);
        return new GeometryValue(json.TryGetProperty("bbox", out var box) ? shapes.Box(Items(box, Number)) : Shape(json));
    }

    Geometry Shape(JsonElement json)
    {
        var type = Cql2Json.Text(json, "type");
        if (type == "GeometryCollection" && json.TryGetProperty("geometries", out var parts))
            return FilterShapes.Collect(limits.Inside(() => Items(parts, Shape)));
        if (!json.TryGetProperty("coordinates", out var coordinates))
            throw Cql2Json.Unreadable(json);

        return type switch
        {
            "Point" => FilterShapes.Build("POINT", [[[Position(coordinates)]]]),
            "MultiPoint" => FilterShapes.Build("MULTIPOINT", [.. Items(coordinates, Position).Select(one => new[] { new[] { one } })]),
            "LineString" => FilterShapes.Build("LINESTRING", [[Items(coordinates, Position)]]),
            "MultiLineString" => FilterShapes.Build("MULTILINESTRING", [.. Items(coordinates, Line).Select(line => new[] { line })]),
            "Polygon" => FilterShapes.Build("POLYGON", [Items(coordinates, Line)]),
            "MultiPolygon" => FilterShapes.Build("MULTIPOLYGON", Items(coordinates, area => Items(area, Line))),
            _ => throw Cql2Json.Unreadable(json),
        };
    }

    List<Coordinate> Line(JsonElement json) => Items(json, Position);

    Coordinate Position(JsonElement json)
    {
        var numbers = Items(json, Number);
        return numbers.Count is 2 or 3 ? shapes.Position(numbers[0], numbers[1]) : throw Cql2Json.Unreadable(json);
    }

    static double Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) ? number : throw Cql2Json.Unreadable(json);

    static List<T> Items<T>(JsonElement json, Func<JsonElement, T> read) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0
            ? [.. json.EnumerateArray().Select(read)]
            : throw Cql2Json.Unreadable(json);
}
