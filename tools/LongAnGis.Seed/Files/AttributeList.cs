namespace LongAnGis.Seed.Files;

/// <summary>The values of a feature in the order in which they are given; what is unknown is left out.</summary>
public static class AttributeList
{
    public static IReadOnlyList<KeyValuePair<string, object?>> Attributes(params (string Key, object? Value)[] values) =>
        [.. values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Key, value.Value))];
}
