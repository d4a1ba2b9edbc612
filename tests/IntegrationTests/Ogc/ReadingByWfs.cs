using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using NetTopologySuite.Geometries;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>Programs that know WFS 2.0 alone read the same features; portals read what there is.</summary>
public sealed class ReadingByWfs(SharedSite shared)
{
    const string Communes = "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=communes";

    static readonly XNamespace Wfs = "http://www.opengis.net/wfs/2.0", Gml = "http://www.opengis.net/gml/3.2", Own = "urn:longan-gis:features", Xs = "http://www.w3.org/2001/XMLSchema";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Capabilities_name_every_collection_and_their_schema_every_property()
    {
        using var client = await shared.Client();

        var types = XDocument.Parse(await client.GetStringAsync("/wfs?service=WFS&request=GetCapabilities", Cancellation)).Descendants(Wfs + "FeatureType").Select(type => type.Element(Wfs + "Name")!.Value).ToList();
        var schema = XDocument.Parse(await client.GetStringAsync("/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames=longan:communes", Cancellation));

        var collections = (await client.Ask("/ogc/collections")).GetProperty("collections").EnumerateArray().Select(one => "longan:" + one.GetProperty("id").GetString());
        Assert.Equal(collections, types);
        var properties = (await client.Ask("/ogc/collections/communes/queryables")).GetProperty("properties").EnumerateObject().Select(one => one.Name).Order();
        Assert.Equal(properties, schema.Descendants(Xs + "sequence").Single().Elements(Xs + "element").Select(element => element.Attribute("name")!.Value).Order());
    }

    [Fact]
    public async Task Pages_follow_one_another_to_the_last_feature_and_hits_count_them()
    {
        using var client = await shared.Client();
        var matched = await client.Matched("communes");
        var codes = new List<string>();

        for (var next = Communes + "&count=17"; next is not null;)
        {
            var page = XDocument.Parse(await client.GetStringAsync(next, Cancellation)).Root!;
            var members = page.Elements(Wfs + "member").Select(member => member.Elements().Single()).ToList();
            Assert.Equal((int)page.Attribute("numberReturned")!, members.Count);
            Assert.Equal(matched, (long)page.Attribute("numberMatched")!);
            codes.AddRange(members.Select(member => member.Element(Own + "code")!.Value));
            next = page.Attribute("next") is { } address ? new Uri(address.Value).PathAndQuery : null;
        }

        Assert.Equal(matched, codes.Distinct().Count());
        Assert.Equal(matched, codes.Count);
        var hits = XDocument.Parse(await client.GetStringAsync(Communes + "&resultType=hits", Cancellation)).Root!;
        Assert.Equal((matched, 0L), ((long)hits.Attribute("numberMatched")!, (long)hits.Attribute("numberReturned")!));
        Assert.Empty(hits.Elements());
    }

