using System.Text;
using System.Xml;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LongAnGis.Web.Investment;

/// <summary>What search engines may read, and the addresses that we would like them to find: each in both languages.</summary>
static class Sitemap
{
    /// <summary>As many as one sitemap may hold (sitemaps.org, 2016), counted in pages of two languages.</summary>
    const int MostPages = 25_000;

    const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    static readonly string[] Pages = ["/", SiteLinks.Search, "/plan", "/indicators", "/targets", "/districts", "/plans", "/sources"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", GetRobots);
        routes.MapGet("/sitemap.xml", GetSitemap);
    }

    // What needs an account or answers another moment, view or filter is not worth a search engine's time.
    static ContentHttpResult GetRobots(HttpContext context, PublicAddress addresses) => TypedResults.Text($"""
        User-agent: *
        Disallow: /sign-in
        Disallow: /change-sets
        Disallow: /invest/pipeline
        Disallow: /tiles
        Disallow: /*?
        Disallow: /en/*?
        Allow: /invest/*/picture.png?
        Sitemap: {addresses.Of(context.Request)}/sitemap.xml

        """);

    static async Task<IResult> GetSitemap(HttpContext context, KnownSites known, Moments moments, PublicAddress addresses, CancellationToken cancellation)
    {
        var catalogue = await known.At(await moments.Resolve(AskedTime.Now, cancellation), cancellation);
        var paths = Pages.Concat(catalogue.Sites.Where(site => site.Stage != SiteStage.Stopped).Select(SiteLinks.Path)).Take(MostPages);
        var host = addresses.Of(context.Request);
        using var file = new MemoryStream();
        await using (var xml = XmlWriter.Create(file, new() { Async = true, Encoding = new UTF8Encoding(false) }))
        {
            await xml.WriteStartDocumentAsync();
            await xml.WriteStartElementAsync(null, "urlset", Namespace);
            foreach (var path in paths)
            {
                foreach (var language in new[] { Language.Vietnamese, Language.English })
                {
                    await xml.WriteStartElementAsync(null, "url", Namespace);
                    await xml.WriteElementStringAsync(null, "loc", Namespace, host + language.Href(path));
                    await xml.WriteEndElementAsync();
                }
            }

            await xml.WriteEndElementAsync();
        }

        context.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(file.ToArray(), "application/xml");
    }
}
