using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using static LongAnGis.IntegrationTests.ChangeSets.Drafting.ImportingAFile;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>Archives that lie, damaged and armed files, and places that are not where they say: refused soon, nothing written.</summary>
public sealed class ImportingWhatIsHostile(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>, IDisposable
{
    const string Placemark = "<Placemark><name>Khu KMZ</name><Polygon><outerBoundaryIs><LinearRing><coordinates>106.4,10.6 106.41,10.6 106.41,10.61 106.4,10.61 106.4,10.6</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>";
    const string Kml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" + Placemark + "</Document></kml>";

    readonly string folder = Directory.CreateTempSubdirectory("longan-hostile-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_a_KMZ_as_the_drawing_inside_it()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        await Drafting.Json(await Import(planner, changeSet, Zip(("doc.kml", Bytes(Kml)), ("files/icon.png", [1, 2, 3]))));

        Assert.Equal("Khu KMZ", (await OnlyChange(planner, changeSet))["properties"]!["nameVi"]!.GetValue<string>());
    }

    [Fact]
    public async Task Asks_for_the_reference_system_with_the_provinces_own_first()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        using var answer = await Import(planner, changeSet, Bytes("X,Y\n1172000,571000\n1172000,572000\n1173000,572000\n"));
        var problem = await Drafting.Json(answer, HttpStatusCode.BadRequest);

        Assert.Equal("crs", problem["ask"]!.GetValue<string>());
        var choices = problem["choices"]!.AsArray().Select(choice => choice!["code"]!.GetValue<string>()).ToList();
        Assert.Equal(["9210", "9209", "3405", "4326"], choices.Take(4));
        Assert.Equal(choices.Count, choices.Distinct().Count());
        Assert.Contains("105°45′", problem["choices"]![0]!["name"]!["vi"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    // Tân An on the six-degree grid and on its own; the second with the two columns exchanged.
    [Theory]
    [InlineData(654450, 1164837, "9210", "105°00′")]
    [InlineData(572400, 1164915, "9206", "105°45′")]
    [InlineData(1164915, 572400, "9210", "đổi chỗ")]
    [InlineData(572400, 1164915, "4326", "105°45′")]
    public async Task Names_the_likely_zone_where_the_stated_one_leads_out_of_the_province(int x, int y, string stated, string named)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        var file = Bytes($$$"""
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"z-1","name_vi":"Khu"},"geometry":{"type":"Polygon",
            "coordinates":[[[{{{x}}},{{{y}}}],[{{{x + 900}}},{{{y}}}],[{{{x + 900}}},{{{y + 900}}}],[{{{x}}},{{{y}}}]]]}}]}
            """);

        using var answer = await Import(planner, changeSet, file, crs: stated);

        var detail = await Detail(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("có vẻ thuộc", detail, StringComparison.Ordinal);
        Assert.Contains(named, detail, StringComparison.Ordinal);
        Assert.Empty(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
    }

    public static TheoryData<string> Kinds =>
    [
        "nested", "declared-smaller", "declared-larger", "overlapping", "encrypted", "zip64-lie", "too-many-entries", "xlsx", "two-shapefiles",
        "kml-file-entity", "kml-parameter-entity", "kml-billion-laughs", "kmz-with-network-link", "kml-utf-7", "gml", "gml-schema-elsewhere", "xinclude",
        "shp-cut", "shp-record-of-2-gb", "shp-part-out-of-range", "shp-not-a-number", "dbf-shorter-than-it-says", "dbf-of-no-fields",
        "gpkg-view", "gpkg-trigger-and-schema", "gpkg-names-sqlite-master", "gpkg-cut",
        "json-number-of-10000-digits", "json-lone-surrogate", "json-not-a-collection", "json-collection-of-depth-50", "csv-16384-columns", "csv-infinity",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Refuses_what_lies_soon_and_writes_nothing(string kind)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        using var outside = new TcpListener(IPAddress.Loopback, 0);
        outside.Start();
        var file = await Hostile(kind, ((IPEndPoint)outside.LocalEndpoint).Port);
        var since = Stopwatch.StartNew();

        using var answer = await Import(planner, changeSet, file, crs: kind.StartsWith("gpkg", StringComparison.Ordinal) || kind.StartsWith("shp", StringComparison.Ordinal) || kind.StartsWith("dbf", StringComparison.Ordinal) ? null : "4326");

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{kind}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.NotEmpty(JsonNode.Parse(body)!["detail"]!.GetValue<string>());
        Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
        Assert.False(outside.Pending(), "Something connected to an address that a file named.");
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Empty(Drafting.Changes(await Drafting.Draft(planner, changeSet)));
    }

    async Task<byte[]> Hostile(string kind, int port) => kind switch
    {
        "nested" => Zip(("a.zip", Zip(("b.zip", Zip(("x.shp", new byte[1 << 20])))))),
        "declared-smaller" => Patched(Drawing(2_000), zip => Size(zip, 10)),
        "declared-larger" => Patched(Drawing(2_000), zip => Size(zip, 1_900_000_000)),
        "overlapping" => Patched(Drawing(40_000, CompressionLevel.NoCompression), Overlap),
        "encrypted" => Patched(Drawing(10), zip => { zip[6] |= 1; zip[ListOf(zip) + 8] |= 1; }),
        "zip64-lie" => Patched(Drawing(10), zip => Size(zip, uint.MaxValue)),
        "too-many-entries" => Zip([.. Enumerable.Range(0, 65_536).Select(number => ($"{number}", Array.Empty<byte>()))]),
        "xlsx" => Zip(("[Content_Types].xml", Bytes("<Types/>")), ("xl/worksheets/sheet1.xml", Bytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>"))),
        "two-shapefiles" => Zip(("a.shp", [1]), ("b.shp", [1])),
        "kml-file-entity" => Bytes("<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Kml[38..].Replace("Khu KMZ", "&e;", StringComparison.Ordinal)),
        "kml-parameter-entity" => Bytes($"<!DOCTYPE kml [<!ENTITY % p SYSTEM \"http://127.0.0.1:{port}/x\"> %p;]>" + Kml[38..]),
        "kml-billion-laughs" => Bytes("<!DOCTYPE kml [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(0, 25).Select(one => $"<!ENTITY a{one} \"{(one == 0 ? "&a;" : $"&a{one - 1};&a{one - 1};")}\">")) + "]>" + Kml[38..].Replace("Khu KMZ", "&a24;", StringComparison.Ordinal)),
        "kmz-with-network-link" => Zip(("doc.kml", Bytes($"<kml><NetworkLink><Link><href>http://127.0.0.1:{port}/</href></Link></NetworkLink></kml>"))),
        "kml-utf-7" => [.. Bytes("<?xml version=\"1.0\" encoding=\"UTF-7\"?><kml>"), 0xFF, .. Bytes("</kml>")],
        "gml" => Bytes("<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\"/>"),
        "gml-schema-elsewhere" => Bytes($"<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\" xmlns:xsi=\"x\" xsi:schemaLocation=\"a http://127.0.0.1:{port}/a.xsd\"/>"),
        "xinclude" => Bytes("<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\"/></a>"),
        "shp-cut" => await Shapefile(parts => parts["shp"] = parts["shp"][..130]),
        "shp-record-of-2-gb" => await Shapefile(parts =>
        {
            BinaryPrimitives.WriteInt32BigEndian(parts["shp"].AsSpan(104), int.MaxValue);
            BinaryPrimitives.WriteInt32BigEndian(parts["shx"].AsSpan(104), int.MaxValue);
        }),
        "shp-part-out-of-range" => await Shapefile(parts => BinaryPrimitives.WriteInt32LittleEndian(parts["shp"].AsSpan(152), 1_000_000)),
        "shp-not-a-number" => await Shapefile(parts => BinaryPrimitives.WriteDoubleLittleEndian(parts["shp"].AsSpan(156), double.NaN)),
        "dbf-shorter-than-it-says" => await Shapefile(parts => { BinaryPrimitives.WriteInt32LittleEndian(parts["dbf"].AsSpan(4), 1_000_000_000); parts["shp"] = parts["shp"][..110]; }),
        "dbf-of-no-fields" => await Shapefile(parts => { parts["dbf"] = [3, 1, 1, 1, 255, 255, 255, 127, 0, 0]; parts["shx"] = []; parts["shp"] = parts["shp"][..100]; }),
        "gpkg-view" => await Package("CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x AS fid, x AS geom FROM c"),
        "gpkg-trigger-and-schema" => [.. (await Package("CREATE TABLE other(x)")).Select((one, at) => at is > 100 and < 400 ? (byte)(one ^ 0x5A) : one)],
        "gpkg-names-sqlite-master" => [.. "SQLite format 3\0"u8, .. Bytes("gpkg_contents sqlite_master"), .. new byte[4096]],
        "gpkg-cut" => (await Package("CREATE TABLE other(x)"))[..5_000],
        "json-number-of-10000-digits" => Bytes($$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"n"},"geometry":{"type":"Point","coordinates":[{{{new string('9', 10_000)}}},10]}}]}"""),
        "json-lone-surrogate" => Bytes("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name_vi":"\uD800"},"geometry":null}]}"""),
        "json-not-a-collection" => Bytes("""{"type":"Point","coordinates":[106.4,10.6]}"""),
        "json-collection-of-depth-50" => Bytes("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":""" + string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", 50)) + string.Concat(Enumerable.Repeat("]}", 50)) + "}]}"),
        "csv-16384-columns" => Bytes("X,Y," + string.Join(',', Enumerable.Range(0, 16_384)) + "\n10.6,106.4\n"),
        _ => Bytes("lat,lon\nInfinity,106.4\n10.6,1e999\n"),
    };

    static byte[] Drawing(int letters, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("doc.kml", level).Open();
            entry.Write(Bytes(Kml + "<!--" + new string('x', letters) + "-->"));
        }

        return bytes.ToArray();
    }

    static byte[] Patched(byte[] zip, Action<byte[]> patch)
    {
        patch(zip);
        return zip;
    }

    // Where the archive's own list of its entries begins.
    static int ListOf(byte[] zip) => zip.AsSpan().IndexOf("PK\u0001\u0002"u8);

    static void Size(byte[] zip, uint declared) => BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(ListOf(zip) + 24), declared);

    // A second entry of the list lies over the list's end: its bytes are the first's.
    static void Overlap(byte[] zip)
    {
        var list = ListOf(zip);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(list + 20), (uint)zip.Length * 2);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(list + 24), (uint)zip.Length * 2);
    }

    async Task<byte[]> Shapefile(Action<Dictionary<string, byte[]>> spoil)
    {
        await Convert("a.shp", "ESRI Shapefile");
        var parts = new Dictionary<string, byte[]>();
        foreach (var part in new[] { "shp", "shx", "dbf", "prj" })
            parts[part] = await File.ReadAllBytesAsync(Path.Combine(folder, $"a.{part}"), Cancellation);
        spoil(parts);
        return Zip([.. parts.Select(part => ($"a.{part.Key}", part.Value))]);
    }

    async Task<byte[]> Package(string statement)
    {
        await Convert("a.gpkg", "GPKG");
        var file = Path.Combine(folder, "a.gpkg");
        using var program = Process.Start("ogrinfo", [file, "-sql", statement]);
        await program.WaitForExitAsync(Cancellation);
        return await File.ReadAllBytesAsync(file, Cancellation);
    }

    async Task Convert(string name, string format)
    {
        var source = Path.Combine(folder, "source.geojson");
        await File.WriteAllTextAsync(
            source, $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"s-1"},"geometry":{{{Drafting.Square}}}}]}""", Cancellation);
        using var program = Process.Start("ogr2ogr", ["-f", format, Path.Combine(folder, name), source]);
        await program.WaitForExitAsync(Cancellation);
        Assert.Equal(0, program.ExitCode);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
