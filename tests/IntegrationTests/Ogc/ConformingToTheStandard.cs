using System.Net;
using System.Text.Json;
using LongAnGis.Web.Ogc;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>
/// The abstract tests of the conformance classes that the service declares, by their names there. What concerns filters one by
/// one is in <see cref="ReadingOpenData"/>, what must be refused in <see cref="AskingOpenDataWrongly"/>.
/// </summary>
public sealed class ConformingToTheStandard(SharedSite shared)
{
    const string Ogc = "http://www.opengis.net/def/rel/ogc/1.0/";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Core_root_and_landing_page()
    {
        using var client = await shared.Client();
        var landing = await client.Ask("/ogc");

        Assert.NotEmpty(landing.GetProperty("title").GetString()!);
        Assert.Equal("/ogc/conformance", landing.Link("conformance"));
        Assert.Equal("/ogc/collections", landing.Link("data"));
        Assert.Equal("/ogc/api", landing.Link("service-desc"));
        Assert.NotNull(landing.Link("service-doc"));
        Assert.Equal("/ogc/tileMatrixSets", landing.Link(Ogc + "tiling-schemes"));
        Assert.NotNull(landing.Link("self"));
        Assert.NotNull(landing.Link("alternate"));
    }

    [Fact]
    public async Task Core_conformance_names_each_class_once()
    {
        using var client = await shared.Client();
        var classes = (await client.Ask("/ogc/conformance")).GetProperty("conformsTo").EnumerateArray().Select(one => one.GetString()!).ToList();

        Assert.Equal(OgcConformance.Classes, classes);
        Assert.Equal(classes.Distinct(), classes);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", classes);
    }

