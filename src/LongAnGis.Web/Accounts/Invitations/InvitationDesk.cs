using LongAnGis.Web.Accounts.Passwords;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Accounts.Invitations;

/// <summary>Somebody who holds an open invitation.</summary>
public sealed record Invited(Guid Account, string UserName, string DisplayName);

/// <summary>Knows invitations by the hash of their token, and lets each be taken once.</summary>
public sealed class InvitationDesk(PlanDatabase database, PasswordHashing passwords, AuditLog audit, TimeProvider clock)
{
    static readonly string ByToken = Sql.Beside<InvitationDesk>("InvitationByToken");
    static readonly string AcceptQuery = Sql.Beside<InvitationDesk>("AcceptInvitation");

    public async Task<Invited?> Find(string token, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ByToken);
        command.Parameters.Add(new() { Value = SessionKey.Hash(token) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetGuid(0), row.GetString(1), row.GetString(2)) : null;
    }

    /// <summary>Gives the account its password; false when somebody was faster or the time is over.</summary>
    public async Task<bool> Accept(string token, Invited invited, string password, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AcceptQuery);
        command.Parameters.Add(new() { Value = SessionKey.Hash(token) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = passwords.Hash(password) });
        if (await command.ExecuteScalarAsync(cancellation) is null)
        {
            return false;
        }

        await audit.Record(invited.UserName, "account.accept", $"account/{invited.UserName}", null, cancellation);
        return true;
    }
}
