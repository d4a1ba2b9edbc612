using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;

namespace LongAnGis.Web.ChangeSets.Checks;

/// <summary>
/// Edits that are on a planner's screen and not saved yet. They are read leniently, because what is wrong with them is what
/// the planner asks about: a crooked geometry becomes a finding, a field that is missing is empty.
/// </summary>
sealed class UnsavedEdits(IReadOnlyDictionary<string, LayerRules> layers)
{
    /// <summary>What is edited at once between two saves; more is a body that nobody drew.</summary>
    const int MostEdits = 5_000;

    static readonly JsonElement NoAttributes = JsonElement.Parse("{}");

    /// <summary>The saved changes with the edits laid over them; null when the request is none.</summary>
    public IReadOnlyList<CheckedChange>? Over(IReadOnlyList<CheckedChange> saved, JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object
            || !request.TryGetProperty("edits", out var edits) || edits.ValueKind != JsonValueKind.Array
            || edits.GetArrayLength() > MostEdits)
        {
            return null;
        }

        var changes = saved.ToList();
        foreach (var edit in edits.EnumerateArray())
        {
            if (edit.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            if (edit.TryGetProperty("drop", out var drop) && drop.ValueKind == JsonValueKind.Object)
            {
                changes.RemoveAll(change => change.Position is { } position && position == Number(drop, "position"));
            }
            else if (edit.TryGetProperty("put", out var put) && put.ValueKind == JsonValueKind.Object && Change(put, changes.Count + 1) is { } change)
            {
                changes.RemoveAll(one => change.Position is null ? one.Path == change.Path : one.Position == change.Position);
                changes.Add(change);
            }
            else
            {
                return null;
            }
        }

        return changes;
    }

    CheckedChange? Change(JsonElement put, int number)
    {
        var operation = Text(put, "op");
        if (operation is not ("create" or "update" or "delete")
            || Text(put, "layer") is not { } code || !layers.TryGetValue(code, out var layer))
        {
            return null;
        }

        var change = new CheckedChange(
            Number(put, "position"),
            operation,
            code,
            // What the server will name is still nameless; two of them are two.
            Text(put, "code") ?? $"new-{number}",
            Id(put, "feature"),
            Number(put, "baseVersion"),
            Text(put, "nameVi") ?? "",
            Text(put, "nameEn"),
            put.TryGetProperty("attributes", out var attributes) && attributes.ValueKind != JsonValueKind.Null ? attributes : NoAttributes,
            null,
            Text(put, "quality") ?? Quality.Digitised,
            Text(put, "geometrySource"),
            Text(put, "note"),
            Text(put, "instrument"),
            Day(put, "inForceFrom"),
            Day(put, "inForceUntil"),
            Text(put, "successor"),
            Number(put, "expects"));
        if (operation == "delete" || !put.TryGetProperty("geometry", out var geometry) || geometry.ValueKind == JsonValueKind.Null)
        {
            return change;
        }

        var reading = GeometryCheck.Read(geometry, layer.GeometryKind, layer.IsPlanScoped);
        var name = new FeatureName(change.Layer, change.Code, new(change.NameVi, change.NameEn));
        return change with
        {
            Geometry = reading.Geometry,
            Faults = [.. reading.Findings.Select(finding => finding.Of(name))],
        };
    }

    static string? Text(JsonElement from, string key) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    static int? Number(JsonElement from, string key) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    static long? Id(JsonElement from, string key) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    static DateOnly? Day(JsonElement from, string key) =>
        DateOnly.TryParseExact(Text(from, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
