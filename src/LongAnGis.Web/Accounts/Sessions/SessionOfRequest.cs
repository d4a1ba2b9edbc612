using Microsoft.AspNetCore.Diagnostics;

namespace LongAnGis.Web.Accounts.Sessions;

/// <summary>Says who makes the request, from the key in its cookie.</summary>
static class SessionOfRequest
{
    // These answer everybody alike, so nobody needs to be known there; tiles are asked for a hundred at a time.
    static readonly string[] ForEverybody = ["/tiles", "/styles", "/health", "/css", "/_framework", "/map"];

    public static void UseSessions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var visitor = context.RequestServices.GetRequiredService<Visitor>();
        if (context.Features.Get<Visitor>() is { } known)
        {
            // The page that explains a refusal has services of its own.
            (visitor.Person, visitor.SessionHash) = (known.Person, known.SessionHash);
        }
        else if (context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && SessionCookie.Read(context.Request) is { } key
            && !ForEverybody.Any(prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal)))
        {
            var hash = SessionKey.Hash(key);
            visitor.Person = await context.RequestServices.GetRequiredService<SessionStore>().Who(hash, context.RequestAborted);
            visitor.SessionHash = visitor.Person is null ? null : hash;
            context.Features.Set(visitor);
            KeepToThemselves(context, visitor);
        }

        await next(context);
    });

    // What one person sees is kept by no cache, not even their own: the next one at the same screen presses "back".
    static void KeepToThemselves(HttpContext context, Visitor visitor) => context.Response.OnStarting(() =>
    {
        var headers = context.Response.Headers;
        var isPage = context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true;
        if (visitor.Person is not null && (isPage || string.IsNullOrEmpty(headers.CacheControl)))
        {
            headers.CacheControl = "private, no-store";
        }

        return Task.CompletedTask;
    });
}
