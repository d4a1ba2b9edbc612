namespace LongAnGis.Web.Platform;

/// <summary>
/// An answer that does not say how long it is good for is asked for again each time: after a publication the very next
/// request must be right, and a browser left to itself would guess. Pages also differ by the reader's theme, so no cache
/// between us may keep them.
/// </summary>
static class Freshness
{
    public static void UseFreshness(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (string.IsNullOrEmpty(context.Response.Headers.CacheControl))
            {
                var isPage = context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true;
                context.Response.Headers.CacheControl = isPage ? "no-cache, private" : "no-cache";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
