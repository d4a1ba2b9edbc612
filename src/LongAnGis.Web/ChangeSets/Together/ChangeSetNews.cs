using System.Text.Json;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Together;

/// <summary>
/// What happened to a change set, told to every node and through them to everybody who has it open. Sent inside the
/// transaction of what happened, PostgreSQL passes it on when that commits, and not at all when it does not.
/// </summary>
/// <param name="Kind">The name of the event that browsers hear: <c>edits</c>, <c>presence</c>, <c>state</c> or <c>comment</c>.</param>
/// <param name="Data">What the event says, as JSON.</param>
public sealed record ChangeSetNews(Guid Id, string Kind, JsonElement Data)
{
    /// <summary>The channel of PostgreSQL's NOTIFY.</summary>
    public const string Channel = "change_set";

    /// <summary>NOTIFY carries at most 7999 bytes; what is longer is told without its details, and asked for again.</summary>
    const int LongestPayload = 7_000;

    public static Task TellEdits(
        NpgsqlConnection connection, Guid changeSet, Guid? client, string by, int version, IReadOnlyList<int> positions, CancellationToken cancellation) =>
        Tell(connection, changeSet, "edits", new { client, by, version, positions = positions.Count <= 500 ? positions : null }, cancellation);

    public static Task TellState(
        NpgsqlConnection connection, Guid changeSet, string state, int version, CancellationToken cancellation) =>
        Tell(connection, changeSet, "state", new { state, version }, cancellation);

    public static Task TellComment(NpgsqlConnection connection, Guid changeSet, long comment, CancellationToken cancellation) =>
        Tell(connection, changeSet, "comment", new { id = comment }, cancellation);

    public static Task TellPresence(NpgsqlConnection connection, Guid changeSet, CancellationToken cancellation) =>
        Tell(connection, changeSet, "presence", new { }, cancellation);

    static async Task Tell(NpgsqlConnection connection, Guid changeSet, string kind, object data, CancellationToken cancellation)
    {
        var payload = JsonSerializer.Serialize(new { id = changeSet, kind, data });
        if (payload.Length > LongestPayload)
        {
            throw new InvalidOperationException("News of a change set must be short.");
        }

        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection);
        command.Parameters.AddWithValue(Channel);
        command.Parameters.AddWithValue(payload);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
