using LongAnGis.Web.Accounts.Tokens;
using LongAnGis.Web.Ogc.Ows;
using LongAnGis.Web.Ogc.Writing;

namespace LongAnGis.Web.Ogc;

/// <summary>OGC API – Features over everything public: the same answers under <c>/ogc</c> and, for a past day, <c>/ogc/as-of/{day}</c>.</summary>
public static class OgcSetup
{
    public const string Path = "/ogc", AsOf = "/as-of/";

    public static void AddOgc(this IServiceCollection services)
    {
        services.AddSingleton<RegisterCollections>();
        services.AddSingleton<OgcCollections>();
        services.AddHostedService(provider => provider.GetRequiredService<OgcCollections>());
        services.AddSingleton<ItemsAnswer>();
        services.AddSingleton<ItemsTable>();
        services.AddSingleton<CarriedShape>();
        services.AddSingleton<ItemWrites>();
        services.AddSingleton<WfsAnswer>();
    }

    public static void MapOgc(this IEndpointRouteBuilder routes)
    {
        var today = routes.MapGroup(Path);
        Map(today);
        // What is past is not written.
        today.MapItemWrites();
        WmsEndpoints.Map(routes);
        WfsEndpoints.Map(routes);
        DataCatalogue.Map(routes);
        // For clients that cannot send datetime: a root of its own, whose links all stay on the day.
        Map(routes.MapGroup(Path + AsOf + "{day}"));
    }

    static void Map(IEndpointRouteBuilder all)
    {
        var root = all.MapGroup("");
        root.AddEndpointFilter(OpenToOtherSites);
        root.MapGet("", LandingEndpoints.GetLanding);
        root.MapGet("conformance", LandingEndpoints.GetConformance);
        root.MapGet("api", LandingEndpoints.GetApi);
        root.MapGet("styles", StyleEndpoints.GetAll);
        root.MapGet("styles/{style}", StyleEndpoints.GetOne);
        root.MapGet("styles/{style}/metadata", StyleEndpoints.GetMetadata);
        root.MapGet("collections/{collection}/styles", StyleEndpoints.GetOfCollection);
        root.MapGet("collections", CollectionEndpoints.GetAll);
        root.MapGet("collections/{collection}", CollectionEndpoints.GetOne);
        root.MapGet("collections/{collection}/schema", CollectionEndpoints.GetSchema);
        root.MapGet("collections/{collection}/queryables", CollectionEndpoints.GetQueryables);
        root.MapGet("collections/{collection}/sortables", CollectionEndpoints.GetSortables);
        root.MapGet("collections/{collection}/items", ItemsEndpoints.GetItems);
        root.MapGet("collections/{collection}/items/{id}", ItemsEndpoints.GetItem).WithMetadata(new TakesTokenAttribute(TokenScope.ReadDrafts));
    }

    // Published content without credentials: any site may show it.
    static ValueTask<object?> OpenToOtherSites(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        context.HttpContext.Response.Headers.AccessControlExposeHeaders = "Content-Crs, ETag";
        return next(context);
    }
}
