using System.Security.Cryptography;
using LongAnGis.Core.Investment;
using LongAnGis.Web.Investment.Suitability;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;
using LongAnGis.Web.Tiles;

namespace LongAnGis.Web.Investment;

/// <summary>What the map and link previews ask for, and the ways that lead to the one address of a site.</summary>
static class SiteEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(SiteLinks.Search + "/sites.geojson", GetSites);
        routes.MapGet(SiteLinks.Search + "/map.png", GetMap);
        routes.MapGet(SiteLinks.Search + "/{layer}/{id:long}/picture.png", GetPicture);
        // A code instead of an id, as papers and people have it.
        routes.MapGet(SiteLinks.Search + "/{layer}/{code}", GoToSite);
    }

    /// <summary>The language that data are asked in.</summary>
    /// <exception cref="RefusedException">400 when it is none of ours.</exception>
    internal static Language AskedLanguage(string? code) => Language.Find(code ?? "vi") ?? throw new RefusedException(
        Refusal.BadRequest("Ngôn ngữ (lang) là vi hoặc en.", "The language (lang) is vi or en."));

    static async Task<IResult> GetSites(HttpContext context, string? lang, SiteSearch search)
    {
        var found = await search.Find(context.Request.Query);
        var asked = found.Moment.Asked;
        return Answer(
            context, SiteGeoJson.Write(found, AskedLanguage(lang), SuitabilityRequest.Read(context.Request.Query)), SiteGeoJson.ContentType,
            asked is { AsOf: not null, KnownAt.Revision: not null } && !found.Request.Filter.ByRoad ? TileEndpoints.Immutable : TileEndpoints.AskAgain);
    }

    /// <summary>The map of a search as a picture of the size that link previews want.</summary>
    static async Task<IResult> GetMap(HttpContext context, string? lang, SiteSearch search, SiteMaps maps)
    {
        var found = await search.Find(context.Request.Query);
        var png = await SitePicture.Of(
            found.Selection.Sites, SitePicture.Preview, found.Moment, found.Layers, maps, AskedLanguage(lang), context.RequestAborted);
        return png is null
            ? Refusal.NotFound("Không khu hay dự án nào khớp bộ lọc có vị trí để vẽ.", "No site that meets the filter has a place to draw.")
            : Answer(context, png, "image/png", TileEndpoints.AskAgain);
    }

    static async Task<IResult> GetPicture(HttpContext context, string layer, long id, string? lang, SiteReading reading, SiteMaps maps)
    {
        var sheet = SiteLayers.All.Contains(layer) ? await reading.Find(new(layer, id)) : null;
        var png = sheet is null ? null : await SitePicture.Of(sheet, maps, AskedLanguage(lang), context.RequestAborted);
        return png is null
            ? Refusal.NotFound("Chưa có bản đồ cho khu hay dự án này.", "There is no map of this site.")
            : Answer(context, png, "image/png", "public, max-age=3600");
    }

    static async Task<IResult> GoToSite(HttpContext context, string layer, string code, AskedMoment asked, FeatureReferences references)
    {
        if (!SiteLayers.All.Contains(layer) || code.Length > 64
            || await references.ByCode(layer, code, await asked.Time(), asked.Cancellation) is not { } found)
            return SiteReading.NotASite.Refusal;

        return TypedResults.Redirect(Links.Of(context).To(SiteLinks.Path(new SiteKey(found.Layer, found.Id))));
    }

    static IResult Answer(HttpContext context, byte[] body, string type, string caching)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = caching;
        // Weak, because compression on the way out changes the bytes but not what they say.
        headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        return context.Request.Headers.IfNoneMatch == headers.ETag
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, type);
    }
}
