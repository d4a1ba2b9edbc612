namespace LongAnGis.Web.Platform;

/// <summary>
/// What the browser may load and where our pages may be shown. Everything comes from this server, except the basemaps that
/// the configuration names.
/// </summary>
public static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var basemaps = BasemapOrigins(app.Configuration);
        string Policy(string ancestors) => string.Join("; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            $"img-src 'self' data: blob: {basemaps}".TrimEnd(),
            $"connect-src 'self' {basemaps}".TrimEnd(),
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            $"frame-ancestors {ancestors}");
        var (policy, embedded) = (Policy("'none'"), Policy("*"));

        app.Use((context, next) =>
        {
            // At the last moment, because the exception handler clears the headers set before it.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<EmbeddableAttribute>() is null ? policy : embedded;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    // "https://tile.example.org/{z}/{x}/{y}.png" may be loaded from https://tile.example.org and from nowhere else there.
    static string BasemapOrigins(IConfiguration configuration) => string.Join(' ', configuration.GetSection("Basemaps").GetChildren()
        .Select(basemap => basemap["url"])
        .Where(url => Uri.TryCreate(url?.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out _))
        .Select(url => new Uri(url!.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)).GetLeftPart(UriPartial.Authority))
        .Distinct());
}
