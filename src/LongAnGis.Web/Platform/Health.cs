using LongAnGis.Web.Database;

namespace LongAnGis.Web.Platform;

/// <summary>
/// Two questions that a supervisor asks: does the process live, and can it serve (database reachable, migrated, seeded)?
/// </summary>
static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new HealthStatus("live")));
        routes.MapGet("/health/ready", Ready);
    }

    static async Task<IResult> Ready(DatabaseReadiness database, CancellationToken cancellation) =>
        await database.Obstacle(cancellation) is { } obstacle
            ? obstacle
            : TypedResults.Ok(new HealthStatus("ready"));
}

/// <param name="Status">Read by whatever keeps the service running: <c>live</c> or <c>ready</c>.</param>
sealed record HealthStatus(string Status);
