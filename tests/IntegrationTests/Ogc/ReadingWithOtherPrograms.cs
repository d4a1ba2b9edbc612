using System.Diagnostics;
using LongAnGis.Web.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>The programs that people really use, and a reader who is not alone.</summary>
public sealed class ReadingWithOtherPrograms(OpenDataSite site) : IClassFixture<OpenDataSite>
{
    /// <summary>The one that packages of the system install for, whatever other comes first on the PATH.</summary>
    const string DebiansPython = "/usr/bin/python3";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gdal_reads_every_layer_with_the_same_features_and_shapes()
    {
        Assert.SkipUnless(await IsThere("ogr2ogr", "--version"), "GDAL (gdal-bin) is not installed and could not be.");
        var file = Path.Combine(Directory.CreateTempSubdirectory("longan-ogc-").FullName, "all.gpkg");
        try
        {
            await Run("ogr2ogr", "-f", "GPKG", "-preserve_fid", file, $"OAPIF:{site.Address}/ogc");
            await using var copy = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
            await copy.OpenAsync(Cancellation);
            using var client = site.Client();
            var compared = 0;
            foreach (var collection in (await client.Ask("/ogc/collections")).GetProperty("collections").EnumerateArray().Select(one => one.GetProperty("id").GetString()!))
            {
                var matched = await client.Matched(collection);
                // A layer without a feature gives GDAL no table to write to.
                Assert.Equal(matched, matched == 0 ? 0 : Count(copy, collection));
                // The registers beside the layers have the shapes of districts and communes, which are layers.
                if (matched > 0 && collection is not ("areas" or "indicators" or "tasks"))
                {
                    Assert.Equal(await Stored(collection), Read(copy, collection), new SameShapes());
                    compared++;
                }
            }

            Assert.InRange(compared, 15, 40);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    [Fact]
    public async Task Gdal_filters_by_place_and_by_attribute_on_the_server()
    {
        Assert.SkipUnless(await IsThere("ogrinfo", "--version"), "GDAL (gdal-bin) is not installed and could not be.");

        var found = await Run("ogrinfo", "-so", "-spat", "106.4133", "10.5333", "106.4133", "10.5333", "-where", "kind = 'ward'", $"OAPIF:{site.Address}/ogc", "communes");

        Assert.Contains("Feature Count: 1", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owslib_walks_from_the_landing_page_to_a_feature()
    {
        Assert.SkipUnless(await IsThere(DebiansPython, "-c", "import owslib"), "OWSLib (python3-owslib) is not installed and could not be.");

        var said = await Run(DebiansPython, "-c", $"""
            from owslib.ogcapi.features import Features
            service = Features('{site.Address}/ogc')
            assert service.api()['openapi'].startswith('3.0')
            assert 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core' in service.conformance()['conformsTo']
            names = service.feature_collections()
            total = 0
            for name in names:
                assert service.collection(name)['id'] == name
                assert service.collection_queryables(name)['type'] == 'object'
                page = service.collection_items(name, limit=3)
                total += page['numberReturned']
                for feature in page['features']:
                    assert service.collection_item(name, feature['id'])['properties'] == feature['properties']
            print(len(names), total)
            """);

        var numbers = said.Trim().Split(' ').Select(int.Parse).ToArray();
        Assert.InRange(numbers[0], 20, 40);
        Assert.InRange(numbers[1], 50, 120);
    }

    [Fact]
    public async Task A_publication_between_two_pages_changes_neither()
    {
        using var client = site.Client();
        var before = (await client.Items("industrial-parks", ("limit", "1000"))).Features().Select(feature => feature.GetRawText()).ToList();
        var first = await client.Items("industrial-parks", ("limit", "20"));
        var ended = await site.Plan.Find("industrial-parks", "KCN-30");
        await site.Plan.Publish(
            End(ended, new DateOnly(2024, 1, 1)), Create("industrial-parks", "KCN-MOI", Content("Khu mới giữa hai trang"), new DateOnly(2024, 1, 1)));

        var pages = first.Features().Select(feature => feature.GetRawText()).ToList();
        for (var next = first.Link("next"); next is not null;)
        {
            var page = await client.Ask(next);
            pages.AddRange(page.Features().Select(feature => feature.GetRawText()));
            next = page.Link("next");
        }

        Assert.Equal(before, pages);
        var now = (await client.Items("industrial-parks", ("limit", "1000"))).Features().Select(feature => feature.Property("code").GetString()).ToList();
        Assert.Contains("KCN-MOI", now);
        Assert.DoesNotContain("KCN-30", now);
    }

    [Fact]
    public async Task A_count_beyond_ten_thousand_is_an_estimate_and_says_so()
    {
        // In a plan of its own, so that other tests do not meet them.
        await site.Plan.Scalar<long>("""
            WITH many AS (
              INSERT INTO pub.feature_version
              SELECT 90000000 + number, 90000000 + number, 1, 'places', '2968', 'P' || number, 'Điểm ' || number, NULL, '{}',
                     ST_SetSRID(ST_MakePoint(106 + number / 1e5, 10.5), 4326), NULL, 'digitised', NULL, '[]', NULL, 'qd-686-2023', NULL, NULL, NULL,
                     daterange('2023-01-01', NULL), 1, NULL, now(), 'test', gen_random_uuid(), 'create', '', ''
              FROM generate_series(1, 12000) AS number
              RETURNING 1
            )
            SELECT count(*) FROM many
            """);
        using var client = site.Client();
        (string, string)[] asked = [("plan", "2968"), ("filter", "code LIKE 'P%'"), ("properties", "code")];

        var page = await client.Items("places", [.. asked, ("limit", "10000")]);
        var rest = await client.Ask(page.Link("next")!);

        Assert.True(page.GetProperty("numberMatchedIsEstimated").GetBoolean());
        Assert.True(page.GetProperty("numberMatched").GetInt64() > 10_000);
        Assert.Equal(10_000, page.GetProperty("numberReturned").GetInt32());
        Assert.Equal(2000, rest.GetProperty("numberReturned").GetInt32());
        Assert.Equal(12_000, page.Features().Concat(rest.Features()).Select(feature => feature.Property("code").GetString()).Distinct().Count());
        Assert.False((await client.Items("places", [.. asked, ("bbox", "106,10,106.05,11")])).TryGetProperty("numberMatchedIsEstimated", out _));
    }

    [Fact]
    public async Task A_draft_is_in_no_collection()
    {
        using var client = site.Client();
        var before = await client.Items("socio-economic-zones", ("limit", "1000"));
        await site.Plan.Draft(Create("socio-economic-zones", "NHAP", Content("chimhoangyenbimat")));

        var after = await client.Items("socio-economic-zones", ("limit", "1000"));

        Assert.Equal(before.GetProperty("features").GetRawText(), after.GetProperty("features").GetRawText());
        Assert.Equal(0, await client.Matched("socio-economic-zones", ("filter", "name_vi = 'chimhoangyenbimat'")));
    }

    async Task<Dictionary<long, Geometry?>> Stored(string layer)
    {
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand(
            "SELECT feature_id, geom FROM pub.feature_version WHERE layer_code = $1 AND revision_to IS NULL AND in_force @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AND coalesce(plan_code, '686') = '686'");
        command.Parameters.AddWithValue(layer);
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var shapes = new Dictionary<long, Geometry?>();
        while (await row.ReadAsync(Cancellation))
        {
            shapes[row.GetInt64(0)] = row.IsDBNull(1) ? null : row.GetFieldValue<Geometry>(1);
        }

        return shapes;
    }

    static Dictionary<long, Geometry?> Read(SqliteConnection file, string layer)
    {
        using var command = file.CreateCommand();
        command.CommandText = $"SELECT fid, geom FROM \"{layer}\"";
        using var row = command.ExecuteReader();
        var shapes = new Dictionary<long, Geometry?>();
        while (row.Read())
        {
            shapes[row.GetInt64(0)] = row.IsDBNull(1) ? null : new GeoPackageGeoReader().Read((byte[])row[1]);
        }

        return shapes;
    }

    static long Count(SqliteConnection file, string layer)
    {
        using var command = file.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM \"{layer}\"";
        return (long)command.ExecuteScalar()!;
    }

    static async Task<bool> IsThere(string program, params string[] arguments)
    {
        try
        {
            await Run(program, arguments);
            return true;
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync(Cancellation);
        var complained = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await complained}");
    }

    /// <summary>The same ids, and for each the same corners to a hundred-millionth of a degree, a millimetre.</summary>
    sealed class SameShapes : IEqualityComparer<Dictionary<long, Geometry?>>
    {
        public bool Equals(Dictionary<long, Geometry?>? x, Dictionary<long, Geometry?>? y) =>
            x!.Count == y!.Count && x.Count > 0 && x.All(one => y.TryGetValue(one.Key, out var other)
                && (one.Value is null or { IsEmpty: true } ? other is null : other is not null && Parts(one.Value).EqualsExact(Parts(other), 1e-8)));

        public int GetHashCode(Dictionary<long, Geometry?> shapes) => shapes.Count;

        // GDAL writes one kind of geometry into a table: a single part may come back as one of many.
        static GeometryCollection Parts(Geometry shape) =>
            shape.Factory.CreateGeometryCollection([.. Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN)]);
    }
}
