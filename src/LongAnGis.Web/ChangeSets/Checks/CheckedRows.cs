using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets.Checks;

/// <summary>What a change set is judged by: its plan, its day, the newest revision.</summary>
sealed record CheckedSet(Guid Id, string? Plan, DateOnly Day, DateOnly? PlanBegins, int Revision);

/// <summary>A changed feature as it is: in force on the day of its change (null when it is not), and its newest version.</summary>
/// <param name="Version">Null when nothing of it lives any more.</param>
sealed record StandingFeature(PlanFeature? Content, int? Version);

/// <summary>The questions of a check, each on the caller's connection, so that it sees what the caller's transaction wrote.</summary>
static class CheckedRows
{
    static readonly string SetQuery = Sql.Beside<ChangeSetChecks>("CheckedSet");
    static readonly string LayersQuery = Sql.Beside<ChangeSetChecks>("LayersInRules");
    static readonly string ChangesQuery = Sql.Beside<ChangeSetChecks>("SavedChanges");
    static readonly string FeaturesQuery = Sql.Beside<ChangeSetChecks>("FeaturesAsTheyAre");
    static readonly string NearQuery = Sql.Beside<ChangeSetChecks>("FeaturesNear");
    static readonly string NamesQuery = Sql.Beside<ChangeSetChecks>("NamesInUse");
    static readonly string ProvinceQuery = Sql.Beside<ChangeSetChecks>("ProvinceToday");
    static readonly string ReasonsQuery = Sql.Beside<ChangeSetChecks>("ReasonsGiven");

