using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans.Features;

namespace LongAnGis.Web.Plans.Downloads;

/// <summary>One column of a downloaded file: the fixed ones of every feature, then the layer's own attributes.</summary>
/// <param name="Type">Decides how the value is stored: text, number, integer, date, boolean.</param>
public sealed record DownloadColumn(string Key, AttributeType Type, Bilingual Label, Func<Feature, object?> Value)
{
    /// <summary>All columns of a layer, each key once: an attribute that bears a fixed column's name gets <c>a_</c> before it.</summary>
    public static IReadOnlyList<DownloadColumn> Of(Layer layer)
    {
        List<DownloadColumn> columns = [.. Fixed()];
        var taken = columns.Select(column => column.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in layer.Attributes)
        {
            var key = taken.Add(attribute.Key) ? attribute.Key : "a_" + attribute.Key;
            var label = attribute.Unit is { } unit
                ? new Bilingual($"{attribute.Label.Vi} ({unit})", $"{attribute.Label.In(true)} ({attribute.UnitIn(true)})")
                : attribute.Label;
            columns.Add(new(key, attribute.Type, label, feature => Scalar(feature, attribute)));
        }

        return columns;
    }

    static IEnumerable<DownloadColumn> Fixed()
    {
        yield return new("code", AttributeType.Text, new("Mã", "Code"), feature => feature.Code);
        yield return new("name_vi", AttributeType.Text, new("Tên", "Name (Vietnamese)"), feature => feature.Name.Vi);
        yield return new("name_en", AttributeType.Text, new("Tên tiếng Anh", "Name (English)"), feature => feature.Name.En);
        yield return new("plan", AttributeType.Text, new("Quy hoạch", "Plan"), feature => feature.Plan);
        yield return new("in_force_from", AttributeType.Date, new("Hiệu lực từ", "In force from"), feature => feature.InForceFrom);
        yield return new("in_force_until", AttributeType.Date, new("Hết hiệu lực ngày", "No longer in force on"), feature => feature.InForceUntil);
        yield return new("instrument", AttributeType.Text, new("Căn cứ", "Instrument"), feature => feature.Instrument);
        yield return new("geometry_quality", AttributeType.Text, new("Độ chính xác vị trí", "Geometry quality"), feature => feature.Quality);
        yield return new("area_m2", AttributeType.Number, new("Diện tích VN-2000 (m²)", "Area VN-2000 (m²)"), feature => feature.AreaM2);
        yield return new("length_m", AttributeType.Number, new("Chiều dài VN-2000 (m)", "Length VN-2000 (m)"), feature => feature.LengthM);
        yield return new("revision", AttributeType.Integer, new("Bản công bố", "Publication"), feature => (long)feature.RevisionFrom);
        yield return new("sources", AttributeType.Text, new("Nguồn", "Sources"), feature =>
            feature.Sources.Count == 0 ? null : string.Join(" ", feature.Sources));
    }

    // Values keep the type of the schema where the stored JSON has it; anything else travels as text.
    static object? Scalar(Feature feature, AttributeDefinition attribute)
    {
        if (feature.Attributes.ValueKind != JsonValueKind.Object || !feature.Attributes.TryGetProperty(attribute.Key, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Number when attribute.Type == AttributeType.Integer && value.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when attribute.Type == AttributeType.Date => CalendarDay.Parse(value.GetString()!) is { } day ? day : value.GetString(),
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
    }
}
