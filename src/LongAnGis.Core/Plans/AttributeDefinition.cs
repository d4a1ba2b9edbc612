using System.Diagnostics.CodeAnalysis;

namespace LongAnGis.Core.Plans;

/// <summary>What kind of value an attribute holds; says how it is compared, sorted and written.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The schema's own words: a whole number is an integer.")]
public enum AttributeType { Text, Number, Integer, Code, Date, Boolean, Url }

/// <summary>One of the values that a code attribute may take, with its meaning for people.</summary>
public sealed record CodeValue(string Value, string Vi, string? En = null)
{
    public Bilingual Label => new(Vi, En);
}

/// <summary>
/// One attribute in a layer's schema. Layers are data: tables, filters, pages and downloads are built from these
/// definitions, so a new layer needs no new code.
/// </summary>
/// <param name="Key">Name in the JSON of a feature and in URLs; snake_case.</param>
/// <param name="Unit">Unit as people write it (ha, km, tỷ đồng); null when there is none.</param>
/// <param name="List">True when the attribute is a column of the layer's table.</param>
public sealed record AttributeDefinition(
    string Key,
    AttributeType Type,
    Bilingual Label,
    string? Unit = null,
    bool Required = false,
    IReadOnlyList<CodeValue>? Codes = null,
    bool List = false)
{
    /// <summary>Reads a layer's schema; an attribute that nobody has named yet is called by its key.</summary>
    /// <exception cref="FormatException">When the JSON is no schema.</exception>
    public static IReadOnlyList<AttributeDefinition> ParseSchema(string json) =>
        [.. PlanJson.Parse<AttributeDefinition[]>(json).Select(attribute =>
            attribute.Label is null ? attribute with { Label = new(attribute.Key) } : attribute)];

    /// <summary>
    /// What a reader is told of a feature: where a text is held in both languages (<c>functions</c> and
    /// <c>functions_en</c>), only the one that they read, or the other while theirs is missing.
    /// </summary>
    public static IEnumerable<AttributeDefinition> Told(
        IReadOnlyList<AttributeDefinition> schema, Func<string, bool> isGiven, bool english)
    {
        foreach (var attribute in schema)
        {
            var vietnamese = attribute.IsEnglish ? attribute.Key[..^EnglishSuffix.Length] : attribute.Key;
            var (mine, other) = english ? (vietnamese + EnglishSuffix, vietnamese) : (vietnamese, vietnamese + EnglishSuffix);
            if (schema.All(one => one.Key != mine) || schema.All(one => one.Key != other)
                || attribute.Key == (isGiven(mine) || !isGiven(other) ? mine : other))
            {
                yield return attribute;
            }
        }
    }

    const string EnglishSuffix = "_en";

    /// <summary>Whether the value is written in English; all other text is Vietnamese.</summary>
    public bool IsEnglish => Key.EndsWith(EnglishSuffix, StringComparison.Ordinal);

    public bool IsNumeric => Type is AttributeType.Number or AttributeType.Integer;

    /// <summary>The unit in the reader's language; symbols like ha and km are the same in both.</summary>
    public string? UnitIn(bool english) => (english, Unit) switch
    {
        (true, "tỷ đồng") => "billion VND",
        (true, "triệu đồng") => "million VND",
        (true, "người") => "people",
        _ => Unit,
    };

    /// <summary>The meaning of a code; an unlisted code stands for itself rather than being hidden.</summary>
    public Bilingual Meaning(string code) =>
        Codes?.FirstOrDefault(known => known.Value == code)?.Label ?? new Bilingual(code);
}
