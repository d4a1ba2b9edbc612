using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>Distances along the roads narrow the list and the map alike once a network was imported, and are refused before.</summary>
public sealed class FilteringByRoad(EnquirySite office) : IClassFixture<EnquirySite>
{
    [Fact]
    public async Task Is_refused_before_a_network_is_imported_and_the_same_for_list_and_map_after()
    {
        using var nobody = office.Site.Public();
        var before = await nobody.Page("/invest?by=road&to.hcmc=50");
        Assert.Equal(HttpStatusCode.BadRequest, before.Status);
        Assert.Contains("Chưa nạp mạng đường nào", PageReading.Words(before.Html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await nobody.Status("/invest?sort=near-road.hcmc"));
        Assert.Equal(HttpStatusCode.BadRequest, await nobody.Status("/invest?by=helicopter"));
        Assert.Contains("Chưa nạp mạng đường nên khoảng cách là đường chim bay", PageReading.Words(await nobody.Read("/invest")), StringComparison.Ordinal);

        // As an import leaves them: parks measured where they lie, but the one that has moved since; each the farther the later its code.
        await office.Data.Execute("""
            INSERT INTO pub.road_network (extract, taken_on, reach_m, nodes, edges, measured_at) VALUES ('test.osm.pbf', '2026-01-01', 3000, 10, 10, now());
            INSERT INTO pub.road_site (feature_id, latitude, longitude, access_m)
            SELECT feature_id, ST_Y(place) + CASE WHEN code = 'KCN-02' THEN 0.01 ELSE 0 END, ST_X(place), 100
            FROM (
              SELECT feature_id, code, coalesce(label_point, ST_PointOnSurface(geom)) AS place
              FROM pub.feature_version
              WHERE layer_code = 'industrial-parks' AND revision_to IS NULL
            ) AS park
            WHERE place IS NOT NULL AND code < 'KCN-20';
            INSERT INTO pub.road_distance (feature_id, destination, metres)
            SELECT site.feature_id, 'hcmc', 1000 * substr(feature.code, 5, 2)::integer * 5 FROM pub.road_site AS site JOIN plan.feature ON feature.id = site.feature_id;
            """);
        var expected = await office.Data.Scalar<long>("""
            SELECT count(*) FROM pub.road_distance JOIN plan.feature ON feature.id = feature_id WHERE metres <= 50000 AND feature.code <> 'KCN-02'
            """);

        var html = await nobody.Read("/invest?by=road&to.hcmc=50&sort=near-road.hcmc");
        var words = PageReading.Words(html);
        Assert.Matches($" {expected} kết quả", words);
        Assert.Contains("≤ 50 km theo đường", words, StringComparison.Ordinal);
        Assert.Contains($"≤ 50 km ({expected})", words, StringComparison.Ordinal);
        Assert.Contains("km theo đường", words, StringComparison.Ordinal);
        Assert.DoesNotContain("KCN-02", words, StringComparison.Ordinal);
        var map = WebUtility.HtmlDecode(Regex.Match(html, "sites=\"([^\"]+)\"").Groups[1].Value);
        using var answer = await nobody.GetAsync(map, TestContext.Current.CancellationToken);
        using var drawn = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(expected, drawn.RootElement.GetProperty("features").GetArrayLength());
        Assert.DoesNotContain("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.NotEqual($"{expected}", Regex.Match(PageReading.Words(await nobody.Read("/invest?to.hcmc=50")), @"(\d+) kết quả").Groups[1].Value);
    }
}
