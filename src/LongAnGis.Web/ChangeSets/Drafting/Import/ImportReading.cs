using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Plans.Publishing;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>What comes of a feature of a file: a new feature, a changed one, the same as before, or none.</summary>
/// <param name="Row">Where it stands in the file; beyond its end for a feature that the file does not have.</param>
/// <param name="Action">create, update, same, delete or refused.</param>
/// <param name="Changed">Of an update: name_vi, geometry, the keys of attributes.</param>
sealed record ReadRow(int Row, string Action, PutEdit? Edit, IReadOnlyList<EditFault> Faults, IReadOnlyList<string> Changed);

/// <summary>How a file is to be understood.</summary>
/// <param name="Key">code, or an attribute, by which rows are known as features that exist; null makes every row a new one.</param>
/// <param name="Deletes">Whether features that the file does not have are to go.</param>
/// <param name="Fields">Which field of the file holds what, where a person has said so.</param>
sealed record ImportWish(string? Key, bool Deletes, IReadOnlyDictionary<string, string> Fields, string GeometrySource);

/// <summary>
/// Makes edits of a file's features: what the file has is taken, geometry is carried to WGS 84 and judged like any other edit's. Of a
/// feature that exists, an empty field says nothing and what a format rounds or cuts is no change.
/// </summary>
sealed class ImportReading(ImportedFile file, EditedLayer layer, ImportWish wish, IReadOnlyList<ImportBase> bases)
{
    /// <summary>Bytes of a text from which a format may have cut it.</summary>
    const int MayBeCut = 240;

    static readonly JsonSerializerOptions Shapes = new() { Converters = { new GeoJsonConverterFactory(new GeometryFactory(new PrecisionModel(), 4326)) } };

    readonly ImportFields fields = ImportFields.Of(file, layer, wish.Fields);

    public ImportFields Fields => fields;

    public IReadOnlyList<ReadRow> Read()
    {
        var known = bases.Where(one => wish.Key is not null && KeyOf(one) is not null).ToLookup(one => KeyOf(one)!, StringComparer.Ordinal);
        var rows = file.Features.ToLookup(feature => wish.Key is null ? null : fields.Text(feature, wish.Key));
        List<ReadRow> read = [];
        foreach (var (index, feature) in file.Features.Index())
        {
            var key = wish.Key is null ? null : fields.Text(feature, wish.Key);
            var basis = key is null ? [] : known[key].ToList();
            read.Add(
                key is not null && rows[key].Skip(1).Any() ? Refused(feature, index, Twice(key, rows[key]))
                : basis.Count > 1 ? Refused(feature, index, new($"Khóa “{Short(key!)}” chỉ đến {basis.Count} đối tượng; hãy chọn khóa khác.", $"The key “{Short(key!)}” means {basis.Count} features; choose another."))
                : basis is [{ DraftedAt: { } position }] ? Refused(feature, index, new($"Hồ sơ đã có thay đổi số {position} với đối tượng này; hãy bỏ thay đổi đó rồi nhập lại.", $"The change set already has change {position} of this feature; remove that and import again."))
                : basis is [var one] ? Update(feature, index, one)
                : Create(feature, index));
        }

        return wish is { Key: not null, Deletes: true } ? [.. read, .. Gone(read.Count)] : read;
    }

    IEnumerable<ReadRow> Gone(int index)
    {
        var kept = file.Features.Select(feature => fields.Text(feature, wish.Key!)).ToHashSet();
        var row = file.Features.Select(feature => feature.Row).DefaultIfEmpty().Max();
        foreach (var basis in bases.Where(basis => basis.DraftedAt is null && KeyOf(basis) is { } key && !kept.Contains(key)))
        {
            yield return new(++row, "delete", Delete(basis, index++), [], []);
        }
    }

    PutEdit Delete(ImportBase basis, int index) => new(
        index, null, null, ChangeOperation.Delete, layer, basis.Code, basis.Feature, basis.Version, "", null, null, null, Quality.Digitised, null, null,
        null, null, null, null);

    static ReadRow Refused(ImportedFeature feature, int index, Bilingual why) =>
        new(feature.Row, "refused", null, [new(index, ImportFields.Code, why)], []);

