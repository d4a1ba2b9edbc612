using System.Text.Json;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Audit;

/// <summary>
/// The one writer of who did what when. Actors are user names, which never change hands; for what no account did, the
/// program's part in brackets: <c>(command line)</c>. Actions are named <c>account.invite</c>, <c>session.sign-in</c>,
/// <c>submit</c>; objects <c>account/{name}</c>, <c>change_set/{id}</c>. A detail never holds a password, a key, a link that
/// opens something, or a place of a draft.
/// </summary>
public sealed class AuditLog(PlanDatabase database, TimeProvider clock)
{
    const string Insert = "INSERT INTO plan.audit (at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5)";

    /// <summary>How a change set is named as an object.</summary>
    public static string ChangeSet(Guid id) => $"change_set/{id}";

    /// <summary>Records an action that has been done.</summary>
    public async Task Record(string actor, string action, string subject, object? detail, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await Record(connection, actor, action, subject, detail, cancellation);
    }

    /// <summary>Records an action inside the transaction that does it, so that there is never one without the other.</summary>
    public async Task Record(
        NpgsqlConnection connection, string actor, string action, string subject, object? detail, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = actor });
        command.Parameters.Add(new() { Value = action });
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(detail ?? new { }), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Records what a person does to a change set, inside the transaction that does it.</summary>
    public Task Record(
        NpgsqlConnection connection, Person person, string action, Guid changeSet, CancellationToken cancellation, object? detail = null) =>
        Record(connection, person.UserName, action, ChangeSet(changeSet), detail, cancellation);
}
