using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>What lies at a pixel, for programs and for people.</summary>
static class WmsInfo
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>GeoJSON without shapes: who wants those asks for the features themselves.</summary>
    public static byte[] Json(IReadOnlyList<(Layer Layer, MapFeature Feature)> found) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            type = "FeatureCollection",
            features = found.Select(one => new
            {
                type = "Feature",
                id = string.Create(CultureInfo.InvariantCulture, $"{one.Layer.Code}.{one.Feature.Id}"),
                geometry = (object?)null,
                properties = Properties(one.Feature),
            }),
        },
        Readable);

    public static string Plain(IReadOnlyList<(Layer Layer, MapFeature Feature)> found, bool english)
    {
        var text = new StringBuilder();
        foreach (var (layer, feature) in found)
        {
            text.Append(layer.Name.In(english)).Append(": ").AppendLine(feature.Name.In(english));
            foreach (var (label, value) in Facts(layer, feature, english))
            {
                text.Append("  ").Append(label).Append(": ").AppendLine(value);
            }
        }

        return found.Count == 0 ? english ? "Nothing is here.\n" : "Không có đối tượng nào tại đây.\n" : text.ToString();
    }

    public static string Html(IReadOnlyList<(Layer Layer, MapFeature Feature)> found, bool english)
    {
        var (html, safe) = (new StringBuilder(), HtmlEncoder.Default);
        html.Append("<!DOCTYPE html><html lang=\"").Append(english ? "en" : "vi").Append("\"><head><meta charset=\"utf-8\"><title>")
            .Append(safe.Encode(OwsAnswers.Title.In(english))).Append("</title></head><body>");
        foreach (var (layer, feature) in found)
        {
            html.Append("<h1>").Append(safe.Encode($"{layer.Name.In(english)}: {feature.Name.In(english)}")).Append("</h1><table>");
            foreach (var (label, value) in Facts(layer, feature, english))
            {
                html.Append("<tr><th scope=\"row\">").Append(safe.Encode(label)).Append("</th><td>").Append(safe.Encode(value)).Append("</td></tr>");
            }

            html.Append("</table>");
        }

        return html.Append(found.Count == 0 ? $"<p>{safe.Encode(Plain(found, english))}</p>" : "").Append("</body></html>").ToString();
    }

    static Dictionary<string, object?> Properties(MapFeature feature)
    {
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["layer"] = feature.Layer,
            ["name_vi"] = feature.Name.Vi,
            ["name_en"] = feature.Name.En,
            ["geometry_quality"] = feature.Quality,
        };
        foreach (var attribute in feature.Attributes.EnumerateObject())
        {
            properties.TryAdd(attribute.Name, attribute.Value);
        }

        return properties;
    }

    static IEnumerable<(string Label, string Value)> Facts(Layer layer, MapFeature feature, bool english)
    {
        foreach (var attribute in AttributeDefinition.Told(layer.Attributes, key => feature.Attributes.TryGetProperty(key, out var value) && value.ValueKind is not JsonValueKind.Null, english))
        {
            if (feature.Attributes.TryGetProperty(attribute.Key, out var value) && value.ValueKind is not JsonValueKind.Null)
            {
                var text = value.ToString();
                var words = attribute.Codes?.FirstOrDefault(code => code.Value == text)?.Label.In(english) ?? text;
                yield return (attribute.Label.In(english), attribute.Unit is null ? words : $"{words} {attribute.UnitIn(english)}");
            }
        }
    }
}
