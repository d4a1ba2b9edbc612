using LongAnGis.Web.Ogc;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>
/// <c>GET /export/{collection}?f=…</c>: a collection of the OGC API as one file, with the same <c>filter</c>, <c>bbox</c>, <c>datetime</c>,
/// <c>crs</c> and <c>properties</c>.
/// </summary>
static class ExportEndpoints
{
    public const string Path = "/export";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{collection}", Get);

    static async Task<IResult> Get(HttpContext context, string collection, GeoJsonExport geoJson, ExportFiles files, CancellationToken cancellation)
    {
        var asked = OgcRequest.Read(context, ExportRequest.Parameters, ExportFormat.Codes);
        if (ExportFormat.Find(asked[OgcRequest.Format]) is not { } format)
        {
            throw OgcRequest.Bad(OgcRequest.Format, $"phải là một trong: {string.Join(", ", ExportFormat.Codes)}.", $"must be one of {string.Join(", ", ExportFormat.Codes)}.");
        }

        var moment = await OgcAnswers.Moment(asked, cancellation);
        var request = ExportRequest.Read(asked, await OgcAnswers.Collection(asked, collection, moment, cancellation), moment, format);
        if (format.Code == "geojson")
        {
            Describe(context, request);
            await geoJson.Write(context.Response.BodyWriter, request, cancellation);
            return Results.Empty;
        }

        await using var file = await files.Make(request, cancellation);
        Describe(context, request);
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, cancellation);
        return Results.Empty;
    }

    // What a past moment says never changes again; what today says may, with the next publication.
    static void Describe(HttpContext context, ExportRequest request)
    {
        var isFixed = request.Items.Moment.Asked.KnownAt?.Revision is not null && request.Collection.Register is null
            && request.Items.Request[ItemsRequest.Datetime] is not null;
        context.Response.Headers.CacheControl = isFixed ? "public, max-age=86400" : "no-cache";
        context.Response.ContentType = request.Format.ContentType;
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(request.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
    }
}
