using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Ogc.Writing;

/// <summary>A feature as somebody may amend it: as it was published, or as their change set already has it.</summary>
/// <param name="Position">Its place in the change set; null for what is published.</param>
/// <param name="Geometry">GeoJSON in WGS 84, longitude first; null for no place.</param>
sealed record ItemState(
    long? FeatureId,
    int? BaseVersion,
    int? Position,
    int? DraftVersion,
    string Operation,
    string Code,
    string? Plan,
    string? NameVi,
    string? NameEn,
    JsonElement? Attributes,
    string? Geometry,
    string? Quality,
    string? GeometrySource,
    string? Note,
    string? Instrument,
    string? Successor,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil)
{
    static readonly string Published = Sql.Beside<ItemState>("PublishedState"), Drafted = Sql.Beside<ItemState>("DraftedState");

    public bool IsDrafted => Position is not null;

    public bool IsDeleted => Operation == "delete";

    /// <summary>What has to be said in <c>If-Match</c>, whatever form the feature was read in.</summary>
    public string Tag(Guid? changeSet) => IsDrafted
        ? string.Create(CultureInfo.InvariantCulture, $"d{changeSet!.Value.ToString("N")[..8]}.{Position}.{DraftVersion}")
        : TagOf(FeatureId!.Value, BaseVersion!.Value);

    /// <summary>The tag of a published feature; one form of it adds a dash and what tells it from the others.</summary>
    public static string TagOf(long feature, int version) => string.Create(CultureInfo.InvariantCulture, $"f{feature}.{version}");

    /// <summary>The published feature, for a change set that takes effect on a day; null when there is none.</summary>
    public static async Task<ItemState?> OfPublished(NpgsqlConnection connection, string layer, long feature, DateOnly day, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Published, connection);
        command.Parameters.AddWithValue(feature);
        command.Parameters.AddWithValue(layer);
        command.Parameters.AddWithValue(day);
        return await Read(command, cancellation);
    }

    /// <summary>The change at a position.</summary>
    public static Task<ItemState?> At(NpgsqlConnection connection, Guid changeSet, string layer, int position, CancellationToken cancellation) =>
        OfDraft(connection, changeSet, layer, position, null, null, cancellation);

    /// <summary>What a change set has under an id: the number of a published feature, or the code of one that it creates.</summary>
    public static Task<ItemState?> InDraft(NpgsqlConnection connection, Guid changeSet, string layer, string id, CancellationToken cancellation) =>
        OfDraft(connection, changeSet, layer, null, Number(id), id, cancellation);

    public static long? Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The feature as GeoJSON, with what was drafted where and the tag that the next write names.</summary>
    public JsonObject ToJson(EditedLayer layer, Guid? changeSet)
    {
        var properties = new JsonObject
        {
            ["code"] = Code,
            ["name_vi"] = NameVi,
            ["name_en"] = NameEn,
            ["plan"] = Plan,
            ["in_force_from"] = Day(InForceFrom),
            ["in_force_until"] = Day(InForceUntil),
            ["instrument"] = Instrument,
            ["geometry_quality"] = Quality,
        };
        foreach (var (key, attribute) in ItemProperties.Attributes(layer))
        {
            properties[key] = Attributes is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(attribute.Key, out var value) ? ItemProperties.Plain(value) : null;
        }

        var feature = new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = FeatureId is { } id ? JsonValue.Create(id) : JsonValue.Create(Code),
            ["geometry"] = Geometry is null ? null : JsonNode.Parse(Geometry),
            ["properties"] = properties,
            ["etag"] = $"\"{Tag(changeSet)}\"",
        };
        if (IsDrafted)
        {
            feature["changeSet"] = new JsonObject { ["id"] = changeSet, ["position"] = Position, ["operation"] = Operation };
        }

        return feature;
    }

    static JsonValue? Day(DateOnly? day) => day is { } known ? JsonValue.Create(CalendarDay.Write(known)) : null;

    static async Task<ItemState?> OfDraft(
        NpgsqlConnection connection, Guid changeSet, string layer, int? position, long? feature, string? code, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Drafted, connection);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(layer);
        command.Parameters.AddWithValue(NpgsqlDbType.Integer, (object?)position ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Bigint, (object?)feature ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)code ?? DBNull.Value);
        return await Read(command, cancellation);
    }

    static async Task<ItemState?> Read(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(
                row.Find<long>(0), row.Find<int>(1), row.Find<int>(2), row.Find<int>(3), row.GetString(4), row.GetString(5), row.FindString(6),
                row.FindString(7), row.FindString(8), row.FindString(9) is { } attributes ? JsonElement.Parse(attributes) : null, row.FindString(10),
                row.FindString(11), row.FindString(12), row.FindString(13), row.FindString(14), row.FindString(15), row.Find<DateOnly>(16), row.Find<DateOnly>(17))
            : null;
    }
}
