using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>Where the plan's database runs: a private cluster that the service owns, or a server someone else runs.</summary>
public interface IDatabaseServer
{
    /// <summary>
    /// Makes the server ready and says how the owner of the plan connects to it. A verb may share a private cluster with the
    /// service that runs; a service is alone.
    /// </summary>
    Task<NpgsqlConnectionStringBuilder> Start(bool shared, CancellationToken cancellation);

    /// <summary>Ends what <see cref="Start"/> began.</summary>
    Task Stop();
}

/// <summary>A server named by <c>ConnectionStrings__Plan</c>. We neither start nor stop it.</summary>
sealed class ExternalServer(string connectionString) : IDatabaseServer
{
    public Task<NpgsqlConnectionStringBuilder> Start(bool shared, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult(new NpgsqlConnectionStringBuilder(connectionString));
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            throw new Platform.StartupException(
                "Không đọc được ConnectionStrings__Plan; ví dụ đúng: Host=db;Database=longan;Username=longan;Password=….",
                "ConnectionStrings__Plan cannot be read; a valid example: Host=db;Database=longan;Username=longan;Password=….",
                unreadable);
        }
    }

    public Task Stop() => Task.CompletedTask;
}
