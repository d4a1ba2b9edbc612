using LongAnGis.Web.Database;
using NpgsqlTypes;

namespace LongAnGis.Web.Audit;

/// <summary>One line of the audit.</summary>
public sealed record AuditLine(
    long Id, DateTimeOffset At, string Actor, string? ActorName, string Action, string Subject, string Detail);

/// <summary>Which lines: by whoever did it, by the beginnings of action and object, by time; null leaves a filter out.</summary>
public sealed record AuditFilter(
    string? Actor = null, string? Action = null, string? Subject = null,
    DateTimeOffset? From = null, DateTimeOffset? Until = null, long? Before = null);

/// <summary>A place where the chain does not hold: <c>gone</c>, <c>changed</c>, <c>gap</c> or <c>outside</c> of it.</summary>
public sealed record AuditFlaw(long? Position, long Line, string Kind);

/// <summary>Reads the audit, and looks whether it is whole.</summary>
public sealed class AuditReading(PlanDatabase database)
{
    public const int PageSize = 50;

    static readonly string List = Sql.Beside<AuditReading>("AuditList");
    static readonly string Chain = Sql.Beside<AuditReading>("AuditChain");

    /// <summary>A page of lines, latest first, and whether there are older ones.</summary>
    public async Task<(IReadOnlyList<AuditLine> Lines, bool HasMore)> Page(AuditFilter filter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(List);
        foreach (var (value, type) in new (object?, NpgsqlDbType)[]
        {
            (filter.Actor, NpgsqlDbType.Text), (filter.Action, NpgsqlDbType.Text), (filter.Subject, NpgsqlDbType.Text),
            (filter.From, NpgsqlDbType.TimestampTz), (filter.Until, NpgsqlDbType.TimestampTz), (filter.Before, NpgsqlDbType.Bigint),
        })
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        }

        await using var row = await command.ExecuteReaderAsync(cancellation);
        var lines = new List<AuditLine>();
        while (await row.ReadAsync(cancellation))
        {
            lines.Add(new(
                row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3),
                row.GetString(4), row.GetString(5), row.GetString(6)));
        }

        return (lines.Take(PageSize).ToList(), lines.Count > PageSize);
    }

    /// <summary>Every place where somebody with all rights removed or changed a line, a hundred at most.</summary>
    public async Task<IReadOnlyList<AuditFlaw>> Flaws(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Chain);
        command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var flaws = new List<AuditFlaw>();
        while (await row.ReadAsync(cancellation))
        {
            flaws.Add(new(row.IsDBNull(0) ? null : row.GetInt64(0), row.GetInt64(1), row.GetString(2)));
        }

        return flaws;
    }

    /// <summary>The chain's end: how many lines, and the hash that stands for all of them. Null while there are none.</summary>
    public async Task<(long Position, string Hash)?> End(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "SELECT position, encode(hash, 'hex') FROM plan.audit_link ORDER BY position DESC LIMIT 1");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.GetString(1)) : null;
    }

    /// <summary>Whether a hash that was written down earlier still is in the chain: if not, its end was cut off.</summary>
    public async Task<bool> Contains(string hash, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT EXISTS (SELECT FROM plan.audit_link WHERE encode(hash, 'hex') = $1)");
        command.Parameters.Add(new() { Value = hash.ToLowerInvariant() });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
