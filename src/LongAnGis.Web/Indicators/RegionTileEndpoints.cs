using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Tiles;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;
using LongAnGis.Web.Tiles;

namespace LongAnGis.Web.Indicators;

/// <summary>
/// The shapes of regions: <c>/regions.json</c> describes the tiles (TileJSON 3.0) with the revision in their address, so
/// that a browser keeps them until a boundary changes.
/// </summary>
static class RegionTileEndpoints
{
    const string RevisionParameter = "revision";

    /// <summary>West, south, east, north of Long An in WGS 84.</summary>
    static readonly double[] Bounds = [105.45, 10.35, 106.8, 11.05];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/regions.json", Describe);
        routes.MapGet("/regions/{z}/{x}/{y}.mvt", GetTile);
    }

    static async Task<IResult> Describe(HttpContext context, Moments moments, RegionTiles tiles, CancellationToken cancellation)
    {
        var moment = await moments.Resolve(Scene.Read(context.Request.Query).Time, cancellation);
        var (revision, _) = await tiles.Revision(moment.Revision, cancellation);
        var language = context.DataLanguage();
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        return TypedResults.Text(
            new JsonObject
            {
                ["tilejson"] = "3.0.0",
                ["name"] = language.Say("Lãnh thổ thống kê", "Statistical regions"),
                ["scheme"] = "xyz",
                ["tiles"] = new JsonArray(string.Create(CultureInfo.InvariantCulture, $"{site}/regions/{{z}}/{{x}}/{{y}}.mvt?revision={revision}")),
                ["minzoom"] = 0,
                ["maxzoom"] = RegionTiles.DeepestZoom,
                ["bounds"] = new JsonArray([.. Bounds.Select(degrees => JsonValue.Create(degrees))]),
                ["vector_layers"] = new JsonArray(new JsonObject
                {
                    ["id"] = RegionTiles.Layer,
                    ["fields"] = new JsonObject
                    {
                        ["code"] = language.Say("Mã lãnh thổ", "Code of the region"),
                        ["kind"] = "province, district, union, commune",
                        ["name"] = language.Say("Tên", "Name"),
                        ["name_en"] = language.Say("Tên tiếng Anh", "English name"),
                    },
                }),
            }.ToJsonString(),
            "application/json");
    }

    static async Task<IResult> GetTile(
        HttpContext context, string z, string x, string y, Moments moments, RegionTiles tiles, CancellationToken cancellation)
    {
        if (!TileAddress.TryParse(z, x, y, out var address) || address.Zoom > RegionTiles.DeepestZoom)
            return Refusal.NotFound(
                $"Không có ô bản đồ này: mức thu phóng từ 0 đến {RegionTiles.DeepestZoom}.", $"There is no such tile: zooms are 0 to {RegionTiles.DeepestZoom}.");
        if (context.Request.Query.Keys.Any(name => name != RevisionParameter))
            return Refusal.BadRequest("Ô bản đồ lãnh thổ chỉ nhận tham số revision.", "Tiles of regions take the parameter revision only.");

        var named = context.Request.Query[RevisionParameter].ToString();
        var asked = named.Length == 0 ? (await moments.Resolve(AskedTime.Now, cancellation)).Revision : Number(named);
        if (asked is not { } revision)
            return Refusal.BadRequest("Tham số revision là số của một bản công bố, ví dụ 12.", "The parameter revision is the number of a publication, for example 12.");

        var (touched, exists) = await tiles.Revision(revision, cancellation);
        return exists
            ? TileEndpoints.Answer(context, await tiles.Get(address, touched, cancellation), named.Length == 0 ? TileEndpoints.AskAgain : TileEndpoints.Immutable)
            : Refusal.NotFound($"Chưa có bản công bố {revision}.", $"There is no publication {revision} yet.");
    }

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
