using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>
/// Signing in with an OpenID Connect provider: authorization code flow with PKCE, state and nonce. What a sign-in needs on
/// its way lies in the browser, protected by keys that all nodes share, so the answer may reach any of them.
/// </summary>
static class ProviderSetup
{
    public const string Scheme = "OpenIdConnect";

    /// <summary>Where people set out for the provider.</summary>
    public const string StartPath = "/sign-in/provider";

    /// <summary>Where the provider answers; to be registered there.</summary>
    public const string AnswerPath = "/sign-in/provider/answer";

    static readonly string[] ClaimsOfAPerson = ["name", "preferred_username", "email", "email_verified"];

    // No scheme of the framework's knows our sessions; it must not guess one.
    const string Nobody = "nobody";

    public static void AddProvider(this IServiceCollection services, ProviderSettings provider)
    {
        services.AddSingleton(provider);
        services.AddSingleton<Arrivals>();
        services.AddSingleton<ProviderTickets>();
        services.AddSingleton<ProviderSignOut>();
        services.AddSingleton<ProviderEvents>();
        services.AddAuthentication(Nobody).AddOpenIdConnect(Scheme, options => Configure(options, provider));
    }

    static void Configure(OpenIdConnectOptions options, ProviderSettings provider)
    {
        options.Authority = provider.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // As a query, so that the browser brings the cookies of the sign-in along without their being open to other sites.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = AnswerPath;
        // Sign-out is ours.
        options.SignedOutCallbackPath = options.RemoteSignOutPath = PathString.Empty;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes.Prepend("openid").Distinct())
        {
            options.Scope.Add(scope);
        }

        options.SaveTokens = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = provider.AsksUserInfo;
        foreach (var claim in ClaimsOfAPerson.Concat(provider.RolesClaim?.Sources ?? []))
        {
            options.ClaimActions.MapJsonKey(claim, claim);
            // An object is not a value to the action above; the roles may lie in one.
            options.ClaimActions.MapCustomJson(
                claim, JsonClaimValueTypes.Json, told => told.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Object ? value.GetRawText() : null);
        }

        options.BackchannelTimeout = provider.Patience;
        options.DisableTelemetry = true;
        options.EventsType = typeof(ProviderEvents);
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }

    /// <summary>Takes the provider's answers; once it is known who was signed in before.</summary>
    public static void UseProvider(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetService<ProviderSettings>() is not null)
        {
            app.UseAuthentication();
        }
    }
}
