using System.Text.Json;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Accounts.Tokens;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Retries;

namespace LongAnGis.Web.Ogc.Writing;

/// <summary>
/// OGC API – Features, part 4, over the layers of the plan: POST on items, PUT, PATCH and DELETE on one. What is written lands in a
/// change set; so the answer to a create is the draft's own address (201), and to the others that they were accepted (202).
/// </summary>
static class ItemWriteEndpoints
{
    public const string ChangeSetParameter = "change-set";

    const string ContentCrs = "Content-Crs", MergePatch = "application/merge-patch+json";

    /// <summary>One feature at the limit of vertices, with every decimal.</summary>
    const int MostBytes = 16 << 20;

    const string Reads = "GET, HEAD, OPTIONS", WritesOnItems = "GET, HEAD, OPTIONS, POST", WritesOnItem = "GET, HEAD, OPTIONS, PUT, PATCH, DELETE";

    public static void MapItemWrites(this RouteGroupBuilder root)
    {
        const string items = "collections/{collection}/items", item = items + "/{id}";
        root.MapMethods(items, [HttpMethods.Options], (HttpContext context, string collection, CancellationToken cancellation) => Methods(context, collection, WritesOnItems, cancellation));
        root.MapMethods(item, [HttpMethods.Options], (HttpContext context, string collection, CancellationToken cancellation) => Methods(context, collection, WritesOnItem, cancellation));
        Write(root.MapPost(items, Create));
        Write(root.MapPut(item, (HttpContext context, string collection, string id) => Change(context, collection, id, merges: false)));
        Write(root.MapPatch(item, (HttpContext context, string collection, string id) => Change(context, collection, id, merges: true)));
        Write(root.MapDelete(item, Delete));
    }

    static void Write(RouteHandlerBuilder route) => route.DisableAntiforgery().WithMetadata(new TakesTokenAttribute(TokenScope.WriteDrafts)).Needs(Permission.EditPlan);

