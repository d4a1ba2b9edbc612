using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>The collections: what each holds, where and when, in which reference systems, and what may be asked of it.</summary>
static class CollectionEndpoints
{
    internal static async Task<IResult> GetAll(HttpContext context, OgcCollections collections, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context);
        var moment = await OgcAnswers.Moment(request, cancellation);
        var all = await collections.All(moment, cancellation);
        var links = OgcLinks.Self(request, "/collections", OgcLinks.Json, []).ToList();
        if (request.WantsHtml)
        {
            return OgcAnswers.Html(request, new(new("Các tập dữ liệu", "Collections"), null, links) { Table = List(request, all) });
        }

        var extents = await collections.Extents(moment, cancellation);
        return OgcAnswers.Json(request, new JsonObject
        {
            ["links"] = OgcLinks.Nodes(request, links),
            ["crs"] = Systems(),
            ["collections"] = new JsonArray([.. all.Select(one => (JsonNode)Describe(request, one, extents, "#/crs"))]),
        });
    }

    /// <summary>The collections as people read them.</summary>
    internal static OgcDocument.Table List(OgcRequest request, IReadOnlyList<OgcCollection> collections) => new(
        [new("Tập dữ liệu", "Collection"), new("Mã", "Code"), new("Nội dung", "Content")],
        [.. collections.Select(one => new[] { one.Title.In(request.IsEnglish), one.Id, one.Description?.In(request.IsEnglish) ?? "" })],
        [.. collections.Select(one => request.To("/collections/" + one.Id, (OgcRequest.Format, "html")))]);

    internal static async Task<IResult> GetOne(HttpContext context, string collection, OgcCollections collections, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context);
        var moment = await OgcAnswers.Moment(request, cancellation);
        var found = await OgcAnswers.Collection(request, collection, moment, cancellation);
        if (!request.WantsHtml)
        {
            return OgcAnswers.Json(request, Describe(request, found, await collections.Extents(moment, cancellation), null));
        }

        IReadOnlyList<OgcLink> links = [.. Self(request, found), .. OgcLinks.OfCollection(request, found)];
        return OgcAnswers.Html(request, new(found.Title, found.Description, links)
        {
            Page = found.Page,
            Table = new(
                [new("Thuộc tính", "Property"), new("Nghĩa", "Meaning"), new("Kiểu", "Type"), new("Đơn vị", "Unit")],
                [.. found.Properties.Select(property => new[] { property.Key, property.Label.In(request.IsEnglish), OgcSchema.TypeOf(property), property.Unit ?? "" })]),
        });
    }

    internal static Task<IResult> GetSchema(HttpContext context, string collection, CancellationToken cancellation) =>
        Schema(context, collection, "schema", OgcSchema.OfFeatures, cancellation);

    internal static Task<IResult> GetQueryables(HttpContext context, string collection, CancellationToken cancellation) =>
        Schema(context, collection, "queryables", OgcSchema.OfQueryables, cancellation);

    internal static Task<IResult> GetSortables(HttpContext context, string collection, CancellationToken cancellation) =>
        Schema(context, collection, "sortables", OgcSchema.OfSortables, cancellation);

    static async Task<IResult> Schema(
        HttpContext context, string collection, string name, Func<OgcRequest, OgcCollection, string, JsonObject> write, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context);
        var moment = await OgcAnswers.Moment(request, cancellation);
        var found = await OgcAnswers.Collection(request, collection, moment, cancellation);
        return OgcAnswers.Json(request, write(request, found, request.To($"/collections/{found.Id}/{name}")), OgcLinks.Schema);
    }

    static IEnumerable<OgcLink> Self(OgcRequest request, OgcCollection collection) =>
        OgcLinks.Self(request, "/collections/" + collection.Id, OgcLinks.Json, []);

    static JsonObject Describe(OgcRequest request, OgcCollection collection, IReadOnlyDictionary<string, OgcExtent> extents, string? systems)
    {
        var described = new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title.In(request.IsEnglish),
            ["description"] = collection.Description?.In(request.IsEnglish),
            ["itemType"] = "feature",
            ["crs"] = systems is null ? Systems() : new JsonArray(systems),
            ["storageCrs"] = OgcCrs.Crs84.Uri,
            ["links"] = OgcLinks.Nodes(request, [.. Self(request, collection), .. OgcLinks.OfCollection(request, collection)]),
        };
        if (collection.Description is null)
        {
            described.Remove("description");
        }

        if (extents.TryGetValue(collection.ExtentLayer, out var extent))
        {
            described["extent"] = Describe(extent);
        }

        return described;
    }

    static JsonObject Describe(OgcExtent extent) => new()
    {
        ["spatial"] = new JsonObject
        {
            ["bbox"] = new JsonArray(new JsonArray(extent.West, extent.South, extent.East, extent.North)),
            ["crs"] = OgcCrs.Crs84.Uri,
        },
        ["temporal"] = new JsonObject
        {
            ["interval"] = new JsonArray(new JsonArray(Moment(extent.From, TimeOnly.MinValue), Moment(extent.Until, new(23, 59, 59)))),
            ["trs"] = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
        },
    };

    // The schema of the standard wants moments; our days begin and end in Vietnam.
    static JsonValue? Moment(DateOnly? day, TimeOnly time) =>
        day is { } known ? JsonValue.Create($"{CalendarDay.Write(known)}T{time:HH\\:mm\\:ss}+07:00") : null;

    static JsonArray Systems() => [.. OgcCrs.All.Select(crs => (JsonNode)crs.Uri)];
}
