using System.Globalization;
using LongAnGis.IntegrationTests.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.IntegrationTests.Osm;

/// <summary>A later extract of the same country: only what differs becomes a change.</summary>
public sealed class ImportingAgain : IAsyncLifetime
{
    ImportingSite site = null!;
    int firstRevision;

    static OsmXml Extract(string bridge = "106.41 10.55", bool withCanal = true, bool withSecondRoad = true, string roadName = "Quốc lộ 62")
    {
        var extract = new OsmXml()
            .Way(101, $"106.40 10.54, {bridge}", "highway=trunk", "ref=QL.62", $"name={roadName}")
            .Way(102, $"{bridge}, 106.42 10.56", "highway=trunk", "ref=QL.62", $"name={roadName}")
            .Way(150, "106.36 10.62, 106.37 10.63", "highway=tertiary", "name=Đường Nguyễn Trung Trực")
            .Way(202, "106.20 10.65, 106.22 10.67", "waterway=canal", "name=Kênh Bo Bo")
            .Place(401, "106.1 10.7", "place=village", "name=Thủy Đông");
        if (withSecondRoad)
            extract.Way(151, "106.36 10.64, 106.37 10.65", "highway=tertiary", "name=Đường Lãnh Binh Tiến");
        if (withCanal)
            extract.Way(201, "106.20 10.60, 106.22 10.62", "waterway=canal", "name=Kênh Thủ Thừa");
        return extract;
    }

    public async ValueTask InitializeAsync()
    {
        site = await ImportingSite.Start();
        Assert.Equal(0, await site.Import(Extract()));
        firstRevision = await site.Revision();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    Task<string[]> ChangesSince(int revision) => site.Public(
        $"""
        SELECT code, change_op FROM pub.feature_version WHERE revision_from > {revision}
        UNION
        SELECT code, 'end' FROM pub.feature_version AS version
        WHERE revision_to > {revision}
          AND NOT EXISTS (
            SELECT FROM pub.feature_version AS next
            WHERE next.layer_code = version.layer_code AND next.code = version.code AND next.revision_from = version.revision_to
          )
        ORDER BY 1
        """);

    [Fact]
    public async Task Of_the_same_extract_makes_no_revision()
    {
        Assert.Equal(0, await site.Import(Extract()));

        Assert.Equal(firstRevision, await site.Revision());
    }

    [Fact]
    public async Task Of_a_way_that_moved_is_one_update_of_one_feature()
    {
        await site.Import(Extract(bridge: "106.412 10.551"));

        Assert.Equal(firstRevision + 1, await site.Revision());
        Assert.Equal(["way-101|update"], await ChangesSince(firstRevision));
        Assert.Equal(["roads"], await site.Public($"SELECT layer_code FROM pub.layer_revision WHERE number = {firstRevision + 1}"));
    }

    [Fact]
    public async Task Keeps_the_id_of_a_road_that_was_renamed()
    {
        var before = await site.Layer("roads", "code = 'way-101'", "feature_id");

        await site.Import(Extract(roadName: "Đường Võ Văn Kiệt"));

        Assert.Equal(before, await site.Layer("roads", "code = 'way-101'", "feature_id"));
        Assert.Equal(["way-101|Đường Võ Văn Kiệt (QL.62)"], await site.Layer("roads", "code = 'way-101'"));
    }

    [Fact]
    public async Task Keeps_the_id_of_a_road_that_an_older_way_joined()
    {
        await site.Import(Extract().Way(50, "106.42 10.56, 106.43 10.57", "highway=trunk", "ref=QL.62", "name=Quốc lộ 62"));

        Assert.Equal(["way-101|update"], await ChangesSince(firstRevision));
    }

    [Fact]
    public async Task Deletes_what_has_vanished_and_knows_it_again_when_it_comes_back()
    {
        var before = await site.Layer("canals", "code = 'way-201'", "feature_id");

        await site.Import(Extract(withCanal: false));
        Assert.Equal(["way-201|end"], await ChangesSince(firstRevision));
        Assert.Empty(await site.Layer("canals", "code = 'way-201'"));

        await site.Import(Extract());
        Assert.Equal(before, await site.Layer("canals", "code = 'way-201'", "feature_id"));
    }

    [Fact]
    public async Task Still_tells_what_was_known_before()
    {
        await site.Import(Extract(withCanal: false));

        Assert.Equal(
            ["Kênh Thủ Thừa"],
            await site.Public($"""
                SELECT name_vi FROM pub.feature_version
                WHERE layer_code = 'canals' AND code = 'way-201'
                  AND revision_from <= {firstRevision} AND (revision_to IS NULL OR revision_to > {firstRevision})
                """));
    }

    [Theory]
    [InlineData("/plan?known-at=r{0}&as-of=2026-11-01")]
    [InlineData("/en/plan/canals?known-at=r{0}&as-of=2026-11-01")]
    [InlineData("/tiles/canals.json?revision={0}&as-of=2026-11-01")]
    public async Task Leaves_every_past_answer_as_it_was(string address)
    {
        using var client = site.Site.CreateClient();
        var past = string.Format(CultureInfo.InvariantCulture, address, firstRevision);
        var before = await client.GetStringAsync(past, TestContext.Current.CancellationToken);

        await site.Import(new OsmXml { Taken = "2026-10-12T20:21:02Z" }.Way(202, "106.20 10.65, 106.22 10.68", "waterway=canal", "name=Kênh Bo Bo"), replace: true);

        Assert.Equal(before, await client.GetStringAsync(past, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Leaves_what_a_planner_has_amended()
    {
        var plan = new Amendments(site.Site);
        var road = await plan.Find("roads", "way-150");
        await plan.Publish(Amendments.Update(road, Amendments.Content("Đường đã điều chỉnh", "LINESTRING(106.3 10.6, 106.4 10.7)"), null));

        await site.Import(Extract(bridge: "106.412 10.551"));

        Assert.Equal(["way-150|Đường đã điều chỉnh"], await site.Layer("roads", "code = 'way-150'"));
    }

    [Fact]
    public async Task Is_refused_when_most_of_a_layer_would_vanish_unless_that_is_meant()
    {
        var poor = new OsmXml().Way(150, "106.36 10.62, 106.37 10.63", "highway=tertiary", "name=Đường Nguyễn Trung Trực");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => site.Import(poor));
        Assert.Contains("--replace", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(firstRevision, await site.Revision());

        Assert.Equal(0, await site.Import(poor, replace: true));
        Assert.Equal(["way-150|Đường Nguyễn Trung Trực"], await site.FromExtract("roads"));
        Assert.Empty(await site.FromExtract("canals"));
    }

    [Fact]
    public async Task At_the_same_time_twice_makes_one_revision()
    {
        var moved = Extract(bridge: "106.412 10.551");

        await Task.WhenAll(site.Import(moved), site.Import(moved.ToString(), "the-same.osm"));

        Assert.Equal(firstRevision + 1, await site.Revision());
    }
}
