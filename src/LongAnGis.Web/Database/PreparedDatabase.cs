using LongAnGis.Web.Platform;
using LongAnGis.Web.Seeding;
using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>
/// Everything between an empty folder and a database that can be asked: server, PostGIS, role, migrations, seed. Each step
/// can be interrupted anywhere and is completed by the next start.
/// </summary>
public sealed class PreparedDatabase(
    IDatabaseServer server,
    DatabaseAddress address,
    PostGisCheck postGis,
    PublicRole publicRole,
    Migrations migrations,
    SeedLoader seed,
    DatabaseReadiness readiness)
{
    /// <param name="shared">For verbs, which may work beside a service that runs.</param>
    public async Task Open(bool shared, CancellationToken cancellation)
    {
        address.Learn(await server.Start(shared, cancellation));
        await postGis.Run(cancellation);
        try
        {
            await publicRole.Ensure(cancellation);
            await migrations.Run(cancellation);
            await seed.LoadOnce(SeedFolder.BesideTheProgram, cancellation);
        }
        catch (NpgsqlException failure)
        {
            throw PostGisCheck.Explain(failure, address.Owner);
        }
        catch (MigrationFailedException failure)
        {
            throw new StartupException(
                "Không nâng cấp được cơ sở dữ liệu, dữ liệu cũ còn nguyên; chi tiết trong nhật ký.",
                "The database could not be brought up to date, what was there is unchanged; the log has the details.", failure);
        }

        readiness.Reached();
    }

    public Task Close() => server.Stop();
}

/// <summary>While the program serves, the database is opened before the first request is taken and closed after the last.</summary>
sealed class DatabaseWhileServing(PreparedDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.Open(shared: false, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => database.Close();
}
