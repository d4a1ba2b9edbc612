using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LongAnGis.Web.Investment.Pipeline;

/// <summary>A page that shows the pipeline narrowed down as its address says.</summary>
public abstract class PipelinePart : Part
{
    [Inject] protected PipelineReading Reading { get; set; } = null!;

    [Inject] protected Visitor Visitor { get; set; } = null!;

    [Inject] IHttpContextAccessor Http { get; set; } = null!;

    protected ProjectPipeline Pipeline { get; private set; } = null!;

    protected PipelineRequest Request { get; private set; } = null!;

    protected IReadOnlyDictionary<string, Bilingual> Sectors { get; private set; } = null!;

    /// <summary>What the filter lets through, by code.</summary>
    protected IReadOnlyList<PipelineProject> Shown { get; private set; } = [];

    protected override async Task Load()
    {
        Pipeline = await Reading.Now(Asked.Cancellation);
        Sectors = SiteWords.Sectors(await Asked.Layers());
        Request = PipelineRequest.Read(Http.HttpContext!.Request.Query, Pipeline, Sectors.Keys.ToList());
        Shown = [.. Request.Filter.Of(Pipeline.Projects).OrderBy(project => project.Site.Code, StringComparer.Ordinal)];
    }
}
