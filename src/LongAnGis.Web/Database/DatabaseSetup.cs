using LongAnGis.Web.Database.PrivateCluster;
using LongAnGis.Web.Platform.Verbs;

namespace LongAnGis.Web.Database;

/// <summary>The database and the ways to it.</summary>
public static class DatabaseSetup
{
    public static void AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton<IDatabaseServer>(provider =>
            provider.GetRequiredService<IConfiguration>().GetConnectionString("Plan") is { Length: > 0 } external
                ? new ExternalServer(external)
                : ActivatorUtilities.CreateInstance<ClusterServer>(provider));
        services.AddSingleton<ServerAccount>();
        services.AddSingleton<ClusterFolder>();
        services.AddSingleton<ClusterConfiguration>();
        services.AddSingleton<DatabaseAddress>();
        services.AddSingleton<PlanDatabase>();
        services.AddSingleton<PublicDatabase>();
        services.AddSingleton<PostGisCheck>();
        services.AddSingleton<PublicRole>();
        services.AddSingleton<Migrations>();
        services.AddSingleton<DatabaseReadiness>();
        services.AddSingleton<PreparedDatabase>();
        services.AddHostedService<DatabaseWhileServing>();
        services.AddSingleton(new Verb(
            "migrate", "migrate", "nâng cấp cơ sở dữ liệu rồi dừng", "bring the database up to date and stop", Migrate));
    }

    static async Task<int> Migrate(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var database = services.GetRequiredService<PreparedDatabase>();
        try
        {
            await database.Open(shared: true, cancellation);
            return 0;
        }
        finally
        {
            await database.Close();
        }
    }
}
