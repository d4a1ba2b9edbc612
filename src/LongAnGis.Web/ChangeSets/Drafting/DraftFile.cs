using System.Data;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>
/// <c>draft.json</c>: everything that the editor needs to open a change set, read in one moment, so that the version it
/// states is that of the changes it holds.
/// </summary>
public sealed class DraftFile(PlanDatabase database)
{
    static readonly string Head = Sql.Beside<DraftFile>("DraftHead");
    static readonly string Layers = Sql.Beside<DraftFile>("DraftLayers");
    static readonly string Changes = Sql.Beside<DraftFile>("DraftChanges");

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task Write(Stream output, ChangeSetStanding standing, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var text = new StreamWriter(output, new UTF8Encoding(false), 64 << 10, leaveOpen: true);

        await text.WriteAsync("{\"changeSet\":");
        await text.WriteAsync(await Text(connection, Head, cancellation, standing.Id, standing.MayEdit));
        await text.WriteAsync(",\"layers\":");
        await text.WriteAsync(await Text(connection, Layers, cancellation, standing.Id));
        await text.WriteAsync(",\"alsoTouchedBy\":");
        await text.WriteAsync(JsonSerializer.Serialize(
            (await OverlappingDrafts.Of(connection, standing.Id, standing.Person, cancellation)).Select(other => new
            {
                feature = other.Feature,
                layer = other.Layer,
                code = other.Code,
                changeSet = other.ChangeSet,
                title = new { vi = other.TitleVi, en = other.TitleEn },
                author = other.Author,
            }),
            Json));
        await text.WriteAsync(",\"changes\":{\"type\":\"FeatureCollection\",\"features\":[");
        var separator = "";
        await foreach (var change in Read(connection, standing.Id, null, cancellation))
        {
            await text.WriteAsync(separator);
            await text.WriteAsync(change.AsMemory(), cancellation);
            separator = ",\n";
        }

        await text.WriteAsync("]}}");
    }

    /// <summary>The changes at these positions (or all) as GeoJSON features, as a stale editor gets them.</summary>
    internal static async IAsyncEnumerable<string> Read(
        NpgsqlConnection connection,
        Guid changeSet,
        int[]? positions,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Changes, connection);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Integer, (object?)positions ?? DBNull.Value);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            yield return rows.GetString(0);
        }
    }

    static async Task<string> Text(NpgsqlConnection connection, string query, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(query, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
