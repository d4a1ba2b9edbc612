using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Plans.Tables;

/// <summary>A range of a number or a day as the address has it; null leaves a side open.</summary>
public sealed record ValueRange(string? Min, string? Max);

/// <summary>
/// Which features of a layer a list shows: words (<c>q</c>), any of some codes (<c>f.status=a&amp;f.status=b</c>), parts of a
/// text (<c>f.developer=…</c>), ranges (<c>f.area_ha.min=…</c>). Only attributes of the layer's schema can be named.
/// </summary>
public sealed record FeatureFilter(
    string? Words,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Codes,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, ValueRange> Ranges)
{
    const int LongestText = 200;
    const int MostCodes = 50;

    public static FeatureFilter None { get; } = new(
        null, new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, string>(), new Dictionary<string, ValueRange>());

    public bool IsEmpty => Words is null && Codes.Count + Texts.Count + Ranges.Count == 0;

    public static string NameOf(AttributeDefinition attribute) => "f." + attribute.Key;

    /// <summary>The attributes that a table offers to filter by: those that it lists.</summary>
    public static IEnumerable<AttributeDefinition> Offered(Layer layer) => layer.Attributes.Where(attribute => attribute.List);

    /// <exception cref="RefusedException">400 when an attribute is unknown or a value cannot be read.</exception>
    public static FeatureFilter Read(Layer layer, IQueryCollection query)
    {
        var codes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var ranges = new Dictionary<string, ValueRange>(StringComparer.Ordinal);

        foreach (var (name, values) in query.Where(pair => pair.Key.StartsWith("f.", StringComparison.Ordinal)))
        {
            var (key, bound) = name[2..].Split('.') switch
            {
                [var whole] => (whole, null),
                [var part, "min" or "max"] => (part, name[(name.LastIndexOf('.') + 1)..]),
                _ => throw Unknown(layer, name),
            };
            var attribute = layer.Attributes.FirstOrDefault(one => one.Key == key) ?? throw Unknown(layer, name);
            var said = values.OfType<string>().Where(value => value.Length > 0).ToList();
            if (said.Count == 0)
                continue;
            if (said.Count > MostCodes || said.Any(value => value.Length > LongestText))
                throw TooMuch();

            if (bound is not null)
                ranges[key] = Bound(ranges.GetValueOrDefault(key), bound, Comparable(attribute, said[^1]));
            else if (attribute.Type is AttributeType.Code or AttributeType.Boolean)
                codes[key] = said;
            else
                texts[key] = said[^1].Trim();
        }

        var words = query["q"].ToString().Trim();
        return new(words.Length == 0 ? null : words[..Math.Min(words.Length, LongestText)], codes, texts, ranges);
    }

    static ValueRange Bound(ValueRange? range, string side, string value) =>
        side == "min" ? new(value, range?.Max) : new(range?.Min, value);

    // Both conventions are typed: 1234.5 by form fields, 1234,5 by people who edit an address.
    static string Comparable(AttributeDefinition attribute, string value)
    {
        if (attribute.Type == AttributeType.Date)
            return CalendarDay.Parse(value) is { } day ? CalendarDay.Write(day) : throw NotComparable(attribute, value);

        return attribute.IsNumeric && decimal.TryParse(
            value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : throw NotComparable(attribute, value);
    }

    static RefusedException Unknown(Layer layer, string name)
    {
        var offered = string.Join(", ", Offered(layer).Select(NameOf));
        return new(Refusal.BadRequest(
            $"Không lọc được theo “{Cut(name)}”. Lớp này lọc được theo: {offered}.",
            $"There is no filter “{Cut(name)}”. This layer can be filtered by: {offered}."));
    }

    static RefusedException NotComparable(AttributeDefinition attribute, string value) => new(Refusal.BadRequest(
        $"“{Cut(value)}” không phải là giá trị so sánh được của “{attribute.Label.Vi}”: cần một số như 12.5, hoặc một ngày như 2025-07-01.",
        $"“{Cut(value)}” cannot be compared with “{attribute.Label.In(true)}”: it takes a number such as 12.5, or a day such as 2025-07-01."));

    static RefusedException TooMuch() => new(Refusal.BadRequest(
        $"Bộ lọc quá dài: mỗi giá trị tối đa {LongestText} ký tự, mỗi danh sách tối đa {MostCodes} mục.",
        $"The filter is too long: at most {LongestText} characters a value and {MostCodes} values a list."));

    static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
