using System.Buffers;
using System.Globalization;
using System.Text.Json;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Tiles;

namespace LongAnGis.Web.Indicators.Maps;

/// <summary>What the map client asks for: the picture of an indicator, and where regions have room for a name.</summary>
static class MapEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/indicators/{code}/map.json", GetMap);
        routes.MapGet("/regions/points.json", GetPoints);
    }

    static async Task<IResult> GetMap(
        HttpContext context, string code, string? lang, IndicatorMaps maps, KnownFigures figures, RegionTiles tiles, CancellationToken cancellation)
    {
        if (Language.Find(lang ?? "vi") is not { } language)
            return Refusal.BadRequest("Ngôn ngữ (lang) là vi hoặc en.", "The language (lang) is vi or en.");

        var asked = MapRequest.Read(context.Request.Query);
        var known = await IndicatorEndpoints.Ask(context, code, figures, cancellation);
        var map = await maps.Of(known.Indicator, asked, known.At, known.Moment.Plan, cancellation);
        if (map is null)
            return Refusal.NotFound(
                "Chỉ tiêu này chưa có số liệu nào cho các lãnh thổ được hỏi.", "This indicator has no figure yet for the regions asked about.");

        var (shapes, _) = await tiles.Revision(known.Moment.Revision, cancellation);
        return IndicatorEndpoints.Answer(context, known, MapJson.Write(map, shapes, language));
    }

    static async Task<IResult> GetPoints(
        HttpContext context, string? revision, RegionTiles tiles, RegionOutlines outlines, CancellationToken cancellation)
    {
        if (!int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var asked))
            return Refusal.BadRequest("Tham số revision là số của một bản công bố, ví dụ 12.", "The parameter revision is the number of a publication, for example 12.");

        var (touched, exists) = await tiles.Revision(asked, cancellation);
        if (!exists)
            return Refusal.NotFound($"Chưa có bản công bố {asked}.", $"There is no publication {asked} yet.");

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var region in (await outlines.At(touched, cancellation)).Regions.Values)
            {
                json.WriteStartArray(region.Code);
                json.WriteNumberValue(Math.Round(region.Longitude, 5));
                json.WriteNumberValue(Math.Round(region.Latitude, 5));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        context.Response.Headers.CacheControl = TileEndpoints.Immutable;
        return TypedResults.Bytes(buffer.WrittenSpan.ToArray(), "application/json");
    }
}
