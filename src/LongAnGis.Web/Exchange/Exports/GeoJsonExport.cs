using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using LongAnGis.Web.Database;
using LongAnGis.Web.Ogc;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>
/// The features as one GeoJSON, streamed. In WGS 84 it is RFC 7946; in another system it names that in the member <c>crs</c>, as
/// GeoJSON did before the RFC and as GDAL, QGIS and ArcGIS still read it.
/// </summary>
sealed class GeoJsonExport(PublicDatabase database, RegisterCollections registers)
{
    const int RowsAtOnce = 500, BytesAtOnce = 2 << 20, FlushAt = 64 << 10;

    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task Write(PipeWriter output, ExportRequest request, CancellationToken cancellation)
    {
        var items = request.Items;
        var selection = new ItemSelection(items, await registers.Edition(items, cancellation));
        await using var json = new Utf8JsonWriter(output, Readable);
        WriteHead(json, request);
        var writer = new ItemWriter(items);
        var (after, hasMore) = ((ItemCursor?)null, true);
        while (hasMore)
        {
            await using var command = selection.Page(database, after, RowsAtOnce);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            var (count, bytes) = (0, 0L);
            hasMore = false;
            while (await row.ReadAsync(cancellation))
            {
                var before = json.BytesCommitted + json.BytesPending;
                writer.Write(json, row);
                bytes += json.BytesCommitted + json.BytesPending - before;
                after = writer.Cursor(row);
                if (++count == RowsAtOnce || bytes > BytesAtOnce)
                {
                    hasMore = true;
                    break;
                }

                if (json.BytesPending + output.UnflushedBytes > FlushAt)
                {
                    json.Flush();
                    await output.FlushAsync(cancellation);
                }
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await output.FlushAsync(cancellation);
    }

    static void WriteHead(Utf8JsonWriter json, ExportRequest request)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteString("name"u8, request.Collection.Id);
        if (!request.Items.Crs.IsStored)
        {
            json.WriteStartObject("crs"u8);
            json.WriteString("type"u8, "name"u8);
            json.WriteStartObject("properties"u8);
            json.WriteString("name"u8, string.Create(CultureInfo.InvariantCulture, $"urn:ogc:def:crs:EPSG::{request.Items.Crs.Srid}"));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        // A member of our own beside the standard's: what this is, and whose.
        json.WriteStartObject("longan"u8);
        foreach (var (name, value) in ExportNotes.Facts(request))
        {
            json.WriteString(name.In(english: true), value);
        }

        json.WriteEndObject();
        json.WriteStartArray("features"u8);
    }
}
