using LongAnGis.Web.Lookup.Converting;
using LongAnGis.Web.Lookup.Extracts;

namespace LongAnGis.Web.Lookup;

/// <summary>What the plan says at a parcel: its corner table read, laid over the plan, answered on a page and on paper.</summary>
static class LookupSetup
{
    public static void AddLookup(this IServiceCollection services)
    {
        services.AddSingleton<LookupRegister>();
        services.AddSingleton<ParcelAnswers>();
        services.AddSingleton<ParcelReports>();
        services.AddSingleton<ParcelExtracts>();
        services.AddSingleton<SealingKeys>();
        services.AddSingleton<Seal>();
        services.AddSingleton<ExtractRegister>();
    }

    public static void MapLookup(this IEndpointRouteBuilder routes)
    {
        LookupEndpoints.Map(routes);
        VerifyEndpoints.Map(routes);
        ConvertEndpoints.Map(routes);
    }
}
