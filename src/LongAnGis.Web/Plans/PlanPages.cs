using LongAnGis.Web.Plans.At;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Plans.Instruments;
using LongAnGis.Web.Plans.Past;
using LongAnGis.Web.Plans.Tables;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Plans;

/// <summary>The plan as people read it: layers, tables, features, history, comparison, sources, downloads.</summary>
public static class PlanPages
{
    public static void AddPlanPages(this IServiceCollection services)
    {
        services.AddSingleton<Moments>();
        services.AddSingleton<PlanRegister>();
        services.AddSingleton<LayerCatalogue>();
        services.AddSingleton<LayerTallies>();
        services.AddSingleton<InstrumentRegister>();
        services.AddSingleton<FeatureById>();
        services.AddSingleton<FeatureReferences>();
        services.AddSingleton<FeatureHistory>();
        services.AddSingleton<FeatureSurroundings>();
        services.AddSingleton<FeatureTable>();
        services.AddSingleton<FeaturesAt>();
        services.AddSingleton<RevisionRegister>();
        services.AddSingleton<Changes>();
        services.AddSingleton<DownloadedFeatures>();
    }

    public static void MapPlanPages(this IEndpointRouteBuilder routes)
    {
        routes.MapDownloads();
        // Who cuts an instrument's address back to its folder finds the plans with their instruments.
        routes.MapGet("/instruments", (HttpContext context) => TypedResults.Redirect(Links.Of(context).To("/plans")));
    }
}
