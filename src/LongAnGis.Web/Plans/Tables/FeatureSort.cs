using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Plans.Tables;

/// <summary>The column that a list is ordered by: <c>code</c>, <c>name</c> or an attribute; with a minus, from the top down.</summary>
public sealed record FeatureSort(string Key, bool Descending, AttributeDefinition? Attribute)
{
    public const string Code = "code";
    public const string Name = "name";

    public static FeatureSort ByCode { get; } = new(Code, false, null);

    /// <summary>False for what every feature has, whose index gives the order.</summary>
    public bool MayLackValue => Attribute is not null;

    public string Written => (Descending ? "-" : "") + Key;

    /// <exception cref="RefusedException">400 when the layer has no such column.</exception>
    public static FeatureSort Read(Layer layer, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return ByCode;

        var descending = text.StartsWith('-');
        var key = descending ? text[1..] : text;
        if (key is Code or Name)
            return new(key, descending, null);
        if (layer.Attributes.FirstOrDefault(one => one.Key == key && one.List) is { } attribute)
            return new(key, descending, attribute);

        var columns = string.Join(", ", layer.Attributes.Where(one => one.List).Select(one => one.Key).Prepend(Name).Prepend(Code));
        throw new RefusedException(Refusal.BadRequest(
            $"Không sắp xếp được theo cột này. Các cột sắp xếp được: {columns}; thêm dấu trừ phía trước để đảo thứ tự.",
            $"The list cannot be ordered by that. It can be ordered by: {columns}; a minus before the name turns the order round."));
    }
}
