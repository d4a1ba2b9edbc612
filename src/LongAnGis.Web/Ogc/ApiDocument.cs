using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>The OpenAPI 3.0 description: every address, its parameters with their bounds, and the shapes of the answers.</summary>
static class ApiDocument
{
    public static JsonObject Write(OgcRequest request, Bilingual title, Bilingual description, IReadOnlyList<OgcCollection> collections) => new()
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject
        {
            ["title"] = title.In(request.IsEnglish),
            ["description"] = description.In(request.IsEnglish),
            ["version"] = "1.0.0",
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = request.Root }),
        ["paths"] = Paths(request),
        ["components"] = new JsonObject
        {
            ["parameters"] = Parameters(request, collections),
            ["responses"] = Responses(request),
            ["schemas"] = Schemas(),
            ["securitySchemes"] = new JsonObject
            {
                ["token"] = new JsonObject
                {
                    ["type"] = "http",
                    ["scheme"] = "bearer",
                    ["description"] = request.Language.Say(
                        "Mã truy cập tạo ở trang Tài khoản của tôi; quyền drafts:write để ghi, drafts:read để đọc bản nháp.",
                        "A token from the page My account; scope drafts:write to write, drafts:read to read drafts."),
                },
            },
        },
    };

    static JsonObject Paths(OgcRequest request)
    {
        var paths = new JsonObject();
        void Add(string path, string id, Bilingual summary, string type, string schema, params string[] parameters) =>
            paths[path] = new JsonObject { ["get"] = Operation(request, id, summary, type, schema, parameters) };

        Add("/", "getLandingPage", new("Trang đầu", "Landing page"), OgcLinks.Json, "landing");
        Add("/conformance", "getConformance", new("Các phần tiêu chuẩn được hỗ trợ", "Conformance classes"), OgcLinks.Json, "conformance");
        Add("/api", "getApi", new("Tài liệu này", "This document"), OgcLinks.OpenApi, "document");
        Add("/styles", "getStyles", new("Các kiểu vẽ", "The styles"), OgcLinks.Json, "document");
        Add("/styles/{styleId}", "getStyle", new("Một kiểu vẽ: f=mapbox, sld11 hoặc qml", "One style: f=mapbox, sld11 or qml"), "application/vnd.mapbox.style+json", "document", "styleId");
        Add("/styles/{styleId}/metadata", "getStyleMetadata", new("Mô tả một kiểu vẽ", "Description of a style"), OgcLinks.Json, "document", "styleId");
        Add("/collections/{collectionId}/styles", "getStylesOfCollection", new("Kiểu vẽ của một tập dữ liệu", "Styles of a collection"), OgcLinks.Json, "document", "collectionId");
        Add("/collections", "getCollections", new("Các tập dữ liệu", "The collections"), OgcLinks.Json, "collections");
        Add("/collections/{collectionId}", "getCollection", new("Một tập dữ liệu", "One collection"), OgcLinks.Json, "collection", "collectionId");
        Add("/collections/{collectionId}/schema", "getSchema", new("Lược đồ thuộc tính", "Schema of the properties"), OgcLinks.Schema, "document", "collectionId");
        Add("/collections/{collectionId}/queryables", "getQueryables", new("Thuộc tính lọc được", "Properties to filter by"), OgcLinks.Schema, "document", "collectionId");
        Add("/collections/{collectionId}/sortables", "getSortables", new("Thuộc tính sắp xếp được", "Properties to sort by"), OgcLinks.Schema, "document", "collectionId");
        Add("/collections/{collectionId}/items", "getFeatures", new("Các đối tượng", "The features"), ItemsAnswer.ContentType, "featureCollection",
            ["collectionId", .. ItemsRequest.Parameters, RegisterCollections.EditionParameter]);
        Add("/collections/{collectionId}/items/{featureId}", "getFeature", new("Một đối tượng", "One feature"), ItemsAnswer.ContentType, "feature",
            "collectionId", "featureId", ItemsRequest.CrsParameter, ItemsRequest.Datetime);
        if (request.PathDay is null)
        {
            ApiWrites.Add(request, paths);
        }

        return paths;
    }

    static JsonObject Operation(OgcRequest request, string id, Bilingual summary, string type, string schema, string[] parameters) => new()
    {
        ["operationId"] = id,
        ["summary"] = summary.In(request.IsEnglish),
        ["parameters"] = new JsonArray([.. parameters
            .Concat([OgcRequest.Format, "lang", AskedTime.PlanParameter, AskedTime.KnownAtParameter])
            .Select(name => (JsonNode)Reference("parameters", name))]),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = summary.In(request.IsEnglish),
                ["content"] = new JsonObject
                {
                    [type] = new JsonObject { ["schema"] = Reference("schemas", schema) },
                    [OgcLinks.Html] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
                },
            },
            ["400"] = Reference("responses", "badRequest"),
            ["404"] = Reference("responses", "notFound"),
            ["503"] = Reference("responses", "busy"),
        },
    };

    static JsonObject Parameters(OgcRequest request, IReadOnlyList<OgcCollection> collections)
    {
        var parameters = new JsonObject();
        void Add(string name, Bilingual description, JsonObject schema, string place = "query") => parameters[name] = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place == "path",
            ["description"] = description.In(request.IsEnglish),
            ["schema"] = schema,
            ["style"] = place == "path" ? "simple" : "form",
            ["explode"] = false,
        };

        Add("collectionId", new("Mã tập dữ liệu", "Code of the collection"), Text([.. collections.Select(one => one.Id)]), "path");
        Add("featureId", new("Mã số đối tượng", "Id of the feature"), Text(), "path");
        Add("styleId", new("Mã kiểu vẽ", "Id of the style"), Text(), "path");
        Add(ItemsRequest.LimitParameter, new("Số đối tượng trên một trang", "Features on a page"), new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = ItemsRequest.MostLimit,
            ["default"] = ItemsRequest.DefaultLimit,
        });
        Add(ItemsRequest.Bbox, new("Khung bao tây,nam,đông,bắc theo trục của bbox-crs; tây lớn hơn đông nghĩa là vượt kinh tuyến 180°",
            "Box west,south,east,north in the axes of bbox-crs; a west beyond the east crosses the antimeridian"), new JsonObject
            {
                ["type"] = "array",
                ["oneOf"] = new JsonArray(
                new JsonObject { ["minItems"] = 4, ["maxItems"] = 4 }, new JsonObject { ["minItems"] = 6, ["maxItems"] = 6 }),
                ["items"] = new JsonObject { ["type"] = "number" },
            });
        foreach (var name in new[] { ItemsRequest.BboxCrs, ItemsRequest.CrsParameter, ItemsRequest.FilterCrsParameter })
        {
            Add(name, new("Hệ tọa độ", "Reference system"), Text([.. OgcCrs.All.Select(crs => crs.Uri)], OgcCrs.Crs84.Uri));
        }

        Add(ItemsRequest.Datetime, new("Ngày hoặc khoảng ngày có hiệu lực: 2025-06-30, 2025-01-01/2025-12-31, ../2025-12-31; không ghi là hôm nay",
            "Day or span of days in force: 2025-06-30, 2025-01-01/2025-12-31, ../2025-12-31; today when not given"), Text());
        Add(ItemsRequest.FilterParameter, new("Bộ lọc CQL2", "Filter in CQL2"), Text());
        Add(ItemsRequest.FilterLang, new("Cách viết bộ lọc", "Encoding of the filter"), Text(["cql2-text", "cql2-json"], "cql2-text"));
        foreach (var (name, description) in new (string, Bilingual)[]
        {
            (ItemsRequest.SortBy, new("Thứ tự, ví dụ -area_m2,name_vi", "Order, for example -area_m2,name_vi")),
            (ItemsRequest.PropertiesParameter, new("Chỉ trả về các thuộc tính này", "Only these properties are returned")),
        })
        {
            Add(name, description, new JsonObject { ["type"] = "array", ["items"] = Text() });
        }

        Add(ItemsRequest.AfterParameter, new("Do liên kết next ghi", "Written by the link next"), Text());
        Add(RegisterCollections.EditionParameter, new("Do liên kết next ghi", "Written by the link next"), new JsonObject { ["type"] = "integer", ["minimum"] = 0 });
        Add(OgcRequest.Format, new("Dạng trả về", "Format of the answer"), Text(["json", "html"]));
        Add("lang", new("Ngôn ngữ", "Language"), Text(["vi", "en"]));
        Add(AskedTime.PlanParameter, new("Mã quy hoạch", "Code of the plan"), Text());
        Add(AskedTime.KnownAtParameter, new("Theo những gì đã ghi nhận đến ngày này, hoặc đến bản công bố r12", "As known on this day, or after the publication r12"), Text());
        return parameters;
    }

    static JsonObject Responses(OgcRequest request)
    {
        JsonObject Problem(string vi, string en) => new()
        {
            ["description"] = request.Language.Say(vi, en),
            ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Reference("schemas", "problem") } },
        };
        return new()
        {
            ["badRequest"] = Problem("Tham số không có ở đây hoặc không đọc được", "A parameter that is unknown or cannot be read"),
            ["notFound"] = Problem("Không có", "There is no such thing"),
            ["busy"] = Problem("Câu hỏi tốn quá nhiều thời gian", "The question takes too long"),
        };
    }

    static JsonObject Schemas()
    {
        static JsonObject Of(params (string Name, JsonObject Schema)[] members) => new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Schema))),
        };
        static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };
        var whole = new Func<JsonObject>(() => new() { ["type"] = "integer", ["minimum"] = 0 });
        return new()
        {
            ["document"] = Of(),
            ["link"] = Of(("href", Text()), ("rel", Text()), ("type", Text()), ("title", Text())),
            ["landing"] = Of(("title", Text()), ("description", Text()), ("links", List(Reference("schemas", "link")))),
            ["conformance"] = Of(("conformsTo", List(Text()))),
            ["collections"] = Of(("links", List(Reference("schemas", "link"))), ("collections", List(Reference("schemas", "collection")))),
            ["collection"] = Of(
                ("id", Text()), ("title", Text()), ("description", Text()), ("extent", Of()), ("itemType", Text()),
                ("crs", List(Text())), ("storageCrs", Text()), ("links", List(Reference("schemas", "link")))),
            ["feature"] = Of(("type", Text(["Feature"])), ("id", new JsonObject { ["oneOf"] = new JsonArray(Text(), new JsonObject { ["type"] = "integer" }) }),
                ("geometry", new JsonObject { ["type"] = "object", ["nullable"] = true }), ("properties", Of()), ("links", List(Reference("schemas", "link")))),
            ["featureCollection"] = Of(
                ("type", Text(["FeatureCollection"])), ("features", List(Reference("schemas", "feature"))), ("numberReturned", whole()),
                ("numberMatched", whole()), ("numberMatchedIsEstimated", new JsonObject { ["type"] = "boolean" }),
                ("timeStamp", Text()), ("links", List(Reference("schemas", "link")))),
            ["problem"] = Of(("type", Text()), ("title", Text()), ("status", whole()), ("detail", Text()), ("traceId", Text())),
        };
    }

    internal static JsonObject Text(IReadOnlyList<string>? values = null, string? usual = null)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (values is not null)
        {
            schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }

        if (usual is not null)
        {
            schema["default"] = usual;
        }

        return schema;
    }

    internal static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };
}
