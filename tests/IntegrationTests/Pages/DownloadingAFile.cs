using System.Text;
using System.Text.Json;
using LongAnGis.IntegrationTests.Plans;
using LongAnGis.Web.Plans.Downloads;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Features;
using NetTopologySuite.IO;
using NetTopologySuite.IO.Converters;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Pages;

public sealed class DownloadingAFile(SharedSite shared)
{
    static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("communes", "MULTIPOLYGON")]
    [InlineData("corridors", "MULTILINESTRING")]
    [InlineData("places", "POINT")]
    public async Task Gives_a_geopackage_as_the_standard_has_it(string layer, string geometryType)
    {
        using var client = await shared.Client();
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync($"/plan/{layer}.gpkg", Cancellation), Cancellation);
            await using var database = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            await database.OpenAsync(Cancellation);
            var table = layer.Replace('-', '_');

            Assert.Equal(0x47504B47L, Scalar(database, "PRAGMA application_id"));
            Assert.Equal("ok", Scalar(database, "PRAGMA integrity_check"));
            Assert.Equal(geometryType, Scalar(database, "SELECT geometry_type_name FROM gpkg_geometry_columns"));
            Assert.Equal(table, Scalar(database, "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' AND srs_id = 4326"));
            Assert.Equal((await Collection(client, layer)).Count, (int)(long)Scalar(database, $"SELECT count(*) FROM {table}")!);
            var blob = (byte[])Scalar(database, $"SELECT geom FROM {table} LIMIT 1")!;
            Assert.Equal(geometryType, new GeoPackageGeoReader().Read(blob).GeometryType.ToUpperInvariant());
            // "GP", version 0, flags, then the reference system in the byte order that the lowest flag says.
            Assert.Equal(1, blob[3] & 1);
            Assert.Equal(4326, BitConverter.ToInt32(blob, 4));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("/plan/communes.gpkg?as-of=2025-08-01", "longan_communes_2025-08-01_4326.gpkg")]
    [InlineData("/plan/industrial-parks.csv?as-of=2025-08-01", "longan_industrial-parks_2025-08-01_4326.csv")]
    [InlineData("/plan/communes.geojson?as-of=2025-08-01", "longan_communes_2025-08-01_4326.geojson")]
    public async Task Names_a_file_by_what_it_holds_in_plain_letters(string address, string name)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Fact]
    public async Task Gives_geojson_with_longitude_first_and_the_moment_it_speaks_of()
    {
        using var client = await shared.Client();

        var text = await client.GetStringAsync("/plan/industrial-parks.geojson?as-of=2026-01-01&known-at=r1", Cancellation);
        var features = JsonSerializer.Deserialize<FeatureCollection>(text, GeoJson)!;
        var moment = JsonElement.Parse(text).GetProperty("longan");

        Assert.All(features, feature => Assert.InRange(feature.Geometry.Coordinate.X, 105, 107));
        Assert.Contains(features, feature => feature.Attributes["code"] is "KCN-01" && feature.Attributes["area_ha"] is not null);
        Assert.Equal(("2026-01-01", 1), (moment.GetProperty("as_of").GetString(), moment.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task Gives_csv_that_a_spreadsheet_neither_garbles_nor_runs()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Amendments(site);
        await plan.Publish(Create("industrial-parks", "KCN-901", Content("=HYPERLINK(\"http://evil.example\")", attributes: """{"area_ha":-12.5,"developer":"+84 Công ty, \"Nhựt Tảo\""}""")));
        using var client = site.CreateClient();

        var bytes = await client.GetByteArrayAsync("/plan/industrial-parks.csv?q=hyperlink", Cancellation);
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains(",-12.5,", text, StringComparison.Ordinal);
        Assert.Contains("\"'+84 Công ty, \"\"Nhựt Tảo\"\"\"", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("@SUM(1)", "\"'@SUM(1)\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("", "")]
    public void Writes_a_cell_as_text(string value, string cell) => Assert.Equal(cell, CsvFile.Quoted(value));

    [Fact]
    public async Task Gives_one_feature_in_both_formats()
    {
        using var client = await shared.Client();
        var id = (await Collection(client, "corridors"))[0].GetOptionalId("id");

        var feature = JsonElement.Parse(await client.GetStringAsync($"/plan/corridors/{id}.geojson", Cancellation));
        var package = await client.GetByteArrayAsync($"/plan/corridors/{id}.gpkg", Cancellation);

        Assert.Equal("Feature", feature.GetProperty("type").GetString());
        Assert.Equal("SQLite format 3\0"u8.ToArray(), package[..16]);
    }

    static async Task<FeatureCollection> Collection(HttpClient client, string layer) =>
        JsonSerializer.Deserialize<FeatureCollection>(await client.GetStringAsync($"/plan/{layer}.geojson", Cancellation), GeoJson)!;

    static object? Scalar(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