    public static async Task<CheckedSet?> Set(NpgsqlConnection connection, Guid id, DateOnly today, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SetQuery, connection);
        command.Parameters.AddWithValue("change_set", id);
        command.Parameters.AddWithValue("today", today);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(id, row.FindString(0), row.GetFieldValue<DateOnly>(1), row.Find<DateOnly>(2), row.GetInt32(3))
            : null;
    }

    public static async Task<IReadOnlyDictionary<string, LayerRules>> Layers(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LayersQuery, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var layers = new Dictionary<string, LayerRules>();
        while (await rows.ReadAsync(cancellation))
        {
            layers[rows.GetString(0)] = new(
                rows.GetString(0),
                rows.GetBilingual(1),
                rows.GetString(3),
                AttributeDefinition.ParseSchema(rows.GetString(4)),
                rows.GetBoolean(5),
                rows.GetBoolean(6),
                rows.GetBoolean(7),
                rows.GetBoolean(8),
                rows.GetFieldValue<string[]>(9),
                rows.Find<double>(10),
                rows.Find<double>(11),
                rows.FindString(12));
        }

        return layers;
    }

    public static async Task<IReadOnlyList<CheckedChange>> Changes(NpgsqlConnection connection, Guid id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ChangesQuery, connection);
        command.Parameters.AddWithValue("change_set", id);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<CheckedChange>();
        while (await rows.ReadAsync(cancellation))
        {
            var days = rows.GetFieldValue<NpgsqlRange<DateOnly>>(14);
            changes.Add(new(
                rows.GetInt32(0),
                rows.GetString(1),
                rows.GetString(2),
                rows.GetString(3),
                rows.Find<long>(4),
                rows.Find<int>(5),
                rows.FindString(6) ?? "",
                rows.FindString(7),
                JsonElement.Parse(rows.FindString(8) ?? "{}"),
                await rows.IsDBNullAsync(9, cancellation) ? null : rows.GetFieldValue<Geometry>(9),
                rows.FindString(10) ?? Quality.Digitised,
                rows.FindString(11),
                rows.FindString(12),
                rows.FindString(13),
                days.FirstDay(),
                days.DayAfter(),
                rows.FindString(15),
                rows.GetInt32(16)));
        }

        return changes;
    }

    public static async Task<IReadOnlyDictionary<long, StandingFeature>> AsTheyAre(
        NpgsqlConnection connection, IReadOnlyList<CheckedChange> changes, DateOnly day, CancellationToken cancellation)
    {
        var asked = changes.Where(change => change.FeatureId is not null).DistinctBy(change => change.FeatureId).ToList();
        var features = new Dictionary<long, StandingFeature>();
        if (asked.Count == 0)
        {
            return features;
        }

        await using var command = new NpgsqlCommand(FeaturesQuery, connection);
        command.Parameters.AddWithValue("features", asked.Select(change => change.FeatureId!.Value).ToArray());
        command.Parameters.AddWithValue("days", asked.Select(change => change.InForceFrom ?? day).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            features[rows.GetInt64(0)] = new(
                await rows.IsDBNullAsync(2, cancellation) ? null : Feature(rows),
                rows.GetBoolean(13) ? rows.GetInt32(1) : null);
        }

        return features;
    }

    public static async Task<IReadOnlyList<PlanFeature>> Near(
        NpgsqlConnection connection,
        CheckedSet set,
        IReadOnlyList<(string Layer, Envelope Box)> boxes,
        CancellationToken cancellation)
    {
        var features = new List<PlanFeature>();
        if (boxes.Count == 0)
        {
            return features;
        }

        await using var command = NearCommand(connection, set, boxes);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            features.Add(Feature(rows));
        }

        return features;
    }

    internal static NpgsqlCommand NearCommand(
        NpgsqlConnection connection, CheckedSet set, IReadOnlyList<(string Layer, Envelope Box)> boxes, string prefix = "")
    {
        var command = new NpgsqlCommand(prefix + NearQuery, connection);
        command.Parameters.AddWithValue("layers", boxes.Select(near => near.Layer).ToArray());
        command.Parameters.AddWithValue("wests", boxes.Select(near => near.Box.MinX).ToArray());
        command.Parameters.AddWithValue("souths", boxes.Select(near => near.Box.MinY).ToArray());
        command.Parameters.AddWithValue("easts", boxes.Select(near => near.Box.MaxX).ToArray());
        command.Parameters.AddWithValue("norths", boxes.Select(near => near.Box.MaxY).ToArray());
        command.Parameters.AddWithValue("day", set.Day);
        command.Parameters.AddWithValue("plan", NpgsqlDbType.Text, (object?)set.Plan ?? DBNull.Value);
        return command;
    }

    /// <summary>For each asked change by its number: whether its code is taken, and who has its name.</summary>
    public static async Task<ILookup<int, (bool IsTaken, FeatureName? Namesake)>> Names(
        NpgsqlConnection connection, CheckedSet set, IReadOnlyList<CheckedChange> asked, CancellationToken cancellation)
    {
        var found = new List<(int Number, bool IsTaken, FeatureName? Namesake)>();
        if (asked.Count > 0)
        {
            await using var command = new NpgsqlCommand(NamesQuery, connection);
            command.Parameters.AddWithValue("layers", asked.Select(change => change.Layer).ToArray());
            command.Parameters.AddWithValue("codes", asked.Select(change => change.Code).ToArray());
            command.Parameters.AddWithValue("names", asked.Select(change => change.NameVi).ToArray());
            command.Parameters.AddWithValue("day", set.Day);
            command.Parameters.AddWithValue("plan", NpgsqlDbType.Text, (object?)set.Plan ?? DBNull.Value);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                var number = rows.GetInt32(0) - 1;
                found.Add((
                    number,
                    rows.GetBoolean(1),
                    rows.FindString(2) is { } code ? new(asked[number].Layer, code, rows.GetBilingual(3)) : null));
            }
        }

        return found.ToLookup(one => one.Number, one => (one.IsTaken, one.Namesake));
    }

    public static async Task<Geometry?> Province(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ProvinceQuery, connection);
        return await command.ExecuteScalarAsync(cancellation) as Geometry;
    }

    public static async Task<IReadOnlyDictionary<string, string>> Reasons(NpgsqlConnection connection, Guid id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ReasonsQuery, connection);
        command.Parameters.AddWithValue("change_set", id);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var reasons = new Dictionary<string, string>();
        while (await rows.ReadAsync(cancellation))
        {
            reasons[rows.GetString(0)] = rows.GetString(1);
        }

        return reasons;
    }

    // The columns of FeaturesNear and FeaturesAsTheyAre, which begin alike.
    static PlanFeature Feature(NpgsqlDataReader row)
    {
        var days = row.GetFieldValue<NpgsqlRange<DateOnly>>(12);
        return new(
            new(row.GetString(2), row.GetString(3), row.GetBilingual(4)),
            row.IsDBNull(7) ? null : row.GetFieldValue<Geometry>(7),
            row.GetString(8))
        {
            Id = row.GetInt64(0),
            Version = row.GetInt32(1),
            Attributes = JsonElement.Parse(row.GetString(6)),
            GeometrySource = row.FindString(9),
            Note = row.FindString(10),
            Instrument = row.FindString(11),
            InForceFrom = days.FirstDay(),
            InForceUntil = days.DayAfter(),
        };
    }
}
