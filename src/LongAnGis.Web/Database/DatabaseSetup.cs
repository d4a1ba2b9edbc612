using LongAnGis.Web.Database.PrivateCluster;

namespace LongAnGis.Web.Database;

/// <summary>The database and the ways to it.</summary>
public static class DatabaseSetup
{
    public static void AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton<IDatabaseServer>(provider =>
            provider.GetRequiredService<IConfiguration>().GetConnectionString("Plan") is { Length: > 0 } external
                ? new ExternalServer(external)
                : provider.GetRequiredService<ClusterServer>());
        services.AddSingleton<ClusterServer>();
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
        services.AddDatabaseVerbs();
    }
}
