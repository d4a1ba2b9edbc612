using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Ogc.Writing;
using LongAnGis.Web.Platform.Retries;

namespace LongAnGis.Web.Ogc;

/// <summary>The part of the description that tells how features are written: methods, headers and refusals.</summary>
static class ApiWrites
{
    public static void Add(OgcRequest request, JsonObject paths)
    {
        var items = paths["/collections/{collectionId}/items"]!.AsObject();
        items["post"] = Operation(request, "createFeature", new("Tạo đối tượng trong hồ sơ điều chỉnh", "Create a feature in a change set"), "201", [ItemsAnswer.ContentType]);
        var item = paths["/collections/{collectionId}/items/{featureId}"]!.AsObject();
        item["put"] = Operation(request, "replaceFeature", new("Thay nội dung đối tượng trong hồ sơ điều chỉnh", "Replace a feature in a change set"), "202", [ItemsAnswer.ContentType]);
        item["patch"] = Operation(
            request, "updateFeature", new("Sửa một phần đối tượng (RFC 7396)", "Update a feature in part (RFC 7396)"), "202", [ItemsAnswer.ContentType, "application/merge-patch+json"]);
        item["delete"] = Operation(request, "deleteFeature", new("Bãi bỏ đối tượng trong hồ sơ điều chỉnh", "Delete a feature in a change set"), "202", []);
    }

    static JsonObject Operation(OgcRequest request, string id, Bilingual summary, string status, IReadOnlyList<string> bodies)
    {
        var isCreate = status == "201";
        JsonArray parameters = [ApiDocument.Reference("parameters", "collectionId")];
        if (!isCreate)
        {
            parameters.Add(ApiDocument.Reference("parameters", "featureId"));
            parameters.Add(Header("If-Match", required: true, request.Language.Say("ETag của bản đã đọc", "ETag of what was read")));
        }

        parameters.Add(new JsonObject
        {
            ["name"] = ItemWriteEndpoints.ChangeSetParameter,
            ["in"] = "query",
            ["description"] = request.Language.Say(
                "Hồ sơ điều chỉnh nhận thay đổi; không ghi thì dùng hồ sơ đã mở cho mã truy cập này, hoặc mở hồ sơ mới",
                "Change set that takes the change; without it the one that was opened for this token, or a new one"),
            ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
        });
        parameters.Add(Header(KeptAnswers.Header, required: false, request.Language.Say("Gửi lại cùng khóa thì nhận lại câu trả lời đầu", "Sent again with the same key, the first answer is given again")));
        if (bodies.Count > 0)
        {
            parameters.Add(Header("Content-Crs", required: false, request.Language.Say("Hệ tọa độ của nội dung, <URI>; mặc định CRS84", "Reference system of the body, <URI>; CRS84 by default")));
        }

        var operation = new JsonObject
        {
            ["operationId"] = id,
            ["summary"] = summary.In(request.IsEnglish),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
            ["parameters"] = parameters,
            ["responses"] = Responses(request, status, isCreate),
        };
        if (bodies.Count > 0)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(bodies.Select(type => KeyValuePair.Create(
                    type, (JsonNode?)new JsonObject { ["schema"] = ApiDocument.Reference("schemas", "feature") }))),
            };
        }

        return operation;
    }

    static JsonObject Responses(OgcRequest request, string status, bool isCreate)
    {
        var responses = new JsonObject
        {
            [status] = new JsonObject
            {
                ["description"] = request.Language.Say(
                    "Đã ghi vào hồ sơ điều chỉnh; chưa công bố", "Written into the change set; not published"),
                ["content"] = new JsonObject { [ItemsAnswer.ContentType] = new JsonObject { ["schema"] = ApiDocument.Reference("schemas", "feature") } },
            },
        };
        foreach (var (code, vi, en) in new (string, string, string)[]
        {
            ("401", "Thiếu mã truy cập, hoặc mã sai, hết hạn, bị thu hồi", "No token, or one that is wrong, over or revoked"),
            ("403", "Mã hoặc tài khoản không có quyền này", "The token or the account may not do this"),
            ("404", "Không có tập dữ liệu, đối tượng hoặc hồ sơ này", "There is no such collection, feature or change set"),
            ("409", "Hồ sơ không còn được soạn thảo", "The change set is no longer being drafted"),
            ("412", "Đối tượng đã khác với bản đã đọc; “current” là bản hiện nay", "The feature is no longer what was read; “current” is what it is now"),
            ("415", "Nội dung không phải GeoJSON", "The body is no GeoJSON"),
            ("422", "Thuộc tính hoặc hình không hợp lệ", "A property or the geometry is not valid"),
            ("428", "Thiếu If-Match", "If-Match is missing"),
        })
        {
            if (!isCreate || code is not ("412" or "428"))
            {
                responses[code] = new JsonObject
                {
                    ["description"] = request.Language.Say(vi, en),
                    ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = ApiDocument.Reference("schemas", "problem") } },
                };
            }
        }

        return responses;
    }

    static JsonObject Header(string name, bool required, string description) => new()
    {
        ["name"] = name,
        ["in"] = "header",
        ["required"] = required,
        ["description"] = description,
        ["schema"] = ApiDocument.Text(),
    };
}
