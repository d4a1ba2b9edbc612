using LongAnGis.Core.Lookup;
using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Lookup.Uploads;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Lookup.Batches;

/// <summary>Takes a file of parcels or points, stops it, lets it go on, removes it, and gives its answers back as a file.</summary>
static class BatchEndpoints
{
    public const string FormName = "batch";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Anybody may ask; who knows the address of a batch may do everything with it. Nothing is done in anybody's name.
        routes.MapPost(LookupBatch.Root, Ask).DisableAntiforgery();
        routes.MapPost(LookupBatch.Root + "/{id:guid}/stop", (HttpContext context, Guid id, BatchRegister register) => Stop(context, id, register, isStopped: true)).DisableAntiforgery();
        routes.MapPost(LookupBatch.Root + "/{id:guid}/resume", (HttpContext context, Guid id, BatchRegister register) => Stop(context, id, register, isStopped: false)).DisableAntiforgery();
        routes.MapPost(LookupBatch.Root + "/{id:guid}/remove", Remove).DisableAntiforgery();
        routes.MapGet(LookupBatch.Root + "/{id:guid}.{kind:regex(^(xlsx|csv|gpkg)$)}", Result);
    }

    static async Task<IResult> Ask(HttpContext context, BatchFile files, BatchRegister register, AskedMoment asked)
    {
        var form = await SentForm.Read(context, LookupBatch.Root, FormName, LookupFiles.MostBytes + (64 << 10));
        ReferenceFrame? frame = null;
        if (form.Raw("frame") is { Length: > 0 } && (form.Whole("frame") is not { } srid || (frame = ReferenceFrame.Find(srid)) is null))
            form.Refuse("frame", "Hãy chọn hệ tọa độ trong danh sách.", "Choose a coordinate system from the list.");
        if (form.File("file") is not { } file)
            form.Refuse("file", "Hãy chọn tệp.", "Choose a file.");
        else if (file.Length > LookupFiles.MostBytes)
            form.Refuse("file", $"Tệp lớn hơn {LookupFiles.MostBytes >> 20} MB.", $"The file is larger than {LookupFiles.MostBytes >> 20} MB.");
        else if (form.IsRight)
        {
            try
            {
                var (table, kind, stated) = await files.Read(file, frame, context.RequestAborted);
                var id = await register.Keep(kind, context.PageLanguage(), table, stated, await asked.Time(), context.RequestAborted);
                return new NextPage($"{LookupBatch.Root}/{id}");
            }
            catch (RefusedException refused) when (refused.Refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity)
            {
                var field = refused.Refusal.Members.TryGetValue("ask", out var asks) && asks is "crs" ? "frame" : "file";
                form.Refuse(field, refused.Refusal.Vi, refused.Refusal.En);
            }
        }

        return form.Refused();
    }

    static async Task<IResult> Stop(HttpContext context, Guid id, BatchRegister register, bool isStopped)
    {
        var batch = await register.Find(id, context.RequestAborted);
        await register.Stop(id, isStopped, context.RequestAborted);
        return new NextPage(batch.Path);
    }

    static async Task<IResult> Remove(HttpContext context, Guid id, BatchRegister register)
    {
        await register.Find(id, context.RequestAborted);
        await register.Remove(id, context.RequestAborted);
        return new NextPage(LookupBatch.Root);
    }

    static async Task<IResult> Result(
        HttpContext context, Guid id, string kind, BatchRegister register, LayerCatalogue catalogue, TimeProvider clock)
    {
        LookupEndpoints.Hide(context);
        var batch = await register.Find(id, context.RequestAborted);
        var result = new BatchResult(
            batch, await register.Rows(id, context.RequestAborted), await catalogue.All(batch.Moment.Revision, context.RequestAborted));
        var name = $"longan_lookup_batch.{kind}";
        return kind switch
        {
            "xlsx" => Results.File(Workbook.Write("LongAnGis", clock.GetUtcNow(), result.Table()), Workbook.ContentType, name),
            "csv" => Results.File(result.Table().ToCsv(), "text/csv; charset=utf-8", name),
            _ => Results.File(BatchGeoPackage.Write(batch, result), Plans.Downloads.GeoPackageFile.ContentType, name),
        };
    }
}
