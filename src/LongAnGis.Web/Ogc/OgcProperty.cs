using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>One property of the features of a collection: how clients call it, what it means, and where it is stored.</summary>
/// <param name="Column">
/// SQL of a column on the row <c>version</c>, a constant of ours; null when the value stands in the row's JSON of attributes.
/// </param>
/// <param name="Attribute">The key in that JSON.</param>
public sealed record OgcProperty(
    string Key,
    AttributeType Type,
    Bilingual Label,
    string? Column = null,
    string? Attribute = null,
    string? Unit = null,
    IReadOnlyList<CodeValue>? Codes = null)
{
    public FilterKind Kind => FilterCheck.KindOf(Type);

    /// <summary>The SQL of its value: text, double precision, boolean, or a day as text in the order of the calendar.</summary>
    public string Sql(SqlValues values)
    {
        if (Column is not null)
        {
            return Column;
        }

        var key = values.Add(Attribute!);
        // Only what JSON holds in the right type is cast: a text that crept into a number's place must not end the query.
        return Kind switch
        {
            FilterKind.Number => $"(CASE WHEN jsonb_typeof(version.attributes -> {key}) = 'number' THEN (version.attributes ->> {key})::double precision END)",
            FilterKind.Boolean => $"(CASE WHEN jsonb_typeof(version.attributes -> {key}) = 'boolean' THEN (version.attributes ->> {key})::boolean END)",
            FilterKind.Day => $"((version.attributes ->> {key}) COLLATE \"C\")",
            _ => $"(version.attributes ->> {key})",
        };
    }
}
