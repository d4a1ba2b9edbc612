using System.Text.Json;
using LongAnGis.Web.Accounts;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets;

/// <summary>Writes who did what into the audit, in the transaction of what they did.</summary>
static class AuditTrail
{
    /// <summary>As the audit names a person: what others see, and what they sign in with.</summary>
    public static string Actor(Person person) => $"{person.DisplayName} ({person.UserName})";

    /// <param name="detail">What else is worth keeping; never coordinates.</param>
    public static async Task Write(
        NpgsqlConnection connection,
        TimeProvider clock,
        Person person,
        string action,
        string about,
        CancellationToken cancellation,
        object? detail = null)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO plan.audit (at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5)", connection);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(Actor(person));
        command.Parameters.AddWithValue(action);
        command.Parameters.AddWithValue(about);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, detail is null ? "{}" : JsonSerializer.Serialize(detail));
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
