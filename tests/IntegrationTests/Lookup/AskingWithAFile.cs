using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Print;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>Somebody has the parcel, or the planned road, as a file.</summary>
public sealed class AskingWithAFile(SharedSite shared) : IDisposable
{
    const string Corners = "1\t1203700\t573800\n2\t1203760\t573950\n3\t1203640\t573998\n4\t1203580\t573848";

    /// <summary>The same parcel on the grid EPSG:9210.</summary>
    const string OnTheGrid = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},"features":[{"type":"Feature","properties":{"code":"t-1"},
        "geometry":{"type":"Polygon","coordinates":[[[573800,1203700],[573950,1203760],[573998,1203640],[573848,1203580],[573800,1203700]]]}}]}
        """;

    const string Dxf =
        "0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\n0\n90\n4\n70\n1\n10\n573800\n20\n1203700\n10\n573950\n20\n1203760\n10\n573998\n20\n1203640\n10\n573848\n20\n1203580\n0\nENDSEC\n0\nEOF\n";

    readonly string folder = Directory.CreateTempSubdirectory("longan-lookup-test-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GeoJSON")]
    [InlineData("ESRI Shapefile")]
    [InlineData("GPKG")]
    [InlineData("XLSX")]
    [InlineData("CSV")]
    [InlineData("PDF")]
    public async Task Gets_the_same_parcel_from_every_kind_of_file(string kind)
    {
        using var client = (await shared.Get()).Public();

        var answer = await Send(client, await File(kind));

        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{answer.Status}: {answer.Html}");
        Assert.Contains("Thửa đất 20.880,0 m²", PageReading.Words(await client.Read(answer.Location!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_asked_for_the_system_of_a_drawing_and_never_has_it_guessed()
    {
        using var client = Browser(await shared.Get());

        var silent = await Send(client, Encoding.ASCII.GetBytes(Dxf));
        var told = await Send(client, Encoding.ASCII.GetBytes(Dxf), ("frame", "9210"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("Hệ thống không tự đoán", silent.Words, StringComparison.Ordinal);
        Assert.Contains("id=\"lookup-frame-mend\"", silent.Html, StringComparison.Ordinal);
        Assert.Contains("20.880,0 m²", PageReading.Words(await client.Read(told.Location!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_KML_and_the_file_that_a_lookup_itself_gives()
    {
        using var client = (await shared.Get()).Public();
        const string Kml = """
            <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Thửa</name>
            <Polygon><outerBoundaryIs><LinearRing><coordinates>106.4,10.6 106.41,10.6 106.41,10.61 106.4,10.61 106.4,10.6</coordinates></LinearRing></outerBoundaryIs></Polygon>
            </Placemark></Document></kml>
            """;

        var first = await Send(client, Encoding.UTF8.GetBytes(Kml));
        var again = await Send(client, await client.GetByteArrayAsync(first.Location + ".geojson", Cancellation));

        var words = PageReading.Words(await client.Read(first.Location!));
        Assert.Contains("WGS 84, độ", words, StringComparison.Ordinal);
        var area = System.Text.RegularExpressions.Regex.Match(words, @"Thửa đất ([\d.,]+) m²").Groups[1].Value;
        Assert.Contains($"Thửa đất {area} m²", PageReading.Words(await client.Read(again.Location!)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two", "2 hình")]
    [InlineData("hole", "có lỗ")]
    [InlineData("empty", "không có vùng hay tuyến nào")]
    [InlineData("elsewhere", "nằm ngoài tỉnh")]
    [InlineData("sea", "nằm ngoài tỉnh")]
    [InlineData("over the border", "nằm ngoài địa giới tỉnh")]
    [InlineData("binary", "Không nhận ra loại tệp")]
    [InlineData("bomb", "phình quá")]
    [InlineData("scan", "không có chữ")]
    [InlineData("broken pdf", "bị hỏng")]
    [InlineData("long text", "ký tự")]
    public async Task Is_told_what_is_wrong_with_a_file(string what, string why)
    {
        using var client = Browser(await shared.Get());

        var answer = await Send(client, Hostile(what));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(why, answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_a_file_of_fifty_megabytes_before_it_is_read()
    {
        using var client = Browser(await shared.Get());

        var answer = await Send(client, Encoding.ASCII.GetBytes(new string('1', 50_000_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    [Fact]
    public async Task Gets_back_a_table_that_names_two_meridians_or_mixes_them()
    {
        using var client = Browser(await shared.Get());

        var named = await Office.Post(client, "/lookup", ("corners", $"Kinh tuyến trục 105°45'\n{Corners}\nKinh tuyến trục 105°30'\n5 1203600 573840"));
        var mixed = await Office.Post(client, "/lookup", ("corners", "1 1203700 573800\n2 1203760 573950\n3 1203640 601398\n4 1203580 601248"));

        Assert.Contains("một bảng chỉ dùng một múi chiếu", named.Words, StringComparison.Ordinal);
        Assert.Contains("hai múi chiếu lẫn trong một bảng", mixed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_about_a_planned_road_and_reads_lengths_in_each_layer_that_add_up()
    {
        using var client = (await shared.Get()).Public();
        const string Road = "10.70\t106.30\n10.75\t106.40\n10.88\t106.43";

        var answer = await Office.Post(client, "/lookup", ("kind", "line"), ("corners", Road), ("frame", "4326"), ("order", "north-first"));
        var words = PageReading.Words(await client.Read(answer.Location!));
        using var json = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(answer.Location + ".json", Cancellation));

        Assert.StartsWith("/lookup/line/", answer.Location, StringComparison.Ordinal);
        Assert.Contains("Km 0+000–Km", words, StringComparison.Ordinal);
        var length = json.RootElement.GetProperty("lengthMetres").GetDouble();
        // Two chords of 12 and 15 km, by the cosine of the latitude.
        Assert.InRange(length, 26_000, 28_000);
        var districts = json.RootElement.GetProperty("layers").EnumerateArray().Single(layer => layer.GetProperty("layer").GetString() == "districts");
        var sum = districts.GetProperty("uncoveredMetres").GetDouble() + districts.GetProperty("features").EnumerateArray().Sum(one => one.GetProperty("lengthMetres").GetDouble());
        Assert.True(districts.GetProperty("features").GetArrayLength() > 1);
        Assert.Equal(length, sum, 0.01);
        Assert.All(districts.GetProperty("features").EnumerateArray(), one => Assert.Contains(one.GetProperty("name").GetString()!, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_a_line_from_caches_and_refuses_what_is_none()
    {
        using var client = Browser(await shared.Get());
        var address = (await Office.Post(client, "/lookup", ("kind", "line"), ("corners", "10.70 106.30\n10.75 106.40"))).Location!;

        foreach (var form in new[] { "", ".json", ".geojson" })
        {
            using var answer = await client.GetAsync(address + form, Cancellation);
            Assert.True(answer.Headers.CacheControl!.NoStore, form);
            using var other = await client.GetAsync($"/lookup/line/{Guid.NewGuid()}{form}", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        }

        Assert.Contains("ít nhất hai điểm", (await Office.Post(client, "/lookup", ("kind", "line"), ("corners", "10.70 106.30"))).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Office.Post(client, "/lookup", ("kind", "circle"), ("corners", Corners))).Status);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static HttpClient Browser(TestSite site)
    {
        var client = site.Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    static async Task<FormAnswer> Send(HttpClient client, byte[] file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", "parcel");
        using var answer = await client.PostAsync("/lookup", form, Cancellation);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    async Task<byte[]> File(string kind)
    {
        switch (kind)
        {
            case "GeoJSON":
                return Encoding.UTF8.GetBytes(OnTheGrid);
            case "CSV":
                return Encoding.UTF8.GetBytes("STT;X;Y\n" + Corners.Replace('\t', ';'));
            case "XLSX":
                return Workbook.Write("Thửa", DateTimeOffset.UnixEpoch, new ExportTable(
                    "Tọa độ", [new("STT", 8), new("X (m)", 12), new("Y (m)", 12)],
                    [.. Corners.Split('\n').Select(line => (IReadOnlyList<object?>)[.. line.Split('\t').Select(cell => (object)int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))])]));
            case "PDF":
                return Paper();
            default:
                var name = Path.Combine(folder, kind == "GPKG" ? "a.gpkg" : "a.shp");
                await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "in.geojson"), OnTheGrid, Cancellation);
                using (var ogr = Process.Start("ogr2ogr", ["-f", kind, "-a_srs", "EPSG:9210", name, Path.Combine(folder, "in.geojson")]))
                    await ogr.WaitForExitAsync(Cancellation);
                return kind == "GPKG" ? await System.IO.File.ReadAllBytesAsync(name, Cancellation) : Zipped();
        }
    }

    byte[] Zipped()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in Directory.GetFiles(folder, "a.*"))
                zip.CreateEntryFromFile(part, Path.GetFileName(part));
        }

        return bytes.ToArray();
    }

    static byte[] Paper()
    {
        using var file = new MemoryStream();
        using (var document = SkiaSharp.SKDocument.CreatePdf(file))
        {
            var canvas = document.BeginPage(595, 842);
            var y = 80f;
            canvas.Put("BẢNG LIỆT KÊ TỌA ĐỘ GÓC RANH", PrintType.SemiBold, 60, y, 12, PrintColours.Ink);
            foreach (var line in Corners.Split('\n'))
            {
                y += 22;
                var x = 60f;
                foreach (var cell in line.Split('\t'))
                {
                    canvas.Put(cell, PrintType.Regular, x, y, 11, PrintColours.Ink);
                    x += 110;
                }
            }

            document.EndPage();
        }

        return file.ToArray();
    }

    static byte[] Hostile(string what) => what switch
    {
        "two" => Feature("""{"type":"MultiPolygon","coordinates":[[[[106.4,10.6],[106.41,10.6],[106.41,10.61],[106.4,10.6]]],[[[106.42,10.6],[106.43,10.6],[106.43,10.61],[106.42,10.6]]]]}"""),
        "hole" => Feature("""{"type":"Polygon","coordinates":[[[106.4,10.6],[106.5,10.6],[106.5,10.7],[106.4,10.6]],[[106.45,10.62],[106.46,10.62],[106.46,10.63],[106.45,10.62]]]}"""),
        "empty" => Feature("""{"type":"Point","coordinates":[106.4,10.6]}"""),
        "elsewhere" => Feature("""{"type":"Polygon","coordinates":[[[105.8,21.0],[105.81,21.0],[105.81,21.01],[105.8,21.0]]]}"""),
        "sea" => Feature("""{"type":"Polygon","coordinates":[[[109.8,9.0],[109.81,9.0],[109.81,9.01],[109.8,9.0]]]}"""),
        "over the border" => Feature("""{"type":"Polygon","coordinates":[[[106.70,10.77],[106.71,10.77],[106.71,10.78],[106.70,10.77]]]}"""),
        "binary" => [1, 0, 2, 0, 200, 255, 254],
        "bomb" => Bomb(),
        "scan" => Scan(),
        "broken pdf" => "%PDF-1.7\nnothing follows"u8.ToArray(),
        "long text" => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1203700 573800\n", 20_000))),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    static byte[] Feature(string geometry) => Encoding.UTF8.GetBytes(
        $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{{geometry}}}]}""");

    static byte[] Scan()
    {
        using var file = new MemoryStream();
        using (var document = SkiaSharp.SKDocument.CreatePdf(file))
        {
            document.BeginPage(595, 842).DrawRect(50, 50, 100, 100, new());
            document.EndPage();
        }

        return file.ToArray();
    }

    static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("a.shp", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var at = 0; at < 600; at++)
                part.Write(zeros);
        }

        return bytes.ToArray();
    }
}
