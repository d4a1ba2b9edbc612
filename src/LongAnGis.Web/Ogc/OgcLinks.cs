using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Ogc;

/// <summary>A link as RFC 8288 and OGC API have it.</summary>
public sealed record OgcLink(string Href, string Rel, string Type, Bilingual Title);

/// <summary>The links that answers carry, and how they are written.</summary>
static class OgcLinks
{
    public const string Json = "application/json", Html = "text/html", Schema = "application/schema+json", OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    const string OgcRelation = "http://www.opengis.net/def/rel/ogc/1.0/";

    /// <summary>The document itself, and the same as the other kind.</summary>
    public static IEnumerable<OgcLink> Self(OgcRequest request, string path, string type, IReadOnlyList<(string Name, string? Value)> parameters)
    {
        yield return new(request.To(path, [(OgcRequest.Format, "json"), .. parameters]), request.WantsHtml ? "alternate" : "self", type, new("Tài liệu này dạng JSON", "This document as JSON"));
        yield return new(request.To(path, [(OgcRequest.Format, "html"), .. parameters]), request.WantsHtml ? "self" : "alternate", Html, new("Tài liệu này dạng trang web", "This document as a page"));
    }

    public static IEnumerable<OgcLink> OfLanding(OgcRequest request) =>
    [
        .. Self(request, "", Json, []),
        new(request.To("/api"), "service-desc", OpenApi, new("Mô tả giao diện (OpenAPI 3.0)", "Description of the interface (OpenAPI 3.0)")),
        new(request.To("/api", (OgcRequest.Format, "html")), "service-doc", Html, new("Hướng dẫn dùng giao diện", "How to use the interface")),
        new(request.To("/conformance"), "conformance", Json, new("Các phần của tiêu chuẩn được hỗ trợ", "Parts of the standards that are supported")),
        new(request.To("/collections"), "data", Json, new("Các tập dữ liệu", "The collections")),
        new(Above(request) + "/catalogue.jsonld", "alternate", "application/ld+json", new("Danh mục DCAT-AP", "Catalogue, DCAT-AP")),
        new(Above(request) + "/plan.qgz", "related", "application/x-qgis-project", new("Dự án QGIS", "QGIS project")),
        new(Above(request) + "/wms?service=WMS&request=GetCapabilities", "related", "text/xml", new("WMS 1.3.0", "WMS 1.3.0")),
        new(Above(request) + "/wfs?service=WFS&request=GetCapabilities", "related", "text/xml", new("WFS 2.0", "WFS 2.0")),
        new(request.To("/styles"), OgcRelation + "styles", Json, new("Kiểu vẽ: MapLibre, SLD, QML", "Styles: MapLibre, SLD, QML")),
        new(request.SiteRoot + "/map/tiles" + (request.PathDay is { } day ? "?as-of=" + CalendarDay.Write(day) : ""), OgcRelation + "tilesets-map", Json, new("Ô bản đồ ảnh", "Tiles of the map as pictures")),
        new(request.SiteRoot + "/tileMatrixSets", OgcRelation + "tiling-schemes", Json, new("Lưới ô bản đồ", "Tile matrix sets")),
    ];

    static string Above(OgcRequest request) => request.SiteRoot[..^OgcSetup.Path.Length];

    public static IEnumerable<OgcLink> OfCollection(OgcRequest request, OgcCollection collection)
    {
        var path = "/collections/" + collection.Id;
        List<OgcLink> links =
        [
            new(request.To(path + "/items", (OgcRequest.Format, "json")), "items", ItemsAnswer.ContentType, new("Các đối tượng, GeoJSON", "The features as GeoJSON")),
            new(request.To(path + "/items", (OgcRequest.Format, "html")), "items", Html, new("Các đối tượng, trang web", "The features as a page")),
            new(request.To(path + "/schema"), OgcRelation + "schema", Schema, new("Lược đồ thuộc tính", "Schema of the properties")),
            new(request.To(path + "/queryables"), OgcRelation + "queryables", Schema, new("Thuộc tính lọc được", "Properties to filter by")),
            new(request.To(path + "/sortables"), OgcRelation + "sortables", Schema, new("Thuộc tính sắp xếp được", "Properties to sort by")),
        ];
        if (collection.Layer is not null)
        {
            links.Add(new(request.To(path + "/styles"), OgcRelation + "styles", Json, new("Kiểu vẽ: MapLibre, SLD, QML", "Styles: MapLibre, SLD, QML")));
        }

        // Tiles have one root; a past day is a parameter of theirs.
        return collection.Layer is null ? links : links.Append(new(
            $"{request.SiteRoot}{path}/tiles{(request.PathDay is { } day ? "?as-of=" + CalendarDay.Write(day) : "")}", OgcRelation + "tilesets-vector", Json,
            new("Ô bản đồ véc-tơ", "Vector tiles")));
    }

