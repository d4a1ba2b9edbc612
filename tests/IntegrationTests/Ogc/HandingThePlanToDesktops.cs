using System.IO.Compression;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>Styles, projects and files by which desktop programs show the plan as the browser does.</summary>
public sealed class HandingThePlanToDesktops(SharedSite shared)
{
    static readonly XNamespace Se = "http://www.opengis.net/se", OgcFilter = "http://www.opengis.net/ogc";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_layer_has_a_style_in_each_encoding_and_its_description_leads_to_them()
    {
        using var client = await shared.Client();
        var styles = (await client.Ask("/ogc/styles")).GetProperty("styles").EnumerateArray().ToList();
        Assert.Equal((await Layers()).InDrawingOrder.Count + 1, styles.Count);

        foreach (var style in styles)
        {
            var id = style.GetProperty("id").GetString()!;
            var sheets = (await client.Ask($"/ogc/styles/{id}/metadata")).GetProperty("stylesheets").EnumerateArray().ToList();
            Assert.Equal(id == "plan" ? 1 : 3, sheets.Count);
            foreach (var sheet in sheets.Select(one => one.GetProperty("link")))
            {
                using var answer = await client.GetAsync(new Uri(sheet.GetProperty("href").GetString()!).PathAndQuery, Cancellation);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(sheet.GetProperty("type").GetString()!.Split(';')[0], answer.Content.Headers.ContentType!.MediaType);
            }
        }
    }

    [Fact]
    public async Task Sld_and_qml_have_the_classes_and_colours_of_the_symbol_in_its_order()
    {
        using var client = await shared.Client();
        foreach (var layer in (await Layers()).InDrawingOrder.Where(layer => layer.Symbol.By is not null && layer.Symbol.Status is null))
        {
            var classes = layer.Symbol.Classes(dark: false);
            var sld = XDocument.Parse(await client.GetStringAsync($"/ogc/styles/{layer.Code}?f=sld11", Cancellation));
            var values = sld.Descendants(OgcFilter + "Filter").Select(filter => filter.Descendants(OgcFilter + "PropertyIsEqualTo").First())
                .Where(test => test.Ancestors(OgcFilter + "Or").FirstOrDefault() is null).Select(test => test.Element(OgcFilter + "Literal")!.Value).Distinct();
            Assert.Equal(classes.Select(one => one.Value).OfType<string>(), values);
            var colours = sld.Descendants(Se + "SvgParameter").Select(one => one.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
            Assert.All(classes, one => Assert.Contains(one.Looks.Colour, colours));

            var qml = Parse(await client.GetStringAsync($"/ogc/styles/{layer.Code}?f=qml", Cancellation));
            var rules = qml.Descendants("rule").ToList();
            Assert.Equal(rules.Count, qml.Descendants("symbols").Single().Elements("symbol").Count());
            Assert.All(classes.Select(one => one.Value).OfType<string>(), value =>
                Assert.Contains(rules, rule => rule.Attribute("filter")!.Value.StartsWith($"\"{layer.Symbol.By!.Attribute}\" = '{value}'", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_style_that_is_not_there_or_not_in_this_encoding_is_refused()
    {
        using var client = await shared.Client();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/ogc/styles/no-such", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/ogc/styles/plan?f=sld11", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/ogc/styles/communes?f=lyrx", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/plan/no-such.qlr", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_geopackage_carries_looks_names_of_columns_and_lists_of_codes()
    {
        using var client = await shared.Client();
        var file = Path.Combine(Directory.CreateTempSubdirectory("longan-looks-").FullName, "parks.gpkg");
        try
        {
            await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync("/plan/industrial-parks.gpkg", Cancellation), Cancellation);
            await using var database = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
            await database.OpenAsync(Cancellation);

            Assert.Equal("industrial_parks 1 1", Scalar(database, "SELECT f_table_name || ' ' || useAsDefault || ' ' || (styleSLD LIKE '%StyledLayerDescriptor%' AND styleQML LIKE '%RuleRenderer%') FROM layer_styles"));
            Assert.Equal("Tên", Scalar(database, "SELECT title FROM gpkg_data_columns WHERE column_name = 'name_vi'"));
            Assert.Equal(
                "4",
                Scalar(database, "SELECT count(*) FROM gpkg_data_columns JOIN gpkg_data_column_constraints USING (constraint_name) WHERE column_name = 'geometry_quality' AND constraint_type = 'enum'"));
            Assert.Equal("attributes", Scalar(database, "SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'"));
            Assert.Equal("0", Scalar(database, "SELECT count(*) FROM gpkg_data_columns LEFT JOIN gpkg_data_column_constraints USING (constraint_name) WHERE constraint_name IS NOT NULL AND value IS NULL"));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    [Fact]
    public async Task The_project_is_an_archive_with_an_ascii_name_whose_connections_stay_on_the_day_that_was_asked_for()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync("/plan.qgz?as-of=2025-06-30", Cancellation);

        Assert.Equal("longan_plan_2025-06-30.qgz", answer.Content.Headers.ContentDisposition!.FileName);
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        using var reader = new StreamReader(Assert.Single(archive.Entries).Open());
        var project = Parse(await reader.ReadToEndAsync(Cancellation));
        var sources = project.Descendants("datasource").Select(one => one.Value).ToList();
        Assert.Equal((await Layers()).InDrawingOrder.Count + 2, sources.Count);
        Assert.All(sources, source => Assert.Contains("2025-06-30", source, StringComparison.Ordinal));
        var definition = Parse(await client.GetStringAsync("/plan/communes.qlr", Cancellation));
        Assert.Contains("typename='communes'", definition.Descendants("datasource").Single().Value, StringComparison.Ordinal);
    }

    static string? Scalar(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    // QGIS names a document type that nobody has to fetch.
    static XDocument Parse(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    async Task<Layers> Layers() => await (await shared.Get()).Services.GetRequiredService<LayerCatalogue>().All(int.MaxValue, Cancellation);
}
