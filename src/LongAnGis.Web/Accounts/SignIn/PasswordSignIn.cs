using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Passwords;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Accounts.SignIn;

/// <summary>What came of a name and a password.</summary>
public abstract record SignInOutcome
{
    public sealed record Welcome(Guid Account, string UserName) : SignInOutcome;

    /// <summary>Wrong name or wrong password, or an account that is disabled or has none: nobody is told which.</summary>
    public sealed record Wrong : SignInOutcome;

    public sealed record Wait(TimeSpan Time) : SignInOutcome;
}

/// <summary>Judges a name and a password.</summary>
public sealed class PasswordSignIn(
    PlanDatabase database, SignInThrottle throttle, PasswordHashing passwords, AuditLog audit, TimeProvider clock)
{
    static readonly string ByName = Sql.Beside<PasswordSignIn>("AccountByName");

    public async Task<SignInOutcome> Try(string userName, string password, IPAddress? address, CancellationToken cancellation)
    {
        var name = UserNames.Normalize(userName);
        if (await throttle.Begin(name, address, cancellation) is { } wait)
        {
            return new SignInOutcome.Wait(wait);
        }

        var (id, hash) = await Find(name, cancellation);
        var verdict = passwords.Verify(hash, password);
        if (id is null || verdict is PasswordVerdict.Wrong)
        {
            // The name of nobody may be somebody's password in the wrong field.
            await audit.Record(
                id is null ? "(unknown)" : name, "sign-in.refused", id is null ? "account" : $"account/{name}",
                new { address = address?.ToString() }, cancellation);
            return new SignInOutcome.Wrong();
        }

        await Execute(
            "UPDATE plan.account SET last_sign_in_at = $2, password_hash = coalesce($3, password_hash) WHERE id = $1", cancellation,
            id, clock.GetUtcNow(), verdict is PasswordVerdict.RightButOld ? passwords.Hash(password) : DBNull.Value);
        await throttle.Succeed(name, address, cancellation);
        return new SignInOutcome.Welcome(id.Value, name);
    }

    async Task<(Guid? Id, string? Hash)> Find(string name, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ByName);
        command.Parameters.Add(new() { Value = name });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1)) : (null, null);
    }

    async Task Execute(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value is DBNull ? new() { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } : new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
