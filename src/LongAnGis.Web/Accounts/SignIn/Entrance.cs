using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Audit;

namespace LongAnGis.Web.Accounts.SignIn;

/// <summary>The one door: opens and ends the session of a browser, however its person proved who they are.</summary>
public sealed class Entrance(SessionStore sessions, AuditLog audit)
{
    /// <summary>Always a new key: one that was in the browser before may be known to somebody else.</summary>
    /// <returns>False when the account has been disabled meanwhile.</returns>
    public async Task<bool> Enter(HttpContext context, Guid account, string userName, byte[] ticket, CancellationToken cancellation)
    {
        await End(context, cancellation);
        var key = await sessions.Open(account, context.Request.Headers.UserAgent, ticket, cancellation);
        if (key is null)
        {
            return false;
        }

        SessionCookie.Write(context, key);
        await audit.Record(
            userName, "session.sign-in", $"account/{userName}",
            new { by = ticket.Length == 0 ? "password" : "openid-connect", address = context.Connection.RemoteIpAddress?.ToString() }, cancellation);
        return true;
    }

    /// <summary>Ends the browser's session, if it has one; answers with the ticket that the session was opened with.</summary>
    public async Task<byte[]?> Leave(HttpContext context, CancellationToken cancellation)
    {
        var ticket = await End(context, cancellation);
        SessionCookie.Remove(context);
        // The pages that this browser keeps for "back" were this person's.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return ticket;
    }

    async Task<byte[]?> End(HttpContext context, CancellationToken cancellation) =>
        SessionCookie.Read(context.Request) is { } key ? await sessions.End(SessionKey.Hash(key), cancellation) : null;
}
