using System.Text.Json.Nodes;
using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Ogc.Writing;

namespace LongAnGis.Web.Ogc;

/// <summary>The properties of a collection as JSON Schema (2020-12): what features have, what filters and orders may name.</summary>
static class OgcSchema
{
    const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    public static JsonObject OfFeatures(OgcRequest request, OgcCollection collection, string address)
    {
        var schema = OfQueryables(request, collection, address);
        var properties = schema["properties"]!.AsObject();
        properties.Insert(0, "id", new JsonObject { ["type"] = collection.HasTextIds ? "string" : "integer", ["x-ogc-role"] = "id", ["readOnly"] = true });
        foreach (var property in properties.Where(one => collection.Layer is null || ItemProperties.ReadOnly.Contains(one.Key)))
        {
            property.Value!.AsObject()["readOnly"] = true;
        }

        return schema;
    }

    public static JsonObject OfQueryables(OgcRequest request, OgcCollection collection, string address)
    {
        var schema = OfSortables(request, collection, address);
        schema["properties"]!.AsObject()[OgcCollection.GeometryName] = new JsonObject
        {
            ["title"] = new Bilingual("Hình", "Shape").In(request.IsEnglish),
            ["format"] = collection.GeometryKind switch
            {
                "point" => "geometry-point-or-multipoint",
                "line" => "geometry-linestring-or-multilinestring",
                "polygon" => "geometry-polygon-or-multipolygon",
                _ => "geometry-any",
            },
            ["x-ogc-role"] = "primary-geometry",
        };
        return schema;
    }

    public static JsonObject OfSortables(OgcRequest request, OgcCollection collection, string address)
    {
        var properties = new JsonObject();
        foreach (var property in collection.Properties)
        {
            properties[property.Key] = Describe(request, property);
        }

        return new JsonObject
        {
            ["$schema"] = Dialect,
            ["$id"] = address,
            ["type"] = "object",
            ["title"] = collection.Title.In(request.IsEnglish),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    public static string TypeOf(OgcProperty property) => property.Type switch
    {
        AttributeType.Integer => "integer",
        AttributeType.Number => "number",
        AttributeType.Boolean => "boolean",
        _ => "string",
    };

    static JsonObject Describe(OgcRequest request, OgcProperty property)
    {
        var described = new JsonObject { ["title"] = property.Label.In(request.IsEnglish), ["type"] = TypeOf(property) };
        if (property.Kind == FilterKind.Day)
        {
            described["format"] = "date";
        }

        if (property.Type == AttributeType.Url)
        {
            described["format"] = "uri";
        }

        if (property.Unit is { } unit)
        {
            described["x-ogc-unit"] = unit;
        }

        if (property.Codes is { Count: > 0 } codes)
        {
            described["oneOf"] = new JsonArray([.. codes.Select(code => (JsonNode)new JsonObject { ["const"] = code.Value, ["title"] = code.Label.In(request.IsEnglish) })]);
        }

        return described;
    }
}
