using LongAnGis.Web.Plans.Publishing;

namespace LongAnGis.Web.Seeding;

/// <summary>Loading data/ when the service starts.</summary>
public static class SeedingServices
{
    public static IServiceCollection AddSeeding(this IServiceCollection services)
    {
        services.AddSingleton<ChangeSetWriter>();
        services.AddSingleton<Generalisation>();
        services.AddSingleton<Publication>();
        services.AddSingleton<SeedFigures>();
        services.AddSingleton<SeedProgramme>();
        services.AddSingleton<SeedLoader>();
        return services;
    }
}
