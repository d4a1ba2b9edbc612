using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Accounts.Sessions;

/// <summary>Somebody's session on one device.</summary>
public sealed record Session(byte[] KeyHash, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string? UserAgent);

/// <summary>
/// Who is signed in where. Kept in the database and asked on every request, so that any node knows everyone, and who was
/// signed out, disabled or given other roles is somebody else from the next request on.
/// </summary>
public sealed class SessionStore(PlanDatabase database, TimeProvider clock)
{
    /// <summary>A session that nobody uses ends after this time.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Even one in constant use ends, and the password is asked for again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    // "Last seen" is told to people; to the minute is enough, and reading a page then writes nothing.
    static readonly TimeSpan Touched = TimeSpan.FromMinutes(1);

    static readonly string Find = Sql.Beside<SessionStore>("SessionByKey");
    static readonly string Insert = Sql.Beside<SessionStore>("OpenSession");
    static readonly string Touch = Sql.Beside<SessionStore>("TouchSession");
    static readonly string OfAccount = Sql.Beside<SessionStore>("SessionsOfAccount");

    /// <summary>The person behind a key; null when the session is over.</summary>
    public async Task<Person?> Who(byte[] keyHash, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        Person person;
        DateTimeOffset seen;
        await using (var command = database.CreateCommand(Find))
        {
            command.Parameters.Add(new() { Value = keyHash });
            command.Parameters.Add(new() { Value = now });
            await using var row = await command.ExecuteReaderAsync(cancellation);
            if (!await row.ReadAsync(cancellation))
            {
                return null;
            }

            person = new(
                row.GetGuid(0),
                row.GetString(1),
                row.GetString(2),
                row.GetFieldValue<string[]>(3).Select(RoleCodes.Parse).ToHashSet(),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5));
            seen = row.GetFieldValue<DateTimeOffset>(6);
        }

        if (now - seen > Touched)
        {
            await Execute(Touch, cancellation, keyHash, now, Idle, Longest);
        }

        return person;
    }

    /// <summary>Opens a session and answers with its key, for the cookie; null when the account is disabled.</summary>
    /// <param name="ticket">What an OpenID Connect provider wants to be told at sign-out, protected; empty after a password.</param>
    public async Task<string?> Open(Guid account, string? userAgent, byte[] ticket, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await Execute("DELETE FROM plan.session WHERE expires_at < $1", cancellation, now);
        var key = SessionKey.New();
        var opened = await Execute(
            Insert, cancellation, SessionKey.Hash(key), account, ticket, now, now + Idle, (object?)Tidy(userAgent) ?? DBNull.Value);
        return opened == 1 ? key : null;
    }

    /// <summary>Ends a session; answers with its ticket, or with null when there was none.</summary>
    public async Task<byte[]?> End(byte[] keyHash, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("DELETE FROM plan.session WHERE key_hash = $1 RETURNING ticket");
        command.Parameters.Add(new() { Value = keyHash });
        return await command.ExecuteScalarAsync(cancellation) as byte[];
    }

    /// <summary>Ends one of somebody's own sessions.</summary>
    public Task<int> End(Guid account, byte[] keyHash, CancellationToken cancellation) =>
        Execute("DELETE FROM plan.session WHERE account_id = $1 AND key_hash = $2", cancellation, account, keyHash);

    public async Task<IReadOnlyList<Session>> Of(Guid account, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OfAccount);
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var sessions = new List<Session>();
        while (await row.ReadAsync(cancellation))
        {
            sessions.Add(new(
                row.GetFieldValue<byte[]>(0),
                row.GetFieldValue<DateTimeOffset>(1),
                row.GetFieldValue<DateTimeOffset>(2),
                row.IsDBNull(3) ? null : row.GetString(3)));
        }

        return sessions;
    }

    async Task<int> Execute(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellation);
    }

    static string? Tidy(string? userAgent) => string.IsNullOrWhiteSpace(userAgent)
        ? null
        : new string([.. userAgent.Where(c => !char.IsControl(c)).Take(300)]);
}
