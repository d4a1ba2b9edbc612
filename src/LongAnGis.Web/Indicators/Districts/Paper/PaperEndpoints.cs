using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using LongAnGis.Web.Shell;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Districts.Paper;

/// <summary>Districts on paper, in the language of the address.</summary>
static class PaperEndpoints
{
    const string ContentType = "application/pdf";

    public static void AddPaper(this IServiceCollection services)
    {
        services.AddSingleton<BriefMap>();
    }

    public static void MapPaper(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/districts/{slug}/brief.pdf", Brief);
    }

    static async Task<IResult> Brief(
        HttpContext context,
        string slug,
        DistrictDirectory directory,
        DistrictReading reading,
        BriefMap map,
        Moments moments,
        PlanRegister plans,
        LayerCatalogue catalogue,
        Language language,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await directory.Find(slug, cancellation) is not { } subject)
            return DistrictDirectory.NotFound;
        if (subject.Slug != slug)
            return TypedResults.Redirect(Links.Of(context).To(subject.Path + "/brief.pdf"));

        var moment = await moments.Resolve(Scene.Read(context.Request.Query).Time, cancellation);
        var sheet = await reading.Read(subject, [], moment, cancellation);
        var picture = await map.Prepare(sheet, new SKSize(PdfPages.Width, BriefPdf.MapHeight(subject)), language, cancellation);
        var layers = await catalogue.All(moment.Revision, cancellation);
        var plan = (await plans.All(cancellation)).FirstOrDefault(one => one.Code == moment.Plan);
        var file = new BriefPdf(sheet, new(sheet, language), language, [.. layers.InDrawingOrder], plan, clock.GetUtcNow()).Write(picture);
        context.Response.Headers.CacheControl = "public, no-cache";
        return TypedResults.File(file, ContentType, $"longan_{slug}_{language.Code}.pdf");
    }
}
