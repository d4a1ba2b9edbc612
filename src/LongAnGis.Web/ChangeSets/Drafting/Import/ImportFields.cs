using System.Text.Json.Nodes;
using LongAnGis.Core.Text;
using LongAnGis.Web.Ogc;
using LongAnGis.Web.Ogc.Writing;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// Which field of a file holds what. A field is taken where it is called as the layer, an export or old custom calls it; where its
/// name only resembles the label of an attribute, diacritics aside, that is suggested, and a person says so.
/// </summary>
sealed class ImportFields
{
    public const string Code = "code", NameVi = "name_vi", NameEn = "name_en", Note = "note", Quality = "geometry_quality";

    /// <summary>What every layer has.</summary>
    public static readonly IReadOnlyList<string> Fixed = [Code, NameVi, NameEn, Note, Quality];

    static readonly Dictionary<string, string[]> Customary = new()
    {
        [Code] = ["ma"],
        [NameVi] = ["ten", "name"],
        [Note] = ["ghi_chu"],
    };

    /// <summary>What formats add of their own, and exports tell that only the server can say.</summary>
    static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "fid", "plan", "in_force_from", "in_force_until", "instrument", "area_m2", "length_m", "revision", "sources",
        "name", "description", "timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon", "snippet",
    };

    readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);

    ImportFields()
    {
    }

    /// <summary>All fields of the file.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Fields that nothing is taken from.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>Fields that may be meant for a target that has none.</summary>
    public required IReadOnlyList<(string Field, string Target)> Suggestions { get; init; }

    public static ImportFields Of(ImportedFile file, EditedLayer layer, IReadOnlyDictionary<string, string> said)
    {
        var names = file.Features.SelectMany(feature => feature.Fields.Keys).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (target, candidates) in Targets(layer))
        {
            var field = said.TryGetValue(target, out var meant) ? meant : candidates.FirstOrDefault(one => names.Contains(one, StringComparer.OrdinalIgnoreCase));
            if (field is not null)
            {
                found[target] = field;
            }
        }

        var ignored = names.Except(found.Values, StringComparer.OrdinalIgnoreCase).Where(name => !Known.Contains(name)).ToList();
        var fields = new ImportFields
        {
            Names = names,
            Ignored = [.. ignored.Select(FieldReading.Shortened).Order(StringComparer.Ordinal)],
            Suggestions = [.. ignored.Select(field => (Field: field, Target: Like(field, layer, found))).Where(pair => pair.Target is not null).Select(pair => (pair.Field, pair.Target!))],
        };
        foreach (var (target, field) in found)
        {
            fields.sources[target] = field;
        }

        return fields;
    }

    public JsonNode? Value(ImportedFeature feature, string target) =>
        sources.TryGetValue(target, out var field) ? feature.Fields.GetValueOrDefault(field) : null;

    /// <summary>The text of a field; a number as its digits; null where there is none.</summary>
    public string? Text(ImportedFeature feature, string target) => Value(feature, target) is JsonValue value
        && (value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()) is { Length: > 0 } text ? text : null;

    /// <summary>What may be filled from a file, and under which names.</summary>
    static IEnumerable<(string Target, string[] Candidates)> Targets(EditedLayer layer)
    {
        // Exports shorten names as if all columns were there, in this order.
        var attributes = ItemProperties.Attributes(layer).ToList();
        List<string> exported = [.. LayerCollections.FixedKeys, .. attributes.Select(one => one.Key)];
        IReadOnlyList<IReadOnlyList<string>> shortened = [ShortNames.Of(exported, 10), ShortNames.Of(exported, 31)];
        foreach (var target in Fixed)
        {
            yield return (target, [target, .. Customary.GetValueOrDefault(target, []), .. Shortened(target)]);
        }

        foreach (var (key, attribute) in attributes)
        {
            yield return (attribute.Key, [key, attribute.Key, .. Shortened(key)]);
        }

        IEnumerable<string> Shortened(string key) => exported.IndexOf(key) is var at and >= 0 ? shortened.Select(names => names[at]) : [];
    }

    static string? Like(string field, EditedLayer layer, Dictionary<string, string> found)
    {
        var words = VietnameseText.Fold(field.Replace('_', ' '));
        return layer.Attributes.Values.FirstOrDefault(attribute => !found.ContainsKey(attribute.Key)
            && new[] { attribute.Key.Replace('_', ' '), attribute.Label.Vi, attribute.Label.In(english: true) }.Any(name => Resembles(words, VietnameseText.Fold(name))))?.Key;
    }

    // Cut or run together, as DBF and Excel have names: "dientich", "DIEN_TICH_".
    static bool Resembles(string words, string name)
    {
        var (one, other) = (words.Replace(" ", "", StringComparison.Ordinal), name.Replace(" ", "", StringComparison.Ordinal));
        return one.Length >= 4 && other.Length >= 4 && (other.StartsWith(one, StringComparison.Ordinal) || one.StartsWith(other, StringComparison.Ordinal));
    }
}
