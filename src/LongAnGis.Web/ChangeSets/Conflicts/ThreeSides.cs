using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets.Conflicts;

/// <summary>A change whose feature moved on since its author saw it: what it was, what others made of it, what is proposed.</summary>
/// <param name="Mine">The proposed change, with the content that its author saw.</param>
/// <param name="FeatureId">The feature as it is now.</param>
/// <param name="CurrentVersion">The version that a resolution is based on.</param>
/// <param name="Theirs">What is published now; null where nothing is in force on those days any more.</param>
/// <param name="Revision">The publication that made it so.</param>
public sealed record ConflictingChange(
    DraftedChange Mine, long FeatureId, int CurrentVersion, ChangeContent? Theirs, int? Revision, string? PublishedBy)
{
    /// <summary>Somebody else published a feature under the code that this change wanted to create.</summary>
    public bool IsCodeTaken => Mine.Operation == "create";

    /// <summary>The parts of the content that can be chosen one by one; empty where one side has none.</summary>
    public IReadOnlyList<ConflictRow> Rows(IReadOnlyList<AttributeDefinition> schema, bool english) =>
        Mine.After is { } mine && Theirs is { } theirs ? [.. ConflictRow.Compare(Mine.Before, theirs, mine, schema, english)] : [];
}

/// <summary>One part of a feature on three sides.</summary>
/// <param name="Field">name_vi, name_en, quality, source, note, instrument, geometry or a.{key} for an attribute.</param>
/// <param name="TakesMine">What is offered first: the side that changed it; mine when both did.</param>
public sealed record ConflictRow(string Field, Bilingual Label, string? Base, string? Theirs, string? Mine, bool TakesMine)
{
    public const string AttributePrefix = "a.";

    /// <summary>The rows in which theirs and mine differ.</summary>
    public static IEnumerable<ConflictRow> Compare(
        ChangeContent? before, ChangeContent theirs, ChangeContent mine, IReadOnlyList<AttributeDefinition> schema, bool english)
    {
        var rows = new List<ConflictRow?>
        {
            Text("name_vi", new("Tên", "Name"), before?.Name.Vi, theirs.Name.Vi, mine.Name.Vi),
            Text("name_en", new("Tên tiếng Anh", "English name"), before?.Name.En, theirs.Name.En, mine.Name.En),
            Shape(before, theirs, mine, english),
            Text(
                "quality", new("Độ chính xác vị trí", "Quality of the geometry"),
                QualityOf(before, english), QualityOf(theirs, english), QualityOf(mine, english)),
            Text("source", new("Nguồn vị trí", "Source of the geometry"), before?.GeometrySource, theirs.GeometrySource, mine.GeometrySource),
            Text("note", new("Ghi chú", "Note"), before?.Note, theirs.Note, mine.Note),
            Text("instrument", new("Căn cứ", "Legal basis"), before?.Instrument, theirs.Instrument, mine.Instrument),
        };
        rows.AddRange(Keys(theirs).Union(Keys(mine)).Select(key => Attribute(key, before, theirs, mine, schema, english)));
        return rows.OfType<ConflictRow>();
    }

    /// <summary>What an attribute holds; undefined where it has none.</summary>
    public static JsonElement? Value(ChangeContent? content, string key) =>
        content?.Attributes is { ValueKind: JsonValueKind.Object } attributes
        && attributes.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    static ConflictRow? Text(string field, Bilingual label, string? before, string? theirs, string? mine) =>
        (theirs ?? "") == (mine ?? "") ? null : new(field, label, before, theirs, mine, (mine ?? "") != (before ?? ""));

    static ConflictRow? Attribute(
        string key, ChangeContent? before, ChangeContent theirs, ChangeContent mine, IReadOnlyList<AttributeDefinition> schema, bool english)
    {
        var (was, their, my) = (Value(before, key), Value(theirs, key), Value(mine, key));
        if (Same(their, my))
            return null;

        var attribute = schema.FirstOrDefault(one => one.Key == key);
        return new(
            AttributePrefix + key, attribute?.Label ?? new(key),
            Words(attribute, was, english), Words(attribute, their, english), Words(attribute, my, english), !Same(was, my));
    }

    static ConflictRow? Shape(ChangeContent? before, ChangeContent theirs, ChangeContent mine, bool english) =>
        Same(theirs.Geometry, mine.Geometry)
            ? null
            : new(
                "geometry", new("Vị trí, hình dạng", "Place and shape"),
                Words(before, english), Words(theirs, english), Words(mine, english),
                !Same(before?.Geometry, mine.Geometry));

    static bool Same(JsonElement? one, JsonElement? other) =>
        one is { } a && other is { } b ? JsonElement.DeepEquals(a, b) : one is null == other is null;

    static bool Same(Geometry? one, Geometry? other) => one is null ? other is null : other is not null && one.EqualsExact(other);

    static string? QualityOf(ChangeContent? content, bool english) => content is null ? null : Quality.Name(content.Quality).In(english);

    static string? Words(AttributeDefinition? attribute, JsonElement? value, bool english) => value is not { } known ? null
        : attribute is null ? known.ToString()
        : AttributeText.Value(attribute, known, english);

    static string? Words(ChangeContent? content, bool english)
    {
        if (content?.Geometry is not { } shape)
            return null;
        var corners = english ? $"{shape.NumPoints} corners" : $"{shape.NumPoints} đỉnh";
        return shape.Dimension == Dimension.Surface
            ? $"{AttributeText.Number((decimal)(Core.Coordinates.PlanarMeasure.AreaSquareMetres(shape) / 10_000), english, 4)} ha, {corners}"
            : corners;
    }

    static IEnumerable<string> Keys(ChangeContent content) =>
        content.Attributes.ValueKind == JsonValueKind.Object ? content.Attributes.EnumerateObject().Select(one => one.Name) : [];
}

/// <summary>Finds what in a change set no longer fits what is published.</summary>
public sealed class ThreeSides(PlanDatabase database, DraftedChanges drafted)
{
    static readonly string Query = Sql.Beside<ThreeSides>();

    public async Task<IReadOnlyList<ConflictingChange>> Of(Guid changeSet, CancellationToken cancellation)
    {
        var mine = (await drafted.Of(changeSet, cancellation)).ToDictionary(change => change.Position);
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(changeSet);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var conflicts = new List<ConflictingChange>();
        while (await row.ReadAsync(cancellation))
        {
            if (mine.TryGetValue(row.GetInt32(0), out var change))
                conflicts.Add(new(
                    change, row.GetInt64(1), row.GetInt32(2),
                    row.IsDBNull(5) ? null : DraftedChanges.Content(row, 5), row.Find<int>(3), row.FindString(4)));
        }

        return conflicts;
    }
}
