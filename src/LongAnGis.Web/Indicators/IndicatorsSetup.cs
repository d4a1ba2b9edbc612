using LongAnGis.Web.Indicators.Board;
using LongAnGis.Web.Indicators.Districts;
using LongAnGis.Web.Indicators.Entry;
using LongAnGis.Web.Indicators.Explanations;
using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Indicators.Paper;

namespace LongAnGis.Web.Indicators;

/// <summary>What is measured and aimed at: the catalogue, figures over regions and periods, the shapes to draw them on.</summary>
public static class IndicatorsSetup
{
    public static void AddIndicators(this IServiceCollection services)
    {
        services.AddSingleton<Editions>();
        services.AddSingleton<IndicatorCatalogue>();
        services.AddSingleton<Regions>();
        services.AddSingleton<KnownFigures>();
        services.AddSingleton<AreaCrosswalks>();
        services.AddSingleton<AreaFigures>();
        services.AddSingleton<StatedTargets>();
        services.AddSingleton<CatalogueFigures>();
        services.AddSingleton<VerdictNumbers>();
        services.AddSingleton<RegionTiles>();
        services.AddSingleton<RegionOutlines>();
        services.AddSingleton<IndicatorMaps>();
        services.AddBoard();
        services.AddExplanations();
        services.AddDistricts();
        services.AddFigureEntry();
        services.AddPictures();
    }

    public static void MapIndicators(this IEndpointRouteBuilder routes)
    {
        IndicatorEndpoints.Map(routes);
        RegionTileEndpoints.Map(routes);
        MapEndpoints.Map(routes);
        ExplanationEndpoints.Map(routes);
        routes.MapDistricts();
        EntryEndpoints.Map(routes);
        ExportEndpoints.Map(routes);
        PictureEndpoints.Map(routes);
    }
}
