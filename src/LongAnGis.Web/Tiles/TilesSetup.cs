namespace LongAnGis.Web.Tiles;

/// <summary>Vector tiles of the public layers: the list, TileJSON, and the tiles themselves.</summary>
public static class TilesSetup
{
    public static void AddTiles(this IServiceCollection services)
    {
        services.AddSingleton<TileStates>();
        services.AddSingleton<TileBuilder>();
        services.AddSingleton<TileCache>();
        services.AddSingleton<TileRequests>();
        services.AddHostedService<TileInvalidation>();
    }

    public static void MapTiles(this IEndpointRouteBuilder routes)
    {
        var tiles = routes.MapGroup("/tiles").AddEndpointFilter(OpenToOtherSites);
        tiles.MapGet("", TileJsonEndpoints.ListLayers);
        tiles.MapGet("{layers}.json", TileJsonEndpoints.Describe);
        tiles.MapGet("{layers}/{z}/{x}/{y}.mvt", TileEndpoints.Get);
        var standard = routes.MapGroup("/ogc").AddEndpointFilter(OpenToOtherSites);
        standard.MapGet("tileMatrixSets", TilesetEndpoints.ListMatrixSets);
        standard.MapGet("tileMatrixSets/" + WebMercatorQuad.Id, TilesetEndpoints.DescribeMatrixSet);
        standard.MapGet("collections/{collection}/tiles", TilesetEndpoints.List);
        standard.MapGet("collections/{collection}/tiles/" + WebMercatorQuad.Id, TilesetEndpoints.Describe);
        // Row before column, as the standard has it.
        standard.MapGet($"collections/{{collection}}/tiles/{WebMercatorQuad.Id}/{{matrix}}/{{row}}/{{column}}", TilesetEndpoints.Get);
    }

    // Published content without credentials: any site may show it.
    static ValueTask<object?> OpenToOtherSites(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return next(context);
    }
}
