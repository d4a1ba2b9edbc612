using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>Whether the database can serve: reachable as the public role, migrated, and with the seed loaded.</summary>
public sealed class DatabaseReadiness(PublicDatabase database)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    volatile bool prepared;

    /// <summary>Migrations have run and the seed is loaded.</summary>
    internal void Reached() => prepared = true;

    /// <summary>What stands in the way of serving, or null when nothing does.</summary>
    public async Task<Refusal?> Obstacle(CancellationToken cancellation)
    {
        if (!prepared)
        {
            return new(
                StatusCodes.Status503ServiceUnavailable,
                "Dữ liệu quy hoạch đang được nạp.", "The plan's data is being loaded.", TimeSpan.FromSeconds(5));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(limit.Token);
            return null;
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return DatabaseTrouble.Away;
        }
    }
}
