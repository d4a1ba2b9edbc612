using LongAnGis.Web.Platform;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Tiles;

/// <summary>
/// One tile. With its revision and day in the address it may be kept for a year by anyone; without them it is today's, to
/// be asked for again, and an unchanged one costs a 304.
/// </summary>
static class TileEndpoints
{
    internal const string MediaType = "application/vnd.mapbox-vector-tile";
    internal const string Immutable = "public, max-age=31536000, immutable";
    internal const string AskAgain = "public, no-cache";

    static readonly Refusal Busy = new(
        StatusCodes.Status503ServiceUnavailable,
        "Máy chủ đang dựng quá nhiều ô bản đồ; xin thử lại sau giây lát.",
        "The server is building too many tiles; please try again in a moment.",
        TimeSpan.FromSeconds(1)
    );

    internal static async Task<IResult> Get(
        HttpContext context,
        string layers,
        string z,
        string x,
        string y,
        TileRequests requests,
        TileCache cache,
        CancellationToken cancellation
    )
    {
        var moment = await requests.Moment(context.Request.Query, cancellation);
        var states = TileRequests.Layers(layers, moment);
        var address = TileRequests.Address(z, x, y, states);
        var shown = states.Where(state => address.Zoom >= state.Layer.MinZoom && address.Zoom <= state.Layer.MaxZoom).ToList();

        ServedTile? tile = Nothing;
        if (shown.Count > 0 && (tile = await cache.Get(new(address, shown), cancellation)) is null)
        {
            return Busy;
        }

        return Answer(context, tile, moment.IsFixed ? Immutable : AskAgain);
    }

    static readonly ServedTile Nothing = new([]);

    /// <summary>A finished tile in the coding that the client takes, or 204 or 304.</summary>
    internal static IResult Answer(HttpContext context, ServedTile tile, string caching)
    {
        var coding = Coding(context.Request.Headers.AcceptEncoding);
        var headers = context.Response.Headers;
        headers.CacheControl = caching;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ETag = tile.Tag(tile.IsEmpty ? TileCoding.Identity : coding);
        if (IsKnown(context.Request.Headers.IfNoneMatch, tile))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        if (tile.IsEmpty)
        {
            return TypedResults.NoContent();
        }

        if (coding != TileCoding.Identity)
        {
            headers.ContentEncoding = coding == TileCoding.Brotli ? "br" : "gzip";
        }

        return TypedResults.Bytes(tile.In(coding), MediaType);
    }

    static TileCoding Coding(Microsoft.Extensions.Primitives.StringValues accepted) =>
        !StringWithQualityHeaderValue.TryParseList(accepted, out var codings) ? TileCoding.Identity
        : Accepts(codings, "br") ? TileCoding.Brotli
        : Accepts(codings, "gzip") ? TileCoding.Gzip
        : TileCoding.Identity;

    /// <summary>A quality of zero is a refusal (RFC 9110, 12.5.3).</summary>
    static bool Accepts(IList<StringWithQualityHeaderValue> codings, string coding) =>
        codings.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is not <= 0);

    static bool IsKnown(Microsoft.Extensions.Primitives.StringValues held, ServedTile tile) =>
        EntityTagHeaderValue.TryParseList(held, out var tags)
        && tags.Any(tag => tag.Tag == "*" || tile.IsKnownAs(tag.Tag.ToString()));
}