    [Fact]
    public async Task Oas30_every_operation_and_parameter_is_described()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync("/ogc/api", Cancellation);
        Assert.Equal("application/vnd.oai.openapi+json;version=3.0", answer.Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal));
        var api = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.StartsWith("3.0.", api.GetProperty("openapi").GetString()!, StringComparison.Ordinal);
        var operations = api.GetProperty("paths").EnumerateObject().Select(path => path.Value.GetProperty("get")).ToList();
        Assert.Equal(operations.Count, operations.Select(operation => operation.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var reference in References(api))
        {
            var found = reference[2..].Split('/').Aggregate(api, (at, name) => at.GetProperty(name));
            Assert.Equal(JsonValueKind.Object, found.ValueKind);
        }

        var parameters = api.GetProperty("components").GetProperty("parameters");
        var limit = parameters.GetProperty("limit").GetProperty("schema");
        Assert.Equal((1, 10_000, 100), (limit.GetProperty("minimum").GetInt32(), limit.GetProperty("maximum").GetInt32(), limit.GetProperty("default").GetInt32()));
        Assert.All(ItemsRequest.Parameters, name => Assert.True(parameters.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Core_collections_and_each_collection_say_the_same()
    {
        using var client = await shared.Client();
        var all = await client.Ask("/ogc/collections");
        var layers = (await client.Ask("/tiles")).GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("code").GetString()!).ToList();
        var collections = all.GetProperty("collections").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);

        Assert.Equal(layers.Concat(["areas", "indicators", "tasks"]).Order(), collections.Keys.Order());
        Assert.NotNull(all.Link("self"));
        foreach (var (id, listed) in collections)
        {
            var one = await client.Ask($"/ogc/collections/{id}");
            Assert.Equal(listed.GetProperty("title").GetString(), one.GetProperty("title").GetString());
            Assert.NotNull(one.Link("items"));
            Assert.Equal(listed.GetProperty("links").GetRawText(), one.GetProperty("links").GetRawText());
            // Part 2: the list's own systems stand for those of each collection.
            Assert.Equal("#/crs", listed.GetProperty("crs").EnumerateArray().Single().GetString());
            Assert.Equal(all.GetProperty("crs").GetRawText(), one.GetProperty("crs").GetRawText());
            Assert.Contains(one.GetProperty("storageCrs").GetString(), one.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()));
        }

        var box = collections["communes"].GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(number => number.GetDouble()).ToArray();
        Assert.True(box is [> 105, > 10, < 107, < 12], string.Join(' ', box));
    }

    [Fact]
    public async Task Geojson_features_have_what_the_standard_asks_for()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync("/ogc/collections/industrial-parks/items?limit=3", Cancellation);
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>", answer.Headers.GetValues("Content-Crs").Single());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var items = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal("FeatureCollection", items.GetProperty("type").GetString());
        Assert.Equal(3, items.GetProperty("numberReturned").GetInt32());
        Assert.InRange(DateTime.UtcNow - items.GetProperty("timeStamp").GetDateTime().ToUniversalTime(), TimeSpan.FromSeconds(-2), TimeSpan.FromMinutes(1));
        foreach (var relation in new[] { "self", "alternate", "next", "collection" })
        {
            Assert.NotNull(items.Link(relation));
        }

        var first = items.Features().First();
        var one = await client.Ask($"/ogc/collections/industrial-parks/items/{first.GetProperty("id").GetInt64()}");
        Assert.Equal(first.GetProperty("properties").GetRawText(), one.GetProperty("properties").GetRawText());
        Assert.Equal(first.GetProperty("geometry").GetRawText(), one.GetProperty("geometry").GetRawText());
        Assert.NotNull(one.Link("self"));
        Assert.NotNull(one.Link("collection"));
    }

    [Fact]
    public async Task A_limit_above_the_most_is_the_most()
    {
        using var client = await shared.Client();
        Assert.Equal(60, (await client.Items("communes", ("limit", "100000000000"), ("properties", "code"))).GetProperty("numberReturned").GetInt32());
        Assert.Equal(100, (await client.Items("indicators", ("properties", "indicator"))).GetProperty("numberReturned").GetInt32());
    }

    [Theory]
    [InlineData("communes")]
    [InlineData("industrial-parks")]
    [InlineData("indicators")]
    [InlineData("tasks")]
    public async Task Queryables_schema_and_sortables_are_what_can_be_asked(string collection)
    {
        using var client = await shared.Client();
        var description = await client.Ask($"/ogc/collections/{collection}");
        var queryables = await client.Ask(description.Link(Ogc + "queryables")!);
        var sortables = await client.Ask(description.Link(Ogc + "sortables")!);
        var schema = await client.Ask(description.Link(Ogc + "schema")!);
        var feature = (await client.Items(collection, ("limit", "1"))).Features().Single();

        Assert.All(new[] { queryables, sortables, schema }, one => Assert.Equal("object", one.GetProperty("type").GetString()));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        Assert.EndsWith($"/ogc/collections/{collection}/queryables", queryables.GetProperty("$id").GetString()!, StringComparison.Ordinal);
        Assert.Equal(Names(feature.GetProperty("properties")), Names(sortables.GetProperty("properties")));
        Assert.Equal(Names(sortables.GetProperty("properties")).Append("geometry"), Names(queryables.GetProperty("properties")));
        Assert.Equal(Names(queryables.GetProperty("properties")).Prepend("id"), Names(schema.GetProperty("properties")));
        Assert.Equal("primary-geometry", schema.GetProperty("properties").GetProperty("geometry").GetProperty("x-ogc-role").GetString());

        // Each is understood where it is offered.
        var filter = string.Join(" OR ", Names(sortables.GetProperty("properties")).Select(name => $"\"{name}\" IS NULL"));
        await client.Items(collection, ("filter", filter), ("limit", "1"));
        foreach (var chunk in Names(sortables.GetProperty("properties")).Chunk(5))
        {
            await client.Items(collection, ("sortby", string.Join(',', chunk)), ("limit", "2"), ("properties", chunk[0]));
        }
    }

    [Fact]
    public async Task Html_every_document_is_a_page_too()
    {
        using var client = await shared.Client();
        foreach (var (address, word) in new[]
        {
            ("/ogc", "Quy hoạch tỉnh Long An"), ("/ogc/api", "QGIS"), ("/ogc/conformance", "cql2-text"), ("/ogc/collections", "industrial-parks"),
            ("/ogc/collections/communes", "area_m2"), ("/ogc/collections/communes/items", "Tân An"), ("/ogc/collections/areas/items/27694", "Long An"),
            ("/en/ogc/collections/indicators/items", "Next page"), ("/ogc/as-of/2025-06-30/collections/districts/items", "30/06/2025"),
        })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, address);
            asked.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
            using var answer = await client.SendAsync(asked, Cancellation);
            var page = await answer.Content.ReadAsStringAsync(Cancellation);

            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            Assert.True(page.Contains(word, StringComparison.Ordinal), $"{address} lacks “{word}”");
        }
    }

    [Fact]
    public async Task Tiles_are_described_and_asked_for_by_row_before_column()
    {
        using var client = await shared.Client();
        var description = await client.Ask("/ogc/collections/communes");
        var tilesets = await client.Ask(description.Link(Ogc + "tilesets-vector")!);
        var listed = tilesets.GetProperty("tilesets").EnumerateArray().Single();
        var tileset = await client.Ask(listed.Link("self")!);
        var matrices = (await client.Ask(tileset.Link(Ogc + "tiling-scheme")!)).GetProperty("tileMatrices").EnumerateArray().ToList();

        Assert.Equal(listed.GetProperty("tileMatrixSetURI").GetString(), tileset.GetProperty("tileMatrixSetURI").GetString());
        Assert.Equal("vector", tileset.GetProperty("dataType").GetString());
        Assert.Equal("/ogc/collections/communes", tileset.Link(Ogc + "geodata"));
        // What the standard prints for the first two matrices (17-083r4, annex D.1).
        Assert.Equal(559082264.028717, matrices[0].GetProperty("scaleDenominator").GetDouble(), 1e-3);
        Assert.Equal(78271.5169640204, matrices[1].GetProperty("cellSize").GetDouble(), 1e-6);

        var template = tileset.Link("item")!;
        var address = Uri.UnescapeDataString(template).Replace("{tileMatrix}", "12", StringComparison.Ordinal)
            .Replace("{tileRow}", "1926", StringComparison.Ordinal).Replace("{tileCol}", "3258", StringComparison.Ordinal);
        var tile = await client.GetByteArrayAsync(address, Cancellation);
        Assert.Equal(await client.GetByteArrayAsync("/tiles/communes/12/3258/1926.mvt", Cancellation), tile);
        Assert.NotEmpty(tile);
    }

    [Theory]
    [InlineData("/ogc/collections/communes/tiles/WebMercatorQuad/99/0/0")]
    [InlineData("/ogc/collections/communes/tiles/WebMercatorQuad/1/2/0")]
    [InlineData("/ogc/collections/communes/tiles/WebMercatorQuad/1/0/2")]
    [InlineData("/ogc/collections/communes/tiles/WebMercatorQuad/1/-1/0")]
    [InlineData("/ogc/collections/communes,districts/tiles/WebMercatorQuad/1/0/0")]
    [InlineData("/ogc/collections/areas/tiles")]
    [InlineData("/ogc/collections/communes/tiles/WorldCRS84Quad")]
    [InlineData("/ogc/tileMatrixSets/WorldCRS84Quad")]
    public async Task Tiles_that_do_not_exist_are_not_found(string address)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_link_answers_with_the_type_it_names()
    {
        using var client = await shared.Client();
        var waiting = new Queue<(string Address, string? Type)>([("/ogc", null), ("/ogc/as-of/2025-06-30/collections/districts/items?limit=9", null)]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Address))
            {
                continue;
            }

            using var answer = await client.GetAsync(next.Address, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{next.Address}: {answer.StatusCode}");
            var type = answer.Content.Headers.ContentType!.MediaType!;
            Assert.Equal(next.Type?.Split(';')[0] ?? type, type);
            // Of each collection the first pages say enough.
            if (type.Contains("json", StringComparison.Ordinal) && !next.Address.Contains("after=", StringComparison.Ordinal))
            {
                Follow(JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)), waiting);
            }
        }

        Assert.InRange(seen.Count, 150, 1000);
    }

    static void Follow(JsonElement document, Queue<(string Address, string? Type)> waiting)
    {
        foreach (var links in new[] { document }.Concat(document.TryGetProperty("collections", out var all) ? all.EnumerateArray() : []))
        {
            if (!links.TryGetProperty("links", out var found))
            {
                continue;
            }

            foreach (var link in found.EnumerateArray().Where(link => !link.TryGetProperty("templated", out _)))
            {
                waiting.Enqueue((new Uri(link.GetProperty("href").GetString()!).PathAndQuery, link.GetProperty("type").GetString()));
            }
        }
    }

    static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    static IEnumerable<string> References(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
