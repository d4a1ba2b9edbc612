using System.Text.Json;
using System.Text.Json.Serialization;

namespace LongAnGis.Core.Plans;

/// <summary>How layer definitions (attribute schemas, symbols) are written as JSON in the catalogue and in <c>data/</c>.</summary>
public static class PlanJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <exception cref="FormatException">When the text is not the JSON that <typeparamref name="T"/> asks for.</exception>
    public static T Parse<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException("null is no value here");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{typeof(T).Name}: {problem.Message}", problem);
        }
    }
}
