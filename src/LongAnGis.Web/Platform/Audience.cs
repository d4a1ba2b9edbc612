using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Platform;

/// <summary>Who reads the answer: a person, who gets a page, or a program, which gets problem details.</summary>
static class Audience
{
    // Addresses that only programs ask for, whatever they say they accept.
    static readonly string[] DataPrefixes = ["/tiles", "/styles", "/events", "/health", "/map", "/css", "/_framework"];
    static readonly string[] DataExtensions = [".geojson", ".gpkg", ".csv", ".json", ".mvt"];

    // Where programs and people ask at the same addresses, so that only who asks for a page gets one.
    const string OpenData = "/ogc";

    public static bool IsPerson(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments(OpenData, StringComparison.Ordinal))
        {
            return AsksForHtml(context);
        }

        if (DataPrefixes.Any(prefix => path.StartsWithSegments(prefix, StringComparison.Ordinal)))
        {
            return false;
        }

        // Once something was thrown, only the exception's feature still knows where the request was going.
        var asked = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (asked is { } endpoint && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            // An endpoint that is no page still meets people: /plan/{layer}.geojson does not, a redirect to a feature does.
            return AsksForHtml(context) && !HasDataExtension(path);
        }

        return !HasDataExtension(path) && (AsksForHtml(context) || !AsksForJson(context));
    }

    static bool HasDataExtension(PathString path) =>
        DataExtensions.Any(extension => path.Value?.EndsWith(extension, StringComparison.Ordinal) is true);

    static bool AsksForHtml(HttpContext context) =>
        context.Request.Headers[HeaderNames.Accept].ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    static bool AsksForJson(HttpContext context) =>
        context.Request.Headers[HeaderNames.Accept].ToString().Contains("json", StringComparison.OrdinalIgnoreCase);
}
