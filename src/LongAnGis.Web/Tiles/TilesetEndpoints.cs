using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Tiles;

/// <summary>
/// OGC API – Tiles beside the addresses of the map: the same tiles of the same layers, described as the standard describes them
/// and asked for by row before column.
/// </summary>
static class TilesetEndpoints
{
    const string TilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    internal static IResult ListMatrixSets(HttpContext context, PublicAddress address)
    {
        RefuseParameters(context.Request.Query);
        return TileJsonEndpoints.Json(context, new JsonObject
        {
            ["tileMatrixSets"] = new JsonArray(new JsonObject
            {
                ["id"] = WebMercatorQuad.Id,
                ["uri"] = WebMercatorQuad.Uri,
                ["crs"] = WebMercatorQuad.Crs,
                ["links"] = new JsonArray(Link($"{Root(context, address)}/tileMatrixSets/{WebMercatorQuad.Id}", "self", "application/json")),
            }),
        });
    }

    internal static IResult DescribeMatrixSet(HttpContext context)
    {
        RefuseParameters(context.Request.Query);
        return TileJsonEndpoints.Json(context, WebMercatorQuad.Describe());
    }

    internal static async Task<IResult> List(
        HttpContext context, string collection, TileRequests requests, LayerCatalogue catalogue, PublicAddress address, CancellationToken cancellation)
    {
        var moment = await requests.Moment(context.Request.Query, cancellation);
        var state = TileRequests.Layers(collection, moment).Single();
        var layer = (await catalogue.All(moment.Revision, cancellation)).Find(state.Layer.Code)!;
        var root = $"{Root(context, address)}/collections/{layer.Code}/tiles";
        return TileJsonEndpoints.Json(context, new JsonObject
        {
            ["tilesets"] = new JsonArray(Tileset(context, layer, $"{root}/{WebMercatorQuad.Id}{context.Request.QueryString}", "self")),
            ["links"] = new JsonArray(Link(root + context.Request.QueryString, "self", "application/json")),
        });
    }

    internal static async Task<IResult> Describe(
        HttpContext context, string collection, TileRequests requests, LayerCatalogue catalogue, PublicAddress address, CancellationToken cancellation)
    {
        var moment = await requests.Moment(context.Request.Query, cancellation);
        var state = TileRequests.Layers(collection, moment).Single();
        var layer = (await catalogue.All(moment.Revision, cancellation)).Find(state.Layer.Code)!;
        var root = Root(context, address);
        var here = $"{root}/collections/{layer.Code}/tiles/{WebMercatorQuad.Id}";
        var tileset = Tileset(context, layer, here + context.Request.QueryString, "self");
        var item = Link(here + "/{tileMatrix}/{tileRow}/{tileCol}" + context.Request.QueryString, "item", TileEndpoints.MediaType);
        item["templated"] = true;
        var links = tileset["links"]!.AsArray();
        links.Add(item);
        links.Add(Link($"{root}/tileMatrixSets/{WebMercatorQuad.Id}", TilingScheme, "application/json"));
        links.Add(Link($"{root}/collections/{layer.Code}", "http://www.opengis.net/def/rel/ogc/1.0/geodata", "application/json"));
        tileset["layers"] = new JsonArray(new JsonObject
        {
            ["id"] = layer.Code,
            ["dataType"] = "vector",
            ["minTileMatrix"] = state.Layer.MinZoom.ToString(CultureInfo.InvariantCulture),
            ["maxTileMatrix"] = state.Layer.MaxZoom.ToString(CultureInfo.InvariantCulture),
        });
        return TileJsonEndpoints.Json(context, tileset);
    }

    /// <summary>One tile; a layer only, as its collection is one.</summary>
    internal static Task<IResult> Get(
        HttpContext context, string collection, string matrix, string row, string column, TileRequests requests, TileCache cache, CancellationToken cancellation) =>
        collection.Contains(',', StringComparison.Ordinal)
            ? Task.FromResult<IResult>(Refusal.NotFound("Không có tập dữ liệu này; /ogc/collections liệt kê các tập dữ liệu.", "There is no such collection; /ogc/collections lists those that there are."))
            : TileEndpoints.Get(context, collection, matrix, column, row, requests, cache, cancellation);

    static JsonObject Tileset(HttpContext context, Layer layer, string address, string relation) => new()
    {
        ["title"] = layer.Name.In(context.DataLanguage().IsEnglish),
        ["dataType"] = "vector",
        ["crs"] = WebMercatorQuad.Crs,
        ["tileMatrixSetURI"] = WebMercatorQuad.Uri,
        ["links"] = new JsonArray(Link(address, relation, "application/json")),
    };

    static JsonObject Link(string address, string relation, string type) => new() { ["href"] = address, ["rel"] = relation, ["type"] = type };

    static string Root(HttpContext context, PublicAddress address) => address.Of(context.Request) + context.Request.PathBase + "/ogc";

    static void RefuseParameters(IQueryCollection query)
    {
        if (query.Count > 0)
        {
            throw new RefusedException(Refusal.BadRequest("Địa chỉ này không nhận tham số.", "This address takes no parameters."));
        }
    }
}
