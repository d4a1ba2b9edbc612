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
    public async Task Qgis_opens_the_project_with_every_layer_drawn_by_rules_filters_by_place_and_reads_page_after_page()
    {
        Assert.SkipUnless(await IsThere(DebiansPython, "-c", "import qgis.core"), "QGIS (python3-qgis) is not installed; its 787 MB are left to whoever wants this test.");
        using var client = site.Client();
        var folder = Directory.CreateTempSubdirectory("longan-qgis-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "plan.qgz"), await client.GetByteArrayAsync("/plan.qgz", Cancellation), Cancellation);
            var counts = new List<string>();
            foreach (var layer in new[] { "industrial-parks", "transport", "communes", "corridors" })
            {
                var matched = await client.Matched(layer);
                counts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"('{layer}', {matched})"));
            }

            var said = await Run(DebiansPython, "-c", $$"""
                import os
                os.environ['QT_QPA_PLATFORM'] = 'offscreen'
                os.environ['HOME'] = os.environ['XDG_RUNTIME_DIR'] = '{{folder}}'
                from qgis.core import *
                application = QgsApplication([], False)
                application.initQgis()
                project = QgsProject.instance()
                assert project.read('{{folder}}/plan.qgz') and project.crs().authid() == 'EPSG:3857', project.crs().authid()
                layers = project.mapLayers()
                assert len(layers) > 15 and all(layer.isValid() for layer in layers.values()), [name for name, layer in layers.items() if not layer.isValid()]
                for layer in layers.values():
                    if isinstance(layer, QgsVectorLayer) and layer.featureCount() > 0:
                        assert isinstance(layer.renderer(), QgsRuleBasedRenderer) and layer.crs().isValid(), layer.name()
                for name, count in [{{string.Join(", ", counts)}}]:
                    # Pages of seven, so that each of these layers takes several.
                    layer = QgsVectorLayer(f"pagingEnabled='true' maxNumFeatures='1000000' pageSize='7' typename='{name}' url='{{site.Address}}/ogc'", name, 'OAPIF')
                    assert sum(1 for _ in layer.getFeatures()) == count, (name, count)
                communes = QgsVectorLayer("restrictToRequestBBOX='1' typename='communes' url='{{site.Address}}/ogc'", 'communes', 'OAPIF')
                here = QgsRectangle(106.4133, 10.5333, 106.4134, 10.5334)
                found = list(communes.getFeatures(QgsFeatureRequest().setFilterRect(here).setFlags(QgsFeatureRequest.ExactIntersect)))
                assert len(found) == 1, len(found)
                parks = layers['longan_layer_industrial_parks']
                assert parks.attributeAlias(parks.fields().indexOf('name_vi')) == 'Tên'
                chosen = list(parks.getFeatures(QgsFeatureRequest().setFilterExpression("code = 'KCN-01'")))
                assert len(chosen) == 1, len(chosen)
                print('ok', flush=True)
                os._exit(0)
                """);
            Assert.Equal("ok", said.Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Owslib_and_gdal_draw_maps_by_wms()
    {
        Assert.SkipUnless(await IsThere(DebiansPython, "-c", "import owslib"), "OWSLib (python3-owslib) is not installed and could not be.");
        Assert.SkipUnless(await IsThere("gdalinfo", "--version"), "GDAL (gdal-bin) is not installed and could not be.");

        var said = await Run(DebiansPython, "-c", $"""
            from owslib.wms import WebMapService
            service = WebMapService('{site.Address}/wms', version='1.3.0')
            assert 'communes' in service.contents and 'EPSG:9210' in service['communes'].crsOptions
            window = dict(layers=['communes'], styles=[''], srs='EPSG:4326', bbox=(106.3, 10.5, 106.6, 10.7), size=(301, 201), format='image/png')
            assert service.getmap(transparent=True, **window).read()[:4] == b'\x89PNG'
            found = service.getfeatureinfo(query_layers=['communes'], info_format='application/json', xy=(150, 100), **window).read()
            print(found.decode())
            """);
        using var client = site.Client();
        var expected = (await client.Items("communes", ("bbox", "106.45,10.6,106.45,10.6"))).Features().Single().Property("name_vi").GetString()!;
        Assert.Contains(expected, said, StringComparison.Ordinal);

        var described = await Run(
            "gdalinfo", $"WMS:{site.Address}/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=communes&CRS=EPSG:3857&BBOX=11830000,1170000,11860000,1190000&FORMAT=image/png");
        Assert.Contains("Driver: WMS/OGC Web Map Service", described, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owslib_and_gdal_read_features_by_wfs_page_after_page_with_the_same_shapes()
    {
        Assert.SkipUnless(await IsThere(DebiansPython, "-c", "import owslib"), "OWSLib (python3-owslib) is not installed and could not be.");
        Assert.SkipUnless(await IsThere("ogr2ogr", "--version"), "GDAL (gdal-bin) is not installed and could not be.");
        var said = await Run(DebiansPython, "-c", $"""
            import json
            from owslib.wfs import WebFeatureService
            service = WebFeatureService('{site.Address}/wfs', version='2.0.0')
            assert 'longan:communes' in service.contents and 'longan:tasks' in service.contents
            page = json.loads(service.getfeature(typename=['longan:communes'], outputFormat='application/json', maxfeatures=5, startindex=3).read())
            print(len(page['features']), page['numberMatched'])
            """);
        using var client = site.Client();
        Assert.Equal($"5 {(await client.Matched("communes")).ToString(System.Globalization.CultureInfo.InvariantCulture)}", said.Trim());

        var file = Path.Combine(Directory.CreateTempSubdirectory("longan-wfs-").FullName, "wfs.gpkg");
        try
        {
            foreach (var (layer, kind) in new[] { ("communes", "MULTIPOLYGON"), ("corridors", "MULTILINESTRING") })
            {
                await Run(
                    "ogr2ogr", "-f", "GPKG", "-update", "-append", "-nln", layer, "-nlt", kind, "-lco", "GEOMETRY_NAME=geom", "-sql", $"SELECT * FROM \"longan:{layer}\"",
                    "--config", "OGR_WFS_PAGING_ALLOWED", "ON", "--config", "OGR_WFS_PAGE_SIZE", "7", file, $"WFS:{site.Address}/wfs?VERSION=2.0.0");
            }

            await using var copy = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
            await copy.OpenAsync(Cancellation);
            foreach (var layer in new[] { "communes", "corridors" })
            {
                Assert.Equal(await client.Matched(layer), Count(copy, layer));
                var stored = (await Stored(layer)).Values.OfType<Geometry>().Select(one => one.EnvelopeInternal.Centre).OrderBy(place => place.X).ThenBy(place => place.Y).ToList();
                var read = Read(copy, layer).Values.OfType<Geometry>().Select(one => one.EnvelopeInternal.Centre).OrderBy(place => place.X).ThenBy(place => place.Y).ToList();
                Assert.Equal(stored.Count, read.Count);
                // Latitude came first on the wire and stands second here.
                Assert.All(stored.Zip(read), pair => Assert.True(pair.First.Distance(pair.Second) < 1e-8, $"{layer}: {pair}"));
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
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
