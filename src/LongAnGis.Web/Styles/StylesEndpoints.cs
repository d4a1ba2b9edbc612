using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Styles.Desktop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Styles;

/// <summary>How the plan looks: the style document of the map.</summary>
public static class StylesEndpoints
{
    public static void MapStyles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/styles/plan.json", GetPlanStyle);
        routes.MapDesktop();
    }

    static async Task<IResult> GetPlanStyle(
        HttpContext context,
        string? lang,
        string? theme,
        string? plan,
        string? revision,
        [FromQuery(Name = "as-of")] string? asOf,
        [FromQuery(Name = "known-at")] string? knownAt,
        LayerCatalogue catalogue,
        LayerTallies tallies,
        Moments moments,
        IConfiguration configuration,
        CancellationToken cancellation)
    {
        if (Language.Find(lang ?? "vi") is not { } language)
            return Refusal.BadRequest("Ngôn ngữ (lang) là vi hoặc en.", "The language (lang) is vi or en.");
        if (theme is not (null or "light" or "dark"))
            return Refusal.BadRequest("Giao diện (theme) là light hoặc dark.", "The theme is light or dark.");

        var known = string.IsNullOrEmpty(revision) ? knownAt : "r" + revision;
        if (AskedTime.Parse(plan, asOf, known, out var malformed) is not { } asked)
            return Refusal.BadRequest($"Tham số {malformed} không đọc được.", $"The parameter {malformed} cannot be read.");

        var moment = await moments.Resolve(asked, cancellation);
        var style = new PlanStyle(
            await catalogue.All(moment.Revision, cancellation),
            moment,
            await tallies.Revisions(moment, cancellation),
            language,
            theme == "dark",
            $"{context.Request.Scheme}://{context.Request.Host}",
            Basemaps(configuration));

        // A symbol may change without a publication, so the document is asked for again; the same bytes cost a 304.
        var body = Encoding.UTF8.GetBytes(style.Document().ToJsonString(Json));
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(body, "application/json", entityTag: Tag(body));
    }

    static readonly System.Text.Json.JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static EntityTagHeaderValue Tag(byte[] body) => new(string.Create(
        CultureInfo.InvariantCulture, $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body).AsSpan(0, 8))}\""));

    /// <summary>The basemaps of the configuration, as the map client offers them.</summary>
    static JsonArray Basemaps(IConfiguration configuration) => new(
        [.. configuration.GetSection("Basemaps").GetChildren().Select(basemap => (JsonNode)new JsonObject(
            basemap.GetChildren().Select(property => KeyValuePair.Create(property.Key, (JsonNode?)JsonValue.Create(property.Value)))))]);
}
