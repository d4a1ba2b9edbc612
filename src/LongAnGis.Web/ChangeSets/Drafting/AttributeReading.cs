using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>
/// Attributes as a draft keeps them: known to the layer's schema and of its types. What is missing, or no code of the list,
/// may be saved; the rule book reports it. A value that the feature already had is taken as it is, whatever it is, because
/// older data is not the fault of who moves a corner.
/// </summary>
static class AttributeReading
{
    const int LongestText = 10_000;

    public static string Read(PutEdit edit, JsonElement? had, EditFaults faults)
    {
        var kept = new JsonObject();
        var fields = new FieldReading(edit.Attributes ?? default, edit.Index, faults);
        foreach (var attribute in edit.Attributes?.EnumerateObject() ?? default)
        {
            if (attribute.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            var isUnchanged = had is { ValueKind: JsonValueKind.Object } before
                && before.TryGetProperty(attribute.Name, out var same)
                && JsonElement.DeepEquals(same, attribute.Value);
            if (isUnchanged)
            {
                kept[attribute.Name] = JsonNode.Parse(attribute.Value.GetRawText());
            }
            else if (edit.Layer.Attributes.TryGetValue(attribute.Name, out var definition))
            {
                if (Value(definition, attribute.Value, fields) is { } value)
                {
                    kept[attribute.Name] = value;
                }
            }
            else
            {
                var name = FieldReading.Shortened(attribute.Name);
                faults.Add(
                    edit.Index,
                    $"attributes.{name}",
                    $"Lớp “{edit.Layer.Name.Vi}” không có thuộc tính “{name}”.",
                    $"The layer “{edit.Layer.Name.In(english: true)}” has no attribute “{name}”.",
                    Rule.R08);
            }
        }

        return kept.ToJsonString(DraftFile.Json);
    }

    static JsonValue? Value(AttributeDefinition definition, JsonElement value, FieldReading fields)
    {
        var field = $"attributes.{definition.Key}";
        return definition.Type switch
        {
            AttributeType.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
                ? JsonValue.Create(number)
                : Wrong("một số", "a number"),
            AttributeType.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole)
                ? JsonValue.Create(whole)
                : Wrong("một số nguyên", "a whole number"),
            AttributeType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? JsonValue.Create(value.GetBoolean())
                : Wrong("đúng hoặc sai (true, false)", "true or false"),
            AttributeType.Date => value.ValueKind == JsonValueKind.String && fields.Text(field, value, 10, hasLines: false) is { } text
                && FieldReading.IsDay(text, out _)
                ? JsonValue.Create(text)
                : Wrong("ngày viết YYYY-MM-DD", "a day as YYYY-MM-DD"),
            AttributeType.Url => value.ValueKind != JsonValueKind.String
                ? Wrong("địa chỉ http hoặc https", "an http or https address")
                : fields.Text(field, value, 2000, hasLines: false) is not { } address ? null
                : Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                    ? JsonValue.Create(address)
                    : Wrong("địa chỉ http hoặc https", "an http or https address"),
            AttributeType.Code => value.ValueKind != JsonValueKind.String
                ? Wrong("một mã trong danh mục", "a code of the list")
                : fields.Text(field, value, 200, hasLines: false) is { } code ? JsonValue.Create(code) : null,
            _ => value.ValueKind != JsonValueKind.String
                ? Wrong("văn bản", "text")
                : fields.Text(field, value, LongestText, hasLines: true) is { } words ? JsonValue.Create(words) : null,
        };

        JsonValue? Wrong(string vi, string en) => fields.Wrong<JsonValue?>(
            field,
            $"Thuộc tính “{definition.Label.Vi}” ({definition.Key}) phải là {vi}.",
            $"The attribute “{definition.Label.In(english: true)}” ({definition.Key}) must be {en}.");
    }
}
