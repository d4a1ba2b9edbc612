using System.Text.Json.Nodes;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// A drawing has no table: where its layers are named by codes, as exports do, what lies on one of them is one feature, and its
/// parts are put together again.
/// </summary>
static class DrawnParts
{
    const string DrawingLayer = "Layer";

    /// <summary>Whether the file is a drawing: GDAL tells of each thing in it how it was drawn.</summary>
    public static bool IsDrawing(ImportedFile file) =>
        file.Features.Count > 0 && file.Features.All(feature => feature.Fields.ContainsKey(DrawingLayer) && feature.Fields.ContainsKey("EntityHandle"));

    public static ImportedFile Together(ImportedFile file) => file with
    {
        Features = [.. file.Features.GroupBy(feature => feature.Fields[DrawingLayer].ToString(), StringComparer.Ordinal).Select(Joined)],
    };

    static ImportedFeature Joined(IGrouping<string, ImportedFeature> parts)
    {
        var first = parts.First();
        var fields = new Dictionary<string, JsonNode>(StringComparer.OrdinalIgnoreCase) { [ImportFields.Code] = JsonValue.Create(parts.Key) };
        var shapes = parts.Select(part => part.Geometry).OfType<JsonObject>().ToList();
        var kinds = shapes.Select(shape => shape["type"]?.ToString()).Distinct().ToList();
        if (shapes.Count < 2)
        {
            return new(first.Row, shapes.FirstOrDefault(), fields);
        }

        // Mixed ones stay what they are, so that the judgement of shapes says so.
        return kinds is [{ } kind] && !kind.StartsWith("Multi", StringComparison.Ordinal) && kind != "GeometryCollection"
            ? new(first.Row, new() { ["type"] = "Multi" + kind, ["coordinates"] = new JsonArray([.. shapes.Select(shape => shape["coordinates"]?.DeepClone())]) }, fields)
            : new(first.Row, new() { ["type"] = "GeometryCollection", ["geometries"] = new JsonArray([.. shapes.Select(shape => shape.DeepClone())]) }, fields);
    }
}
