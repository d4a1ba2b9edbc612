using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Investment.Pipeline;

/// <summary>Proposing what to say of a project, and deciding about it.</summary>
static class PipelineEndpoints
{
    public static void AddPipeline(this IServiceCollection services)
    {
        services.AddSingleton<PipelineReading>();
        services.AddSingleton<ProposalFiling>();
    }

    public static void MapPipeline(this IEndpointRouteBuilder routes)
    {
        routes.MapForm(PipelineLinks.Board + "/{id:long}/edit", Propose, Permission.ProposeProjects);
        routes.MapForm(PipelineLinks.Board + "/{id:long}/decision", Decide, Permission.JudgeProjects);
    }

    static async Task<IResult> Propose(
        HttpContext context, long id, Visitor visitor, FormWriting forms, PipelineReading reading, ProposalFiling filing, CancellationToken cancellation)
    {
        var pipeline = await reading.Now(cancellation);
        if (pipeline.Find(id) is not { } project)
            return PipelineReading.NotFound;
        if (PipelineRights.Propose(pipeline, project, visitor.Known) is { } refusal)
            return refusal;

        var form = await SentForm.Read(context, PipelineLinks.Edit(id), ProposalForm.Name, ProposalForm.LongestBody);
        var english = context.PageLanguage().IsEnglish;
        return await forms.Once(context, form, (connection, ended) =>
            filing.Propose(connection, form, pipeline, project, english, visitor.Known, ended));
    }

    static async Task<IResult> Decide(
        HttpContext context, long id, Visitor visitor, FormWriting forms, PipelineReading reading, ProposalFiling filing, CancellationToken cancellation)
    {
        var pipeline = await reading.Now(cancellation);
        if (pipeline.Find(id) is not { } project)
            return PipelineReading.NotFound;

        var form = await SentForm.Read(context, PipelineLinks.Path(id), ProposalFiling.DecisionForm);
        return await forms.Once(context, form, (connection, ended) => filing.Decide(connection, form, pipeline, project, visitor.Known, ended));
    }
}
