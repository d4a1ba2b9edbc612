using System.Globalization;
using LongAnGis.Web.Ogc.Writing;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Ogc;

/// <summary>The features of a collection, page by page, and one of them.</summary>
static class ItemsEndpoints
{
    internal static async Task<IResult> GetItems(HttpContext context, string collection, ItemsAnswer answer, ItemsTable table, CancellationToken cancellation)
    {
        var request = OgcRequest.Read(context, [.. ItemsRequest.Parameters, RegisterCollections.EditionParameter]);
        var moment = await OgcAnswers.Moment(request, cancellation);
        var found = await OgcAnswers.Collection(request, collection, moment, cancellation);
        var items = ItemsRequest.Read(request, found, moment);
        if (request.WantsHtml)
        {
            return OgcAnswers.Html(request, await table.Read(items, cancellation));
        }

        await answer.Write(items, cancellation);
        return Results.Empty;
    }

    internal static async Task<IResult> GetItem(
        HttpContext context, string collection, string id, ItemsAnswer answer, ItemsTable table, CancellationToken cancellation)
    {
        if (context.Request.Query.ContainsKey(ItemWriteEndpoints.ChangeSetParameter) && context.Request.RouteValues[OgcRequest.DayInPath] is null)
        {
            return await ItemWriteEndpoints.GetDraft(context, collection, id, cancellation);
        }

        var request = OgcRequest.Read(context, ItemsRequest.CrsParameter, ItemsRequest.Datetime, RegisterCollections.EditionParameter);
        var moment = await OgcAnswers.Moment(request, cancellation);
        var found = await OgcAnswers.Collection(request, collection, moment, cancellation);
        var items = ItemsRequest.Read(request, found, moment);
        var mayExist = found.HasTextIds || long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (mayExist && request.WantsHtml && await table.ReadOne(items, id, cancellation) is { } content)
        {
            return OgcAnswers.Html(request, content);
        }

        return mayExist && !request.WantsHtml && await answer.WriteOne(items, id, cancellation)
            ? Results.Empty
            : Refusal.NotFound(
                "Không có đối tượng mang mã số này trong tập dữ liệu tại thời điểm được hỏi.", "The collection has no feature of this id at that moment.");
    }
}
