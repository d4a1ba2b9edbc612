using System.Globalization;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Osm;

/// <summary>An import measures every site along its roads; its page tells straight from by road, and by which extract.</summary>
public sealed class MeasuringSites(MeasuringSites.Imported imported) : IClassFixture<MeasuringSites.Imported>
{
    public sealed class Imported : IAsyncLifetime
    {
        public ImportingSite Site { get; private set; } = null!;

        public string Before { get; private set; } = "";

        public long Park { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Site = await ImportingSite.Start();
            using var client = Site.Site.Public();
            var place = (await Site.Public("""
                SELECT feature_id, ST_X(coalesce(label_point, ST_PointOnSurface(geom))), ST_Y(coalesce(label_point, ST_PointOnSurface(geom)))
                FROM pub.feature_version WHERE layer_code = 'industrial-parks' AND code = 'KCN-07' AND revision_to IS NULL
                """)).Single().Split('|');
            Park = long.Parse(place[0], CultureInfo.InvariantCulture);
            Before = PageReading.Words(await client.Read(Path));
            var (x, y) = (double.Parse(place[1], CultureInfo.InvariantCulture), double.Parse(place[2], CultureInfo.InvariantCulture));

            // One kilometre beside the park, a detour by the north, and at its end the wharf at HCMC; only back by another way.
            string At(double lon, double lat) => string.Create(CultureInfo.InvariantCulture, $"{lon:0.0000000} {lat:0.0000000}");
            var extract = new OsmXml()
                .Way(1, $"{At(x, y + 0.01)}, {At(x, 11.0)}, {At(106.707458, 11.0)}, {At(106.707458, 10.768450)}", "highway=primary", "name=Đường vòng", "oneway=yes");
            Assert.Equal(0, await Site.Import(extract));
        }

        public string Path => string.Create(CultureInfo.InvariantCulture, $"/invest/industrial-parks/{Park}");

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    ImportingSite Site => imported.Site;

    [Fact]
    public void Is_said_to_be_missing_before_any_network_was_imported() =>
        Assert.Contains("chưa nạp mạng đường nào", imported.Before, StringComparison.Ordinal);

    [Fact]
    public async Task Agrees_with_the_length_that_PostGIS_measures_along_the_road()
    {
        var row = (await Site.Public($"""
            SELECT distance.metres,
              ST_Length(road.geom::geography) + ST_Distance(road.geom::geography, ST_Point(site.longitude, site.latitude, 4326)::geography),
              site.access_m
            FROM pub.road_distance AS distance
            JOIN pub.road_site AS site USING (feature_id)
            JOIN pub.feature_version AS road ON road.code = 'way-1'
            WHERE distance.feature_id = {imported.Park} AND distance.destination = 'hcmc'
            """)).Single().Split('|').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(row[1], row[0], row[1] * 0.001);
        Assert.InRange(row[2], 900, 1200);
    }

    [Fact]
    public async Task Is_told_beside_the_straight_one_with_the_extract_and_its_day()
    {
        using var client = Site.Site.Public();

        var words = PageReading.Words(await client.Read(imported.Path));
        var english = PageReading.Words(await client.Read("/en" + imported.Path));

        Assert.Contains("Theo đường", words, StringComparison.Ordinal);
        Assert.Contains("long-an.osm", words, StringComparison.Ordinal);
        Assert.Contains("số liệu ngày 06/10/2026", words, StringComparison.Ordinal);
        Assert.Contains("By road", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_unknown_where_no_way_leads_or_no_road_is_near()
    {
        // Cảng Cát Lái lies some ten kilometres off the only road; most sites lie far from its beginning.
        Assert.Equal(["destination-out-of-reach"], await Site.Public(
            $"SELECT obstacle FROM pub.road_distance WHERE feature_id = {imported.Park} AND destination = 'port-cat-lai'"));
        var far = (await Site.Public("SELECT feature_id FROM pub.road_site JOIN pub.feature_version USING (feature_id) WHERE access_m IS NULL AND layer_code = 'industrial-parks' AND revision_to IS NULL ORDER BY 1 LIMIT 1")).Single();
        using var client = Site.Site.Public();

        Assert.Contains("không có đường nào", PageReading.Words(await client.Read($"/invest/industrial-parks/{far}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_withheld_where_the_site_has_moved_since()
    {
        var other = (await Site.Public("SELECT feature_id FROM pub.road_site JOIN pub.feature_version USING (feature_id) WHERE layer_code = 'projects' AND revision_to IS NULL ORDER BY 1 LIMIT 1")).Single();
        await using (var command = Site.Site.Services.GetRequiredService<PlanDatabase>().CreateCommand($"UPDATE pub.road_site SET latitude = latitude + 0.01 WHERE feature_id = {other}"))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var client = Site.Site.Public();

        Assert.Contains("được ghi hoặc dời sau khi nạp mạng đường", PageReading.Words(await client.Read($"/invest/projects/{other}")), StringComparison.Ordinal);
    }
}
