using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace LongAnGis.Web.Plans.Downloads;

/// <summary>GeoJSON (RFC 7946): WGS 84, longitude first, rings counter-clockwise, written feature by feature.</summary>
public static class GeoJsonFile
{
    public const string ContentType = "application/geo+json";
    const int FlushAt = 64 << 10;

    static readonly JsonSerializerOptions Geometries = new() { Converters = { new GeoJsonConverterFactory(new(), false, null, RingOrientationOption.EnforceRfc9746) } };

    /// <summary>A geometry on WGS 84 (NTS X = longitude) alone.</summary>
    public static string Geometry(Geometry geometryWgs84) => JsonSerializer.Serialize(geometryWgs84, Geometries);
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task WriteCollection(
        PipeWriter output, Layer layer, PointInTime moment, IAsyncEnumerable<DownloadedFeature> features, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Readable);
        var columns = DownloadColumn.Of(layer);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", layer.Code);
        WriteMoment(json, layer, moment);
        json.WriteStartArray("features");
        await foreach (var feature in features.WithCancellation(cancellation))
        {
            Write(json, columns, feature);
            if (output.UnflushedBytes + json.BytesPending > FlushAt)
            {
                json.Flush();
                await output.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await output.FlushAsync(cancellation);
    }

    public static async Task WriteOne(
        PipeWriter output, Layer layer, PointInTime moment, DownloadedFeature feature, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Readable);
        Write(json, DownloadColumn.Of(layer), feature, () => WriteMoment(json, layer, moment));
        json.Flush();
        await output.FlushAsync(cancellation);
    }

    // Members of our own beside the standard's: which state of the plan the file holds.
    static void WriteMoment(Utf8JsonWriter json, Layer layer, PointInTime moment)
    {
        json.WriteStartObject("longan");
        json.WriteString("layer", layer.Code);
        json.WriteString("plan", moment.Plan);
        json.WriteString("as_of", CalendarDay.Write(moment.AsOf));
        json.WriteNumber("revision", moment.Revision);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, IReadOnlyList<DownloadColumn> columns, DownloadedFeature downloaded, Action? more = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteNumber("id", downloaded.Feature.Id);
        json.WritePropertyName("geometry");
        if (downloaded.Geometry is { IsEmpty: false } geometry)
            JsonSerializer.Serialize<Geometry>(json, geometry, Geometries);
        else
            json.WriteNullValue();

        json.WriteStartObject("properties");
        foreach (var column in columns)
            WriteValue(json, column.Key, column.Value(downloaded.Feature));
        json.WriteEndObject();
        more?.Invoke();
        json.WriteEndObject();
    }

    static void WriteValue(Utf8JsonWriter json, string key, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(key);
                break;
            case double number:
                json.WriteNumber(key, number);
                break;
            case long whole:
                json.WriteNumber(key, whole);
                break;
            case bool yes:
                json.WriteBoolean(key, yes);
                break;
            case DateOnly day:
                json.WriteString(key, CalendarDay.Write(day));
                break;
            default:
                json.WriteString(key, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
