using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.OpenIdConnect;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Accounts.SignIn;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Microsoft.AspNetCore.Mvc;

namespace LongAnGis.Web.Accounts.Own;

static class AccountEndpoints
{
    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/account").Needs(Permission.SignedIn).DisableAntiforgery();
        own.MapPost("/password", ChangePassword);
        own.MapPost("/sessions/end", EndSession);
        own.MapPost("/sessions/end-all", EndAll);
    }

    static async Task<IResult> ChangePassword(
        [FromForm] string? current, [FromForm] string? chosen, [FromForm] string? repeated,
        HttpContext context, Visitor visitor, SignInWays ways, PasswordChange passwords, Entrance entrance, CancellationToken cancellation)
    {
        if (!ways.Passwords)
        {
            return SignInWays.NoPasswords;
        }

        var person = visitor.Known;
        var objection = await passwords.Change(
            person, current ?? "", chosen ?? "", repeated ?? "", context.Connection.RemoteIpAddress, cancellation);
        if (objection is not null)
        {
            return new RefusedForm(
                StatusCodes.Status422UnprocessableEntity, "/account", PasswordChange.Form, new Dictionary<string, string>(), [objection]);
        }

        // All sessions are over, this one too; the person who has just proved to know the password goes on in a new one.
        await entrance.Enter(context, person.Id, person.UserName, [], cancellation);
        return new SeeOther(context.PageLanguage().Href("/account?done=password"));
    }

    static async Task<IResult> EndSession(
        [FromForm] string? session, HttpContext context, Visitor visitor, SessionStore sessions, AuditLog audit, CancellationToken cancellation)
    {
        var hash = new byte[32];
        if (session is { Length: 64 } && Convert.FromHexString(session, hash, out _, out _) is System.Buffers.OperationStatus.Done
            && await sessions.End(visitor.Known.Id, hash, cancellation) == 1)
        {
            await audit.Record(visitor.Known.UserName, "session.end", $"account/{visitor.Known.UserName}", null, cancellation);
        }

        return new SeeOther(context.PageLanguage().Href("/account"));
    }

    static async Task<IResult> EndAll(
        HttpContext context, Visitor visitor, PasswordChange passwords, Entrance entrance, CancellationToken cancellation)
    {
        await passwords.SignOutEverywhere(visitor.Known, cancellation);
        await entrance.Leave(context, cancellation);
        return new SeeOther(context.PageLanguage().Href("/sign-in"));
    }
}
