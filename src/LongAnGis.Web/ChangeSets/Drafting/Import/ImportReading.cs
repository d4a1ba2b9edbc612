using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>A feature of a file that became an edit, or why it did not.</summary>
sealed record ReadRow(int Row, PutEdit? Edit, IReadOnlyList<EditFault> Faults);

/// <summary>
/// Makes edits of a file's features: names, codes and attributes are taken from fields that are called like them, geometry
/// is carried to WGS 84 and judged like any other edit's. Fields that the layer does not know are left out and named.
/// </summary>
static class ImportReading
{
    static readonly string[] Names = ["name_vi", "ten", "name", "Name"];
    static readonly string[] Codes = ["code", "ma"];
    static readonly string[] Notes = ["note", "ghi_chu"];

    public static IReadOnlyList<ReadRow> Read(ImportedFile file, EditedLayer layer, string geometrySource, ISet<string> ignored) =>
        [.. file.Features.Select((feature, index) => Read(feature, index, file.Grid, layer, geometrySource, ignored))];

    static ReadRow Read(
        ImportedFeature feature, int index, Vn2000Zone? grid, EditedLayer layer, string geometrySource, ISet<string> ignored)
    {
        var edit = new JsonObject
        {
            ["op"] = "create",
            ["layer"] = layer.Code,
            ["code"] = Text(feature, Codes),
            ["nameVi"] = Text(feature, Names),
            ["nameEn"] = Text(feature, ["name_en"]),
            ["note"] = Text(feature, Notes),
            ["quality"] = Quality.Digitised,
            ["geometrySource"] = geometrySource,
            ["geometry"] = Area(GeoJsonUpload.ToWgs84(feature.Geometry, grid), layer.GeometryKind)?.DeepClone(),
            ["attributes"] = Attributes(feature, layer, ignored),
        };
        var reading = new EditReading(new Dictionary<string, EditedLayer> { [layer.Code] = layer });
        var request = reading.Read(JsonSerializer.SerializeToElement(new JsonObject { ["edits"] = new JsonArray(new JsonObject { ["put"] = edit }) }));
        return new(feature.Row, request?.Edits[0] is PutEdit put ? put with { Index = index } : null, reading.Faults);
    }

    static JsonObject Attributes(ImportedFeature feature, EditedLayer layer, ISet<string> ignored)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in feature.Fields)
        {
            if (layer.Attributes.Values.FirstOrDefault(known => known.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } attribute)
            {
                kept[attribute.Key] = attribute.Type is AttributeType.Text or AttributeType.Code && value is JsonValue number
                    && number.GetValueKind() == JsonValueKind.Number
                        ? number.ToJsonString()
                        : value.DeepClone();
            }
            else if (!Names.Concat(Codes).Concat(Notes).Append("name_en").Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                ignored.Add(FieldReading.Shortened(name));
            }
        }

        return kept;
    }

    static JsonValue? Text(ImportedFeature feature, string[] fields) => fields
        .Select(field => feature.Fields.GetValueOrDefault(field))
        .OfType<JsonValue>()
        .Select(value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString())
        .FirstOrDefault(text => text.Length > 0) is { } found ? JsonValue.Create(found) : null;

    // Drawings outline areas by closed lines; in a layer of areas that is what they mean.
    static JsonObject? Area(JsonObject? geometry, string kind) =>
        kind == "polygon"
        && geometry?["type"]?.GetValueKind() == JsonValueKind.String && geometry["type"]!.GetValue<string>() == "LineString"
        && geometry["coordinates"] is JsonArray { Count: >= 4 } line
        && JsonNode.DeepEquals(line[0], line[^1])
            ? new JsonObject { ["type"] = "Polygon", ["coordinates"] = new JsonArray(line.DeepClone()) }
            : geometry;
}
