using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LongAnGis.Web.Ogc;

/// <summary>How the documents of the service are answered, and what several of its addresses look up first.</summary>
static class OgcAnswers
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ContentHttpResult Json(OgcRequest request, JsonObject body, string type = OgcLinks.Json)
    {
        request.Context.Response.Headers.ContentLanguage = request.Language.Code;
        request.Context.Response.Headers.Vary = "Accept, Accept-Language";
        return TypedResults.Text(body.ToJsonString(Readable), type);
    }

    public static RazorComponentResult<OgcDocument> Html(OgcRequest request, OgcDocument.Content content)
    {
        request.Context.Response.Headers.Vary = "Accept, Accept-Language";
        return new(new { Request = request, Shown = content });
    }

    public static Task<PointInTime> Moment(OgcRequest request, CancellationToken cancellation) =>
        request.Context.RequestServices.GetRequiredService<Moments>().Resolve(request.Time, cancellation);

    /// <exception cref="RefusedException">404 for a collection that is not public or does not exist, alike.</exception>
    public static async Task<OgcCollection> Collection(OgcRequest request, string id, PointInTime moment, CancellationToken cancellation) =>
        await request.Context.RequestServices.GetRequiredService<OgcCollections>().Find(id, moment, cancellation)
        ?? throw new RefusedException(Refusal.NotFound(
            "Không có tập dữ liệu này; /ogc/collections liệt kê các tập dữ liệu.", "There is no such collection; /ogc/collections lists those that there are."));
}
