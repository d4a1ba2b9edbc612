using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// Everything that is open as a catalogue of DCAT-AP 3.0 in JSON-LD, at <c>/catalogue.jsonld</c>: portals harvest it. What nobody has
/// stated, such as a licence, is not claimed.
/// </summary>
static class DataCatalogue
{
    const string JsonLd = "application/ld+json", Dct = "http://purl.org/dc/terms/", Types = "http://publications.europa.eu/resource/authority/file-type/";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/catalogue.jsonld", Get);

    static async Task<IResult> Get(HttpContext context, OgcCollections collections, Moments moments, PublicAddress address, CancellationToken cancellation)
    {
        var moment = await moments.Resolve(AskedTime.Now, cancellation);
        var (site, extents) = (address.Of(context.Request), await collections.Extents(moment, cancellation));
        var all = await collections.All(moment, cancellation);
        var body = new JsonObject
        {
            ["@context"] = Context(),
            ["@id"] = site + "/catalogue.jsonld",
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = Said(new("Dữ liệu mở của quy hoạch tỉnh Long An", "Open data of the plan of Long An province")),
            ["dct:description"] = Said(new(
                "Các lớp của quy hoạch, đơn vị hành chính, chỉ tiêu theo năm và nhiệm vụ của chương trình hành động.",
                "The layers of the plan, administrative units, indicators by year and the tasks of the action programme.")),
            ["dct:publisher"] = new JsonObject { ["@type"] = "foaf:Agent", ["foaf:name"] = Said(new("LongAnGis", "LongAnGis")) },
            ["foaf:homepage"] = Reference(site + "/"),
            ["dct:language"] = new JsonArray(
                Reference("http://publications.europa.eu/resource/authority/language/VIE"), Reference("http://publications.europa.eu/resource/authority/language/ENG")),
            ["dcat:service"] = new JsonArray([.. Services(site)]),
            ["dcat:dataset"] = new JsonArray([.. all.Select(collection => (JsonNode)Dataset(site, collection, extents.GetValueOrDefault(collection.ExtentLayer)))]),
        };
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Text(body.ToJsonString(Readable), JsonLd, System.Text.Encoding.UTF8);
    }

    static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static JsonObject Dataset(string site, OgcCollection collection, OgcExtent? extent)
    {
        var dataset = new JsonObject
        {
            ["@id"] = $"{site}/ogc/collections/{collection.Id}",
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = collection.Id,
            ["dct:title"] = Said(collection.Title),
            ["dct:description"] = Said(collection.Description ?? collection.Title),
            ["dcat:distribution"] = new JsonArray([.. Distributions(site, collection)]),
        };
        if (collection.Page is { } page)
        {
            dataset["dcat:landingPage"] = Reference(site + page);
        }

        if (collection.Layer?.Source is { } source)
        {
            dataset["dct:provenance"] = new JsonObject { ["@type"] = "dct:ProvenanceStatement", ["rdfs:label"] = Said(source) };
        }

        if (collection.Layer?.LegalBasis is { } basis)
        {
            dataset["dcatap:applicableLegislation"] = Reference($"{site}/instruments/{basis}");
        }

        if (extent is not null)
        {
            dataset["dct:spatial"] = new JsonObject { ["@type"] = "dct:Location", ["dcat:bbox"] = Typed(Box(extent), "http://www.opengis.net/ont/geosparql#wktLiteral") };
            if (extent.From is { } from)
            {
                dataset["dct:temporal"] = new JsonObject { ["@type"] = "dct:PeriodOfTime", ["dcat:startDate"] = Typed(CalendarDay.Write(from), "http://www.w3.org/2001/XMLSchema#date") };
            }
        }

        return dataset;
    }

    static IEnumerable<JsonNode> Distributions(string site, OgcCollection collection)
    {
        yield return Distribution($"{site}/ogc/collections/{collection.Id}/items?f=json", null, new("OGC API – Features"), "GEOJSON", "application/geo+json", $"{site}/ogc");
        yield return Distribution(
            $"{site}/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames={collection.Id}", null, new("WFS 2.0"), "GML", "application/gml+xml", $"{site}/wfs");
        if (collection.Layer is not { } layer)
        {
            yield break;
        }

        yield return Distribution(
            $"{site}/wms?service=WMS&version=1.3.0&request=GetCapabilities", null, new("WMS 1.3.0"), "PNG", "image/png", $"{site}/wms");
        foreach (var (ending, type, media) in new[] { ("gpkg", "GPKG", "application/geopackage+sqlite3"), ("geojson", "GEOJSON", "application/geo+json"), ("csv", "CSV", "text/csv") })
        {
            var file = $"{site}/plan/{layer.Code}.{ending}";
            yield return Distribution(file, file, new($"Tệp {ending}", $"File, {ending}"), type, media, null, layer.IsImported);
        }
    }

    static JsonObject Distribution(string access, string? download, Bilingual title, string type, string media, string? service, bool isOpenStreetMap = false)
    {
        var distribution = new JsonObject
        {
            ["@type"] = "dcat:Distribution",
            ["dct:title"] = Said(title),
            ["dcat:accessURL"] = Reference(access),
            ["dct:format"] = Reference(Types + type),
            ["dcat:mediaType"] = Reference("https://www.iana.org/assignments/media-types/" + media),
        };
        if (download is not null)
        {
            distribution["dcat:downloadURL"] = Reference(download);
        }

        if (service is not null)
        {
            distribution["dcat:accessService"] = Reference(service);
        }

        if (isOpenStreetMap)
        {
            distribution["dct:license"] = Reference("https://opendatacommons.org/licenses/odbl/1-0/");
        }

        return distribution;
    }

    static IEnumerable<JsonNode> Services(string site)
    {
        foreach (var (path, title, standard, description) in new[]
        {
            ("/ogc", "OGC API – Features, Tiles, Styles", "http://www.opengis.net/spec/ogcapi-features-1/1.0", "/ogc/api"),
            ("/wms", "WMS 1.3.0", "http://www.opengis.net/def/serviceType/ogc/wms/1.3.0", "/wms?service=WMS&request=GetCapabilities"),
            ("/wfs", "WFS 2.0", "http://www.opengis.net/def/serviceType/ogc/wfs/2.0", "/wfs?service=WFS&request=GetCapabilities"),
        })
        {
            yield return new JsonObject
            {
                ["@id"] = site + path,
                ["@type"] = "dcat:DataService",
                ["dct:title"] = Said(new(title)),
                ["dcat:endpointURL"] = Reference(site + path),
                ["dcat:endpointDescription"] = Reference(site + description),
                ["dct:conformsTo"] = Reference(standard),
            };
        }
    }

    static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = Dct,
        ["dcatap"] = "http://data.europa.eu/r5r/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
    };

    static JsonArray Said(Bilingual text)
    {
        JsonArray said = [new JsonObject { ["@language"] = "vi", ["@value"] = text.Vi }];
        if (text.En is { } english)
        {
            said.Add(new JsonObject { ["@language"] = "en", ["@value"] = english });
        }

        return said;
    }

    static JsonObject Reference(string address) => new() { ["@id"] = address };

    static JsonObject Typed(string value, string type) => new() { ["@value"] = value, ["@type"] = type };

    static string Box(OgcExtent extent) => string.Create(
        CultureInfo.InvariantCulture,
        $"POLYGON(({extent.West} {extent.South},{extent.East} {extent.South},{extent.East} {extent.North},{extent.West} {extent.North},{extent.West} {extent.South}))");
}
