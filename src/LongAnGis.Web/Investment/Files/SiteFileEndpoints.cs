using LongAnGis.Core.Accounts;
using LongAnGis.Core.Investment;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Investment.Pipeline;
using LongAnGis.Web.Platform.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Investment.Files;

/// <summary>Sending documents and photos of a site, deciding about them, and reading what is in them.</summary>
static class SiteFileEndpoints
{
    public static void AddSiteFiles(this IServiceCollection services)
    {
        services.AddSingleton<SiteFileReading>();
        services.AddSingleton<SiteFileKeeping>();
    }

    public static void MapSiteFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SiteFileLinks.Contents + "/{sha256:regex(^[0-9a-f]{{64}}$)}", Published);
        routes.MapGet(SiteLinks.Search + "/{layer}/{id:long}/files/{document:guid}", Kept).Needs(Permission.SignedIn);
        routes.MapForm(SiteLinks.Search + "/{layer}/{id:long}/files", Send, Permission.ProposeProjects);
        routes.MapForm(SiteLinks.Search + "/{layer}/{id:long}/files/{document:guid}/decision", Decide);
    }

    /// <summary>An address says what is in the file, so that it can change no more; but it can be withdrawn, so that it is asked again.</summary>
    static async Task<IResult> Published(HttpContext context, string sha256, SiteFileReading files, CancellationToken cancellation)
    {
        var tag = $"\"{sha256}\"";
        if (await files.Public(Convert.FromHexString(sha256), cancellation) is not { } content)
            return SiteFileKeeping.NotFound;

        context.Response.Headers.CacheControl = "public, no-cache";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : Answer(context, content);
    }

    /// <summary>For those who keep the site's files; for others it is as if there were none.</summary>
    static async Task<IResult> Kept(
        HttpContext context, string layer, long id, Guid document, Visitor visitor, SiteReading sites, PipelineReading pipelines, SiteFileReading files, CancellationToken cancellation)
    {
        if (await Find(layer, id, sites) is not { } site
            || !SiteFileRights.MayKeep(await pipelines.Now(cancellation), site, visitor.Known)
            || await files.Content(id, document, cancellation) is not { } content)
            return SiteFileKeeping.NotFound;

        context.Response.Headers.CacheControl = "private, no-store";
        return Answer(context, content);
    }

    // A photo is drawn by ourselves, so that a page may show it; anything else is something to keep, which no browser runs as a page of ours.
    static FileContentHttpResult Answer(HttpContext context, SiteFileContent content)
    {
        if (content.IsPhoto)
            return TypedResults.Bytes(content.Bytes, content.MediaType);

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(content.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Bytes(content.Bytes, "application/octet-stream");
    }

    static async Task<IResult> Send(
        HttpContext context, string layer, long id, Visitor visitor, FormWriting forms, SiteReading sites, PipelineReading pipelines, SiteFileKeeping keeping,
        CancellationToken cancellation)
    {
        if (await Find(layer, id, sites) is not { } site)
            return SiteReading.NotASite.Refusal;
        var pipeline = await pipelines.Now(cancellation);
        if (!SiteFileRights.MaySend(pipeline, site, visitor.Known))
            return SiteFileKeeping.NotYours;

        var form = await SentForm.Read(context, SiteFileLinks.Page(site.Key), SiteFileKeeping.SendForm, SiteFileKeeping.LongestBody);
        if (await keeping.Read(form, cancellation) is not { } judged)
            return form.Refused();

        var agency = SiteFileRights.AgencyOf(pipeline, site);
        return await forms.Once(context, form, (connection, ended) => keeping.Send(connection, form, site, agency, judged, visitor.Known, ended));
    }

    static async Task<IResult> Decide(
        HttpContext context, string layer, long id, Guid document, Visitor visitor, FormWriting forms, SiteReading sites, PipelineReading pipelines, SiteFileKeeping keeping,
        CancellationToken cancellation)
    {
        if (await Find(layer, id, sites) is not { } site)
            return SiteReading.NotASite.Refusal;
        var pipeline = await pipelines.Now(cancellation);
        if (!SiteFileRights.MayKeep(pipeline, site, visitor.Known))
            return SiteFileKeeping.NotYours;

        var form = await SentForm.Read(context, SiteFileLinks.Page(site.Key), SiteFileKeeping.DecisionForm);
        return await forms.Once(context, form, (connection, ended) => keeping.Decide(connection, form, pipeline, site, document, visitor.Known, ended));
    }

    static async Task<Site?> Find(string layer, long id, SiteReading sites) =>
        SiteLayers.All.Contains(layer) ? (await sites.Find(new(layer, id)))?.Site : null;
}