    [Fact]
    public async Task A_box_and_positions_have_the_axes_of_the_system_that_is_named()
    {
        using var client = await shared.Client();
        var expected = (await client.Items("communes", ("bbox", "106.45,10.6,106.46,10.61"))).Features().Select(feature => feature.Property("code").GetString()!).Order().ToList();
        Assert.NotEmpty(expected);

        Assert.Equal(expected, await Codes("&bbox=10.6,106.45,10.61,106.46"));
        Assert.Equal(expected, await Codes("&bbox=10.6,106.45,10.61,106.46,urn:ogc:def:crs:EPSG::4326"));
        Assert.Equal(expected, await Codes("&bbox=106.45,10.6,106.46,10.61,EPSG:4326"));
        Assert.Equal(expected, await Codes("&bbox=106.45,10.6,106.46,10.61,urn:ogc:def:crs:OGC:1.3:CRS84"));
        Assert.InRange((await Position("")).X, 10, 12);
        Assert.InRange((await Position("&srsName=EPSG:4326")).X, 105, 107);
        Assert.InRange((await Position("&srsName=urn:ogc:def:crs:EPSG::9210")).X, 400_000, 700_000);

        async Task<List<string>> Codes(string more) =>
            [.. XDocument.Parse(await client.GetStringAsync(Communes + more, Cancellation)).Descendants(Own + "code").Select(code => code.Value).Order()];

        async Task<Coordinate> Position(string more)
        {
            var list = XDocument.Parse(await client.GetStringAsync(Communes + "&count=1" + more, Cancellation)).Descendants(Gml + "posList").First().Value.Split(' ');
            return new(double.Parse(list[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(list[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Json_has_the_same_features_as_open_data_and_one_is_found_by_its_name()
    {
        using var client = await shared.Client();
        var expected = (await client.Items("communes", ("limit", "3"))).Features().ToList();

        var json = JsonElement.Parse(await client.GetStringAsync(Communes + "&count=3&outputFormat=application/json", Cancellation));
        var one = JsonElement.Parse(await client.GetStringAsync($"/wfs?version=2.0.0&request=GetFeature&resourceId=communes.{expected[1].GetProperty("id")}&outputFormat=json", Cancellation));

        Assert.Equal(expected.Select(feature => feature.GetRawText()), json.Features().Select(feature => feature.GetRawText()));
        Assert.Equal(expected[1].GetRawText(), one.Features().Single().GetRawText());
    }

    [Theory]
    [InlineData("/wfs", "REQUEST")]
    [InlineData("/wfs?service=WMS&request=GetCapabilities", "SERVICE")]
    [InlineData("/wfs?request=GetCapabilities&acceptVersions=1.0.0", "VersionNegotiationFailed")]
    [InlineData("/wfs?version=1.1.0&request=GetFeature&typeName=communes", "VERSION")]
    [InlineData("/wfs?version=2.0.0&request=GetFeature", "TYPENAMES")]
    [InlineData("/wfs?version=2.0.0&request=GetFeature&typeNames=draft_plan", "TYPENAMES")]
    [InlineData("/wfs?version=2.0.0&request=Transaction", "OperationNotSupported")]
    [InlineData(Communes + "&filter=<Filter/>", "OptionNotSupported")]
    [InlineData(Communes + "&bbox=1,2,3", "BBOX")]
    [InlineData(Communes + "&bbox=12,106,11,107", "BBOX")]
    [InlineData(Communes + "&bbox=10,106,11,107,EPSG:999999", "BBOX")]
    [InlineData(Communes + "&srsName=http://169.254.169.254/x", "SRSNAME")]
    [InlineData(Communes + "&count=-1", "COUNT")]
    [InlineData(Communes + "&startIndex=2147483648", "STARTINDEX")]
    [InlineData(Communes + "&outputFormat=shape-zip", "OUTPUTFORMAT")]
    [InlineData(Communes + "&propertyName=password_hash", "PROPERTYNAME")]
    [InlineData(Communes + "&plan=nowhere%20at%20all", "plan")]
    public async Task What_cannot_be_answered_is_refused_by_an_exception_that_names_it(string address, string said)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var report = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Root!;
        Assert.Equal("ExceptionReport", report.Name.LocalName);
        Assert.Contains(said, report.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_document_that_is_sent_is_not_taken_whatever_it_holds()
    {
        using var client = (await shared.Get()).Public();
        using var body = new StringContent("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><wfs:GetFeature>&x;</wfs:GetFeature>", System.Text.Encoding.UTF8, "text/xml");

        using var answer = await client.PostAsync("/wfs", body, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task The_catalogue_has_every_collection_with_its_extent_and_ways_that_answer()
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync("/catalogue.jsonld", Cancellation);
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);
        var datasets = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("dcat:dataset").EnumerateArray().ToList();

        Assert.Equal(
            (await client.Ask("/ogc/collections")).GetProperty("collections").EnumerateArray().Select(one => one.GetProperty("id").GetString()),
            datasets.Select(one => one.GetProperty("dct:identifier").GetString()));
        var communes = datasets.Single(one => one.GetProperty("dct:identifier").GetString() == "communes");
        Assert.StartsWith("POLYGON((", communes.GetProperty("dct:spatial").GetProperty("dcat:bbox").GetProperty("@value").GetString(), StringComparison.Ordinal);
        foreach (var way in communes.GetProperty("dcat:distribution").EnumerateArray())
        {
            using var got = await client.GetAsync(new Uri(way.GetProperty("dcat:accessURL").GetProperty("@id").GetString()!).PathAndQuery, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            Assert.Equal(HttpStatusCode.OK, got.StatusCode);
        }
    }

    [Fact]
    public async Task Pictures_of_the_map_are_described_as_tiles_and_asked_for_by_row_before_column()
    {
        using var client = await shared.Client();
        var tileset = await client.Ask(new Uri((await client.Ask("/ogc/map/tiles")).GetProperty("tilesets")[0].GetProperty("links")[0].GetProperty("href").GetString()!).PathAndQuery);
        var template = new Uri(tileset.Link("item")!, UriKind.Relative).ToString();

        var tile = await client.GetByteArrayAsync(Uri.UnescapeDataString(template).Replace("{tileMatrix}", "9", StringComparison.Ordinal).Replace("{tileRow}", "240", StringComparison.Ordinal).Replace("{tileCol}", "407", StringComparison.Ordinal), Cancellation);
        var same = await client.GetByteArrayAsync("/raster/plan/9/407/240.png", Cancellation);

        Assert.Equal("map", tileset.GetProperty("dataType").GetString());
        Assert.Equal(same, tile);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/ogc/map/tiles/WebMercatorQuad/9/1000/0", Cancellation)).StatusCode);
    }
}
