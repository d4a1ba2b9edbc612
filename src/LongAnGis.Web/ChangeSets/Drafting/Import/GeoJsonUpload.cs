using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// GeoJSON as people have it: RFC 7946, and the older kind that names a reference system. Read here and not by GDAL, so that
/// what is wrong with a ring is said of that ring.
/// </summary>
static class GeoJsonUpload
{
    public static ImportedFile Read(byte[] bytes, ImportReference? asked)
    {
        ReadOnlyMemory<byte> body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes;
        var (document, refusal) = JsonBody.Parse(body);
        if (document is null)
        {
            throw new RefusedException(refusal!);
        }

        using var json = document;
        JudgeText(body.Span);
        var root = json.RootElement;
        // Without a word of its own a GeoJSON is in degrees (RFC 7946, 4).
        var reference = Stated(root) is { } stated ? ImportReference.Choose(stated, asked) : asked ?? new((Vn2000Zone?)null);
        var features = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("features", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Take(ImportLimits.MostFeatures + 1).Select((feature, index) => Feature(feature, index + 1)).ToList()
            : throw ImportLimits.Refuse("Tệp GeoJSON phải là một FeatureCollection.", "The GeoJSON file must be a FeatureCollection.");
        return features.Count > ImportLimits.MostFeatures ? throw ImportLimits.TooMany() : new(features, reference.Grid, reference.Name);
    }

    // Half of a letter, written as an escape, is valid JSON but no text.
    static void JudgeText(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\uD"u8) < 0 && body.IndexOf("\\ud"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 64 });
        while (reader.Read())
        {
            try
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                throw ImportLimits.Refuse(
                    $"Byte {reader.TokenStartIndex + 1}: có ký tự viết dở (\\uD800 không đi cặp).",
                    $"Byte {reader.TokenStartIndex + 1}: half of a letter (an unpaired \\uD800).");
            }
        }
    }

    public static ImportedFeature Feature(JsonElement feature, int row)
    {
        var fields = new Dictionary<string, JsonNode>(StringComparer.OrdinalIgnoreCase);
        if (feature.ValueKind != JsonValueKind.Object)
        {
            return new(row, new(), fields);
        }

        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in properties.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
            {
                fields[field.Name] = JsonNode.Parse(field.Value.GetRawText())!;
            }
        }

        var geometry = feature.TryGetProperty("geometry", out var shape) && shape.ValueKind != JsonValueKind.Null
            ? shape.ValueKind == JsonValueKind.Object ? JsonNode.Parse(shape.GetRawText())!.AsObject() : new()
            : null;
        return new(row, geometry, fields);
    }

    // {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::9210"}}}
    static ImportReference? Stated(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object
        && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? ImportReference.Of(name.GetString())
            : null;

    /// <summary>The geometry in WGS 84: every pair of numbers carried from the grid, whatever shape they stand in.</summary>
    public static JsonObject? ToWgs84(JsonObject? geometry, Vn2000Zone? grid)
    {
        if (geometry is null || grid is null || geometry["coordinates"] is not JsonArray coordinates)
        {
            return geometry;
        }

        return new() { ["type"] = geometry["type"]?.DeepClone(), ["coordinates"] = Carried(coordinates, grid) };
    }

    static JsonNode? Carried(JsonNode? node, Vn2000Zone grid)
    {
        if (node is not JsonArray list)
        {
            return node?.DeepClone();
        }

        if (list is [JsonValue easting, JsonValue northing, ..]
            && easting.TryGetValue<double>(out var x) && northing.TryGetValue<double>(out var y)
            && Math.Abs(x) < 1e8 && Math.Abs(y) < 1e8)
        {
            var place = grid.ToWgs84(new(Northing: y, Easting: x));
            return new JsonArray([JsonValue.Create(place.Longitude), JsonValue.Create(place.Latitude), .. list.Skip(2).Select(rest => rest?.DeepClone())]);
        }

        return new JsonArray([.. list.Select(item => Carried(item, grid))]);
    }
}
