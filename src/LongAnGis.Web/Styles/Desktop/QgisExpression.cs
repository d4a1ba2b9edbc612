using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Styles.Desktop;

/// <summary>The test of a rule in the expression language of QGIS.</summary>
static class QgisExpression
{
    /// <param name="quality">The property that tells how well a place is known: <c>geometry_quality</c>, in tiles <c>quality</c>.</param>
    /// <returns>Null when the rule takes every feature.</returns>
    public static string? Of(DrawnRules rules, DrawnRule rule, string quality)
    {
        var tests = new List<string>();
        if (rules.Attribute is { } attribute && rules.Values.Count > 0)
        {
            tests.Add(rule.Value is { } value ? $"{Name(attribute)} = {Text(value)}" : Other(attribute, rules.Values));
        }

        if (rule.Status is { } status)
        {
            var property = rules.Layer.Symbol.Status!;
            tests.Add(status == LandStatus.Existing
                ? Other(property, [.. LandStatuses.All.Where(one => one != LandStatus.Existing).Select(one => one.Code())])
                : $"{Name(property)} = {Text(status.Code())}");
        }

        if (rule.IsIndicative is { } isIndicative)
        {
            tests.Add($"coalesce({Name(quality)}, '') {(isIndicative ? "=" : "<>")} {Text(Quality.Indicative)}");
        }

        return tests.Count == 0 ? null : string.Join(" AND ", tests);
    }

    static string Other(string property, IReadOnlyList<string> values) =>
        $"({Name(property)} IS NULL OR {Name(property)} NOT IN ({string.Join(", ", values.Select(Text))}))";

    public static string Name(string property) => $"\"{property.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
