using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Shell;

/// <summary>The moment, the layers and the plans of this request, asked from the database once however many parts need them.</summary>
public sealed class AskedMoment(
    Links links, Moments moments, LayerCatalogue catalogue, PlanRegister register, IHttpContextAccessor http)
{
    Task<PointInTime>? time;
    Task<Layers>? layers;
    Task<IReadOnlyList<ProvincialPlan>>? plans;

    public CancellationToken Cancellation => http.HttpContext?.RequestAborted ?? CancellationToken.None;

    public Task<PointInTime> Time() => time ??= moments.Resolve(links.Scene.Time, Cancellation);

    public Task<Layers> Layers() => layers ??= KnownLayers();

    public Task<IReadOnlyList<ProvincialPlan>> Plans() => plans ??= register.All(Cancellation);

    async Task<Layers> KnownLayers() => await catalogue.All((await Time()).Revision, Cancellation);
}
