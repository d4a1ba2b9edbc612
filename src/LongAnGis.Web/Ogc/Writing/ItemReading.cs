using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.Plans.Publishing;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Ogc.Writing;

/// <summary>
/// Makes an edit of a GeoJSON feature that a client sent. What is sent back as it was read is no wish: the day and the instrument
/// of what is published stay the change set's own to say.
/// </summary>
/// <param name="state">What is amended; null for a feature that is new.</param>
/// <param name="merges">Whether what is left out stays as it is (PATCH, RFC 7396) or goes (PUT).</param>
sealed class ItemReading(EditedLayer layer, ItemState? state, bool merges)
{
    readonly EditFaults faults = new();

    public IReadOnlyList<EditFault> Faults => faults.All;

    /// <summary>The edit, or null when anything is wrong; then <see cref="Faults"/> says what.</summary>
    /// <param name="body">A feature whose geometry has been carried to WGS 84.</param>
    /// <param name="id">The id in the address; null on a create.</param>
    public PutEdit? Read(JsonElement body, string? id)
    {
        if (body.ValueKind != JsonValueKind.Object || Text(body, "type") != "Feature" && !merges)
        {
            faults.Add(0, "type", "Nội dung phải là một đối tượng GeoJSON kiểu Feature.", "The content must be a GeoJSON object of type Feature.");
            return null;
        }

        if (body.TryGetProperty("crs", out _))
        {
            faults.Add(0, "crs", "Hệ tọa độ ghi ở tiêu đề Content-Crs, không ghi trong nội dung.", "The reference system belongs into the header Content-Crs, not into the content.");
        }

        if (id is not null && body.TryGetProperty("id", out var sent) && sent.ToString() != id)
        {
            faults.Add(0, "id", $"Nội dung ghi mã số khác với địa chỉ: {FieldReading.Shortened(sent.ToString())}.", $"The content names another id than the address: {FieldReading.Shortened(sent.ToString())}.");
        }

        var properties = body.TryGetProperty("properties", out var given) && given.ValueKind != JsonValueKind.Null ? given : JsonElement.Parse("{}");
        if (properties.ValueKind != JsonValueKind.Object)
        {
            faults.Add(0, "properties", "“properties” phải là một đối tượng JSON.", "“properties” must be a JSON object.");
            return null;
        }

        var edit = Put(body, properties, new FieldReading(properties, 0, faults));
        return faults.Any ? null : edit;
    }

    PutEdit Put(JsonElement body, JsonElement properties, FieldReading fields)
    {
        var attributes = Attributes(properties);
        var until = Kept("in_force_until", fields.Day, state?.InForceUntil, properties);
        return new(
            0,
            state?.Position,
            state?.DraftVersion,
            state switch { null => ChangeOperation.Create, { Operation: "create" } => ChangeOperation.Create, _ => ChangeOperation.Update },
            layer,
            Kept("code", _ => EditReading.Code(fields), state?.Code, properties),
            state?.FeatureId,
            state?.BaseVersion,
            Kept("name_vi", name => fields.Text(name, EditReading.LongestName), state?.NameVi, properties) ?? "",
            Kept("name_en", name => fields.Text(name, EditReading.LongestName), state?.NameEn, properties),
            attributes,
            Shape(body),
            Kept("geometry_quality", name => fields.Word(name, Quality.Surveyed, Quality.Digitised, Quality.Generalised, Quality.Indicative), state?.Quality, properties)
                ?? state?.Quality ?? Quality.Digitised,
            state?.GeometrySource,
            state?.Note,
            OwnWish(Kept("instrument", name => fields.Text(name, 64), state?.Instrument, properties), state?.Instrument),
            OwnWish(Kept("in_force_from", fields.Day, state?.InForceFrom, properties), state?.InForceFrom),
            until,
            state?.Successor);
    }

    // Read, whatever it says, so that a wrong value is named; a property that a merge leaves out stays.
    T Kept<T>(string name, Func<string, T> read, T known, JsonElement properties) =>
        merges && !properties.TryGetProperty(name, out _) ? known : read(name);

    // What a published feature rests on says nothing of the amendment; a draft's own word is kept.
    T? OwnWish<T>(T? wish, T? known) => state is { IsDrafted: false } && Equals(wish, known) ? default : wish ?? (state is { IsDrafted: true } ? known : default);

    Geometry? Shape(JsonElement body)
    {
        if (!body.TryGetProperty("geometry", out var geometry))
        {
            if (merges && state is not null)
            {
                return state.Geometry is null ? null : Judge(JsonElement.Parse(state.Geometry));
            }

            faults.Add(
                0, "geometry", "Thiếu “geometry”: hình GeoJSON, hoặc null khi chưa có vị trí.", "“geometry” is missing: a GeoJSON geometry, or null for no place.");
            return null;
        }

        return geometry.ValueKind == JsonValueKind.Null ? null : Judge(geometry);
    }

    Geometry? Judge(JsonElement geometry)
    {
        var reading = GeometryCheck.Read(geometry, layer.GeometryKind, withinMapWindow: layer.IsPlanScoped);
        foreach (var finding in reading.Findings)
        {
            faults.Add(new(0, "geometry", finding.Message, finding.Rule, finding.Vertex));
        }

        return reading.Geometry;
    }

    JsonElement? Attributes(JsonElement properties)
    {
        var known = ItemProperties.Attributes(layer).ToDictionary(one => one.Key, one => one.Attribute.Key, StringComparer.Ordinal);
        var kept = merges && state?.Attributes is { ValueKind: JsonValueKind.Object } before ? JsonNode.Parse(before.GetRawText())!.AsObject() : [];
        foreach (var property in properties.EnumerateObject().Where(one => !ItemProperties.Written.Contains(one.Name) && !ItemProperties.ReadOnly.Contains(one.Name)))
        {
            // Unknown ones keep their name, by which they are refused.
            var key = known.GetValueOrDefault(property.Name, property.Name);
            kept[key] = AsBefore(key, property.Value) is { } same ? JsonNode.Parse(same.GetRawText())
                : property.Value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(property.Value.GetRawText());
        }

        return JsonSerializer.SerializeToElement(kept);
    }

    // A list that was read as its text and comes back untouched is still the list.
    JsonElement? AsBefore(string key, JsonElement sent) =>
        sent.ValueKind == JsonValueKind.String && state?.Attributes is { ValueKind: JsonValueKind.Object } before
        && before.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.Array or JsonValueKind.Object
        && value.GetRawText() == sent.GetString() ? value : null;

    static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
