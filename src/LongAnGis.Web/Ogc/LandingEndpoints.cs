using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>Where clients begin: what the service is, what it conforms to, and its description for programs.</summary>
static class LandingEndpoints
{
    static readonly Bilingual Title = new("Quy hoạch tỉnh Long An", "Plan of Long An province");

    static readonly Bilingual Description = new(
        "Quy hoạch tỉnh Long An và số liệu liên quan theo chuẩn mở OGC API – Features, dùng được ngay trong QGIS, ArcGIS, GDAL.",
        "The plan of Long An province and related figures by the open standard OGC API – Features, for QGIS, ArcGIS and GDAL.");

    internal static async Task<IResult> GetLanding(HttpContext context, OgcCollections collections, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context);
        var links = OgcLinks.OfLanding(request).ToList();
        return request.WantsHtml
            ? OgcAnswers.Html(request, new(Title, Description, links)
            {
                Table = CollectionEndpoints.List(request, await collections.All(await OgcAnswers.Moment(request, cancellation), cancellation)),
            })
            : OgcAnswers.Json(request, new JsonObject
            {
                ["title"] = Title.In(request.IsEnglish),
                ["description"] = Description.In(request.IsEnglish),
                ["links"] = OgcLinks.Nodes(request, links),
            });
    }

    internal static IResult GetConformance(HttpContext context)
    {
        var request = OgcRequest.Read(context);
        var links = OgcLinks.Self(request, "/conformance", OgcLinks.Json, []).ToList();
        return request.WantsHtml
            ? OgcAnswers.Html(request, new(new("Các phần của tiêu chuẩn được hỗ trợ", "Supported parts of the standards"), null, links)
            {
                Table = new([new("Lớp tuân thủ", "Conformance class")], [.. OgcConformance.Classes.Select(one => new[] { one })]),
            })
            : OgcAnswers.Json(request, new JsonObject
            {
                ["conformsTo"] = new JsonArray([.. OgcConformance.Classes.Select(one => (JsonNode)one)]),
                ["links"] = OgcLinks.Nodes(request, links),
            });
    }

    internal static async Task<IResult> GetApi(HttpContext context, OgcCollections collections, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context);
        if (request.WantsHtml)
        {
            return OgcAnswers.Html(request, new(Title, Description, [.. OgcLinks.OfLanding(request)]) { Guide = true });
        }

        var moment = await OgcAnswers.Moment(request, cancellation);
        var all = await collections.All(moment, cancellation);
        return OgcAnswers.Json(request, ApiDocument.Write(request, Title, Description, all), OgcLinks.OpenApi);
    }
}
