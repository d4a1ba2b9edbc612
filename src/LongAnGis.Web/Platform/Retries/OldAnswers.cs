using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Web.Platform.Retries;

/// <summary>Forgets kept answers after a week: nobody retries for longer.</summary>
public sealed class OldAnswers(PlanDatabase database, TimeProvider clock, ILogger<OldAnswers> log) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>Removes what is too old; answers how many.</summary>
    public async Task<int> Clear(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("DELETE FROM plan.kept_answer WHERE at < $1");
        command.Parameters.AddWithValue(clock.GetUtcNow() - Kept);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Clear(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                log.LogInformation("Old answers were not cleared ({Cause}); next time", exception.Message);
            }
        }
    }
}
