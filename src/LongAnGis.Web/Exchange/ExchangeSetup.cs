using LongAnGis.Web.Exchange.Exports;

namespace LongAnGis.Web.Exchange;

/// <summary>Files that other programs read and write: what is public, in their formats.</summary>
public static class ExchangeSetup
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddSingleton<ExportRows>();
        services.AddSingleton<ExportPackage>();
        services.AddSingleton<TableExport>();
        services.AddSingleton<GeoJsonExport>();
        services.AddSingleton<OgrExport>();
        services.AddSingleton<ExportFiles>();
    }

    public static void MapExchange(this IEndpointRouteBuilder routes) => ExportEndpoints.Map(routes);
}