    static async Task<IResult> Methods(HttpContext context, string collection, string written, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context, [.. ItemsRequest.Parameters, ChangeSetParameter]);
        var found = await OgcAnswers.Collection(request, collection, await OgcAnswers.Moment(request, cancellation), cancellation);
        context.Response.Headers.Allow = found.Layer is null ? Reads : written;
        return Results.NoContent();
    }

    static async Task<IResult> Create(HttpContext context, string collection) => await Write(context, collection, null, hasBody: true, merges: false);

    static async Task<IResult> Change(HttpContext context, string collection, string id, bool merges) =>
        EntityTags.Judge(context.Request) ?? await Write(context, collection, id, hasBody: true, merges);

    static async Task<IResult> Delete(HttpContext context, string collection, string id) =>
        EntityTags.Judge(context.Request) ?? await Write(context, collection, id, hasBody: false, merges: false);

    static async Task<IResult> Write(HttpContext context, string collection, string? id, bool hasBody, bool merges)
    {
        var (cancellation, services) = (context.RequestAborted, context.RequestServices);
        var request = OgcRequest.Read(context, ChangeSetParameter);
        var found = await OgcAnswers.Collection(request, collection, await OgcAnswers.Moment(request, cancellation), cancellation);
        if (found.Layer is null)
        {
            context.Response.Headers.Allow = Reads;
            return new Refusal(
                StatusCodes.Status405MethodNotAllowed,
                "Tập dữ liệu này chỉ đọc; chỉ các lớp của quy hoạch được sửa qua hồ sơ điều chỉnh.",
                "This collection is read only; the layers of the plan are what change sets amend.");
        }

        var key = context.Request.Headers[KeptAnswers.Header] is [{ } sent] ? sent : $"once-{Guid.NewGuid():N}";
        if (KeptAnswers.Judge(key) is { } unfit)
        {
            return unfit;
        }

        var body = Array.Empty<byte>();
        if (hasBody)
        {
            (body, var refusal) = await JsonBody.Read(context.Request, MostBytes, cancellation, merges ? [ItemsAnswer.ContentType, MergePatch] : [ItemsAnswer.ContentType]);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        var feature = hasBody ? await Feature(context, body, cancellation) : null;
        var layers = await services.GetRequiredService<EditedLayers>().Read(cancellation);
        var write = new ItemWrite(context, layers[found.Id], id, ReadChangeSet(request), feature, merges);
        var person = services.GetRequiredService<Visitor>().Known;
        var address = string.Join(' ', context.Request.Method, context.Request.Path, context.Request.QueryString, context.Request.Headers.IfMatch, context.Request.Headers[ContentCrs]);
        var answer = await services.GetRequiredService<KeptAnswers>().Once(
            person.Id, key, KeptAnswers.Fingerprint(address, body),
            (connection, ended) => services.GetRequiredService<ItemWrites>().Write(connection, write, person, ended), cancellation);
        if (answer is KeptAnswer kept)
        {
            Describe(context, kept);
        }

        return answer;
    }

    /// <summary>A feature as a change set of the reader's has it.</summary>
    internal static async Task<IResult> GetDraft(HttpContext context, string collection, string id, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context, ChangeSetParameter);
        var found = await OgcAnswers.Collection(request, collection, await OgcAnswers.Moment(request, cancellation), cancellation);
        var services = context.RequestServices;
        if (services.GetRequiredService<Visitor>().Person is not { } person)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return new Refusal(StatusCodes.Status401Unauthorized, "Bản nháp chỉ đọc được bằng mã truy cập của người soạn.", "A draft is read with a token of one who works on it.");
        }

        var set = ReadChangeSet(request)!.Value;
        if (await services.GetRequiredService<ChangeSetAccess>().Find(set, person, cancellation) is null)
        {
            return ChangeSetAccess.NotFound;
        }

        await using var connection = await services.GetRequiredService<PlanDatabase>().OpenConnectionAsync(cancellation);
        var layers = await services.GetRequiredService<EditedLayers>().Read(cancellation);
        if (found.Layer is null || await ItemState.InDraft(connection, set, found.Id, id, cancellation) is not { IsDeleted: false } state)
        {
            return Refusal.NotFound("Hồ sơ này không tạo hay sửa đối tượng đó.", "The change set neither creates nor changes that feature.");
        }

        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ETag = $"\"{state.Tag(set)}\"";
        context.Response.Headers[ContentCrs] = $"<{OgcCrs.Crs84.Uri}>";
        return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(state.ToJson(layers[found.Id], set), DraftFile.Json), ItemsAnswer.ContentType);
    }

    static async Task<JsonElement?> Feature(HttpContext context, byte[] body, CancellationToken cancellation)
    {
        var (document, broken) = JsonBody.Parse(body);
        using var json = document ?? throw new RefusedException(broken!);
        return await context.RequestServices.GetRequiredService<CarriedShape>().ToWgs84(json.RootElement.Clone(), ReadCrs(context.Request), cancellation);
    }

    // <http://www.opengis.net/def/crs/EPSG/0/9210>, as part 2 writes it; without the brackets it is understood as well.
    static OgcCrs ReadCrs(HttpRequest request) => request.Headers[ContentCrs].ToString().Trim() is not { Length: > 0 } sent
        ? OgcCrs.Crs84
        : OgcCrs.Find(sent.Trim('<', '>')) ?? throw new RefusedException(Refusal.BadRequest(
            "Tiêu đề Content-Crs nêu hệ tọa độ mà dịch vụ không nhận; trang tập dữ liệu liệt kê các hệ dùng được.",
            "The header Content-Crs names a reference system that is not taken; the collection lists those that are."));

    static Guid? ReadChangeSet(OgcRequest request) => request[ChangeSetParameter] is not { } text ? null
        : Guid.TryParse(text, out var id) ? id : throw new RefusedException(ChangeSetAccess.NotFound);

    // Told from the answer, so that one that is given again tells the same.
    static void Describe(HttpContext context, KeptAnswer answer)
    {
        using var body = JsonDocument.Parse(answer.Body);
        var headers = context.Response.Headers;
        if (body.RootElement.TryGetProperty("etag", out var tag))
        {
            headers.ETag = tag.GetString();
        }

        var set = body.RootElement.GetProperty("changeSet").GetProperty("id").GetString();
        headers.Link = $"</change-sets/{set}>; rel=\"related\"; type=\"text/html\"";
        headers["Change-Set"] = set;
        headers[ContentCrs] = $"<{OgcCrs.Crs84.Uri}>";
    }
}
