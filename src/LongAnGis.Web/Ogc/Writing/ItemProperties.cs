using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.ChangeSets.Drafting;

namespace LongAnGis.Web.Ogc.Writing;

/// <summary>The properties of a layer's features as clients send them back: which can be written, and which attribute each stands for.</summary>
static class ItemProperties
{
    /// <summary>Taken by all layers; the rest of what all have is for the server to say.</summary>
    public static readonly IReadOnlyList<string> Written = ["code", "name_vi", "name_en", "in_force_from", "in_force_until", "instrument", "geometry_quality"];

    /// <summary>Sent back as they came; what they say follows from elsewhere.</summary>
    public static readonly IReadOnlyList<string> ReadOnly = ["plan", "area_m2", "length_m", "revision"];

    public static IEnumerable<(string Key, AttributeDefinition Attribute)> Attributes(EditedLayer layer) =>
        layer.Attributes.Values.Select(attribute => (KeyOf(attribute.Key), attribute));

    // As LayerCollections calls them.
    static string KeyOf(string attribute) =>
        Written.Concat(ReadOnly).Append(OgcCollection.GeometryName).Contains(attribute, StringComparer.OrdinalIgnoreCase) ? "a_" + attribute : attribute;

    /// <summary>A value as reading gives it: lists travel as their text.</summary>
    public static JsonNode? Plain(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? JsonValue.Create(value.GetRawText()) : JsonNode.Parse(value.GetRawText());
}
