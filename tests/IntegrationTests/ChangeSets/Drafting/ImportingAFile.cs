using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.Core.Coordinates;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>A file becomes a draft: all of it or none, in the place that it means, and nothing of it is trusted.</summary>
public sealed class ImportingAFile(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>, IDisposable
{
    const string OnTheGrid = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"f-1","name_vi":"Khu một","functions":"ở","secret":1},
        "geometry":{"type":"Polygon","coordinates":[[[571000,1172000],[572000,1172000],[572000,1173000],[571000,1173000],[571000,1172000]]]}}]}
        """;

    readonly string folder = Directory.CreateTempSubdirectory("longan-import-test-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_GeoJSON_on_the_VN_2000_grid_to_its_true_place()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        var report = await Drafting.Json(await Import(planner, changeSet, Bytes(OnTheGrid), crs: "EPSG:9210"));

        Assert.Equal("VN-2000 / TM-3 105-45 (EPSG:9210)", report["reference"]!.GetValue<string>());
        Assert.Equal("""["secret"]""", report["ignoredFields"]!.ToJsonString());
        var change = await OnlyChange(planner, changeSet);
        Assert.Equal("Khu một", change["properties"]!["nameVi"]!.GetValue<string>());
        Assert.Equal("""{"functions":"ở"}""", change["properties"]!["attributes"]!.ToJsonString().Replace("\\u1EDF", "ở", StringComparison.Ordinal));
        StandsOnTheGrid(change);
    }

    [Theory]
    [InlineData("GPKG", "a.gpkg")]
    [InlineData("ESRI Shapefile", "a.shp")]
    public async Task Reads_the_reference_system_from_the_file_itself(string format, string name)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        await Convert(format, name, OnTheGrid, "EPSG:9210");
        var bytes = format == "GPKG" ? await File.ReadAllBytesAsync(Path.Combine(folder, name), Cancellation) : ZippedShapefile();

        var report = await Drafting.Json(await Import(planner, changeSet, bytes));

        Assert.Equal("VN-2000 / TM-3 105-45 (EPSG:9210)", report["reference"]!.GetValue<string>());
        StandsOnTheGrid(await OnlyChange(planner, changeSet));
    }

    [Fact]
    public async Task Never_guesses_a_reference_system()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        await Convert("ESRI Shapefile", "a.shp", OnTheGrid, "EPSG:9210");
        File.Delete(Path.Combine(folder, "a.prj"));

        using var silent = await Import(planner, changeSet, ZippedShapefile());
        var told = await Drafting.Json(await Import(planner, changeSet, ZippedShapefile(), crs: "9210"));

        Assert.StartsWith("Tệp không ghi hệ tọa độ", await Detail(silent, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Equal(1, told["taken"]!.GetValue<int>());
    }

    [Fact]
    public async Task Does_not_believe_a_planner_over_the_file()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        await Convert("GPKG", "a.gpkg", OnTheGrid, "EPSG:9210");

        using var answer = await Import(
            planner, changeSet, await File.ReadAllBytesAsync(Path.Combine(folder, "a.gpkg"), Cancellation), crs: "9209");

        Assert.Contains("khác với hệ đã chọn", await Detail(answer, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ma,ten,X,Y\nk-1,Khu một,1172000,571000\nk-1,,1172000,572000\nk-1,,1173000,572000\nk-1,,1173000,571000\n")]
    [InlineData("code;name;X (m);Y (m)\r\nk-1;Khu một;1.172.000,0;571.000,0\r\nk-1;;1172000;572000\r\nk-1;;1173000,0;572000\r\nk-1;;1173000;571000,0\r\n")]
    public async Task Takes_a_table_of_corners_with_northing_first(string table)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        var report = await Drafting.Json(await Import(planner, changeSet, Bytes(table), crs: "9210"));

        Assert.Equal(1, report["taken"]!.GetValue<int>());
        StandsOnTheGrid(await OnlyChange(planner, changeSet));
    }

    [Fact]
    public async Task Takes_KML_and_a_closed_line_of_a_DXF_as_areas()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        const string Kml = """
            <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Khu KML</name>
            <Polygon><outerBoundaryIs><LinearRing><coordinates>106.4,10.6 106.41,10.6 106.41,10.61 106.4,10.61 106.4,10.6</coordinates></LinearRing></outerBoundaryIs></Polygon>
            </Placemark></Document></kml>
            """;
        const string Dxf =
            "0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\n0\n90\n4\n70\n1\n10\n571000\n20\n1172000\n10\n572000\n20\n1172000\n10\n572000\n20\n1173000\n10\n571000\n20\n1173000\n0\nENDSEC\n0\nEOF\n";

        var ofKml = await Drafting.Json(await Import(planner, changeSet, Bytes(Kml)));
        var ofDxf = await Drafting.Json(await Import(planner, changeSet, Bytes(Dxf), crs: "9210"));

        Assert.Equal((1, 1), (ofKml["taken"]!.GetValue<int>(), ofDxf["taken"]!.GetValue<int>()));
        var changes = Drafting.Changes(await Drafting.Draft(planner, changeSet));
        Assert.Equal("Khu KML", changes[0]!["properties"]!["nameVi"]!.GetValue<string>());
        StandsOnTheGrid(changes[1]!);
    }

    [Fact]
    public async Task Takes_all_or_none_unless_a_part_will_do()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var file = Bytes($$$"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"good"},"geometry":{{{Drafting.Square}}}},
            {"type":"Feature","properties":{"code":"bow-tie"},"geometry":{"type":"Polygon","coordinates":[[[106.4,10.6],[106.41,10.61],[106.41,10.6],[106.4,10.61],[106.4,10.6]]]}},
            {"type":"Feature","properties":{"code":"V-01"},"geometry":{{{Drafting.Square}}}}]}
            """);

        using var refused = await Import(planner, changeSet, file);
        var problem = await Drafting.Json(refused, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(2, problem["features"]![0]!["row"]!.GetValue<int>());
        Assert.Equal("R01", problem["features"]![0]!["errors"]![0]!["rule"]!.GetValue<string>());
        Assert.Empty(Drafting.Changes(await Drafting.Draft(planner, changeSet)));

        var report = await Drafting.Json(await Import(planner, changeSet, file, partial: true));
        Assert.Equal((1, 2), (report["taken"]!.GetValue<int>(), report["refused"]!.GetValue<int>()));
        Assert.Equal("good", (await OnlyChange(planner, changeSet))["properties"]!["code"]!.GetValue<string>());
        Assert.Equal("R11", report["features"]![2]!["errors"]![0]!["rule"]!.GetValue<string>());
    }

    [Fact]
    public async Task Imports_once_however_often_it_is_sent()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var key = Guid.NewGuid().ToString();

        var first = await (await Import(planner, changeSet, Bytes(OnTheGrid), crs: "9210", key: key)).Content.ReadAsStringAsync(Cancellation);
        var again = await (await Import(planner, changeSet, Bytes(OnTheGrid), crs: "9210", key: key)).Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(first, again);
        await OnlyChange(planner, changeSet);
    }

    public static TheoryData<string> Hostile =>
    [
        "slip", "absolute", "backslash", "drive", "twice", "symlink", "bomb", "many", "empty-zip", "damaged-zip", "doctype", "network-link",
        "utf-16", "gpkg", "shp", "svg", "html", "nothing", "bad-json", "deep-json", "table-without-columns", "table-with-words",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Refuses_what_is_hostile_quickly_and_writes_nothing(string kind)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var since = Stopwatch.StartNew();

        using var answer = await Import(planner, changeSet, HostileFile(kind), crs: "4326");

        Assert.NotEmpty(await Detail(answer, HttpStatusCode.BadRequest));
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Empty(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
    }

    [Fact]
    public async Task Is_closed_to_those_who_may_not_edit()
    {
        var drafting = await shared.Get();
        var (_, changeSet) = await drafting.Begin();
        var (stranger, _) = await drafting.Begin();
        var (author, submitted) = await drafting.Begin("submitted");

        using var hidden = await Import(stranger, changeSet, Bytes(OnTheGrid));
        using var closed = await Import(author, submitted, Bytes(OnTheGrid));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Conflict), (hidden.StatusCode, closed.StatusCode));
    }

    static byte[] HostileFile(string kind) => kind switch
    {
        "slip" => Zip(("../x.shp", [1])),
        "absolute" => Zip(("/etc/x.shp", [1])),
        "backslash" => Zip((@"..\x.shp", [1])),
        "drive" => Zip(("C:x.shp", [1])),
        "twice" => Zip(("x.shp", [1]), ("x.shp", [2])),
        "symlink" => Symlink(),
        "bomb" => Zip(("x.shp", new byte[64 << 20])),
        "many" => Zip([.. Enumerable.Range(0, 201).Select(i => ($"{i}.txt", new byte[] { 1 }))]),
        "empty-zip" => Zip(("readme.txt", [1])),
        "damaged-zip" => [.. "PK\u0003\u0004"u8, 1, 2, 3],
        "doctype" => Bytes("""<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml><name>&b;</name></kml>"""),
        "network-link" => Bytes("<kml><NetworkLink><Link><href>http://127.0.0.1:1/</href></Link></NetworkLink></kml>"),
        "utf-16" => Encoding.Unicode.GetBytes("""{"type":"FeatureCollection","features":[]}"""),
        "gpkg" => [.. "SQLite format 3\0"u8, .. Enumerable.Range(0, 10_000).Select(i => (byte)(i * 7))],
        "shp" => Zip(("x.shp", [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 31))]), ("x.dbf", [3, 1, 2]), ("x.shx", [0])),
        "svg" => Bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
        "html" => Bytes("<!doctype html><script>alert(1)</script>\n"),
        "nothing" => [],
        "bad-json" => Bytes("{\"type\":"),
        "deep-json" => Bytes("{\"features\":" + new string('[', 10_000)),
        "table-without-columns" => Bytes("a,b\n1,2\n"),
        _ => Bytes("X,Y\n1172000,NaN\n"),
    };

    internal static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Symlink()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = zip.CreateEntry("x.shp");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var entry = link.Open();
            entry.Write("/etc/passwd"u8);
        }

        return bytes.ToArray();
    }

    byte[] ZippedShapefile() => Zip(
        [.. Directory.GetFiles(folder, "a.*").Where(file => !file.EndsWith("json", StringComparison.Ordinal))
            .Select(file => ("mappe/" + Path.GetFileName(file), File.ReadAllBytes(file)))]);

    async Task Convert(string format, string name, string geoJson, string crs)
    {
        var source = Path.Combine(folder, "source.geojson");
        await File.WriteAllTextAsync(source, geoJson, Cancellation);
        using var program = Process.Start("ogr2ogr", ["-f", format, "-a_srs", crs, Path.Combine(folder, name), source]);
        await program.WaitForExitAsync(Cancellation);
        Assert.Equal(0, program.ExitCode);
    }

    internal static Task<HttpResponseMessage> Import(
        HttpClient client, Guid changeSet, byte[] file, string? crs = null, bool partial = false, string? key = null, string? encoding = null)
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "file", "../../etc/cron.d/x" },
            { new StringContent("socio-economic-zones"), "layer" },
            { new StringContent(key ?? Guid.NewGuid().ToString()), "key" },
        };
        if (crs is not null)
        {
            form.Add(new StringContent(crs), "crs");
        }

        if (encoding is not null)
        {
            form.Add(new StringContent(encoding), "encoding");
        }

        if (partial)
        {
            form.Add(new StringContent("true"), "partial");
        }

        return client.PostAsync($"/change-sets/{changeSet}/import", form, Cancellation);
    }

    internal static async Task<string> Detail(HttpResponseMessage answer, HttpStatusCode status) =>
        (await Drafting.Json(answer, status))["detail"]!.GetValue<string>();

    internal static async Task<JsonNode> OnlyChange(HttpClient planner, Guid changeSet) =>
        Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)))!;

    // Its first corner lies at 571 000 east, 1 172 000 north, to a tenth of a millimetre.
    static void StandsOnTheGrid(JsonNode change)
    {
        var corners = change["geometry"]!["coordinates"]![0]!.AsArray();
        var place = Vn2000Zone.LongAn.ToWgs84(new(Northing: 1_172_000, Easting: 571_000));
        Assert.Contains(corners, corner =>
            Math.Abs(corner![0]!.GetValue<double>() - place.Longitude) < 1e-9 && Math.Abs(corner[1]!.GetValue<double>() - place.Latitude) < 1e-9);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
