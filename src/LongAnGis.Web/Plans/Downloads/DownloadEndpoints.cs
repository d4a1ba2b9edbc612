using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Plans.Tables;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Plans.Downloads;

/// <summary>Layers and features as files, from the same moment and filter as the page they are taken from.</summary>
public static class DownloadEndpoints
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plan/{layer}.geojson", (HttpContext context, string layer) => Send(context, layer, WriteGeoJson));
        routes.MapGet("/plan/{layer}.csv", (HttpContext context, string layer) => Send(context, layer, WriteCsv));
        routes.MapGet("/plan/{layer}.gpkg", (HttpContext context, string layer) => Send(context, layer, WriteGeoPackage));
        routes.MapGet("/plan/{layer}/{id:long}.geojson", GetFeatureGeoJson);
        routes.MapGet("/plan/{layer}/{id:long}.gpkg", GetFeatureGeoPackage);
        routes.MapGet("/history/{number:int}.gpkg", GetRevision);
        // A code instead of an id, as papers and old links have it.
        routes.MapGet("/plan/{layer}/{code}", GoToFeature);
    }

    static async Task<IResult> Send(HttpContext context, string code, Func<HttpContext, Layer, PointInTime, FeatureFilter, Task> write)
    {
        var services = context.RequestServices;
        var scene = Scene.Read(context.Request.Query);
        var moment = await services.GetRequiredService<Moments>().Resolve(scene.Time, context.RequestAborted);
        var layers = await services.GetRequiredService<LayerCatalogue>().All(moment.Revision, context.RequestAborted);
        if (layers.Find(code) is not { } layer)
            return LayerPages.NoSuchLayer(code).Refusal;

        var filter = FeatureFilter.Read(layer, context.Request.Query);
        Describe(context, moment);
        await write(context, layer, moment, filter);
        return Results.Empty;
    }

    static Task WriteGeoJson(HttpContext context, Layer layer, PointInTime moment, FeatureFilter filter)
    {
        Name(context, GeoJsonFile.ContentType, FileName(layer.Code, moment, "geojson"));
        return GeoJsonFile.WriteCollection(
            context.Response.BodyWriter, layer, moment, Features(context).Of(layer, moment, filter, context.RequestAborted), context.RequestAborted);
    }

    static Task WriteCsv(HttpContext context, Layer layer, PointInTime moment, FeatureFilter filter)
    {
        Name(context, CsvFile.ContentType, FileName(layer.Code, moment, "csv"));
        return CsvFile.Write(
            context.Response.Body, layer, context.PageLanguage(),
            Features(context).Of(layer, moment, filter, context.RequestAborted), context.RequestAborted);
    }

    static async Task WriteGeoPackage(HttpContext context, Layer layer, PointInTime moment, FeatureFilter filter)
    {
        await using var file = await GeoPackageFile.Write(
            layer, moment, Features(context).Of(layer, moment, filter, context.RequestAborted), context.RequestAborted);
        Name(context, GeoPackageFile.ContentType, FileName(layer.Code, moment, "gpkg"));
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    static Task<IResult> GetFeatureGeoJson(HttpContext context, string layer, long id) => SendOne(context, layer, id, async (found, moment, file) =>
    {
        Name(context, GeoJsonFile.ContentType, FileName(VietnameseText.Slug(file.Feature.Code), moment, "geojson"));
        await GeoJsonFile.WriteOne(context.Response.BodyWriter, found, moment, file, context.RequestAborted);
    });

    static Task<IResult> GetFeatureGeoPackage(HttpContext context, string layer, long id) => SendOne(context, layer, id, async (found, moment, one) =>
    {
        await using var file = await GeoPackageFile.Write(found, moment, new[] { one }.ToAsyncEnumerable(), context.RequestAborted);
        Name(context, GeoPackageFile.ContentType, FileName(VietnameseText.Slug(one.Feature.Code), moment, "gpkg"));
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    });

    static async Task<IResult> SendOne(HttpContext context, string code, long id, Func<Layer, PointInTime, DownloadedFeature, Task> write)
    {
        var services = context.RequestServices;
        var scene = Scene.Read(context.Request.Query);
        var moment = await services.GetRequiredService<Moments>().Resolve(scene.Time, context.RequestAborted);
        var layers = await services.GetRequiredService<LayerCatalogue>().All(moment.Revision, context.RequestAborted);
        if (layers.Find(code) is not { } layer)
            return LayerPages.NoSuchLayer(code).Refusal;

        var placed = await services.GetRequiredService<FeatureById>().Find(code, id, moment, context.RequestAborted);
        if (placed is null || await Features(context).Find(placed.Feature, context.RequestAborted) is not { } file)
            return Refusal.NotFound(
                $"Không có đối tượng số {id} trong lớp này tại thời điểm được hỏi.", $"There is no feature number {id} in this layer at that moment.");

        Describe(context, moment);
        await write(layer, moment, file);
        return Results.Empty;
    }

    // Everything public as one publication left it: in force on the day that is asked about, else today.
    static async Task<IResult> GetRevision(HttpContext context, int number, Moments moments, LayerCatalogue catalogue, CancellationToken cancellation)
    {
        var asked = Scene.Read(context.Request.Query).Time;
        var moment = await moments.Resolve(asked with { KnownAt = KnownAt.After(number) }, cancellation);
        var layers = (await catalogue.All(moment.Revision, cancellation)).InDrawingOrder;
        await using var file = await GeoPackageFile.Write(
            layers, moment, layer => Features(context).Of(layer, moment, FeatureFilter.None, cancellation), cancellation);
        Describe(context, moment);
        Name(context, GeoPackageFile.ContentType, string.Create(CultureInfo.InvariantCulture, $"quy-hoach-{moment.Plan}-r{number}.gpkg"));
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, cancellation);
        return Results.Empty;
    }

    static async Task<IResult> GoToFeature(
        HttpContext context, string layer, string code, Moments moments, FeatureReferences references, CancellationToken cancellation)
    {
        var links = Links.Of(context);
        var moment = await moments.Resolve(links.Scene.Time, cancellation);
        if (code.Length > 64 || await references.ByCode(layer, code, moment, cancellation) is not { } found)
            return Refusal.NotFound(
                "Không có đối tượng mang mã này trong lớp. Hãy tìm theo tên, hoặc mở bảng của lớp.",
                "The layer has no feature with this code. Search by name, or open the layer's table.");

        // What has ended answers with its successor, which says whose place it took.
        return await references.SuccessorOf(found, moment, cancellation) is { } successor
            ? TypedResults.Redirect(links.To(successor.Path, ("instead-of", found.Id.ToString(CultureInfo.InvariantCulture))))
            : TypedResults.Redirect(links.To(found.Path));
    }

    static DownloadedFeatures Features(HttpContext context) => context.RequestServices.GetRequiredService<DownloadedFeatures>();

    // What a past moment says never changes again; what today says may, with the next publication.
    static void Describe(HttpContext context, PointInTime moment) =>
        context.Response.Headers.CacheControl = moment.Asked is { KnownAt.Revision: not null, AsOf: not null } ? "public, max-age=86400" : "no-cache";

    // ASCII, because file systems and mail programs still differ about Vietnamese; the day and the reference system tell files apart.
    static string FileName(string what, PointInTime moment, string extension) => $"longan_{what}_{CalendarDay.Write(moment.AsOf)}_4326.{extension}";

    static void Name(HttpContext context, string type, string file)
    {
        context.Response.ContentType = type;
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file);
        context.Response.Headers.ContentDisposition = disposition.ToString();
    }
}
