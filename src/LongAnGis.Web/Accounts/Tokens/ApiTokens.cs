using System.Data.Common;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Accounts.Tokens;

/// <summary>Who shows a token: the person that it stands for, or why it opens nothing.</summary>
public sealed record TokenHolder(Person Person, ApiToken Token, bool IsDisabled);

/// <summary>
/// Tokens of programs: made by people who are signed in, shown once, kept as SHA-256. They are asked for on each request, so that
/// a token that was revoked, or whose owner was disabled or got other roles, is another from the next request on. They outlive
/// a change of password, as the program that holds one is not the browser that was signed out.
/// </summary>
public sealed class ApiTokens(PlanDatabase database, AuditLog audit, TimeProvider clock)
{
    /// <summary>Tells a token from other secrets wherever one turns up, in logs or in code.</summary>
    public const string Prefix = "longan_";

    /// <summary>Tokens of one account that are live at a time.</summary>
    public const int MostLive = 20;

    /// <summary>Days that a token may live; the longest is a year.</summary>
    public static readonly IReadOnlyList<int> Lifetimes = [7, 30, 90, 365];

    static readonly TimeSpan Touched = TimeSpan.FromMinutes(1);

    static readonly string Find = Sql.Beside<ApiTokens>("TokenByHash");
    static readonly string OfAccount = Sql.Beside<ApiTokens>("TokensOfAccount");

    public async Task<TokenHolder?> Who(string token, CancellationToken cancellation)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 100)
        {
            return null;
        }

        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = SessionKey.Hash(token) });
        TokenHolder holder;
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            if (!await row.ReadAsync(cancellation))
            {
                return null;
            }

            holder = new(
                new(
                    row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3).Select(RoleCodes.Parse).ToHashSet(),
                    row.FindString(4), row.FindString(5)),
                Read(row, 7),
                row.GetBoolean(6));
        }

        if (holder.Token.IsLive(clock.GetUtcNow()))
        {
            await Touch(holder.Token, cancellation);
        }

        return holder;
    }

    public async Task<IReadOnlyList<ApiToken>> Of(Guid account, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OfAccount);
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var tokens = new List<ApiToken>();
        while (await row.ReadAsync(cancellation))
        {
            tokens.Add(Read(row, 0));
        }

        return tokens;
    }

    /// <summary>A new token, which is told here and never again.</summary>
    public async Task<string> Make(Person person, string name, IReadOnlyCollection<TokenScope> scopes, int days, CancellationToken cancellation)
    {
        var token = Prefix + SessionKey.New();
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new Npgsql.NpgsqlCommand(
            """
            INSERT INTO plan.api_token (account_id, name, token_hash, scopes, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            RETURNING id
            """, connection);
        command.Parameters.AddWithValue(person.Id);
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(SessionKey.Hash(token));
        command.Parameters.AddWithValue(scopes.Select(scope => scope.Code()).ToArray());
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(now.AddDays(days));
        var id = (Guid)(await command.ExecuteScalarAsync(cancellation))!;
        await audit.Record(
            connection, person.UserName, "token.make", Subject(person), new { token = id, name, scopes = scopes.Select(scope => scope.Code()), days }, cancellation);
        await transaction.CommitAsync(cancellation);
        return token;
    }

    /// <summary>Ends one of somebody's own tokens; nothing happens to one that is not theirs or is over.</summary>
    public async Task Revoke(Person person, Guid token, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new Npgsql.NpgsqlCommand(
            "UPDATE plan.api_token SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL", connection);
        command.Parameters.AddWithValue(token);
        command.Parameters.AddWithValue(person.Id);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        if (await command.ExecuteNonQueryAsync(cancellation) == 1)
        {
            await audit.Record(connection, person.UserName, "token.revoke", Subject(person), new { token }, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    async Task Touch(ApiToken token, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now - (token.LastUsedAt ?? DateTimeOffset.MinValue) <= Touched)
        {
            return;
        }

        await using var command = database.CreateCommand("UPDATE plan.api_token SET last_used_at = $2 WHERE id = $1");
        command.Parameters.Add(new() { Value = token.Id });
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static string Subject(Person person) => $"account/{person.UserName}";

    static ApiToken Read(DbDataReader row, int first) => new(
        row.GetGuid(first),
        row.GetString(first + 1),
        row.GetFieldValue<string[]>(first + 2).Select(TokenScopes.Find).OfType<TokenScope>().ToHashSet(),
        row.GetFieldValue<DateTimeOffset>(first + 3),
        row.GetFieldValue<DateTimeOffset>(first + 4),
        row.Find<DateTimeOffset>(first + 5),
        row.Find<DateTimeOffset>(first + 6));
}
