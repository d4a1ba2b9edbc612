using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LongAnGis.Tests;

/// <summary>Somebody who has an identity at the provider.</summary>
public sealed record Identity(string Subject, string Name, string UserName)
{
    public string? Email { get; init; }

    public bool IsEmailVerified { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether groups (also as roles in <c>realm_access</c>, as some providers have them) are told in the token, or only where user info is asked for.</summary>
    public bool HasGroupsInToken { get; init; } = true;

    /// <summary>What the provider hands out instead of the token that it has made for them.</summary>
    public Func<string, string>? Forge { get; init; }
}

/// <summary>
/// A whole OpenID Connect provider (OpenIddict) on a port of this machine: it registers clients, asks who is there, keeps a
/// session of its own, hands out codes once, signs its tokens, and ends its session when it is told to.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "long-an-gis";
    public const string Secret = "giữ kín 2030";
    const string Session = "session";

    readonly WebApplication app;
    readonly ConcurrentDictionary<string, Identity> people = [];

    IdentityProvider(WebApplication app, RsaSecurityKey key) => (this.app, Key) = (app, key);

    /// <summary>The key that the provider signs with.</summary>
    public RsaSecurityKey Key { get; }

    /// <summary>The issuer that the provider's description names instead of its own address.</summary>
    public string? ClaimedIssuer { get; set; }

    public string Address => app.Urls.Single();

    /// <summary>The settings with which a site takes this provider for its own.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["OpenIdConnect:Authority"] = Address,
        ["OpenIdConnect:ClientId"] = ClientId,
        ["OpenIdConnect:ClientSecret"] = Secret,
        // On a busy machine everything takes its time.
        ["OpenIdConnect:TimeoutSeconds"] = "100",
        ["OpenIdConnect:NameVi"] = "Cổng định danh thử",
        ["OpenIdConnect:NameEn"] = "Test identity portal",
    };

    public static async Task<IdentityProvider> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        IdentityProvider? provider = null;
        var services = builder.Services;
        var store = Guid.NewGuid().ToString("N");
        services.AddRouting();
        services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(store).UseOpenIddict());
        services.AddAuthentication(Session).AddCookie(Session, cookie => cookie.Cookie.Name = "provider");
        using var key = RSA.Create(2048);
        var signing = new RsaSecurityKey(key.ExportParameters(true)) { KeyId = "test-key" };
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetUserInfoEndpointUris("connect/userinfo")
                    .SetEndSessionEndpointUris("connect/logout");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.Profile, Scopes.Email);
                server.AddEphemeralEncryptionKey().AddSigningKey(signing);
                server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
                server.AddEventHandler<OpenIddictServerEvents.ApplyTokenResponseContext>(handler => handler
                    .SetOrder(int.MinValue)
                    .UseInlineHandler(context =>
                    {
                        if (context.Response.IdToken is { } token
                            && provider!.people[new JsonWebToken(token).Subject].Forge is { } forge)
                        {
                            context.Response.IdToken = forge(token);
                        }

                        return ValueTask.CompletedTask;
                    }));
                server.AddEventHandler<OpenIddictServerEvents.ApplyConfigurationResponseContext>(handler => handler
                    .SetOrder(int.MinValue)
                    .UseInlineHandler(context =>
                    {
                        context.Response["issuer"] = provider!.ClaimedIssuer ?? context.Response["issuer"];
                        return ValueTask.CompletedTask;
                    }));
            });

        var app = builder.Build();
        provider = new(app, signing);
        app.UseRouting();
        app.UseAuthentication();
        app.MapMethods("/connect/authorize", ["GET", "POST"], (Delegate)provider.Authorize);
        app.MapGet("/login", provider.ShowLogin);
        app.MapPost("/login", (Delegate)Login);
        app.MapGet("/connect/userinfo", (Delegate)provider.TellAbout);
        app.MapGet("/connect/logout", (Delegate)provider.SignOut);
        await app.StartAsync();
        return provider;
    }

    /// <summary>Lets a site send people here and take them back.</summary>
    public async Task Register(string siteAddress)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = Secret,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri($"{siteAddress}/sign-in/provider/answer") },
            PostLogoutRedirectUris = { new Uri($"{siteAddress}/sign-out/done") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile, Permissions.Scopes.Email,
            },
        });
    }

    public Identity Add(Identity person) => people[person.Subject] = person;

    async Task<IResult> Authorize(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request["cancelled"] is not null)
        {
            return Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
                }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var session = await context.AuthenticateAsync(Session);
        if (session.Principal?.FindFirst(Claims.Subject) is not { } subject)
        {
            return Results.Redirect("/login" + QueryString.Create("return", context.Request.Path + context.Request.QueryString));
        }

        var person = people[subject.Value];
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.AddClaim(Claims.Subject, person.Subject)
            .AddClaim(Claims.Name, person.Name)
            .AddClaim(Claims.PreferredUsername, person.UserName);
        if (person.Email is { } email)
        {
            identity.AddClaim(Claims.Email, email).AddClaim(Claims.EmailVerified, person.IsEmailVerified);
        }

        if (person.HasGroupsInToken)
        {
            identity.AddClaims("groups", [.. person.Groups]);
            identity.AddClaim("realm_access", JsonSerializer.SerializeToElement(new { roles = person.Groups }));
        }

        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    IResult ShowLogin() => Results.Content(
        $"""
        <!doctype html>
        <html lang="vi"><title>Cổng định danh thử</title><link rel="icon" href="data:,">
        <h1>Cổng định danh thử</h1>
        <form method="post">
        <label>Bạn là ai? <select name="who">{string.Concat(people.Values.Select(one => $"<option value=\"{one.Subject}\">{WebUtility.HtmlEncode(one.Name)}</option>"))}</select></label>
        <button name="do" value="enter">Xác nhận</button>
        <button name="do" value="cancel">Hủy</button>
        </form>
        """, "text/html; charset=utf-8");

    static async Task<IResult> Login(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var back = context.Request.Query["return"].ToString();
        if (form["do"] == "cancel")
        {
            return Results.LocalRedirect(back + "&cancelled=true");
        }

        await context.SignInAsync(Session, new(new ClaimsIdentity([new(Claims.Subject, form["who"].ToString())], Session)));
        return Results.LocalRedirect(back);
    }

    async Task<IResult> TellAbout(HttpContext context)
    {
        var known = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var person = people[known.Principal!.GetClaim(Claims.Subject)!];
        return Results.Json(new Dictionary<string, object?>
        {
            [Claims.Subject] = person.Subject,
            [Claims.Name] = person.Name,
            ["groups"] = person.Groups,
            ["realm_access"] = new { roles = person.Groups },
        });
    }

    async Task<IResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync(Session);
        return Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
