using System.Globalization;
using System.Text.Json;

namespace LongAnGis.Core.Plans;

/// <summary>
/// Writes attribute values for people: 1.234,5 and 31/12/2025 in Vietnamese, 1,234.5 in English (dates day first in
/// both, as Vietnamese documents have them). An absent value is no text at all: the page says "chưa có số liệu".
/// </summary>
public static class AttributeText
{
    static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Culture(bool english) => english ? English : Vietnamese;

    public static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number with digit groups and at most <paramref name="decimals"/> decimals, no trailing zeros.</summary>
    public static string Number(decimal value, bool english, int decimals = 2) =>
        value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), Culture(english));

    /// <summary>The value without its unit, or null when the feature has none.</summary>
    public static string? Value(AttributeDefinition attribute, JsonElement value, bool english) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String when value.GetString() is not { Length: > 0 } => null,
        JsonValueKind.True => english ? "yes" : "có",
        JsonValueKind.False => english ? "no" : "không",
        JsonValueKind.Number when value.TryGetDecimal(out var number) => Figure(attribute, number, english),
        JsonValueKind.String => Text(attribute, value.GetString()!, english),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => Value(attribute, item, english))),
        _ => value.GetRawText(),
    };

    // A year, a count of lanes or an article number is not a quantity to be grouped: "2024", never "2.024".
    static string Figure(AttributeDefinition attribute, decimal number, bool english) =>
        attribute is { Type: AttributeType.Integer, Unit: null } && Math.Abs(number) < 10_000
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : Number(number, english, decimals: 3);

    static string Text(AttributeDefinition attribute, string text, bool english) => attribute.Type switch
    {
        AttributeType.Code => attribute.Meaning(text).In(english),
        AttributeType.Date when DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Date(day),
        _ when attribute.IsNumeric && decimal.TryParse(
            text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => Figure(attribute, number, english),
        _ when text.StartsWith(">=", StringComparison.Ordinal) => "≥ " + text[2..].TrimStart(),
        _ when text.StartsWith("<=", StringComparison.Ordinal) => "≤ " + text[2..].TrimStart(),
        _ => text,
    };
}
