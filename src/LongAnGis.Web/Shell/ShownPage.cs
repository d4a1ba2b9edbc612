using Microsoft.AspNetCore.Components.Endpoints;

namespace LongAnGis.Web.Shell;

/// <summary>
/// Answers a form that was accepted with a page of ours instead of leading there: for what is shown once and must stand in no
/// address, such as the link of an invitation. The page reads it with <see cref="Of"/>.
/// </summary>
/// <param name="Page">The page's component.</param>
/// <param name="Path">The page's path without its language.</param>
/// <param name="Route">Values of the page's route, by their names in it.</param>
/// <param name="Once">What is shown.</param>
public sealed record ShownPage(Type Page, string Path, IReadOnlyDictionary<string, string> Route, string Once) : IResult
{
    public static ShownPage? Of(HttpContext? context) => context?.Features.Get<ShownPage>();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var page = httpContext.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .First(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == Page);
        httpContext.Features.Set(this);
        httpContext.Request.Path = Path;
        httpContext.Request.Method = HttpMethods.Get;
        httpContext.Request.RouteValues.Clear();
        foreach (var (name, value) in Route)
            httpContext.Request.RouteValues[name] = value;
        httpContext.SetEndpoint(page);
        return page.RequestDelegate!(httpContext);
    }
}
