using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Osm;

/// <summary>One extract with everything that real and hostile ones have, imported once; each fact reads a part of the result.</summary>
public sealed class ImportingAnExtract(ImportingAnExtract.Imported imported) : IClassFixture<ImportingAnExtract.Imported>
{
    public sealed class Imported : IAsyncLifetime
    {
        public static OsmXml Extract => new OsmXml()
            // A national road in three pieces, one drawn backwards, with a street name on another part.
            .Way(103, "106.42 10.56, 106.41 10.55", "highway=trunk", "ref=QL62", "name=Quốc lộ 62", "lanes=4", "surface=asphalt")
            .Way(101, "106.40 10.54, 106.41 10.55", "highway=trunk", "ref=QL.62", "name=Quốc lộ 62", "lanes=2")
            .Way(102, "106.42 10.56, 106.45 10.59", "highway=trunk", "ref=QL 62", "name=Quốc lộ 62", "lanes=4")
            .Way(104, "106.45 10.59, 106.46 10.60", "highway=trunk", "ref=QL.62", "name=Đường Hùng Vương")
            .Way(110, "106.30 10.60, 106.31 10.61", "highway=motorway", "ref=CT.01;AH1", "name=Đường cao tốc TP.HCM – Trung Lương")
            .Way(120, "106.32 10.62, 106.33 10.63", "highway=residential")
            .Way(121, "106.95 10.95, 106.96 10.96", "highway=residential", "name=Hẻm 12")
            .Way(122, "106.95 10.97, 106.96 10.98", "highway=secondary")
            .Way(130, "108.00 12.00, 108.01 12.01", "highway=trunk", "ref=QL.27")
            .Way(131, "106.34 10.62, 106.35 10.63", "highway=footway", "name=Lối đi")
            .Way(132, "106.34 10.64, 106.35 10.64, 106.35 10.65, 106.34 10.64", "highway=tertiary", "area=yes", "name=Quảng trường")
            .Way(140, [1_000_000], "highway=trunk", "ref=QL.99")
            .Way(141, [1_000_000, 77, 78], "highway=trunk", "ref=QL.98")
            .Way(142, [1_000_000, 1_000_000], "highway=trunk", "ref=QL.97")
            .Way(150, "106.36 10.62, 106.37 10.63", "highway=tertiary", "name=<img src=x onerror=alert(1)>")
            .Way(151, "106.36 10.64, 106.37 10.65", "highway=tertiary", "name=" + new string('ệ', 12_000))
            .Way(152, "106.36 10.66, 106.37 10.67", "highway=tertiary", "name=Đường \u202Egnơưht", "ref='; DROP TABLE plan.layer; --", "lanes=-1; 2", "surface=<b>")
            .Way(201, "106.20 10.60, 106.22 10.62", "waterway=river", "name=Kênh Thủ Thừa", "alt_name=Kênh Bà Bèo;Kênh Trà Cú")
            .Way(202, "106.20 10.65, 106.22 10.67", "waterway=ditch")
            .Way(203, "106.20 10.68, 106.21 10.68, 106.21 10.69, 106.20 10.68", "natural=water")
            .Relation(9, 203, "type=multipolygon", "natural=water", "name=Hồ")
            .Way(301, "106.004 10.2631, 106.0005 10.2631, 105.99 10.2631", "waterway=river", "name=Sông Tiền", "name:en=Tiền River")
            .Place(401, "106.1 10.7", "place=village", "name=Thủy Đông")
            .Place(402, "106.41 10.53", "place=city", "name=Tân An")
            .Place(403, "106.3 10.6", "place=hamlet", "name=Ấp 3")
            .Place(404, "106.95 10.95", "place=hamlet", "name=Ấp ngoài tỉnh")
            .Place(405, "106.3 10.65", "place=village")
            .Place(406, "106.3 10.65", "amenity=school", "name=Trường học");

        public ImportingSite Site { get; private set; } = null!;

