using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Publishing;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Seeding;

/// <summary>
/// Brings the database in line with data/: registers first, then each change set of data/changesets.json published in a
/// transaction of its own. Loading again writes nothing; a load that was cut short goes on where it stopped; what a
/// planner has amended since is left as it is.
/// </summary>
public sealed class SeedLoader(
    PlanDatabase database,
    ChangeSetWriter changeSets,
    Publication publication,
    SeedFigures figures,
    SeedProgramme programme,
    ILogger<SeedLoader> log
)
{
    const string Author = "LongAnGis";

    static readonly string Registers = Sql.Beside<SeedLoader>("SeedRegisters");
    static readonly string Areas = Sql.Beside<SeedLoader>("SeedAreas");
    static readonly string CurrentFeatures = Sql.Beside<SeedLoader>("CurrentSeedFeatures");
    static readonly string RememberFeatures = Sql.Beside<SeedLoader>("RememberSeedFeatures");

    static readonly JsonSerializerOptions GeoJson = new()
    {
        Converters = { new GeoJsonConverterFactory(new GeometryFactory(new PrecisionModel(), 4326)) },
    };

    /// <summary>Loads the folder, unless this program has brought these very files to their end before.</summary>
    public async Task LoadOnce(SeedFolder folder, CancellationToken cancellation)
    {
        var mark = folder.Mark();
        await using (var known = database.CreateCommand("SELECT mark FROM plan.seed_mark"))
        {
            if (await known.ExecuteScalarAsync(cancellation) as string == mark)
            {
                return;
            }
        }

        await Load(folder, cancellation);
        await using var command = database.CreateCommand(
            "INSERT INTO plan.seed_mark (mark) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET mark = excluded.mark");
        command.Parameters.Add(new() { Value = mark });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Loads the folder and answers how many change sets were published.</summary>
    public async Task<int> Load(SeedFolder folder, CancellationToken cancellation)
    {
        await LoadRegisters(folder, cancellation);

        // Figures stand before the first publication, so that whoever asks what was known after it finds them as well.
        await LoadAreas(folder, cancellation);
        await figures.Load(folder, cancellation);

        var published = 0;
        var features = folder.Features().ToLookup(feature => feature.ChangeSet);
        foreach (var changeSet in folder.ChangeSets())
        {
            published += await Publish(changeSet, [.. features[changeSet.Code]], cancellation) ? 1 : 0;
        }

        // Once more, now that the features are there which hold their boundaries.
        await LoadAreas(folder, cancellation);
        await programme.Load(folder, cancellation);
        return published;
    }

    async Task LoadRegisters(SeedFolder folder, CancellationToken cancellation)
    {
        var layers = folder.Json("layers.json");
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(Registers, connection);
        AddJson(command, "instruments", folder.Json("instruments.json"));
        AddJson(command, "plans", folder.Json("plans.json"));
        AddJson(command, "groups", layers["groups"]!);
        AddJson(command, "layers", layers["layers"]!);
        AddJson(command, "agencies", folder.Csv("agencies.csv"));
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    async Task LoadAreas(SeedFolder folder, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(Areas, connection);
        AddJson(command, "areas", folder.Csv("areas.csv"));
        AddJson(command, "crosswalk", folder.Csv("crosswalk.csv"));
        AddJson(command, "district_shares", folder.Csv("commune-district-shares.csv"));
        AddJson(command, "quotas", folder.Csv("land-quotas.csv"));
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    static void AddJson(NpgsqlCommand command, string name, JsonNode rows) =>
        command.Parameters.AddWithValue(name, NpgsqlDbType.Jsonb, rows.ToJsonString());

    async Task<bool> Publish(SeedChangeSet entry, List<SeedFeature> features, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        var current = await Current(connection, entry.Plan, features, cancellation);
        var changes = features.Select(feature => Change(entry, feature, current)).OfType<FeatureChange>().ToList();
        if (changes.Count == 0)
        {
            return false;
        }

        var draft = new ChangeSetDraft(
            entry.Plan,
            entry.TitleVi,
            entry.TitleEn,
            entry.Reason,
            entry.Instrument,
            entry.InForceFrom,
            Author
        );
        var id = await changeSets.Write(connection, draft, changes, cancellation);
        await Approve(connection, id, cancellation);
        if (await publication.Publish(connection, id, Author, cancellation) is not PublicationOutcome.Published made)
        {
            throw new InvalidOperationException($"The seed change set {entry.Code} did not publish.");
        }

        await Remember(connection, entry.Plan, Changed(features, changes), cancellation);
        await transaction.CommitAsync(cancellation);
        log.LogInformation("Published {ChangeSet} as revision {Revision}: {Count} features", entry.Code, made.Revision, changes.Count);
        return true;
    }

    /// <summary>What the entry changes about this feature; null when the database already says so, or knows better.</summary>
    static FeatureChange? Change(SeedChangeSet entry, SeedFeature feature, Dictionary<(string, string), Known> current)
    {
        var known = current.GetValueOrDefault((feature.Layer, feature.Code));
        var amendedSince = known is not null && known.Version != known.SeededVersion;
        if (known?.ContentHash == feature.ContentHash || amendedSince)
        {
            return null;
        }

        var properties = feature.Properties;
        return new FeatureChange(
            known is null ? ChangeOperation.Create : ChangeOperation.Update,
            feature.Layer,
            feature.Code,
            known?.Id,
            known?.Version,
            new FeatureContent(
                feature.Text("name_vi")!,
                feature.Text("name_en"),
                (properties["attributes"] ?? new JsonObject()).ToJsonString(),
                feature.Geometry.Deserialize<Geometry>(GeoJson),
                feature.Text("quality")!,
                feature.Text("geometry_source"),
                (properties["sources"] ?? new JsonArray()).ToJsonString(),
                feature.Text("note"),
                feature.Text("instrument") ?? entry.Instrument
            ),
            SeedFolder.Day(properties["in_force_from"]),
            SeedFolder.Day(properties["in_force_to"]),
            feature.Text("successor")
        );
    }

    // What a planner has amended since stays remembered as it was, so that no later seed overwrites it either.
    static List<SeedFeature> Changed(List<SeedFeature> features, List<FeatureChange> changes)
    {
        var touched = changes.Select(change => (change.Layer, change.Code)).ToHashSet();
        return [.. features.Where(feature => touched.Contains((feature.Layer, feature.Code)))];
    }

    sealed record Known(long Id, int Version, string? ContentHash, int? SeededVersion);

    static async Task<Dictionary<(string Layer, string Code), Known>> Current(
        NpgsqlConnection connection,
        string? plan,
        List<SeedFeature> features,
        CancellationToken cancellation
    )
    {
        var current = new Dictionary<(string, string), Known>();
        foreach (var layer in features.Select(feature => feature.Layer).Distinct())
        {
            await using var command = new NpgsqlCommand(CurrentFeatures, connection);
            command.Parameters.AddWithValue(layer);
            command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)plan ?? DBNull.Value);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                current[(layer, rows.GetString(0))] = new Known(
                    rows.GetInt64(1),
                    rows.GetInt32(2),
                    await rows.IsDBNullAsync(3, cancellation) ? null : rows.GetString(3),
                    await rows.GetFieldValueAsync<int?>(4, cancellation)
                );
            }
        }

        return current;
    }

    // The seed is approved by those who keep the repository: its instrument is its approval.
    static async Task Approve(NpgsqlConnection connection, Guid changeSet, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("UPDATE plan.change_set SET state = 'approved' WHERE id = $1", connection);
        command.Parameters.AddWithValue(changeSet);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task Remember(
        NpgsqlConnection connection,
        string? plan,
        List<SeedFeature> features,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(RememberFeatures, connection);
        command.Parameters.AddWithValue("layers", features.Select(feature => feature.Layer).ToArray());
        command.Parameters.AddWithValue("codes", features.Select(feature => feature.Code).ToArray());
        command.Parameters.AddWithValue("hashes", features.Select(feature => feature.ContentHash).ToArray());
        command.Parameters.AddWithValue("plan", NpgsqlDbType.Text, (object?)plan ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
