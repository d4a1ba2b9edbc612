using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>
/// The whole database as its owner sees it: drafts, audit, loading. Public reading goes through <see cref="PublicDatabase"/>.
/// </summary>
public sealed class PlanDatabase(DatabaseAddress address) : DatabaseConnections(() => address.Owner);

/// <summary>
/// The published content of public layers (<c>pub</c>), as the role <c>longan_public</c>. What is not published cannot be
/// read here by mistake, because the role has no right to it.
/// </summary>
public sealed class PublicDatabase(DatabaseAddress address) : DatabaseConnections(() => address.Public);

/// <summary>A pool of connections with the geometry types, opened when first asked for, since the server starts after us.</summary>
public abstract class DatabaseConnections(Func<NpgsqlConnectionStringBuilder> address) : IAsyncDisposable, IDisposable
{
    readonly Lazy<NpgsqlDataSource> source = new(() =>
    {
        var builder = new NpgsqlDataSourceBuilder(address().ConnectionString);
        builder.UseNetTopologySuite();
        return builder.Build();
    });

    /// <summary>The data source itself, for what needs more than a command or a connection.</summary>
    public NpgsqlDataSource Source => source.Value;

    /// <summary>A command on a connection of its own, returned to the pool when the command is disposed.</summary>
    public NpgsqlCommand CreateCommand(string sql) => Source.CreateCommand(sql);

    public ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellation = default) =>
        Source.OpenConnectionAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (source.IsValueCreated)
        {
            await source.Value.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    public void Dispose()
    {
        if (source.IsValueCreated)
        {
            source.Value.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}
