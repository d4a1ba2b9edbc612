using System.Globalization;
using System.Text;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans.Tables;

/// <summary>
/// The one writer of SQL for lists of features. A request chooses among what the layer's schema offers; every value, the
/// names of attributes included, travels as a parameter, and JSON is cast only where its type allows.
/// </summary>
public sealed class FeatureSelection
{
    readonly Layer layer;
    readonly StringBuilder where = new();
    readonly List<(string Name, object Value, NpgsqlDbType? Type)> values = [];

    public FeatureSelection(Layer layer, PointInTime moment, FeatureFilter filter)
    {
        this.layer = layer;
        where.Append(CultureInfo.InvariantCulture, $"""
            version.layer_code = {Value(layer.Code)}
              AND (version.plan_code IS NULL OR version.plan_code = {Value(moment.Plan)})
              AND version.revision_from <= {Value(moment.Revision)}
              AND (version.revision_to IS NULL OR version.revision_to > {Value(moment.Revision)})
              AND version.in_force @> {Value(moment.AsOf)}
            """);

        // One by one, because the trigram index answers LIKE but not LIKE ALL.
        foreach (var pattern in filter.Words is { } words ? SearchWords.FoldedPatterns(words) : [])
            And($"version.search_text LIKE {Value(pattern)}");
        foreach (var (key, codes) in filter.Codes)
            And($"{Text(key)} = ANY ({Value(codes.ToArray())})");
        foreach (var (key, text) in filter.Texts)
            And($"lower({Text(key)}) LIKE {Value("%" + Escaped(text.ToLowerInvariant()) + "%")}");
        foreach (var (key, range) in filter.Ranges)
            And(Within(layer.Attributes.First(one => one.Key == key), range));
    }

    /// <summary>
    /// Everything that decides what is selected. As the revision and the day are part of it, the same key selects the same
    /// features for ever.
    /// </summary>
    public string Key => where + string.Join('\u001f', values.Select(one => one.Value is string[] list ? string.Join('\u001e', list) : $"{one.Value}"));

    /// <summary>One page in the order of a column, and the sort value of each row for the cursor of the next.</summary>
    public NpgsqlCommand Page(NpgsqlDataSource database, string columns, FeatureSort sort, PageCursor? after, bool backwards, int limit)
    {
        var key = SortKey(sort);
        // Going back reads the same order from its other end.
        var down = sort.Descending != backwards;
        var direction = down ? "DESC" : "ASC";
        var nulls = backwards ? "DESC" : "ASC";
        var rows = backwards ? "DESC" : "ASC";
        var start = after is null ? "" : "\n  AND " + Beyond(key, sort, after, down, backwards);
        return Command(database, $"""
            SELECT {columns}, ({key})::text AS sort_value
            FROM pub.feature_version AS version
            WHERE {where}{start}
            ORDER BY {(sort.MayLackValue ? $"({key}) IS NULL {nulls}, " : "")}{key} {direction}, version.feature_id {rows}
            LIMIT {Value(limit)}
            """);
    }

    public NpgsqlCommand Count(NpgsqlDataSource database) => Command(database, $"""
        SELECT count(*)
        FROM pub.feature_version AS version
        WHERE {where}
        """);

    /// <summary>How many of the selection have each value of a code attribute.</summary>
    public NpgsqlCommand CountByValue(NpgsqlDataSource database, AttributeDefinition attribute) => Command(database, $"""
        SELECT {Text(attribute.Key)} AS value, count(*)
        FROM pub.feature_version AS version
        WHERE {where}
        GROUP BY 1
        ORDER BY 2 DESC
        LIMIT 100
        """);

    NpgsqlCommand Command(NpgsqlDataSource database, string sql)
    {
        var command = database.CreateCommand(sql);
        foreach (var (name, value, type) in values)
            command.Parameters.Add(type is { } known ? new(name, known) { Value = value } : new(name, value));
        return command;
    }

    // The key set: rows after the cursor in an order where rows without a value come last.
    string Beyond(string key, FeatureSort sort, PageCursor after, bool down, bool backwards)
    {
        var id = Value(after.Id);
        var side = backwards ? "<" : ">";
        if (after.Value is null)
            return backwards
                ? $"(({key}) IS NOT NULL OR version.feature_id < {id})"
                : $"(({key}) IS NULL AND version.feature_id > {id})";

        var value = CursorValue(sort, after.Value);
        var sense = down ? "<" : ">";
        // Said twice, because an index finds its place by the first and not by the second.
        var beyond = $"({key}) {sense}= {value} AND (({key}) {sense} {value} OR version.feature_id {side} {id})";
        return backwards || !sort.MayLackValue ? $"({beyond})" : $"(({beyond}) OR ({key}) IS NULL)";
    }

    string SortKey(FeatureSort sort) => sort switch
    {
        { Attribute: { IsNumeric: true } numeric } => Number(numeric.Key),
        { Attribute: { Codes: { Count: > 0 } codes } coded } =>
            $"array_position({Value(codes.Select(code => code.Value).ToArray())}, {Text(coded.Key)})",
        { Attribute: { } text } => $"nullif({Text(text.Key)}, '') COLLATE \"vi-x-icu\"",
        { Key: FeatureSort.Name } => "version.name_vi COLLATE \"vi-x-icu\"",
        _ => "version.code",
    };

    string CursorValue(FeatureSort sort, string value) => sort.Attribute switch
    {
        { IsNumeric: true } or { Codes.Count: > 0 } =>
            decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Value(number) : Value(0m),
        _ => Value(value),
    };

    string Within(AttributeDefinition attribute, ValueRange range)
    {
        var actual = attribute.IsNumeric ? Number(attribute.Key) : Text(attribute.Key);
        string Bound(string value) => attribute.IsNumeric ? Value(decimal.Parse(value, CultureInfo.InvariantCulture)) : Value(value);
        var sides = new List<string>();
        if (range.Min is { } min)
            sides.Add($"{actual} >= {Bound(min)}");
        if (range.Max is { } max)
            sides.Add($"{actual} <= {Bound(max)}");
        return string.Join(" AND ", sides);
    }

    string Text(string key) => $"(version.attributes ->> {Value(key)})";

    // Only JSON numbers are cast: a text that crept into a number's place must not end the query.
    string Number(string key)
    {
        var name = Value(key);
        return $"(CASE WHEN jsonb_typeof(version.attributes -> {name}) = 'number' THEN (version.attributes ->> {name})::numeric END)";
    }

    void And(string condition) => where.Append("\n  AND ").Append(condition);

    string Value(object value)
    {
        // The same value is sent once, so that an expression repeated in ORDER BY is the same expression to PostgreSQL.
        var known = values.FindIndex(one => Equals(one.Value, value));
        if (known < 0)
        {
            values.Add(($"v{values.Count}", value, value is string ? NpgsqlDbType.Text : null));
            known = values.Count - 1;
        }

        return "@" + values[known].Name;
    }

    static string Escaped(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
