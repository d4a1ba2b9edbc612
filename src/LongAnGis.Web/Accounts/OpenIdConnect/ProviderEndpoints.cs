using LongAnGis.Web.Accounts.Access;
using LongAnGis.Web.Accounts.Invitations;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Authentication;

namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>The way to the provider, and the way back from its sign-out. The way back from sign-in is the framework's.</summary>
static class ProviderEndpoints
{
    public static void MapProvider(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ProviderSetup.StartPath, (HttpContext context, ProviderEvents events) => SetOut(
            context, events, ReturnAddress.Local(context.Request.Query[ReturnAddress.Parameter].LastOrDefault()), invitation: null));
        routes.MapGet("/invitation/{token}/provider", async (
            string token, HttpContext context, ProviderEvents events, InvitationDesk desk, CancellationToken cancellation) =>
            await desk.Find(token, cancellation) is null
                ? InvitationEndpoints.Over
                : await SetOut(context, events, context.PageLanguage().Href("/account"), token));
        routes.MapGet(ProviderSignOut.ReturnPath, (HttpContext context) =>
            new SeeOther((Language.Find(context.Request.Query["state"]) ?? context.DataLanguage()).Href("/signed-out")));
    }

    static async Task<IResult> SetOut(HttpContext context, ProviderEvents events, string back, string? invitation)
    {
        var properties = new AuthenticationProperties { RedirectUri = back };
        properties.Items[ProviderEvents.LanguageItem] = context.PageLanguage().Code;
        if (invitation is not null)
        {
            properties.Items[ProviderEvents.InvitationItem] = invitation;
        }

        // The provider answers at one address, whatever language we are asked in; the handler's cookies are for that address.
        context.Features.Set<IAuthenticationFeature>(
            new AuthenticationFeature { OriginalPathBase = PathString.Empty, OriginalPath = context.Request.Path });
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await context.ChallengeAsync(ProviderSetup.Scheme, properties);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested
            && failure is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException)
        {
            await events.Unreachable(context, properties, failure);
        }

        return Results.Empty;
    }
}
