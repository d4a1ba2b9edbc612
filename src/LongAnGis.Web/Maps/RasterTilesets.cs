using System.Text.Json.Nodes;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;
using LongAnGis.Web.Tiles;

namespace LongAnGis.Web.Maps;

/// <summary>
/// The tiles of <c>/raster</c> as OGC API – Tiles describes and asks for them: of the map as a whole, row before column, at
/// <c>/ogc/map/tiles/WebMercatorQuad/{z}/{row}/{column}</c>.
/// </summary>
static class RasterTilesets
{
    const string Path = "/ogc/map/tiles", Png = "image/png";

    const int MostZoom = 18;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List);
        routes.MapGet($"{Path}/{WebMercatorQuad.Id}", Describe);
        routes.MapGet(
            $"{Path}/{WebMercatorQuad.Id}/{{matrix}}/{{row}}/{{column}}",
            (HttpContext context, string matrix, string row, string column, RasterTiles tiles, AskedMoment asked, Language language) =>
                RasterEndpoints.Get(context, "plan", matrix, column, row, tiles, asked, language));
    }

    static async Task<IResult> List(HttpContext context, PublicAddress address, AskedMoment asked)
    {
        // A day that cannot be asked about is refused here as it is for the tiles.
        await asked.Time();
        var here = Here(context, address);
        return TileJsonEndpoints.Json(context, new JsonObject
        {
            ["tilesets"] = new JsonArray(Tileset(context, $"{here}/{WebMercatorQuad.Id}{context.Request.QueryString}")),
            ["links"] = new JsonArray(Link(here + context.Request.QueryString, "self", "application/json")),
        });
    }

    static async Task<IResult> Describe(HttpContext context, PublicAddress address, AskedMoment asked)
    {
        await asked.Time();
        var here = $"{Here(context, address)}/{WebMercatorQuad.Id}";
        var tileset = Tileset(context, here + context.Request.QueryString);
        var item = Link(here + "/{tileMatrix}/{tileRow}/{tileCol}" + context.Request.QueryString, "item", Png);
        item["templated"] = true;
        var links = tileset["links"]!.AsArray();
        links.Add(item);
        links.Add(Link($"{address.Of(context.Request)}/ogc/tileMatrixSets/{WebMercatorQuad.Id}", "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme", "application/json"));
        tileset["mediaTypes"] = new JsonArray(Png);
        tileset["layers"] = new JsonArray(new JsonObject
        {
            ["id"] = "plan",
            ["dataType"] = "map",
            ["minTileMatrix"] = "0",
            ["maxTileMatrix"] = MostZoom.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        return TileJsonEndpoints.Json(context, tileset);
    }

    static JsonObject Tileset(HttpContext context, string address) => new()
    {
        ["title"] = context.DataLanguage().Say("Bản đồ quy hoạch tỉnh Long An", "Map of the plan of Long An province"),
        ["dataType"] = "map",
        ["crs"] = WebMercatorQuad.Crs,
        ["tileMatrixSetURI"] = WebMercatorQuad.Uri,
        ["links"] = new JsonArray(Link(address, "self", "application/json")),
    };

    static JsonObject Link(string address, string relation, string type) => new() { ["href"] = address, ["rel"] = relation, ["type"] = type };

    static string Here(HttpContext context, PublicAddress address) => address.Of(context.Request) + Path;
}
