using LongAnGis.Web.ChangeSets.Dossier;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.ChangeSets.Together;

namespace LongAnGis.Web.ChangeSets;

/// <summary>How the plan is amended: drafts, their review, their publication, and what is printed of them.</summary>
public static class ChangeSetsSetup
{
    public static void AddChangeSets(this IServiceCollection services)
    {
        services.AddSingleton<ChangeSetAccess>();
        services.AddDossier();
        services.AddDrafting();
        services.AddTogether();
    }

    public static void MapChangeSets(this IEndpointRouteBuilder routes)
    {
        routes.MapDossier();
        routes.MapDrafting();
        routes.MapTogether();
    }
}
