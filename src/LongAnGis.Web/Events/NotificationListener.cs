using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Web.Events;

/// <summary>
/// Listens to PostgreSQL's NOTIFY on a connection of its own for as long as the service runs. What was said while the
/// connection was lost is never heard, so after each connecting <see cref="CatchUp"/> asks what was missed.
/// </summary>
public abstract class NotificationListener(DatabaseConnections database, IReadOnlyList<string> channels, ILogger log) : BackgroundService
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Called once the channels are listened to, on the listening connection.</summary>
    protected abstract Task CatchUp(NpgsqlConnection connection, CancellationToken cancellation);

    /// <summary>Called for each notification; must neither wait nor throw.</summary>
    protected abstract void Hear(string channel, string payload);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(() => pause = FirstPause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                log.LogWarning(
                    "Listening for {Channels} stopped ({Cause}); trying again in {Pause}", string.Join(", ", channels), exception.Message, pause);
                await Task.Delay(pause, stoppingToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    async Task Listen(Action connected, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        connection.Notification += (_, notification) => Hear(notification.Channel, notification.Payload);
        // The names are constants of ours; LISTEN takes no parameters.
        await using (var listen = new NpgsqlCommand(string.Join("; ", channels.Select(channel => $"LISTEN {channel}")), connection))
        {
            await listen.ExecuteNonQueryAsync(cancellation);
        }

        await CatchUp(connection, cancellation);
        connected();
        while (true)
        {
            await connection.WaitAsync(cancellation);
        }
    }
}