        public int RevisionBefore { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Site = await ImportingSite.Start();
            RevisionBefore = await Site.Revision();
            Assert.Equal(0, await Site.Import(Extract));
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    ImportingSite Site => imported.Site;

    [Fact]
    public async Task Joins_the_parts_of_a_road_into_one_feature_named_after_its_oldest_way() =>
        Assert.Equal(
            ["way-101|Quốc lộ 62|LINESTRING(106.4 10.54,106.41 10.55,106.42 10.56,106.45 10.59)|QL.62|trunk|4|asphalt|digitised"],
            await Site.Layer(
                "roads", "attributes ->> 'road_name' = 'Quốc lộ 62'",
                """
                name_vi, ST_AsText(geom), attributes ->> 'ref', attributes ->> 'class', attributes ->> 'lanes',
                attributes ->> 'surface', geometry_quality
                """));

    [Fact]
    public async Task Shows_the_number_of_a_road_beside_its_street_name() =>
        Assert.Equal(
            ["way-104|Đường Hùng Vương (QL.62)", "way-110|Đường cao tốc TP.HCM – Trung Lương (CT.01)"],
            await Site.Layer("roads", "name_vi LIKE '%(%.%)' AND code IN ('way-104', 'way-110')"));

    [Fact]
    public async Task Keeps_further_numbers_and_names_to_be_found_by() =>
        Assert.Equal(
            ["roads|way-110", "canals|way-201"],
            await Site.Public("""
                SELECT layer_code, code FROM pub.feature_version
                WHERE search_text LIKE '%ah1%' OR search_text LIKE '%kenh tra cu%' ORDER BY code
                """));

    [Fact]
    public async Task Keeps_what_is_nameless_or_local_near_the_province_only() =>
        Assert.Equal(
            ["way-120|Chưa có tên (đường)"],
            await Site.Layer("roads", "code IN ('way-120', 'way-121', 'way-122')"));

    [Fact]
    public async Task Leaves_out_what_lies_elsewhere_or_is_no_road_or_no_line() =>
        Assert.Empty(await Site.Layer("roads", "code IN ('way-130', 'way-131', 'way-132', 'way-140', 'way-141', 'way-142')"));

    [Fact]
    public async Task Takes_hostile_values_for_text()
    {
        Assert.Equal(["way-150|<img src=x onerror=alert(1)>"], await Site.Layer("roads", "code = 'way-150'"));
        Assert.Equal(["way-151|255"], await Site.Layer("roads", "code = 'way-151'", "length(attributes ->> 'road_name')"));
        Assert.Equal(
            ["way-152|Đường gnơưht|"],
            await Site.Layer("roads", "code = 'way-152'", "attributes ->> 'road_name', concat(attributes ->> 'lanes', attributes ->> 'surface')"));
    }

    [Fact]
    public async Task Trusts_a_Vietnamese_name_about_what_a_watercourse_is() =>
        Assert.Equal(
            ["way-201|Kênh Thủ Thừa|canal|Kênh Bà Bèo; Kênh Trà Cú", "way-202|Chưa có tên (mương)|ditch|"],
            await Site.FromExtract("canals", "name_vi, attributes ->> 'class', attributes ->> 'other_names'"));

    [Fact]
    public async Task Replaces_a_generalised_river_by_the_digitised_one_that_runs_along_it()
    {
        Assert.Equal(["way-301|Sông Tiền|Tiền River"], await Site.FromExtract("waterways", "name_vi, name_en"));
        Assert.Empty(await Site.Layer("waterways", "code = 'SN-15'"));
        Assert.Single(await Site.Layer("waterways", "code = 'SN-03'"));
    }

    [Fact]
    public async Task Names_no_place_twice_and_none_without_a_name() =>
        Assert.Equal(
            ["node-401|Thủy Đông|village", "node-403|Ấp 3|hamlet"],
            await Site.FromExtract("places", "name_vi, attributes ->> 'kind'"));

    [Fact]
    public async Task Makes_one_revision_that_cites_the_extract_and_touches_its_layers()
    {
        var revision = imported.RevisionBefore + 1;

        Assert.Equal(
            [$"{revision}|osm-20261005-202102-long-an|long-an.osm, 2026-10-05 20:21 UTC|dataset|10/06/2026 00:00:00"],
            await Site.Public($"""
                SELECT revision.number, instrument.code, instrument.number, instrument.kind, instrument.issued_on::timestamp
                FROM pub.revision JOIN pub.instrument ON instrument.code = revision.instrument_code
                WHERE revision.number >= {revision}
                """));
        Assert.Equal(
            ["canals", "places", "roads", "waterways"],
            await Site.Public($"SELECT layer_code FROM pub.layer_revision WHERE number = {revision} ORDER BY 1"));
    }

    [Fact]
    public async Task Lets_its_layers_say_whose_work_they_show_and_of_which_day()
    {
        foreach (var said in await Site.Public("""
            SELECT source_vi || source_en || completeness_vi || completeness_en, currency_on::text
            FROM pub.layer WHERE code IN ('roads', 'canals', 'waterways', 'places')
            """))
        {
            Assert.Contains("© OpenStreetMap contributors (ODbL), extract long-an.osm, 2026-10-05 20:21 UTC", said, StringComparison.Ordinal);
            Assert.EndsWith("|2026-10-06", said, StringComparison.Ordinal);
        }

        Assert.Empty(await Site.Public("SELECT completeness_vi FROM pub.layer WHERE code = 'roads' AND completeness_vi LIKE 'Chưa có%'"));
        Assert.Single(await Site.Public("SELECT source_vi FROM pub.layer WHERE code = 'places' AND source_vi LIKE 'GeoNames%; ©%'"));
    }

    [Fact]
    public async Task Says_so_for_each_feature() =>
        Assert.Equal(
            ["way-201|© OpenStreetMap contributors (ODbL)|[\"https://www.openstreetmap.org/way/201\"]|osm-20261005-202102-long-an"],
            await Site.Layer("canals", "code = 'way-201'", "geometry_source, sources::text, instrument_code"));

    static readonly Wgs84Position[] OnRoads =
        [new(10.56, 106.42), new(10.595, 106.455), new(10.605, 106.305), new(10.625, 106.325), new(10.625, 106.365), new(10.645, 106.365), new(10.665, 106.365)];

    [Theory]
    [InlineData(6, "way-101 way-104 way-110")]
    [InlineData(12, "way-101 way-104 way-110 way-150 way-151 way-152")]
    [InlineData(13, "way-101 way-104 way-110 way-120 way-150 way-151 way-152")]
    public async Task Draws_main_roads_on_a_map_of_the_province_and_local_ones_in_a_commune(int zoom, string roads)
    {
        using var client = Site.Site.CreateClient();
        var drawn = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var address in OnRoads.Select(place => TileAddress.At(place, zoom)).Distinct())
        {
            var tile = await client.GetByteArrayAsync($"/tiles/roads/{address}.mvt", TestContext.Current.CancellationToken);
            drawn.UnionWith(TileDecoder.Decode(tile).SelectMany(layer => layer.Features).Select(road => (string)road.Attributes["code"]));
        }

        Assert.Equal(roads, string.Join(' ', drawn));
    }

    [Fact]
    public void Leaves_no_temporary_file() => Assert.True(Site.IsTidy);

    [Fact]
    public async Task Is_kept_when_the_seed_is_loaded_again()
    {
        await Site.Site.Services.GetRequiredService<Web.Seeding.SeedLoader>()
            .Load(Web.Seeding.SeedFolder.BesideTheProgram, TestContext.Current.CancellationToken);

        Assert.Equal(imported.RevisionBefore + 1, await Site.Revision());
        Assert.Empty(await Site.Layer("waterways", "code = 'SN-15'"));
    }
}
