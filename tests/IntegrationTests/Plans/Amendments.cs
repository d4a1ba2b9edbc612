using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Publishing;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace LongAnGis.IntegrationTests.Plans;

/// <summary>Amends the plan of a test's own site as a publication does, in one transaction.</summary>
public sealed class Amendments(TestSite site)
{
    const string Instrument = "qd-686-2023";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    PlanDatabase Database => site.Services.GetRequiredService<PlanDatabase>();

    public static FeatureContent Content(string name, string? wkt = "POINT(106.4 10.6)", string attributes = "{}") =>
        new(name, null, attributes, wkt is null ? null : Geometry(wkt), "digitised", "test", "[]", null, Instrument);

    public static FeatureChange Create(string layer, string code, FeatureContent content, DateOnly? from = null) =>
        new(ChangeOperation.Create, layer, code, null, null, content, from);

    public static FeatureChange Update(Feature feature, FeatureContent content, DateOnly? from, DateOnly? until = null) =>
        new(ChangeOperation.Update, feature.Layer, feature.Code, feature.Id, feature.Version, content, from, until);

    public static FeatureChange End(Feature feature, DateOnly on, string? successor = null) =>
        new(ChangeOperation.Delete, feature.Layer, feature.Code, feature.Id, feature.Version, null, on, null, successor);

    /// <summary>Publishes the changes and answers the revision.</summary>
    public async Task<int> Publish(params FeatureChange[] changes) =>
        Assert.IsType<PublicationOutcome.Published>(await Try(changes)).Revision;

    public async Task<PublicationOutcome> Try(FeatureChange[] changes, string state = "approved", bool commit = true)
    {
        await using var connection = await Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var id = await Write(connection, changes, state);
        var outcome = await site.Services.GetRequiredService<Publication>()
            .Publish(connection, id, "An editor", Cancellation);
        if (commit)
        {
            await transaction.CommitAsync(Cancellation);
        }

        return outcome;
    }

    /// <summary>Writes a change set that stays a draft.</summary>
    public async Task<Guid> Draft(params FeatureChange[] changes)
    {
        await using var connection = await Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var id = await Write(connection, changes, "draft");
        await transaction.CommitAsync(Cancellation);
        return id;
    }

    async Task<Guid> Write(NpgsqlConnection connection, FeatureChange[] changes, string state)
    {
        var draft = new ChangeSetDraft("686", "Điều chỉnh thử", "Test amendment", "test", Instrument, null, "An editor");
        var id = await site.Services.GetRequiredService<ChangeSetWriter>().Write(connection, draft, changes, Cancellation);
        await using var command = new NpgsqlCommand("UPDATE plan.change_set SET state = $1 WHERE id = $2", connection);
        command.Parameters.AddWithValue(state);
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync(Cancellation);
        return id;
    }

    public sealed record Feature(long Id, string Layer, string Code, int Version);

    /// <summary>A feature of plan 686 (or of the context) as it is numbered now.</summary>
    public async Task<Feature> Find(string layer, string code)
    {
        await using var command = Database.CreateCommand(
            "SELECT id, version FROM plan.feature WHERE layer_code = $1 AND code = $2");
        command.Parameters.AddWithValue(layer);
        command.Parameters.AddWithValue(code);
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await row.ReadAsync(Cancellation), $"{layer}/{code} does not exist");
        return new Feature(row.GetInt64(0), layer, code, row.GetInt32(1));
    }

    /// <summary>The names that a feature bears over its days, as the public knows it at a revision.</summary>
    public async Task<string[]> Timeline(string layer, string code, int revision)
    {
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand("""
            SELECT name_vi || ' ' || in_force::text
            FROM pub.feature_version
            WHERE layer_code = $1
              AND code = $2
              AND revision_from <= $3
              AND (revision_to IS NULL OR revision_to > $3)
            ORDER BY in_force
            """);
        command.Parameters.AddWithValue(layer);
        command.Parameters.AddWithValue(code);
        command.Parameters.AddWithValue(revision);
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var timeline = new List<string>();
        while (await rows.ReadAsync(Cancellation))
        {
            timeline.Add(rows.GetString(0));
        }

        return [.. timeline];
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    static Geometry Geometry(string wkt)
    {
        var geometry = new WKTReader().Read(wkt);
        geometry.SRID = 4326;
        return geometry;
    }
}
