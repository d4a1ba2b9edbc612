using System.Text.Json;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Mvc;

namespace LongAnGis.Web.ChangeSets.Checks;

/// <summary>
/// How a figure that is still being drawn falls to districts and communes: <c>{"geometry": …}</c> in GeoJSON is answered with
/// hectares on the VN-2000 grid. A figure that is none yet, because it crosses itself, has no shares, and the answer says why.
/// </summary>
public static class ShareEndpoints
{
    /// <summary>A figure of a few ten thousand corners; larger ones are told at the next check.</summary>
    const int MostBytes = 4 << 20;

    public static void MapShares(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/change-sets/{id:guid}/shares", Share)
            .Needs(Permission.SignedIn)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes + 1))
            .DisableAntiforgery();

    static async Task<IResult> Share(
        Guid id,
        string? lang,
        Visitor visitor,
        ChangeSetAccess access,
        PlanDatabase database,
        HttpContext context,
        CancellationToken cancellation)
    {
        if (await access.Find(id, visitor.Known, cancellation) is null)
        {
            return ChangeSetAccess.NotFound;
        }

        var (document, refusal) = await JsonBody.Document(context.Request, MostBytes, cancellation);
        if (document is null)
        {
            return refusal!;
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("geometry", out var geometry))
            {
                return Refusal.BadRequest(
                    "Nội dung phải có “geometry”: một vùng theo GeoJSON.", "The content must have “geometry”: an area in GeoJSON.");
            }

            context.Response.Headers.CacheControl = "private, no-store";
            return Results.Json(await Shares(database, GeometryCheck.Read(geometry, "polygon"), lang == "en", cancellation));
        }
    }

    static async Task<object> Shares(PlanDatabase database, GeometryReading reading, bool isEnglish, CancellationToken cancellation)
    {
        if (reading.Geometry is not { } figure)
        {
            return new { areas = Array.Empty<object>(), why = reading.Findings[0].Message.In(isEnglish) };
        }

        await using var connection = await database.OpenConnectionAsync(cancellation);
        var areas = await Consequences.TouchedAreas(connection, [figure], cancellation);
        return new
        {
            areas = areas.Select(area => new
            {
                layer = area.Layer,
                code = area.Code,
                name = area.Name.In(isEnglish),
                hectares = Math.Round(area.Hectares, 4),
            }),
            why = (string?)null,
        };
    }
}
