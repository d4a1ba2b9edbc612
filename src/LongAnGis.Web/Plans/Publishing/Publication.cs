using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans.Publishing;

/// <summary>What came of publishing a change set.</summary>
public abstract record PublicationOutcome
{
    PublicationOutcome() { }

    /// <summary>The change set is published and made this revision.</summary>
    public sealed record Published(int Revision) : PublicationOutcome;

    /// <summary>Nothing was written, because touched features moved on since the change set was made.</summary>
    public sealed record Conflicting(IReadOnlyList<Conflict> Conflicts) : PublicationOutcome;

    /// <summary>Nothing was written: only an approved change set can be published.</summary>
    public sealed record NotApproved(string? State) : PublicationOutcome;
}

/// <summary>A change whose feature is no longer what its author saw.</summary>
public sealed record Conflict(string Layer, string Code, string Operation, int? BaseVersion, int? CurrentVersion);

/// <summary>
/// Publishes an approved change set: one transaction that checks every touched feature, writes versions, takes the next
/// revision, copies what is public into pub, generalises it for small scales, and notifies. Publications follow one
/// another; readers never wait for them.
/// </summary>
public sealed class Publication(Generalisation generalisation, AuditLog audit, TimeProvider clock)
{
    /// <summary>Serialises publications, so that revisions have no gaps. The number is arbitrary, and only ours.</summary>
    const long PublicationLock = 686_2030;

    static readonly string FindConflicts = Sql.Beside<Publication>("FindConflicts");
    static readonly string TakeRevision = Sql.Beside<Publication>("TakeRevision");
    static readonly string WriteVersions = Sql.Beside<Publication>("WriteVersions");
    static readonly string CopyToPublic = Sql.Beside<Publication>("CopyToPublic");
    static readonly string Announce = Sql.Beside<Publication>("Announce");

    /// <summary>Publishes inside the caller's transaction; the caller commits.</summary>
    /// <param name="publishedBy">Who publishes, as everybody may read it.</param>
    /// <param name="auditedAs">The same person's user name for the audit; left out for the service itself.</param>
    public async Task<PublicationOutcome> Publish(
        NpgsqlConnection connection,
        Guid changeSet,
        string publishedBy,
        CancellationToken cancellation,
        string? auditedAs = null
    )
    {
        await Execute(connection, "SELECT pg_advisory_xact_lock($1)", cancellation, PublicationLock);

        var state = await State(connection, changeSet, cancellation);
        if (state != "approved")
        {
            return new PublicationOutcome.NotApproved(state);
        }

        var conflicts = await FindConflictsOf(connection, changeSet, cancellation);
        if (conflicts.Count > 0)
        {
            return new PublicationOutcome.Conflicting(conflicts);
        }

        var (revision, publishedAt) = await NextRevision(connection, changeSet, publishedBy, cancellation);
        await Write(connection, WriteVersions, revision, changeSet, publishedAt, publishedBy, cancellation);
        await Write(connection, CopyToPublic, revision, changeSet, publishedAt, publishedBy, cancellation);
        await generalisation.Make(connection, revision, cancellation);
        await Write(connection, Announce, revision, changeSet, publishedAt, publishedBy, cancellation);
        await audit.Record(
            connection, auditedAs ?? $"({publishedBy})", "publish", AuditLog.ChangeSet(changeSet), new { revision }, cancellation);
        return new PublicationOutcome.Published(revision);
    }

    static async Task<string?> State(NpgsqlConnection connection, Guid changeSet, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT state FROM plan.change_set WHERE id = $1 FOR UPDATE",
            connection
        );
        command.Parameters.AddWithValue(changeSet);
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Changes whose feature is no longer what their author saw.</summary>
    public async Task<IReadOnlyList<Conflict>> FindConflictsOf(
        NpgsqlConnection connection,
        Guid changeSet,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(FindConflicts, connection);
        command.Parameters.AddWithValue(changeSet);
        await using var rows = await command.ExecuteReaderAsync(cancellation);

        var conflicts = new List<Conflict>();
        while (await rows.ReadAsync(cancellation))
        {
            conflicts.Add(
                new Conflict(
                    rows.GetString(0),
                    rows.GetString(1),
                    rows.GetString(2),
                    await rows.GetFieldValueAsync<int?>(3, cancellation),
                    await rows.GetFieldValueAsync<int?>(4, cancellation)
                )
            );
        }

        return conflicts;
    }

    async Task<(int Number, DateTimeOffset PublishedAt)> NextRevision(
        NpgsqlConnection connection,
        Guid changeSet,
        string publishedBy,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(TakeRevision, connection);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(publishedBy);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt32(0), row.GetFieldValue<DateTimeOffset>(1));
    }

    static async Task Write(
        NpgsqlConnection connection,
        string statements,
        int revision,
        Guid changeSet,
        DateTimeOffset recordedAt,
        string recordedBy,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(statements, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("revision", NpgsqlDbType.Integer, revision);
        command.Parameters.AddWithValue("change_set", NpgsqlDbType.Uuid, changeSet);
        command.Parameters.AddWithValue("recorded_at", NpgsqlDbType.TimestampTz, recordedAt);
        command.Parameters.AddWithValue("recorded_by", NpgsqlDbType.Text, recordedBy);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task Execute(
        NpgsqlConnection connection,
        string statement,
        CancellationToken cancellation,
        params object[] values
    )
    {
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
