using LongAnGis.Web.Maps.Composing;

namespace LongAnGis.Web.Maps;

/// <summary>Maps that are drawn here: on paper, as pictures, as tiles for clients that draw none themselves.</summary>
static class MapsSetup
{
    public static void AddMaps(this IServiceCollection services)
    {
        services.AddSingleton<MapFeatures>();
        services.AddSingleton<ComposedMaps>();
        services.AddSingleton<MapSeries>();
        services.AddSingleton<RasterTiles>();
        services.AddSingleton<PrintTemplates>();
    }

    public static void MapMaps(this IEndpointRouteBuilder routes)
    {
        PrintEndpoints.Map(routes);
        MapFileEndpoints.Map(routes);
        RasterEndpoints.Map(routes);
        WmtsEndpoints.Map(routes);
        PrintTemplateEndpoints.Map(routes);
        RasterTilesets.Map(routes);
    }
}
