using LongAnGis.Web.Investment.Enquiries;
using LongAnGis.Web.Investment.Files;
using LongAnGis.Web.Investment.Pipeline;
using LongAnGis.Web.Investment.Roads;
using LongAnGis.Web.Investment.Shortlists;

namespace LongAnGis.Web.Investment;

/// <summary>Investors find land and projects among the parks, clusters, economic zones and projects of the plan.</summary>
public static class InvestmentSetup
{
    public static void AddInvestment(this IServiceCollection services)
    {
        services.AddSingleton<KnownSites>();
        services.AddSingleton<PeopleAround>();
        services.AddSingleton<RoadDistances>();
        services.AddSingleton<SiteMaps>();
        services.AddSingleton<EnquiryDesk>();
        services.AddScoped<SiteSearch>();
        services.AddScoped<SiteReading>();
        services.AddScoped<FollowedSites>();
        services.AddPipeline();
        services.AddSiteFiles();
    }

    public static void MapInvestment(this IEndpointRouteBuilder routes)
    {
        SiteEndpoints.Map(routes);
        BrochureEndpoints.Map(routes);
        EnquiryEndpoints.Map(routes);
        routes.MapPipeline();
        routes.MapSiteFiles();
        Sitemap.Map(routes);
    }
}
