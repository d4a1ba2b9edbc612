using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.Text;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>Somebody as the provider has vouched for them, after its word was verified.</summary>
public sealed record Arrival(string Subject, ClaimsPrincipal Claims);

/// <summary>What came of an arrival: an account to enter, or why not.</summary>
abstract record ArrivalOutcome
{
    public sealed record Welcome(Guid Account, string UserName) : ArrivalOutcome;

    /// <param name="UserName">Whose account it is about, when there is one.</param>
    public sealed record Refused(ProviderTrouble Trouble, string? UserName) : ArrivalOutcome;
}

/// <summary>
/// Finds, links or makes the account of somebody who arrives from the provider. Issuer and subject say who they are; an
/// e-mail address or a name never leads to an account, since anybody may claim one.
/// </summary>
sealed class Arrivals(ProviderSettings provider, PlanDatabase database, AuditLog audit, TimeProvider clock)
{
    static readonly string BySubject = Sql.Beside<Arrivals>("AccountBySubject");
    static readonly string Admit = Sql.Beside<Arrivals>("AdmitPerson");
    static readonly string Link = Sql.Beside<Arrivals>("LinkInvitation");

    /// <param name="invitation">The token of the invitation that they came with; null for a plain sign-in.</param>
    public async Task<ArrivalOutcome> Receive(Arrival arrival, string? invitation, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var known = await Find(connection, arrival.Subject, cancellation);
        if (invitation is not null)
        {
            if (known is not null)
            {
                return new ArrivalOutcome.Refused(ProviderTrouble.Taken, known.UserName);
            }

            if (!await TakeInvitation(connection, arrival, invitation, cancellation))
            {
                return new ArrivalOutcome.Refused(ProviderTrouble.Uninvited, null);
            }

            known = await Find(connection, arrival.Subject, cancellation);
        }

        if (known is null && provider.AdmitsUnknown)
        {
            await MakeAccount(connection, arrival, cancellation);
            known = await Find(connection, arrival.Subject, cancellation);
        }

        switch (known)
        {
            case null:
                return new ArrivalOutcome.Refused(ProviderTrouble.Unknown, null);
            case { IsDisabled: true }:
                return new ArrivalOutcome.Refused(ProviderTrouble.Disabled, known.UserName);
        }

        await TakeRoles(connection, known, arrival, cancellation);
        await Execute(connection, "UPDATE plan.account SET last_sign_in_at = $2 WHERE id = $1", cancellation, known.Id, clock.GetUtcNow());
        await transaction.CommitAsync(cancellation);
        return new ArrivalOutcome.Welcome(known.Id, known.UserName);
    }

    sealed record Known(Guid Id, string UserName, IReadOnlySet<Role> Roles, bool IsDisabled);

    async Task<Known?> Find(NpgsqlConnection connection, string subject, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(BySubject, connection);
        command.Parameters.Add(new() { Value = provider.Issuer });
        command.Parameters.Add(new() { Value = subject });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetGuid(0), row.GetString(1), row.GetFieldValue<string[]>(2).Select(RoleCodes.Parse).ToHashSet(), row.GetBoolean(3))
            : null;
    }

    async Task<bool> TakeInvitation(NpgsqlConnection connection, Arrival arrival, string invitation, CancellationToken cancellation)
    {
        var taken = await Execute(
            connection, Link, cancellation, SessionKey.Hash(invitation), clock.GetUtcNow(), provider.Issuer, arrival.Subject);
        if (taken is not string userName)
        {
            return false;
        }

        await audit.Record(connection, userName, "account.accept", $"account/{userName}", new { by = "openid-connect", arrival.Subject }, cancellation);
        return true;
    }

    async Task MakeAccount(NpgsqlConnection connection, Arrival arrival, CancellationToken cancellation)
    {
        var claims = arrival.Claims;
        // Only an address that the provider has verified is worth keeping, and even that only to write to.
        var email = claims.FindFirstValue("email_verified") is "true" or "True" ? claims.FindFirstValue("email") : null;
        foreach (var userName in Names(arrival))
        {
            var made = await Execute(
                connection, Admit, cancellation, userName, DisplayName(claims) ?? userName, email is { Length: <= 254 } ? email : null,
                provider.Issuer, arrival.Subject, clock.GetUtcNow());
            if (made is Guid)
            {
                await audit.Record(
                    connection, userName, "account.admit", $"account/{userName}", new { by = "openid-connect", arrival.Subject }, cancellation);
                return;
            }

            // Either the name is taken, or the same person has just arrived by another node.
            if (await Find(connection, arrival.Subject, cancellation) is not null)
            {
                return;
            }
        }
    }

    // The name that they bear at the provider when it is free and cannot be taken for another; else one made of it.
    IEnumerable<string> Names(Arrival arrival)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider.Issuer} {arrival.Subject}")));
        var wished = UserNames.Normalize(arrival.Claims.FindFirstValue("preferred_username") ?? "");
        if (UserNames.IsValid(wished))
        {
            yield return wished;
            yield return $"{wished[..Math.Min(wished.Length, 80)]}-{mark[..8]}";
        }

        yield return $"oidc-{mark[..24]}";
    }

    static string? DisplayName(ClaimsPrincipal claims)
    {
        var name = VietnameseText.Canonical(new string([.. (claims.FindFirstValue("name") ?? "").Where(c => !char.IsControl(c)).Take(200)])).Trim();
        return name.Length is > 0 and <= 200 ? name : null;
    }

    // Other roles end the sessions that were opened with the old ones, as when an administrator gives them.
    async Task TakeRoles(NpgsqlConnection connection, Known known, Arrival arrival, CancellationToken cancellation)
    {
        if (provider.RolesClaim is not { } claim)
        {
            return;
        }

        var given = claim.Values(arrival.Claims).SelectMany(value => provider.Roles[value]).ToHashSet();
        if (given.SetEquals(known.Roles))
        {
            return;
        }

        var codes = given.Order().Select(role => role.Code()).ToArray();
        await Execute(
            connection, "UPDATE plan.account SET roles = $2, security_stamp = gen_random_uuid() WHERE id = $1", cancellation, known.Id, codes);
        await audit.Record(
            connection, known.UserName, "account.roles", $"account/{known.UserName}", new { by = "openid-connect", roles = codes }, cancellation);
    }

    static async Task<object?> Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value is null ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } : new() { Value = value });
        }

        return await command.ExecuteScalarAsync(cancellation);
    }
}
