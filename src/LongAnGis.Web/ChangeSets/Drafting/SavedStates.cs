using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>A state in which a change was saved.</summary>
/// <param name="Content">All of the change but its geometry, as JSON; null where the change was taken out of the set.</param>
/// <param name="Geometry">GeoJSON, WGS 84.</param>
/// <param name="AreaM2">Planar, VN-2000 / 105°45′; 0 for lines and points, null without a place.</param>
public sealed record SavedState(
    long Id, int Version, DateTime At, Guid ById, string By, string? Content, string? Geometry, int? Vertices, double? AreaM2)
{
    public bool WasDropped => Content is null;

    public string? Name => Content is null ? null : JsonNode.Parse(Content)?["nameVi"]?.GetValue<string>();
}

/// <summary>Every state in which a change was ever saved, newest first, so that a draft can be taken back to any of them.</summary>
public sealed class SavedStates(PlanDatabase database)
{
    const int Most = 500;
    const int MostVertices = 1_000_000;

    static readonly string Query = Sql.Beside<SavedStates>();

    static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The states as JSON, or null when this change never had one.</summary>
    public async Task<string?> Of(Guid changeSet, int position, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        using var text = new MemoryStream();
        await using var json = new Utf8JsonWriter(text, Json);
        json.WriteStartObject();
        json.WriteStartArray("states");
        var (states, vertices) = (0, 0L);
        await foreach (var state in Read(connection, changeSet, position, null, cancellation))
        {
            if (vertices > MostVertices)
                break;
            vertices += state.Vertices ?? 0;
            Write(json, state);
            states++;
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        return states == 0 ? null : Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <param name="state">One of the states; null for all.</param>
    public static async IAsyncEnumerable<SavedState> Read(
        NpgsqlConnection connection, Guid changeSet, int position, long? state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.Add(new("id", changeSet));
        command.Parameters.Add(new("position", position));
        command.Parameters.Add(new("state", NpgsqlDbType.Bigint) { Value = (object?)state ?? DBNull.Value });
        command.Parameters.Add(new("most", Most));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            yield return new(
                row.GetInt64(0), row.GetInt32(1), row.GetDateTime(2), row.GetGuid(3), row.GetString(4), row.FindString(5), row.FindString(6),
                row.Find<int>(7), row.Find<double>(8));
    }

    static void Write(Utf8JsonWriter json, SavedState state)
    {
        json.WriteStartObject();
        json.WriteNumber("version", state.Version);
        json.WriteString("at", state.At);
        json.WriteStartObject("by");
        json.WriteString("id", state.ById);
        json.WriteString("name", state.By);
        json.WriteEndObject();
        json.WriteBoolean("dropped", state.WasDropped);
        json.WritePropertyName("content");
        json.WriteRawValue(state.Content ?? "null");
        json.WritePropertyName("geometry");
        json.WriteRawValue(state.Geometry ?? "null");
        json.WriteEndObject();
    }
}
