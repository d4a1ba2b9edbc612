using LongAnGis.Web.Lookup.Extracts;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Lookup.Points;

/// <summary>What the plan says at a point, for programs and on paper: the same as its page, sealed.</summary>
static class PointEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lookup/point/{id:guid}.geojson", GeoJson);
        routes.MapGet("/lookup/point/{id:guid}.json", Json);
        routes.MapGet("/lookup/point/{id:guid}.pdf", Pdf);
    }

    static async Task<IResult> GeoJson(HttpContext context, Guid id, PointRegister register)
    {
        LookupEndpoints.Hide(context);
        var point = await register.Find(id, context.RequestAborted);
        return Results.Text(
            $$"""{"type":"Feature","properties":{},"geometry":{{GeoJsonFile.Geometry(point.Wgs84)}}}""", GeoJsonFile.ContentType);
    }

    static async Task<IResult> Json(HttpContext context, Guid id, PointReports reports, ExtractRegister extracts, Seal seal, AskedMoment asked)
    {
        LookupEndpoints.Hide(context);
        var report = await reports.Of(id, await asked.Time(), await asked.Layers(), LookupEndpoints.Since(context), context.RequestAborted);
        var extract = await extracts.Issue(report, context.RequestAborted);
        return Results.Bytes(await extract.Content(seal, context.RequestAborted), "application/json; charset=utf-8");
    }

    static async Task<IResult> Pdf(
        HttpContext context, Guid id, PointReports reports, ExtractRegister extracts, ExtractPaper paper, AskedMoment asked, Language language)
    {
        LookupEndpoints.Hide(context);
        var report = await reports.Of(id, await asked.Time(), await asked.Layers(), LookupEndpoints.Since(context), context.RequestAborted);
        var extract = await extracts.Issue(report, context.RequestAborted);
        var bytes = await paper.Write(context.Request, extract, new PointExtractText(report, extract, language), language, context.RequestAborted);
        return Results.File(bytes, "application/pdf", $"longan_lookup_{extract.Number}.pdf");
    }
}
