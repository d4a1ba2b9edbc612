using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.ChangeSets.Checks;
using LongAnGis.Web.ChangeSets.Conflicts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using NetTopologySuite.Geometries;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets;

/// <summary>What a feature is on one side of a change.</summary>
/// <param name="Geometry">WGS 84, longitude then latitude; null where no source gives a place.</param>
public sealed record ChangeContent(
    Bilingual Name,
    JsonElement Attributes,
    string Quality,
    string? GeometrySource,
    string? Note,
    string Instrument,
    Geometry? Geometry);

/// <summary>One create, update or delete of a change set, beside what its author saw.</summary>
/// <param name="Position">Names the change in its set for life.</param>
/// <param name="Operation">create, update or delete.</param>
/// <param name="Version">Grows with each saved edit.</param>
/// <param name="CurrentVersion">The version that the feature has by now; more than <paramref name="BaseVersion"/> is a conflict.</param>
public sealed record DraftedChange(
    int Position,
    string Operation,
    string Layer,
    string Code,
    long? FeatureId,
    int? BaseVersion,
    int Version,
    DateTime UpdatedAt,
    string? UpdatedBy,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    string? Successor,
    Bilingual Name,
    ExtentWgs84? Extent,
    ChangeContent? Before,
    ChangeContent? After,
    int CurrentVersion)
{
    public string Key => $"{Layer}/{Code}";

    /// <summary>True when somebody else's publication changed the feature since.</summary>
    public bool HasMovedOn => Operation != "create" && CurrentVersion != BaseVersion;
}

/// <summary>Reads what a change set proposes.</summary>
public sealed class DraftedChanges(PlanDatabase database)
{
    /// <summary>More changes than this are no list to read; the page then says that it shows the first ones.</summary>
    public const int Most = 300;

    static readonly string Query = Sql.Beside<DraftedChanges>("ChangesOfSet");

    public Task<IReadOnlyList<DraftedChange>> Of(Guid changeSet, CancellationToken cancellation) => Read(changeSet, null, cancellation);

    public async Task<DraftedChange?> One(Guid changeSet, int position, CancellationToken cancellation) =>
        await Read(changeSet, position, cancellation) is [var change, ..] ? change : null;

    /// <summary>The layers as rules and differences know them.</summary>
    public async Task<IReadOnlyDictionary<string, LayerRules>> Rules(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await CheckedRows.Layers(connection, cancellation);
    }

    async Task<IReadOnlyList<DraftedChange>> Read(Guid changeSet, int? position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.Add(new("id", changeSet));
        command.Parameters.Add(new("position", NpgsqlDbType.Integer) { Value = (object?)position ?? DBNull.Value });
        command.Parameters.Add(new("most", Most));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<DraftedChange>();
        while (await row.ReadAsync(cancellation))
            changes.Add(Read(row));
        return changes;
    }

    static DraftedChange Read(DbDataReader row)
    {
        var inForce = row.GetFieldValue<NpgsqlRange<DateOnly>>(9);
        var operation = row.GetString(1);
        return new(
            row.GetInt32(0), operation, row.GetString(2), row.GetString(3), row.Find<long>(4), row.Find<int>(5), row.GetInt32(6),
            row.GetDateTime(7), row.FindString(8), inForce.FirstDay(), inForce.DayAfter(), row.FindString(10), row.GetBilingual(11),
            row.IsDBNull(13) ? null : new(row.GetDouble(13), row.GetDouble(14), row.GetDouble(15), row.GetDouble(16)),
            Content(row, 17), operation == "delete" ? null : Content(row, 25), row.GetInt32(33));
    }

    internal static ChangeContent? Content(DbDataReader row, int column) => row.IsDBNull(column)
        ? null
        : new(
            row.GetBilingual(column), JsonElement.Parse(row.GetString(column + 2)), row.GetString(column + 3), row.FindString(column + 4),
            row.FindString(column + 5), row.FindString(column + 6) ?? "",
            row.IsDBNull(column + 7) ? null : row.GetFieldValue<Geometry>(column + 7));
}

/// <summary>Extents as the map's address has them.</summary>
public static class Extents
{
    /// <summary>Around the places of some changes; null when none has a place.</summary>
    public static string? Around(IEnumerable<DraftedChange> changes) => Around(changes.Select(change => change.Extent));

    /// <summary>Around what is proposed and what others published; null when none of it has a place.</summary>
    public static string? Around(IReadOnlyList<ConflictingChange> conflicts) =>
        Around(conflicts.SelectMany(conflict => new[] { conflict.Mine.Extent, Of(conflict.Theirs?.Geometry) }));

    static ExtentWgs84? Of(Geometry? shape) => shape is { IsEmpty: false, EnvelopeInternal: var box } ? new(box.MinX, box.MinY, box.MaxX, box.MaxY) : null;

    static string? Around(IEnumerable<ExtentWgs84?> extents)
    {
        var placed = extents.OfType<ExtentWgs84>().ToList();
        return placed.Count == 0 ? null : Around(new ExtentWgs84(
            placed.Min(one => one.West), placed.Min(one => one.South), placed.Max(one => one.East), placed.Max(one => one.North)));
    }

    /// <summary>West, south, east, north with room around it; a point gets about a kilometre.</summary>
    public static string Around(ExtentWgs84 box)
    {
        var margin = Math.Max(Math.Max(box.East - box.West, box.North - box.South) * 0.15, 0.005);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{box.West - margin:0.######},{box.South - margin:0.######},{box.East + margin:0.######},{box.North + margin:0.######}");
    }
}

/// <summary>A place in an address: longitude and latitude in WGS 84, as 106.48,10.62.</summary>
public static class PlaceInAddress
{
    /// <summary>The place in one spelling; null when there is none, or the text is no place in or near Vietnam.</summary>
    public static string? Read(string? text) =>
        text?.Split(',') is [var first, var second]
        && double.TryParse(first, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var longitude)
        && double.TryParse(second, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var latitude)
        && longitude is >= 100 and <= 112 && latitude is >= 6 and <= 26
            ? string.Create(CultureInfo.InvariantCulture, $"{longitude:0.#######},{latitude:0.#######}")
            : null;

    /// <summary>The extent that the map goes to, about a kilometre around the place.</summary>
    public static string Around(string place)
    {
        var (longitude, latitude) = (double.Parse(place.Split(',')[0], CultureInfo.InvariantCulture), double.Parse(place.Split(',')[1], CultureInfo.InvariantCulture));
        return Extents.Around(new ExtentWgs84(longitude, latitude, longitude, latitude));
    }
}