    /// <summary>The links of a page of features. The next one names the revision and the day, so that a publication in between changes nothing.</summary>
    public static IEnumerable<OgcLink> OfItems(ItemsRequest items, ItemCursor? next, int edition)
    {
        var request = items.Request;
        var path = $"/collections/{items.Collection.Id}/items";
        var own = ItemsRequest.Parameters.Append(RegisterCollections.EditionParameter).Select(name => (name, request[name])).ToList();
        var links = Self(request, path, ItemsAnswer.ContentType, own)
            .Append(new(request.To("/collections/" + items.Collection.Id), "collection", Json, new("Tập dữ liệu", "The collection")));
        if (next is null)
        {
            return links;
        }

        var pinned = own.Where(one => one.name is not (ItemsRequest.AfterParameter or ItemsRequest.Datetime or RegisterCollections.EditionParameter))
            .Append((ItemsRequest.AfterParameter, next.ToString()))
            .Append((ItemsRequest.Datetime, request.PathDay is null ? items.Period.ToString() : null))
            .Append(items.Collection.Register is null
                ? (AskedTime.KnownAtParameter, KnownAt.After(items.Moment.Revision).ToString())
                : (RegisterCollections.EditionParameter, edition.ToString(CultureInfo.InvariantCulture)));
        return links.Append(new(
            request.To(path, [(OgcRequest.Format, request.WantsHtml ? "html" : "json"), .. pinned]), "next",
            request.WantsHtml ? Html : ItemsAnswer.ContentType, new("Trang sau", "Next page")));
    }

    public static IEnumerable<OgcLink> OfItem(ItemsRequest items, string id)
    {
        var request = items.Request;
        var path = $"/collections/{items.Collection.Id}/items/{Uri.EscapeDataString(id)}";
        List<OgcLink> links =
        [
            .. Self(request, path, ItemsAnswer.ContentType, [(ItemsRequest.CrsParameter, request[ItemsRequest.CrsParameter]), (ItemsRequest.Datetime, request[ItemsRequest.Datetime])]),
            new(request.To("/collections/" + items.Collection.Id), "collection", Json, new("Tập dữ liệu", "The collection")),
        ];
        return items.Collection.Layer is null ? links : links.Append(new(Page(request, $"{items.Collection.Page}/{id}"), "related", Html, new("Trang của đối tượng", "The feature's page")));
    }

    /// <summary>A page of the site for people, in the language that is read.</summary>
    public static string Page(OgcRequest request, string path) =>
        request.Context.RequestServices.GetRequiredService<PublicAddress>().Of(request.Context.Request) + request.Language.Href(path);

    public static void Write(Utf8JsonWriter json, OgcRequest request, IEnumerable<OgcLink> links)
    {
        json.WriteStartArray("links"u8);
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("href"u8, link.Href);
            json.WriteString("rel"u8, link.Rel);
            json.WriteString("type"u8, link.Type);
            json.WriteString("title"u8, link.Title.In(request.IsEnglish));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static JsonArray Nodes(OgcRequest request, IEnumerable<OgcLink> links) =>
    [
        .. links.Select(link => (JsonNode)new JsonObject
        {
            ["href"] = link.Href, ["rel"] = link.Rel, ["type"] = link.Type, ["title"] = link.Title.In(request.IsEnglish),
        }),
    ];
}
