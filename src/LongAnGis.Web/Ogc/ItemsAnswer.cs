using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LongAnGis.Web.Database;
using LongAnGis.Web.Ogc.Writing;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// A page of features as GeoJSON. It is read from the database in runs of some hundred rows that are written before the next
/// is asked for: memory stays the same whatever the page, and no statement waits for a slow reader.
/// </summary>
public sealed class ItemsAnswer(PublicDatabase database, RegisterCollections registers, TimeProvider clock)
{
    public const string ContentType = "application/geo+json";

    /// <summary>Rows of one statement, and bytes after which it is left early: its rest is asked for anew.</summary>
    const int RowsAtOnce = 500, BytesAtOnce = 2 << 20;

    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task Write(ItemsRequest request, CancellationToken cancellation)
    {
        var edition = await registers.Edition(request, cancellation);
        var selection = new ItemSelection(request, edition);
        // Asked before the first byte leaves, so that a filter that takes too long still gets a proper answer.
        var (matched, isEstimated) = await Matched(selection, cancellation);
        var context = request.Request.Context;
        Describe(request, context.Response, ContentType);

        var buffer = new ArrayBufferWriter<byte>(64 << 10);
        await using var json = new Utf8JsonWriter(buffer, Readable);
        var writer = new ItemWriter(request);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartArray("features"u8);

        var (returned, after, hasMore) = (0, request.After, true);
        while (hasMore && returned < request.Limit)
        {
            (var count, after, hasMore) = await Run(selection, writer, json, buffer, after, Math.Min(RowsAtOnce, request.Limit - returned), cancellation);
            returned += count;
            await Send(context, json, buffer, cancellation);
        }

        json.WriteEndArray();
        WriteRest(json, request, returned, matched, isEstimated, hasMore ? after : null, edition);
        json.WriteEndObject();
        await Send(context, json, buffer, cancellation);
    }

    /// <summary>One feature as GeoJSON; false when there is none of that id.</summary>
    public async Task<bool> WriteOne(ItemsRequest request, string id, CancellationToken cancellation)
    {
        var selection = new ItemSelection(request, await registers.Edition(request, cancellation));
        await using var command = selection.One(database, id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
        {
            return false;
        }

        var (asked, response) = (request.Request.Context.Request, request.Request.Context.Response);
        Describe(request, response, ContentType);
        if (request.Collection.Layer is not null)
        {
            var tag = Tag(request, row);
            response.Headers.ETag = tag;
            if (EntityTags.IsKnown(asked, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return true;
            }
        }

        var buffer = new ArrayBufferWriter<byte>(16 << 10);
        await using var json = new Utf8JsonWriter(buffer, Readable);
        new ItemWriter(request).Write(json, row, more => OgcLinks.Write(more, request.Request, OgcLinks.OfItem(request, id)));
        await json.FlushAsync(cancellation);
        response.ContentLength = buffer.WrittenCount;
        await response.BodyWriter.WriteAsync(buffer.WrittenMemory, cancellation);
        return true;
    }

    // The state that If-Match is compared by, then what else the bytes depend on: the row, the address and the language.
    static string Tag(ItemsRequest request, System.Data.Common.DbDataReader row)
    {
        var form = string.Join(' ', row.GetInt64(row.FieldCount - 1), request.Request.Root, request.Request.Context.Request.QueryString, request.Request.Language.Code);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(form)).AsSpan(0, 6));
        return $"\"{ItemState.TagOf(row.GetInt64(0), row.GetInt32(row.FieldCount - 2))}-{hash}\"";
    }

    async Task<(int Count, ItemCursor? Last, bool HasMore)> Run(
        ItemSelection selection, ItemWriter writer, Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, ItemCursor? after, int rows, CancellationToken cancellation)
    {
        // One row more than are written tells whether any follow.
        await using var command = selection.Page(database, after, rows + 1);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var count = 0;
        while (await row.ReadAsync(cancellation))
        {
            if (count == rows || buffer.WrittenCount + json.BytesPending > BytesAtOnce)
            {
                return (count, after, true);
            }

            writer.Write(json, row);
            after = writer.Cursor(row);
            count++;
            if (json.BytesPending > 32 << 10)
            {
                json.Flush();
            }
        }

        return (count, after, false);
    }

    static async Task Send(HttpContext context, Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        json.Flush();
        await context.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, cancellation);
        buffer.ResetWrittenCount();
    }

    /// <summary>How many features match; beyond some thousands an estimate, and said to be one.</summary>
    public async Task<(long Count, bool IsEstimated)> Count(ItemsRequest request, CancellationToken cancellation) =>
        await Matched(new ItemSelection(request, await registers.Edition(request, cancellation)), cancellation);

    async Task<(long Count, bool IsEstimated)> Matched(ItemSelection selection, CancellationToken cancellation)
    {
        await using var count = selection.Count(database);
        var counted = (long)(await count.ExecuteScalarAsync(cancellation))!;
        if (counted <= ItemSelection.MostCounted)
        {
            return (counted, false);
        }

        await using var estimate = selection.Estimate(database);
        using var plan = JsonDocument.Parse((string)(await estimate.ExecuteScalarAsync(cancellation))!);
        var rows = plan.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetInt64();
        return (Math.Max(rows, counted), true);
    }

    void WriteRest(Utf8JsonWriter json, ItemsRequest request, int returned, long matched, bool isEstimated, ItemCursor? next, int edition)
    {
        json.WriteNumber("numberReturned"u8, returned);
        json.WriteNumber("numberMatched"u8, matched);
        if (isEstimated)
        {
            // A member of our own: numberMatched comes from the statistics of the database.
            json.WriteBoolean("numberMatchedIsEstimated"u8, true);
        }

        json.WriteString("timeStamp"u8, clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        OgcLinks.Write(json, request.Request, OgcLinks.OfItems(request, next, edition));
    }

    // What a past moment says never changes again; what today says may, with the next publication.
    static void Describe(ItemsRequest request, HttpResponse response, string type)
    {
        var isFixed = request.Moment.Asked.KnownAt?.Revision is not null && request.Collection.Register is null
            && (request.Request[ItemsRequest.Datetime] ?? (request.Request.PathDay is null ? null : "")) is not null;
        response.ContentType = type;
        response.Headers.CacheControl = isFixed ? "public, max-age=86400" : "no-cache";
        response.Headers["Content-Crs"] = $"<{request.Crs.Uri}>";
    }
}
