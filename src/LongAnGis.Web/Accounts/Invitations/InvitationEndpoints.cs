using LongAnGis.Web.Accounts.OpenIdConnect;
using LongAnGis.Web.Accounts.Own;
using LongAnGis.Web.Accounts.SignIn;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Microsoft.AspNetCore.Mvc;

namespace LongAnGis.Web.Accounts.Invitations;

static class InvitationEndpoints
{
    public static readonly Refusal Over = Refusal.NotFound(
        "Lời mời này không còn dùng được: đã dùng, đã hết hạn, hoặc liên kết bị chép thiếu. Hãy xin quản trị viên lời mời mới.",
        "This invitation can no longer be used: it was taken, is over, or its link was copied incompletely. Ask an administrator for a new one.");

    public static void MapInvitations(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/invitation/{token}", Accept).DisableAntiforgery();

    static async Task<IResult> Accept(
        string token, [FromForm] string? chosen, [FromForm] string? repeated,
        HttpContext context, SignInWays ways, InvitationDesk desk, Entrance entrance, CancellationToken cancellation)
    {
        if (!ways.Passwords)
        {
            return SignInWays.NoPasswords;
        }

        if (await desk.Find(token, cancellation) is not { } invited)
        {
            return Over;
        }

        if (PasswordChange.Objection(chosen ?? "", repeated ?? "", invited.UserName) is { } objection)
        {
            return new RefusedForm(
                StatusCodes.Status422UnprocessableEntity, $"/invitation/{token}", PasswordChange.Form, new Dictionary<string, string>(), [objection]);
        }

        if (!await desk.Accept(token, invited, chosen!, cancellation))
        {
            return Over;
        }

        await entrance.Enter(context, invited.Account, invited.UserName, [], cancellation);
        return new SeeOther(context.PageLanguage().Href("/account"));
    }
}
