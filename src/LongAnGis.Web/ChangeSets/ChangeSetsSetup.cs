using LongAnGis.Core.ChangeSets;
using LongAnGis.Web.ChangeSets.Checks;
using LongAnGis.Web.ChangeSets.Conflicts;
using LongAnGis.Web.ChangeSets.Dossier;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.ChangeSets.Together;

namespace LongAnGis.Web.ChangeSets;

/// <summary>How the plan is amended: drafts, their review, their publication, and what is printed of them.</summary>
public static class ChangeSetsSetup
{
    public static void AddChangeSets(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Workflow(
            provider.GetRequiredService<IConfiguration>().GetSection("Workflow").Get<WorkflowOptions>() ?? new()));
        services.AddSingleton<ChangeSetAccess>();
        services.AddSingleton<ChangeSetById>();
        services.AddSingleton<ChangeSetList>();
        services.AddSingleton<ChangeSetOpening>();
        services.AddSingleton<ChangeSetSurroundings>();
        services.AddSingleton<DraftedChanges>();
        services.AddSingleton<InstrumentChoices>();
        services.AddSingleton<FormWriting>();
        services.AddSingleton<StepChecks>();
        services.AddSingleton<StepTaking>();
        services.AddSingleton<Reversal>();
        services.AddSingleton<RestoredPeriods>();
        services.AddSingleton<ThreeSides>();
        services.AddSingleton<Resolution>();
        services.AddSingleton<PastStates>();
        services.AddDossier();
        services.AddDrafting();
        services.AddChecks();
        services.AddTogether();
    }

    public static void MapChangeSets(this IEndpointRouteBuilder routes)
    {
        routes.MapDrafting();
        routes.MapChecks();
        routes.MapShares();
        routes.MapTogether();
        routes.MapOpening();
        routes.MapSteps();
        routes.MapTalk();
        routes.MapResolution();
        routes.MapDossier();
    }
}
