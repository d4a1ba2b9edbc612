using Microsoft.AspNetCore.Components.Endpoints;

namespace LongAnGis.Web.Shell;

/// <summary>What is wrong with a form: a sentence in each language, and the field that it is about, if it is about one.</summary>
public sealed record FormError(string Vi, string En, string? Field = null);

/// <summary>
/// Answers a form that cannot be accepted with the page that it stands on, at the same address: what was typed, what is wrong
/// with it, and the status that fits. The page reads this with <see cref="Of"/>. Never give it a password to keep.
/// </summary>
/// <param name="Page">The page's component.</param>
/// <param name="Path">The page's path without its language.</param>
public sealed record FormAgain(
    Type Page, string Path, int Status, IReadOnlyList<FormError> Errors, IReadOnlyDictionary<string, string?> Typed) : IResult
{
    /// <summary>Values of the page's route, by their names in it.</summary>
    public Dictionary<string, string> RouteValues { get; } = [];

    public static FormAgain? Of(HttpContext? context) => context?.Features.Get<FormAgain>();

    public string? Value(string field) => Typed.GetValueOrDefault(field);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var page = httpContext.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .First(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == Page);
        httpContext.Features.Set(this);
        httpContext.Response.StatusCode = Status;
        httpContext.Request.Path = Path;
        httpContext.Request.Method = HttpMethods.Get;
        httpContext.Request.RouteValues.Clear();
        foreach (var (name, value) in RouteValues)
            httpContext.Request.RouteValues[name] = value;
        httpContext.SetEndpoint(page);
        return page.RequestDelegate!(httpContext);
    }
}
