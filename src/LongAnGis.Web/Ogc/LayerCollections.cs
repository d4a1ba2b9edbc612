using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>A layer as a collection: the columns that every feature has, then the attributes of the layer's schema.</summary>
static class LayerCollections
{
    static readonly IReadOnlyList<OgcProperty> Fixed =
    [
        new("code", AttributeType.Text, new("Mã", "Code"), "version.code"),
        new("name_vi", AttributeType.Text, new("Tên", "Name (Vietnamese)"), "version.name_vi"),
        new("name_en", AttributeType.Text, new("Tên tiếng Anh", "Name (English)"), "version.name_en"),
        new("plan", AttributeType.Text, new("Quy hoạch", "Plan"), "version.plan_code"),
        new("in_force_from", AttributeType.Date, new("Hiệu lực từ", "In force from"), Day("lower(version.in_force)")),
        new("in_force_until", AttributeType.Date, new("Hết hiệu lực ngày", "No longer in force on"), Day("upper(version.in_force)")),
        new("instrument", AttributeType.Text, new("Căn cứ", "Instrument"), "version.instrument_code"),
        new("geometry_quality", AttributeType.Code, new("Độ chính xác vị trí", "Geometry quality"), "version.geometry_quality", Codes:
            [.. new[] { Quality.Surveyed, Quality.Digitised, Quality.Generalised, Quality.Indicative }.Select(quality => new CodeValue(quality, Quality.Name(quality).Vi, Quality.Name(quality).En))]),
        new("area_m2", AttributeType.Number, new("Diện tích VN-2000", "Area on the VN-2000 grid"), "version.area_m2", Unit: "m²"),
        new("length_m", AttributeType.Number, new("Chiều dài VN-2000", "Length on the VN-2000 grid"), "version.length_m", Unit: "m"),
        new("revision", AttributeType.Integer, new("Bản công bố", "Publication"), "version.revision_from::double precision"),
    ];

    /// <summary>The columns that every layer has, in their order.</summary>
    public static IReadOnlyList<string> FixedKeys { get; } = [.. Fixed.Select(property => property.Key)];

    public static OgcCollection Of(Layer layer)
    {
        List<OgcProperty> properties = [.. Fixed];
        var taken = properties.Select(property => property.Key).Append(OgcCollection.GeometryName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in layer.Attributes)
        {
            // As in downloads: an attribute that bears the name of a column that all have gets a_ before it.
            var key = taken.Add(attribute.Key) ? attribute.Key : "a_" + attribute.Key;
            properties.Add(new(key, attribute.Type, attribute.Label, Attribute: attribute.Key, Unit: attribute.Unit, Codes: attribute.Codes));
        }

        return new(layer.Code, layer.Name, layer.Description, layer.GeometryKind, properties, Page: "/plan/" + layer.Code, Layer: layer);
    }

    // Days are texts in the order of the calendar, so that a date inside JSON that is none cannot end a query.
    static string Day(string column) => $"(to_char({column}, 'YYYY-MM-DD') COLLATE \"C\")";
}
