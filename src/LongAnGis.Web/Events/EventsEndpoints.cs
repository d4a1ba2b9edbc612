using System.Text.Json;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Events;

/// <summary>Server-sent events: every open map learns of a publication as it happens.</summary>
public static class EventsEndpoints
{
    /// <summary>More open maps than this on one node are asked to come back later; they still work by reloading.</summary>
    const int MostReaders = 5_000;

    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<RevisionFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<RevisionFeed>());
        return services;
    }

    public static IEndpointRouteBuilder MapEvents(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/events", Follow);
        return endpoints;
    }

    static async Task Follow(
        HttpContext context,
        RevisionFeed feed,
        PublicDatabase database,
        IHostApplicationLifetime lifetime
    )
    {
        if (feed.Readers >= MostReaders)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "30";
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        using var subscription = feed.Subscribe();
        var current = await CurrentRevision(database, stop.Token);

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await Send(context, "hello", JsonSerializer.Serialize(new { revision = current }), stop.Token);
            while (true)
            {
                await Next(context, subscription, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader left, or the service is stopping: both end the stream.
        }
    }

    static async Task<int> CurrentRevision(PublicDatabase database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT coalesce(max(number), 0) FROM pub.revision");
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    static async Task Next(HttpContext context, RevisionFeed.Subscription subscription, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(Heartbeat);
        try
        {
            var announcement = await subscription.Announcements.ReadAsync(silence.Token);
            await Send(context, "revision", JsonSerializer.Serialize(announcement), cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Proxies close a silent connection; a comment keeps it open.
            await context.Response.WriteAsync(": still here\n\n", cancellation);
            await context.Response.Body.FlushAsync(cancellation);
        }
    }

    static async Task Send(HttpContext context, string name, string data, CancellationToken cancellation)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {data}\n\n", cancellation);
        await context.Response.Body.FlushAsync(cancellation);
    }
}
