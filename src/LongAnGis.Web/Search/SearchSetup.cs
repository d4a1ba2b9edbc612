using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LongAnGis.Web.Search;

/// <summary>Search: a page of its own, and a fragment of it while one types.</summary>
public static class SearchSetup
{
    public static void AddSearch(this IServiceCollection services) => services.AddSingleton<FeatureSearch>();

    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/search/suggest", Suggest);

    static async Task<IResult> Suggest(
        HttpContext context,
        FeatureSearch search,
        AskedMoment asked,
        string? q
    )
    {
        var query = SearchQuery.Clean(q);
        var moment = await asked.Time();
        var found = await search.Find(query, moment, SearchQuery.MostSuggested, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-cache";
        return new RazorComponentResult<Suggestions>(
            new { Query = query, Result = found, Coordinates = CoordinateText.Read(query), moment.AsOf }
        );
    }
}