    static Bilingual Twice(string key, IEnumerable<ImportedFeature> rows)
    {
        var places = string.Join(", ", rows.Take(5).Select(row => row.Row.ToString(CultureInfo.InvariantCulture)));
        return new($"Khóa “{Short(key)}” lặp lại ở các dòng {places}; mỗi đối tượng chỉ được có một dòng.", $"The key “{Short(key)}” stands in rows {places}; a feature takes one row.");
    }

    static string Short(string key) => FieldReading.Shortened(key);

    string? KeyOf(ImportBase basis) => wish.Key switch
    {
        ImportFields.Code => basis.Code,
        ImportFields.NameVi => basis.NameVi,
        var key => basis.Attributes.TryGetProperty(key!, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null,
    };

    ReadRow Create(ImportedFeature feature, int index) => Judged(feature, index, "create", [], new JsonObject
    {
        ["op"] = "create",
        ["layer"] = layer.Code,
        ["code"] = fields.Text(feature, ImportFields.Code),
        ["nameVi"] = fields.Text(feature, ImportFields.NameVi),
        ["nameEn"] = fields.Text(feature, ImportFields.NameEn),
        ["note"] = fields.Text(feature, ImportFields.Note),
        ["quality"] = fields.Text(feature, ImportFields.Quality) ?? Quality.Digitised,
        ["geometrySource"] = wish.GeometrySource,
        ["geometry"] = Placed(feature)?.DeepClone(),
        ["attributes"] = Attributes(feature, null, []),
    });

    ReadRow Update(ImportedFeature feature, int index, ImportBase basis)
    {
        List<string> changed = [];
        var placed = Placed(feature);
        var isMoved = placed is not null && !(Shape(placed) is { } shape && SameShape.Is(shape, basis.Geometry));
        if (isMoved)
        {
            changed.Add("geometry");
        }

        var edit = new JsonObject
        {
            ["op"] = "update",
            ["layer"] = layer.Code,
            ["code"] = basis.Code,
            ["feature"] = basis.Feature,
            ["baseVersion"] = basis.Version,
            ["nameVi"] = Text(ImportFields.NameVi, basis.NameVi),
            ["nameEn"] = Text(ImportFields.NameEn, basis.NameEn),
            ["note"] = Text(ImportFields.Note, basis.Note),
            ["quality"] = Text(ImportFields.Quality, basis.Quality),
            ["geometrySource"] = isMoved ? wish.GeometrySource : basis.GeometrySource,
            ["geometry"] = isMoved ? placed!.DeepClone() : null,
            ["attributes"] = Attributes(feature, basis, changed),
            ["inForceUntil"] = basis.Until is { } until ? CalendarDay.Write(until) : null,
        };
        if (changed.Count == 0)
        {
            return new(feature.Row, "same", null, [], []);
        }

        var read = Judged(feature, index, "update", changed, edit);
        // What the file does not move stays as it was, to the last digit.
        return isMoved || read.Edit is null ? read : read with { Edit = read.Edit with { Geometry = basis.Geometry } };

        string? Text(string target, string? before)
        {
            var now = fields.Text(feature, target);
            if (now is null || IsSameText(before ?? "", now))
            {
                return before;
            }

            changed.Add(target);
            return now;
        }
    }

    ReadRow Judged(ImportedFeature feature, int index, string action, IReadOnlyList<string> changed, JsonObject edit)
    {
        var reading = new EditReading(new Dictionary<string, EditedLayer> { [layer.Code] = layer });
        var request = reading.Read(JsonSerializer.SerializeToElement(new JsonObject { ["edits"] = new JsonArray(new JsonObject { ["put"] = edit }) }));
        return request?.Edits[0] is PutEdit put
            ? new(feature.Row, action, put with { Index = index }, reading.Faults, changed)
            : new(feature.Row, "refused", null, reading.Faults, changed);
    }

    JsonObject Attributes(ImportedFeature feature, ImportBase? basis, List<string> changed)
    {
        var kept = basis is null ? [] : JsonNode.Parse(basis.Attributes.GetRawText())!.AsObject();
        foreach (var attribute in layer.Attributes.Values)
        {
            if (fields.Value(feature, attribute.Key) is not { } sent || Typed(attribute, sent) is not { } value)
            {
                continue;
            }

            var before = kept[attribute.Key];
            if (before is not null && IsSame(before, value))
            {
                continue;
            }

            changed.Add(attribute.Key);
            kept[attribute.Key] = value;
        }

        return kept;
    }

    static bool IsSame(JsonNode before, JsonNode now) => (before.GetValueKind(), now.GetValueKind()) switch
    {
        // Formats count in decimals of their own.
        (JsonValueKind.Number, JsonValueKind.Number) =>
            Number(before) is var one && Number(now) is var other && Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one)),
        (JsonValueKind.String, JsonValueKind.String) => IsSameText(before.GetValue<string>(), now.GetValue<string>()),
        // Lists travel as their text.
        (JsonValueKind.Array or JsonValueKind.Object, JsonValueKind.String) =>
            IsSameText(before.ToJsonString(DraftFile.Json), now.GetValue<string>()) || Parsed(now.GetValue<string>()) is { } list && JsonNode.DeepEquals(before, list),
        _ => JsonNode.DeepEquals(before, now),
    };

    static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool IsSameText(string before, string now)
    {
        var (one, other) = (Plain(before), Plain(now));
        return one == other
            || (System.Text.Encoding.UTF8.GetByteCount(other) >= MayBeCut && one.StartsWith(other.TrimEnd('\uFFFD'), StringComparison.Ordinal));
    }

    // DBF fills up with blanks, MapInfo writes line breaks as \n.
    static string Plain(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).TrimEnd().Normalize();

    // As the schema has it, where the file's text or number can be nothing else.
    static JsonNode? Typed(AttributeDefinition attribute, JsonNode sent)
    {
        var kind = sent.GetValueKind();
        if (kind == JsonValueKind.String)
        {
            var text = sent.GetValue<string>();
            return attribute.Type switch
            {
                _ when text.Length == 0 => null,
                AttributeType.Number or AttributeType.Integer when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                    attribute.Type == AttributeType.Integer ? Whole(number) : JsonValue.Create(number),
                AttributeType.Boolean when text is "true" or "false" or "1" or "0" => JsonValue.Create(text is "true" or "1"),
                // GDAL writes days as 2023/06/13, some formats with a time that nobody gave.
                AttributeType.Date when DateTime.TryParseExact(
                    text, ["yyyy/MM/dd", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
                    JsonValue.Create(CalendarDay.Write(DateOnly.FromDateTime(day))),
                _ => sent.DeepClone(),
            };
        }

        return attribute.Type switch
        {
            AttributeType.Text or AttributeType.Code when kind == JsonValueKind.Number => JsonValue.Create(sent.ToJsonString()),
            AttributeType.Boolean when kind == JsonValueKind.Number && Number(sent) is 0 or 1 => JsonValue.Create(Number(sent) == 1),
            AttributeType.Integer when kind == JsonValueKind.Number => Whole(Number(sent)),
            _ => sent.DeepClone(),
        };
    }

    // A whole number that a format wrote with decimals; what is none is told so by its own judgement.
    static JsonValue Whole(double number) =>
        number == Math.Truncate(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);

    static double Number(JsonNode number) => double.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    JsonObject? Placed(ImportedFeature feature) => Area(GeoJsonUpload.ToWgs84(feature.Geometry, file.Grid), layer.GeometryKind);

    static Geometry? Shape(JsonObject geometry)
    {
        try
        {
            return geometry.Deserialize<Geometry>(Shapes);
        }
        catch (Exception crooked) when (crooked is JsonException or ArgumentException or InvalidOperationException)
        {
            // What it is not, its own judgement says.
            return null;
        }
    }

    // Drawings outline areas by closed lines; in a layer of areas that is what they mean.
    static JsonObject? Area(JsonObject? geometry, string kind) =>
        kind == "polygon"
        && geometry?["type"]?.GetValueKind() == JsonValueKind.String && geometry["type"]!.GetValue<string>() == "LineString"
        && geometry["coordinates"] is JsonArray { Count: >= 4 } line
        && JsonNode.DeepEquals(line[0], line[^1])
            ? new JsonObject { ["type"] = "Polygon", ["coordinates"] = new JsonArray(line.DeepClone()) }
            : geometry;
}
