using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.IO.Converters;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>What comes back is what was asked for, told by the database itself as second witness.</summary>
public sealed class ReadingOpenData(SharedSite shared)
{
    const string Here = "106.3,10.5,106.5,10.7";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("name_vi = 'Tân An'", "name_vi = 'Tân An'")]
    [InlineData("name_vi <> 'Tân An' AND kind = 'ward'", "name_vi <> 'Tân An' AND attributes ->> 'kind' = 'ward'")]
    [InlineData("area_m2 BETWEEN 1e6 AND 3e7", "area_m2 BETWEEN 1e6 AND 3e7")]
    [InlineData("name_vi LIKE 'Tân%'", "name_vi LIKE 'Tân%'")]
    [InlineData("name_vi NOT LIKE '_ân%'", "name_vi NOT LIKE '_ân%'")]
    [InlineData("CASEI(name_vi) LIKE CASEI('%ĐỨC%')", "name_vi ~* 'đức'")]
    [InlineData("ACCENTI(name_vi) LIKE ACCENTI('Tân%')", "name_vi ~ '^T[aâấầ]n'")]
    [InlineData("ACCENTI(CASEI(name_vi)) = 'duc hoa'", "name_vi = 'Đức Hoà'")]
    [InlineData("area_note IS NULL", "attributes ->> 'area_note' IS NULL")]
    [InlineData("NOT (in_force_until IS NOT NULL OR name_vi IN ('Tân An', 'Long An'))", "name_vi NOT IN ('Tân An', 'Long An') AND upper_inf(in_force)")]
    [InlineData("area_unreliable = TRUE", "attributes -> 'area_unreliable' = 'true'")]
    [InlineData("in_force_from >= DATE('2025-07-01')", "lower(in_force) >= '2025-07-01'")]
    [InlineData("T_AFTER(in_force_from, TIMESTAMP('2025-06-30T16:59:59Z'))", "lower(in_force) > '2025-06-30'")]
    [InlineData("T_CONTAINS(INTERVAL(in_force_from, in_force_until), INTERVAL('2025-08-01', '2025-09-01'))", "in_force @> '[2025-08-01,2025-09-01]'::daterange")]
    [InlineData("T_DISJOINT(INTERVAL(in_force_from, in_force_until), INTERVAL('..', '2025-06-30'))", "NOT in_force && '(,2025-06-30]'::daterange")]
    [InlineData("S_INTERSECTS(geometry, POINT(106.4133 10.5333))", "ST_Intersects(geom, 'SRID=4326;POINT(106.4133 10.5333)')")]
    [InlineData("S_WITHIN(geometry, BBOX(106,10.5,106.6,10.8))", "ST_Within(geom, ST_MakeEnvelope(106,10.5,106.6,10.8,4326))")]
    [InlineData("S_CONTAINS(geometry, POINT(106.4133 10.5333)) OR S_DISJOINT(geometry, BBOX(106,10.5,106.6,10.8))", "ST_Contains(geom, 'SRID=4326;POINT(106.4133 10.5333)') OR ST_Disjoint(geom, ST_MakeEnvelope(106,10.5,106.6,10.8,4326))")]
    [InlineData("S_CROSSES(LINESTRING(106 10.5,107 10.9), geometry)", "ST_Crosses('SRID=4326;LINESTRING(106 10.5,107 10.9)', geom)")]
    [InlineData("S_OVERLAPS(geometry, BBOX(106,10.5,106.6,10.8))", "ST_Overlaps(geom, ST_MakeEnvelope(106,10.5,106.6,10.8,4326))")]
    public async Task A_filter_finds_what_the_database_finds(string filter, string sql)
    {
        using var client = await shared.Client();
        var expected = await Scalar($"SELECT count(*) FROM pub.feature_version WHERE layer_code = 'communes' AND revision_to IS NULL AND in_force @> current_date AND ({sql})");

        Assert.Equal(expected, await client.Matched("communes", ("filter", filter)));
        Assert.NotEqual(0, expected);
    }

    [Theory]
    [InlineData("name_vi = 'O''Brien; select pg_sleep(10)--'", 0)]
    [InlineData("name_vi = 'x' OR TRUE", 60)]
    [InlineData("FALSE", 0)]
    [InlineData("S_TOUCHES(geometry, POINT(0 0)) OR S_EQUALS(geometry, POINT(0 0))", 0)]
    public async Task A_filter_means_no_more_than_it_says(string filter, long matched)
    {
        using var client = await shared.Client();
        Assert.Equal(matched, await client.Matched("communes", ("filter", filter)));
    }

    [Fact]
    public async Task A_filter_in_json_finds_the_same_as_in_text()
    {
        using var client = await shared.Client();
        const string json = """{"op":"and","args":[{"op":"like","args":[{"op":"casei","args":[{"property":"name_vi"}]},"%an%"]},{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[106.3,10.5,106.5,10.7]}]}]}""";

        var matched = await client.Matched("communes", ("filter", json), ("filter-lang", "cql2-json"));

        Assert.Equal(await client.Matched("communes", ("filter", $"CASEI(name_vi) LIKE '%an%' AND S_INTERSECTS(geometry, BBOX({Here}))")), matched);
        Assert.NotEqual(0, matched);
    }

    [Fact]
    public async Task A_box_takes_what_meets_it_and_not_what_only_its_frame_does()
    {
        using var client = await shared.Client();
        // A point that several communes' envelopes hold and one commune does.
        Assert.Equal(1, await client.Matched("communes", ("bbox", "106.4133,10.5333,106.4133,10.5333")));
        Assert.Equal(
            await Scalar("SELECT count(*) FROM pub.feature_version WHERE layer_code = 'communes' AND revision_to IS NULL AND ST_Intersects(geom, ST_MakeEnvelope(106.3, 10.5, 106.5, 10.7, 4326))"),
            await client.Matched("communes", ("bbox", Here)));
        Assert.Equal(await client.Matched("communes", ("bbox", Here)), await client.Matched("communes", ("bbox", "106.3,10.5,-9,106.5,10.7,9")));
    }

    [Fact]
    public async Task A_box_across_the_antimeridian_takes_both_sides_of_it()
    {
        using var client = await shared.Client();
        Assert.Equal(0, await client.Matched("communes", ("bbox", "150,-90,-150,90")));
        Assert.Equal(60, await client.Matched("communes", ("bbox", "105,-90,-150,90")));
        Assert.Equal(60, await client.Matched("communes", ("bbox", "150,-90,107,90")));
    }

    [Theory]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4326", "10.5,106.3,10.7,106.5")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", Here)]
    [InlineData("[EPSG:4326]", "10.5,106.3,10.7,106.5")]
    public async Task A_box_is_read_in_the_axes_of_its_system(string crs, string box)
    {
        using var client = await shared.Client();
        Assert.Equal(await client.Matched("communes", ("bbox", Here)), await client.Matched("communes", ("bbox", box), ("bbox-crs", crs)));
    }

    [Fact]
    public async Task A_box_on_a_grid_takes_what_lies_in_it()
    {
        using var client = await shared.Client();
        var place = Vn2000Zone.LongAn.FromWgs84(new Wgs84Position(10.5333, 106.4133));
        var box = string.Create(CultureInfo.InvariantCulture, $"{place.Easting - 1},{place.Northing - 1},{place.Easting + 1},{place.Northing + 1}");

        Assert.Equal(1, await client.Matched("communes", ("bbox", box), ("bbox-crs", "http://www.opengis.net/def/crs/EPSG/0/9210")));
        Assert.Equal(1, await client.Matched("communes", ("filter", $"S_INTERSECTS(geometry, BBOX({box}))"), ("filter-crs", "http://www.opengis.net/def/crs/EPSG/0/9210")));
    }

    public static TheoryData<int> Grids => [.. Vn2000Zone.All.Where(zone => zone.Srid is 3405 or (>= 9205 and <= 9218)).Select(zone => zone.Srid)];

    [Theory]
    [MemberData(nameof(Grids))]
    public async Task Grids_are_given_east_before_north_to_a_millimetre(int srid)
    {
        using var client = await shared.Client();
        var (longitude, latitude) = Point(await client.Items("industrial-parks", ("limit", "1")));

        using var answer = await client.GetAsync(OgcAnswersRead.Address("/ogc/collections/industrial-parks/items", ("limit", "1"), ("crs", Epsg(srid))), Cancellation);
        var (first, second) = Point(JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)));

        var expected = Vn2000Zone.Find(srid)!.FromWgs84(new Wgs84Position(latitude, longitude));
        Assert.Equal(expected.Easting, first, 1e-3);
        Assert.Equal(expected.Northing, second, 1e-3);
        Assert.Equal($"<{Epsg(srid)}>", answer.Headers.GetValues("Content-Crs").Single());
    }

    [Fact]
    public async Task Degrees_are_given_latitude_first_where_epsg_has_them_so()
    {
        using var client = await shared.Client();
        var (longitude, latitude) = Point(await client.Items("industrial-parks", ("limit", "1")));
        var onGrid = Vn2000Zone.LongAn.FromWgs84(new Wgs84Position(latitude, longitude));

        Assert.Equal((latitude, longitude), Point(await client.Items("industrial-parks", ("limit", "1"), ("crs", Epsg(4326)))));
        var (north, east) = Point(await client.Items("industrial-parks", ("limit", "1"), ("crs", Epsg(4756))));
        // VN-2000 lies some 226 m off, and its own degrees give the grid without any shift.
        Assert.InRange(Math.Abs(north - latitude) + Math.Abs(east - longitude), 1e-3, 1e-2);
        var mercator = Point(await client.Items("industrial-parks", ("limit", "1"), ("crs", Epsg(3857))));
        var expected = WebMercator.FromWgs84(new Wgs84Position(latitude, longitude));
        Assert.Equal(expected.EastingMetres, mercator.First, 1e-2);
        Assert.Equal(expected.NorthingMetres, mercator.Second, 1e-2);
        Assert.InRange(onGrid.Easting, 472_000, 615_000);
    }

    [Theory]
    [InlineData("communes", "")]
    [InlineData("communes", "-area_m2")]
    [InlineData("communes", "kind,-name_vi")]
    [InlineData("communes", "-area_note,+area_unreliable,code")]
    [InlineData("industrial-parks", "-area_ha,status")]
    [InlineData("tasks", "lead,-deadline")]
    [InlineData("areas", "kind,name_vi")]
    public async Task Pages_follow_each_other_without_a_gap_and_without_doubles(string collection, string sort)
    {
        using var client = await shared.Client();
        (string, string)[] order = sort.Length == 0 ? [] : [("sortby", sort)];
        var whole = (await client.Items(collection, [.. order, ("limit", "10000")])).Features().Select(Id).ToList();

        var paged = new List<string>();
        var address = OgcAnswersRead.Address($"/ogc/collections/{collection}/items", [.. order, ("limit", "7")]);
        while (address is not null)
        {
            var page = await client.Ask(address);
            paged.AddRange(page.Features().Select(Id));
            Assert.Equal(whole.Count, page.GetProperty("numberMatched").GetInt64());
            address = page.Link("next");
        }

        Assert.Equal(whole, paged);
        Assert.Equal(whole.Count, paged.Distinct().Count());
    }

    [Fact]
    public async Task An_order_is_kept_with_what_has_no_value_last()
    {
        using var client = await shared.Client();
        var values = (await client.Items("industrial-parks", ("sortby", "-occupancy_pct"), ("limit", "1000"))).Features()
            .Select(feature => feature.Property("occupancy_pct")).Select(value => value.ValueKind == JsonValueKind.Null ? -1 : value.GetDouble()).ToList();

        Assert.Equal(values.OrderDescending(), values);
        Assert.Contains(-1, values);
        Assert.Contains(values, value => value > 0);
    }

    [Fact]
    public async Task Only_the_chosen_properties_come_back()
    {
        using var client = await shared.Client();
        var feature = (await client.Items("communes", ("properties", "kind,code"), ("limit", "1"))).Features().Single();

        Assert.Equal(["kind", "code"], feature.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Object, feature.GetProperty("geometry").ValueKind);
    }

    [Fact]
    public async Task A_day_answers_with_what_was_in_force_on_it_in_both_ways_of_asking()
    {
        using var client = await shared.Client();

        Assert.Equal(0, await client.Matched("communes", ("datetime", "2025-06-30")));
        Assert.Equal(60, await client.Matched("communes", ("datetime", "2025-07-01")));
        Assert.Equal(15, await client.Matched("districts", ("datetime", "2025-06-30")));
        Assert.Equal(0, await client.Matched("districts", ("datetime", "2025-07-01")));
        // Vietnam's first of July begins while it is still June in Greenwich.
        Assert.Equal(60, await client.Matched("communes", ("datetime", "2025-06-30T17:00:00Z")));
        Assert.Equal(15, await client.Matched("districts", ("datetime", "../2025-06-30")));
        Assert.Equal(15, await client.Matched("districts", ("datetime", "2020-01-01/..")));
        Assert.Equal(60, await client.Matched("communes", ("datetime", "2025-06-01/2025-07-01")));

        var then = await client.Ask("/ogc/as-of/2025-06-30/collections/districts/items", ("limit", "10"));
        Assert.Equal(15, then.GetProperty("numberMatched").GetInt64());
        Assert.All(then.GetProperty("links").EnumerateArray(), link => Assert.Contains("/ogc/as-of/2025-06-30/", link.GetProperty("href").GetString(), StringComparison.Ordinal));
        Assert.Equal(5, (await client.Ask(then.Link("next")!)).Features().Count());
    }

    [Fact]
    public async Task Registers_are_collections_too()
    {
        using var client = await shared.Client();
        var series = await Scalar("SELECT count(*) FROM (SELECT DISTINCT indicator_code, region_code FROM pub.observation WHERE period_kind = 'year' AND NOT is_plan AND edition_to IS NULL) AS known");
        Assert.Equal(series, await client.Matched("indicators"));
        Assert.Equal(
            await Scalar("SELECT count(*) FROM pub.observation WHERE period_kind = 'year' AND NOT is_plan AND edition_to IS NULL AND period_start = '2023-01-01' AND value > 100"),
            await client.Matched("indicators", ("filter", "y2023 > 100")));
        Assert.Equal(await Scalar("SELECT count(*) FROM pub.task_version WHERE plan_code = '686' AND edition_to IS NULL AND in_force @> current_date AND is_public"), await client.Matched("tasks"));
        Assert.Equal(await Scalar("SELECT count(*) FROM pub.area WHERE valid @> current_date"), await client.Matched("areas"));
        Assert.Equal(await Scalar("SELECT count(*) FROM pub.area WHERE valid @> '2025-06-30'::date"), await client.Matched("areas", ("datetime", "2025-06-30")));
    }

    [Fact]
    public async Task Geometry_is_that_of_the_database_to_a_tenth_of_a_millimetre()
    {
        using var client = await shared.Client();
        var options = new JsonSerializerOptions { Converters = { new GeoJsonConverterFactory() } };
        var site = await shared.Get();
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand(
            "SELECT feature_id, geom FROM pub.feature_version WHERE layer_code = 'transport' AND revision_to IS NULL AND in_force @> current_date ORDER BY feature_id");
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var features = (await client.Items("transport", ("limit", "1000"))).Features().ToList();
        foreach (var feature in features)
        {
            Assert.True(await row.ReadAsync(Cancellation));
            Assert.Equal(row.GetInt64(0), feature.GetProperty("id").GetInt64());
            var stored = row.IsDBNull(1) ? null : row.GetFieldValue<NetTopologySuite.Geometries.Geometry>(1);
            var read = feature.GetProperty("geometry").Deserialize<NetTopologySuite.Geometries.Geometry>(options);
            Assert.True(stored is null or { IsEmpty: true } ? read is null : stored.EqualsExact(read, 1e-9), feature.GetProperty("id").GetRawText());
        }

        Assert.False(await row.ReadAsync(Cancellation));
        Assert.NotEmpty(features);
    }

    static string Id(JsonElement feature) => feature.GetProperty("id").GetRawText();

    static string Epsg(int srid) => string.Create(CultureInfo.InvariantCulture, $"http://www.opengis.net/def/crs/EPSG/0/{srid}");

    static (double First, double Second) Point(JsonElement items)
    {
        var numbers = items.Features().Single().GetProperty("geometry").GetProperty("coordinates");
        return (numbers[0].GetDouble(), numbers[1].GetDouble());
    }

    async Task<long> Scalar(string sql)
    {
        var site = await shared.Get();
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
