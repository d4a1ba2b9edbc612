using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Ogc;
using LongAnGis.Web.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Exchange;

/// <summary>A layer as a file of each format: complete, in the place that it means, with its sources beside it.</summary>
public sealed partial class ExportingFiles(SharedSite shared) : IDisposable
{
    const string OnTheGrid = "http://www.opengis.net/def/crs/EPSG/0/9210";

    readonly string folder = Directory.CreateTempSubdirectory("longan-export-test-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A layer of areas and one that mixes points with places not known yet.</summary>
    public static TheoryData<string, string, string> Formats => new()
    {
        { "geojson", "geojson", "communes" }, { "gpkg", "gpkg", "communes" }, { "shp", "shp.zip", "communes" }, { "csv", "csv.zip", "communes" },
        { "fgb", "fgb.zip", "communes" }, { "tab", "tab.zip", "communes" }, { "mif", "mif.zip", "communes" },
        { "gpkg", "gpkg", "industrial-parks" }, { "tab", "tab.zip", "industrial-parks" }, { "mif", "mif.zip", "industrial-parks" },
        { "xlsx", "xlsx", "communes" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Has_every_feature_where_the_grid_has_it(string format, string extension, string layer)
    {
        using var client = await shared.Client();

        var file = await Export(client, layer, format, "9210", ("crs", OnTheGrid));

        Assert.Matches($@"\Alongan_{layer}_\d{{4}}-\d{{2}}-\d{{2}}_9210\.{Regex.Escape(extension)}\z", Path.GetFileName(file));
        var data = Data(file);
        var told = await Gdal.Run("ogrinfo", "-so", "-al", data);
        Assert.Contains($"Feature Count: {await client.Matched(layer)}\n", told, StringComparison.Ordinal);
        if (format is not ("csv" or "xlsx"))
        {
            await LiesWhereTheDatabaseSays(told, layer);
            Assert.Contains("105.75", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("kml")]
    [InlineData("kmz")]
    public async Task Writes_places_for_Google_Earth_with_their_names_and_attributes(string format)
    {
        using var client = await shared.Client();

        var file = await Export(client, "communes", format, "4326");

        var kml = format == "kml" ? await File.ReadAllTextAsync(file, Cancellation) : Entry(file, "doc.kml");
        Assert.Contains("Giấy phép | Licence", kml, StringComparison.Ordinal);
        Assert.Equal(await client.Matched("communes"), Placemark().Count(kml));
        Assert.Contains("<name>Cần Giuộc</name>", kml, StringComparison.Ordinal);
        Assert.Contains("<SimpleData name=\"kind\">", kml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draws_each_feature_on_a_layer_of_its_code_for_a_drawing_program()
    {
        using var client = await shared.Client();

        var drawing = Data(await Export(client, "communes", "dxf", "9210", ("crs", OnTheGrid)));

        var told = await Gdal.Run("ogrinfo", "-al", drawing, "entities");
        var codes = (await client.Items("communes", ("limit", "1000"))).Features().Select(one => one.Property("code").GetString()!).ToHashSet();
        Assert.Equal(codes, DrawingLayer().Matches(told).Select(match => match.Groups[1].Value).ToHashSet());
        await LiesWhereTheDatabaseSays(await Gdal.Run("ogrinfo", "-so", "-al", drawing), "communes");
    }

    [Fact]
    public async Task Draws_every_ring_to_the_millimetre_for_MicroStation()
    {
        using var client = await shared.Client();

        var drawing = Data(await Export(client, "districts", "dgn", "9210", ("crs", OnTheGrid), ("datetime", "2025-06-30")));

        // GDAL tells no extent of shapes of many corners before it has read them.
        var copy = Path.Combine(folder, "copy.gpkg");
        await Gdal.Run("ogr2ogr", "-f", "GPKG", copy, drawing);
        await LiesWhereTheDatabaseSays(await Gdal.Run("ogrinfo", "-so", "-al", copy), "districts");
    }

    [Fact]
    public async Task Parts_a_shapefile_by_kind_of_shape_where_a_layer_mixes_them()
    {
        using var client = await shared.Client();

        var zip = await Export(client, "transport", "shp", "4326");

        using var archive = ZipFile.OpenRead(zip);
        var shapes = archive.Entries.Where(entry => entry.Name.EndsWith(".shp", StringComparison.Ordinal)).Select(entry => entry.Name).ToList();
        Assert.All(shapes, name => Assert.Matches("_4326_(point|line|polygon).shp", name));
        Assert.Equal(shapes.Count, archive.Entries.Count(entry => entry.Name.EndsWith(".prj", StringComparison.Ordinal)));
        var total = 0L;
        archive.ExtractToDirectory(Path.Combine(folder, "parts"));
        foreach (var shape in shapes)
        {
            total += long.Parse(
                FeatureCount().Match(await Gdal.Run("ogrinfo", "-so", "-al", Path.Combine(folder, "parts", shape))).Groups[1].Value,
                System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.Equal(await client.Matched("transport"), total);
    }

    [Fact]
    public async Task Answers_the_filter_the_box_and_the_day_as_the_open_data_does()
    {
        using var client = await shared.Client();
        (string, string)[] asked = [("filter", "code LIKE '%1%'"), ("bbox", "106.2,10.5,106.5,10.8"), ("datetime", "2025-06-30")];

        var file = await Export(client, "communes", "geojson", "4326", asked);

        var exported = System.Text.Json.JsonElement.Parse(await File.ReadAllTextAsync(file, Cancellation));
        Assert.StartsWith("longan_communes_2025-06-30_4326", Path.GetFileName(file), StringComparison.Ordinal);
        var items = await client.Items("communes", [.. asked, ("limit", "1000")]);
        Assert.Equal(
            items.Features().Select(one => one.GetProperty("geometry").GetRawText() + one.GetProperty("properties").GetRawText()),
            exported.Features().Select(one => one.GetProperty("geometry").GetRawText() + one.GetProperty("properties").GetRawText()));
        Assert.Equal("code LIKE '%1%'; bbox 106.2,10.5,106.5,10.8", exported.GetProperty("longan").GetProperty("Filter").GetString());
    }

    [Theory]
    [InlineData("communes")]
    [InlineData("indicators")]
    [InlineData("tasks")]
    public async Task Carries_sources_licence_and_the_meaning_of_columns_inside(string collection)
    {
        using var client = await shared.Client();

        var notes = Entry(await Export(client, collection, "csv", "4326"), "README.txt");

        foreach (var said in new[] { "Nguồn | Source: ", "Giấy phép | Licence: ", "Hiệu lực ngày | In force on: ", "EPSG:4326", "Cột | Columns", "name_vi" })
        {
            Assert.Contains(said, notes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Names_the_licence_of_what_others_made()
    {
        using var client = await shared.Client();

        Assert.Contains("Open Database License", Entry(await Export(client, "roads", "csv", "4326"), "README.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("Open Database License", Entry(await Export(client, "districts", "csv", "4326"), "README.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_a_GeoPackage_looks_and_the_names_of_the_columns_that_it_has()
    {
        using var client = await shared.Client();

        var file = await Export(client, "industrial-parks", "gpkg", "9210", ("crs", OnTheGrid), ("properties", "code,name_vi,status"));

        await using var package = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        await package.OpenAsync(Cancellation);
        Assert.Equal("code, name_vi, status", Single(package, "SELECT group_concat(column_name, ', ') FROM (SELECT column_name FROM gpkg_data_columns ORDER BY 1)"));
        Assert.Equal("1", Single(package, "SELECT count(*) FROM layer_styles WHERE styleQML LIKE '%renderer-v2%'"));
        Assert.Contains("Giấy phép", Single(package, "SELECT description FROM gpkg_contents WHERE table_name = 'industrial_parks'"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/export/communes", "", "f")]
    [InlineData("/export/communes", "f=exe", "f")]
    [InlineData("/export/communes", "f=gpkg&crs=EPSG:999999", "crs")]
    [InlineData("/export/communes", "f=kml&crs=[EPSG:9210]", "KML")]
    [InlineData("/export/communes", "f=dgn", "DGN")]
    [InlineData("/export/communes", "f=csv&datetime=2020-01-01/2025-01-01", "datetime")]
    [InlineData("/export/communes", "f=csv&filter=name;DROP TABLE plan", "")]
    [InlineData("/export/communes", "f=csv&filter=password_hash='x'", "password_hash")]
    [InlineData("/export/communes", "f=csv&limit=1", "limit")]
    [InlineData("/export/communes", "f=csv&bbox=1,2,3", "bbox")]
    public async Task Says_what_cannot_be_exported_and_why(string address, string query, string named)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync($"{address}?{query}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft_plan")]
    [InlineData("pg_catalog.pg_user")]
    [InlineData("..%2F..%2Fetc")]
    public async Task Knows_only_what_is_public(string collection)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync($"/export/{collection}?f=shp", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Tells_the_limits_of_the_format_before_anything_is_exported()
    {
        using var client = await shared.Client();

        var shapefile = WebUtility.HtmlDecode(await client.GetStringAsync("/export?of=industrial-parks&f=shp", Cancellation));
        var package = WebUtility.HtmlDecode(await client.GetStringAsync("/export?of=industrial-parks&f=gpkg", Cancellation));
        var wrong = WebUtility.HtmlDecode(await client.GetStringAsync("/export?of=industrial-parks&f=gpkg&filter=nothing%3D1", Cancellation));

        Assert.Contains("dài hơn 10 ký tự", shapefile, StringComparison.Ordinal);
        Assert.Contains("<code>occupancy_pct</code></td><td><code>occupancy_</code>", shapefile, StringComparison.Ordinal);
        Assert.Contains("mọi thuộc tính và hình được giữ nguyên", package, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/export/industrial-parks", wrong, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    async Task<string> Export(HttpClient client, string collection, string format, string srid, params (string Name, string Value)[] query)
    {
        using var answer = await client.GetAsync(OgcAnswersRead.Address($"/export/{collection}", [("f", format), .. query]), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        var name = answer.Content.Headers.ContentDisposition!.FileName!.Trim('"');
        Assert.Contains($"_{srid}.", name, StringComparison.Ordinal);
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(Cancellation), Cancellation);
        return file;
    }

    // The data of an archive, unpacked beside it; of anything else, itself.
    string Data(string file)
    {
        if (!file.EndsWith(".zip", StringComparison.Ordinal))
        {
            return file;
        }

        var unpacked = Path.Combine(folder, "data");
        ZipFile.ExtractToDirectory(file, unpacked);
        var kind = Path.GetExtension(Path.GetFileNameWithoutExtension(file));
        return Directory.GetFiles(unpacked, "*" + kind).Single();
    }

    static string Entry(string archive, string name)
    {
        using var zip = ZipFile.OpenRead(archive);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    async Task LiesWhereTheDatabaseSays(string told, string layer)
    {
        var site = await shared.Get();
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand("""
            SELECT ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)
            FROM (
              SELECT ST_Extent(ST_Transform(geom, 9210)) AS box
              FROM pub.feature_version
              WHERE layer_code = $1 AND revision_to IS NULL AND in_force @> CASE WHEN $1 = 'districts' THEN date '2025-06-30' ELSE current_date END
            ) AS layer
            """);
        command.Parameters.Add(new() { Value = layer });
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        await row.ReadAsync(Cancellation);
        var extent = Extent().Match(told).Groups.Values.Skip(1).Select(group => double.Parse(group.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(4, extent.Count);
        Assert.All(extent.Index(), side => Assert.Equal(row.GetDouble(side.Index), side.Item, 0.002));
    }

    static string? Single(SqliteConnection package, string sql)
    {
        using var command = package.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("<Placemark[ >]")]
    private static partial Regex Placemark();

    [GeneratedRegex(@"^  Layer \(String\) = (.*)$", RegexOptions.Multiline)]
    private static partial Regex DrawingLayer();

    [GeneratedRegex(@"^Feature Count: (\d+)$", RegexOptions.Multiline)]
    private static partial Regex FeatureCount();

    [GeneratedRegex(@"Extent: \(([-0-9.]+), ([-0-9.]+)\) - \(([-0-9.]+), ([-0-9.]+)\)")]
    private static partial Regex Extent();
}
