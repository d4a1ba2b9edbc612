using System.Globalization;
using LongAnGis.Core.Tiles;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Tile = LongAnGis.Core.Tiles.TileAddress;

namespace LongAnGis.IntegrationTests.Tiles;

/// <summary>PostGIS draws the same features with ST_AsMVTGeom; feature by feature both must mean the same picture.</summary>
public sealed class TheOtherWitness(SiteWithStars stars) : IClassFixture<SiteWithStars>
{
    const string Zones = SiteWithStars.Layer;

    readonly TestSite site = stars.Site;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Zones, 8)]
    [InlineData(Zones, 11)]
    [InlineData(Zones, 12)]
    [InlineData(Zones, 14)]
    [InlineData(Zones, 16)]
    [InlineData("communes", 9)]
    [InlineData("communes", 12)]
    [InlineData("districts", 10, "2025-06-01")]
    [InlineData("waterways", 9)]
    [InlineData("waterways", 13)]
    [InlineData("industrial-parks", 10)]
    [InlineData("transport", 12)]
    public async Task Draws_the_same(string layer, int zoom, string day = "2025-08-01")
    {
        var compared = 0;
        foreach (var tile in Around(zoom))
        {
            var ours = await Ours(layer, tile, day);
            foreach (var (id, theirs) in await Theirs(layer, tile, day))
            {
                var drawn = ours.GetValueOrDefault(id);
                ours.Remove(id);
                // We draw a pixel where they draw nothing or a sliver; neither is wrong.
                if (theirs is not null && (theirs.Dimension == Dimension.Point || Width(theirs) > 8))
                {
                    Assert.True(drawn is not null && AreAlike(drawn, theirs), $"{tile} {layer}/{id}: {drawn} is not {theirs}");
                    compared++;
                }
            }

            Assert.All(ours.Values, extra => Assert.True(Width(extra) <= 8, $"{tile} {layer}: {extra} is ours alone"));
        }

        Assert.True(compared > 0);
    }

    /// <summary>
    /// Areas may differ by a unit (an eighth of a pixel) along their outline, lines run within two units of each other. At
    /// the edge of the buffer, which nobody sees, the same line may be cut at another place.
    /// </summary>
    static bool AreAlike(Geometry ours, Geometry theirs)
    {
        if (ours.Dimension != theirs.Dimension)
        {
            return false;
        }

        return ours.Dimension switch
        {
            Dimension.Surface => ours.SymmetricDifference(theirs).Area <= theirs.Length + 4,
            Dimension.Curve => IsNear(ours, theirs) && IsNear(theirs, ours),
            _ => ours.Distance(theirs) <= 2 && ours.NumGeometries == theirs.NumGeometries,
        };
    }

    static bool IsNear(Geometry one, Geometry other) =>
        one.Intersection(Seen) is { IsEmpty: true } || other.Buffer(2).Contains(one.Intersection(Seen));

    static readonly Geometry Seen = new GeometryFactory().ToGeometry(new Envelope(-60, 4156, -60, 4156));

    static double Width(Geometry geometry) =>
        Math.Max(geometry.EnvelopeInternal.Width, geometry.EnvelopeInternal.Height);

    static IEnumerable<Tile> Around(int zoom)
    {
        var middle = Tile.At(new(10.62, 106.35), zoom);
        var reach = Math.Min(1, (1 << zoom) - 1);
        return from column in Enumerable.Range(middle.Column - reach, (2 * reach) + 1)
               from row in Enumerable.Range(middle.Row - reach, (2 * reach) + 1)
               select new Tile(zoom, column, row);
    }

    async Task<Dictionary<long, Geometry>> Ours(string layer, Tile tile, string day)
    {
        using var client = site.CreateClient();
        var bytes = await client.GetByteArrayAsync($"/tiles/{layer}/{tile}.mvt?as-of={day}", Cancellation);
        return TileDecoder.Decode(bytes)
            .Where(decoded => decoded.Name == layer)
            .SelectMany(decoded => decoded.Features)
            .ToDictionary(feature => feature.Id, Shape);
    }

    async Task<Dictionary<long, Geometry?>> Theirs(string layer, Tile tile, string day)
    {
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand("""
            SELECT
              version.feature_id,
              ST_AsBinary(ST_AsMVTGeom(
                ST_Transform(coalesce(overview.geom, version.geom), 3857), ST_TileEnvelope($2, $3, $4), 4096, 64, true))
            FROM pub.feature_version AS version
            LEFT JOIN pub.feature_overview AS overview
              ON overview.layer_code = version.layer_code
              AND overview.version_id = version.version_id
              AND overview.zoom = $2
            WHERE version.layer_code = $1
              AND version.revision_to IS NULL
              AND version.in_force @> $5::date
              AND (version.plan_code IS NULL OR version.plan_code = '686')
              AND version.geom && ST_Transform(ST_TileEnvelope($2, $3, $4, margin => 64.0 / 4096), 4326)
            """);
        command.Parameters.AddWithValue(layer);
        command.Parameters.AddWithValue(tile.Zoom);
        command.Parameters.AddWithValue(tile.Column);
        command.Parameters.AddWithValue(tile.Row);
        command.Parameters.AddWithValue(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var shapes = new Dictionary<long, Geometry?>();
        while (await rows.ReadAsync(Cancellation))
        {
            shapes.Add(
                rows.GetInt64(0),
                await rows.IsDBNullAsync(1, Cancellation) ? null : new WKBReader().Read(rows.GetFieldValue<byte[]>(1)));
        }

        return shapes;
    }

    static Geometry Shape(DecodedFeature feature)
    {
        var factory = new GeometryFactory();
        switch (feature.Type)
        {
            case TileGeometryType.Point:
                return factory.CreateMultiPointFromCoords([.. feature.Parts[0].Select(At)]);
            case TileGeometryType.Line:
                return factory.CreateMultiLineString([.. feature.Parts.Select(part => factory.CreateLineString([.. part.Select(At)]))]);
            default:
                var rings = feature.Parts.Select(part => factory.CreatePolygon([.. part.Append(part[0]).Select(At)]));
                // Rings never cross, so the difference of each from what is there cuts the holes out.
                return rings.Aggregate((Geometry)factory.CreatePolygon(), (shape, ring) => shape.SymmetricDifference(ring));
        }

        static Coordinate At((int X, int Y) point) => new(point.X, point.Y);
    }
}
