using System.Text.Json;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Plans.Features;

/// <summary>What differs between two contents of a feature, in the words of its layer's schema.</summary>
public static class VersionDifference
{
    public static List<string> Name(Layer layer, bool english, PastVersion before, PastVersion after) => Name(
        layer, english,
        (before.Name, before.Attributes, before.Quality, before.Shape),
        (after.Name, after.Attributes, after.Quality, after.Shape));

    public static List<string> Name(
        Layer layer,
        bool english,
        (string Name, JsonElement Attributes, string Quality, string? Shape) before,
        (string Name, JsonElement Attributes, string Quality, string? Shape) after)
    {
        var named = new List<string>();
        if (before.Name != after.Name)
            named.Add(english ? "name" : "tên");
        if (before.Shape != after.Shape)
            named.Add(english ? "place or shape" : "vị trí, hình dạng");
        if (before.Quality != after.Quality)
            named.Add(english ? "quality of the geometry" : "độ chính xác vị trí");

        foreach (var key in Keys(before.Attributes).Union(Keys(after.Attributes)))
        {
            var was = Value(before.Attributes, key);
            var now = Value(after.Attributes, key);
            if (was is { } one && now is { } other ? !JsonElement.DeepEquals(one, other) : was is null != now is null)
                named.Add(Describe(layer, english, key, was, now));
        }

        return named;
    }

    // "Diện tích 1.250 → 1.300 ha": the old and the new value say more than the name of a field.
    static string Describe(Layer layer, bool english, string key, JsonElement? was, JsonElement? now)
    {
        if (layer.Attributes.FirstOrDefault(one => one.Key == key) is not { } attribute)
            return key;

        var unit = attribute.UnitIn(english) is { } text ? " " + text : "";
        var (old, current) = (Text(attribute, was, english), Text(attribute, now, english));
        return old.Length + current.Length <= 80
            ? $"{attribute.Label.In(english)} {old} → {current}{unit}"
            : attribute.Label.In(english);
    }

    static string Text(AttributeDefinition attribute, JsonElement? value, bool english) =>
        (value is { } known ? AttributeText.Value(attribute, known, english) : null) ?? "–";

    static IEnumerable<string> Keys(JsonElement attributes) =>
        attributes.ValueKind == JsonValueKind.Object ? attributes.EnumerateObject().Select(one => one.Name) : [];

    static JsonElement? Value(JsonElement attributes, string key) =>
        attributes.ValueKind == JsonValueKind.Object && attributes.TryGetProperty(key, out var value)
            && value.ValueKind != JsonValueKind.Null ? value : null;
}
