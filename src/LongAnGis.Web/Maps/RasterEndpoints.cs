using LongAnGis.Core.Tiles;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Maps;

/// <summary>
/// XYZ tiles as pictures: <c>/raster/plan/10/814/481.png</c>, or <c>481@2x.png</c> for fine screens, in Web Mercator with row 0 in
/// the north, as Leaflet, ArcGIS, QGIS and Mapsui ask for them.
/// </summary>
static class RasterEndpoints
{
    const string FineEnding = "@2x";

    internal static readonly Refusal Busy = new(
        StatusCodes.Status503ServiceUnavailable,
        "Máy chủ đang vẽ quá nhiều ô bản đồ; xin thử lại sau giây lát.",
        "The server is drawing too many tiles; please try again in a moment.",
        TimeSpan.FromSeconds(1));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/raster/{view}/{z}/{x}/{y}.png", Get);

    internal static async Task<IResult> Get(
        HttpContext context, string view, string z, string x, string y, RasterTiles tiles, AskedMoment asked, Language language)
    {
        var (row, density) = y.EndsWith(FineEnding, StringComparison.Ordinal) ? (y[..^FineEnding.Length], 2) : (y, 1);
        if (!TileAddress.TryParse(z, x, row, out var address))
        {
            return Refusal.NotFound(
                "Không có ô bản đồ này: mức thu phóng từ 0 đến 18, cột và hàng nằm trong phạm vi của mức đó.",
                "There is no such tile: zooms go from 0 to 18, columns and rows to the range of the zoom.");
        }

        var (moment, layers) = (await asked.Time(), await asked.Layers());
        var shown = MapFileEndpoints.Shown(view, layers);
        // Published content without credentials: any site may show it.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return await tiles.Get(address, shown, layers, moment, density, language) is { } tile
            ? MapAnswers.File(context, tile, SheetFormat.Png, moment)
            : Busy;
    }
}
