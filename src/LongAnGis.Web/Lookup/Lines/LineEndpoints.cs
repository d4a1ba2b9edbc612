using LongAnGis.Web.Lookup.Extracts;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Lookup.Lines;

/// <summary>What the plan says along a line, for programs and on paper: the same figures as its page, sealed.</summary>
static class LineEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lookup/line/{id:guid}.geojson", GeoJson);
        routes.MapGet("/lookup/line/{id:guid}.json", Json);
        routes.MapGet("/lookup/line/{id:guid}.pdf", Pdf);
        routes.MapGet("/lookup/line/{id:guid}/readings.png", Readings);
    }

    static async Task<IResult> GeoJson(HttpContext context, Guid id, LineRegister register)
    {
        LookupEndpoints.Hide(context);
        var line = await register.Find(id, context.RequestAborted);
        return Results.Text(
            $$"""{"type":"Feature","properties":{},"geometry":{{GeoJsonFile.Geometry(line.Shape.Wgs84)}}}""", GeoJsonFile.ContentType);
    }

    static async Task<IResult> Json(HttpContext context, Guid id, LineReports reports, ExtractRegister extracts, Seal seal, AskedMoment asked)
    {
        LookupEndpoints.Hide(context);
        var report = await reports.Of(id, await asked.Time(), await asked.Layers(), LookupEndpoints.Since(context), context.RequestAborted);
        var extract = await extracts.Issue(report, context.RequestAborted);
        return Results.Bytes(await extract.Content(seal, context.RequestAborted), "application/json; charset=utf-8");
    }

    static async Task<IResult> Pdf(
        HttpContext context, Guid id, LineReports reports, ExtractRegister extracts, ExtractPaper paper, AskedMoment asked, Language language)
    {
        LookupEndpoints.Hide(context);
        var report = await reports.Of(id, await asked.Time(), await asked.Layers(), LookupEndpoints.Since(context), context.RequestAborted);
        var extract = await extracts.Issue(report, context.RequestAborted);
        var bytes = await paper.Write(context.Request, extract, new LineExtractText(report, extract, language), language, context.RequestAborted);
        return Results.File(bytes, "application/pdf", $"longan_lookup_{extract.Number}.pdf");
    }

    static async Task<IResult> Readings(
        HttpContext context, Guid id, LineRegister register, ReadingsPicture picture, AskedMoment asked, Language language)
    {
        LookupEndpoints.Hide(context);
        var line = await register.Find(id, context.RequestAborted);
        return Results.Bytes(
            await picture.Draw(line.Reading, line.Others, await asked.Time(), await asked.Layers(), language, context.RequestAborted), "image/png");
    }
}
