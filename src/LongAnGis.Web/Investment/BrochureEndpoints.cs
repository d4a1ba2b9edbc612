using LongAnGis.Core.Investment;
using LongAnGis.Web.Investment.Enquiries;
using LongAnGis.Web.Investment.Shortlists;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Investment;

/// <summary>Brochures of one site or of several, in the language of the address.</summary>
static class BrochureEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(SiteLinks.Search + "/{layer}/{id:long}/brochure.pdf", SendOne);
        routes.MapGet(SiteLinks.Search + "/brochure.pdf", SendSeveral);
    }

    static Task<IResult> SendOne(HttpContext context, string layer, long id, SiteReading reading, SiteMaps maps) =>
        Send(context, [new(layer, id)], reading, maps);

    static async Task<IResult> SendSeveral(HttpContext context, SiteReading reading, SiteMaps maps)
    {
        var keys = SiteRequest.Only(context.Request.Query[SiteRequest.OnlyParameter].OfType<string>(), Shortlist.Most);
        return keys.Count > 0 ? await Send(context, keys, reading, maps) : Refusal.BadRequest(
            "Hãy nêu các khu, dự án cần in: site=industrial-parks/12,projects/34.", "Name the sites to print: site=industrial-parks/12,projects/34.");
    }

    static async Task<IResult> Send(HttpContext context, IReadOnlyList<SiteKey> keys, SiteReading reading, SiteMaps maps)
    {
        var services = context.RequestServices;
        var language = context.PageLanguage();
        var host = services.GetRequiredService<PublicAddress>().Of(context.Request);
        var notes = Shortlist.ReadNotes(context.Request.Query, keys);
        var desk = services.GetRequiredService<EnquiryDesk>();
        var sites = new List<BrochureSite>();
        foreach (var key in keys)
        {
            if (!SiteLayers.All.Contains(key.Layer) || await reading.Find(key) is not { } sheet)
                return SiteReading.NotASite.Refusal;

            var map = sheet.Site is { } site
                ? await maps.Prepare(
                    [site], new SKSize(PdfPages.Width, BrochurePdf.MapHeight), sheet.Moment, sheet.Layers, language, named: true, context.RequestAborted)
                : null;
            sites.Add(new(sheet, host + language.Href(SiteLinks.Path(key)), map, await desk.Responsible(sheet, context.RequestAborted), notes.GetValueOrDefault(key)));
        }

        context.Response.Headers.CacheControl = "public, no-cache";
        var name = sites.Count == 1 ? sites[0].Sheet.Placed.Feature.Code.ToLowerInvariant() : "sites";
        return TypedResults.File(
            new BrochurePdf(sites, language, services.GetRequiredService<TimeProvider>().GetUtcNow()).Write(), "application/pdf", $"longan_{name}_{language.Code}.pdf");
    }
}
