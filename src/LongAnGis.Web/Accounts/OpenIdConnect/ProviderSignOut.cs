using System.Security.Cryptography;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>
/// Ends the provider's session after ours (OpenID Connect RP-Initiated Logout 1.0). A browser's rules let a form lead to our
/// own pages only, so the person is led by a page in between; the provider's address travels there protected, and nobody
/// can make that page lead elsewhere.
/// </summary>
sealed partial class ProviderSignOut(
    ProviderSettings provider, PublicAddress site, ProviderTickets tickets, IOptionsMonitor<OpenIdConnectOptions> options,
    IDataProtectionProvider protection, ILogger<ProviderSignOut> log)
{
    /// <summary>Where the provider sends people back to; to be registered there.</summary>
    public const string ReturnPath = "/sign-out/done";

    // Longer tokens are left out, so that no server on the way finds the address too long.
    const int LongestHint = 6000;

    // Whoever signs out shall not wait for a provider that is down.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("OpenIdConnect.SignOut").ToTimeLimitedDataProtector();

    /// <summary>Path and query of the page that leads to the provider; null when it offers no sign-out or cannot be asked.</summary>
    public async Task<string?> Lead(HttpContext context, byte[] ticket, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var token = tickets.Unprotect(ticket);
            var manager = options.Get(ProviderSetup.Scheme).ConfigurationManager!;
            var description = await manager.GetConfigurationAsync(patience.Token);
            if (string.IsNullOrEmpty(description.EndSessionEndpoint))
            {
                return null;
            }

            var message = new OpenIdConnectMessage
            {
                IssuerAddress = description.EndSessionEndpoint,
                ClientId = provider.ClientId,
                IdTokenHint = token.Length <= LongestHint ? token : null,
                PostLogoutRedirectUri = site.Of(context.Request) + ReturnPath,
                State = context.PageLanguage().Code,
                UiLocales = context.PageLanguage().Code,
                EnableTelemetryParameters = false,
            };
            var address = protector.Protect(message.CreateLogoutRequestUrl(), TimeSpan.FromMinutes(5));
            return "/signed-out" + QueryString.Create("to", address);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested
            && failure is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException or CryptographicException)
        {
            LogSilence(failure);
            return null;
        }
    }

    /// <summary>The provider's address, when we have written it in the last minutes.</summary>
    public string? Read(string? address)
    {
        try
        {
            return string.IsNullOrEmpty(address) ? null : protector.Unprotect(address);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The identity provider could not be told of a sign-out")]
    partial void LogSilence(Exception failure);
}
