using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace LongAnGis.Web.Platform;

/// <summary>
/// Who may say for whom a request comes. Anybody can write X-Forwarded-For, so it counts only from the reverse proxies that
/// the setting <c>TrustedProxies</c> names (<c>127.0.0.1;10.0.0.0/24</c>); without it, from nobody.
/// </summary>
static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var named = (app.Configuration["TrustedProxies"] ?? "").Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            // Never the host: which hosts are ours is said by "Hosts".
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(name, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new StartupException(
                    $"Không đọc được “{name}” trong TrustedProxies; ví dụ đúng: 127.0.0.1;10.0.0.0/24.",
                    $"“{name}” in TrustedProxies cannot be read; a valid example: 127.0.0.1;10.0.0.0/24.");
            }
        }

        app.UseForwardedHeaders(options);
    }
}
