using System.Collections.Concurrent;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Features;

namespace LongAnGis.Web.Plans.Tables;

/// <summary>One page of a list and the cursors of the pages beside it; null where there is none.</summary>
public sealed record FeatureRows(IReadOnlyList<Feature> Rows, PageCursor? Previous, PageCursor? Next);

/// <summary>Lists the features of a layer at a moment: filtered, ordered, page by page.</summary>
public sealed class FeatureTable(PublicDatabase database)
{
    public const int PageSize = 50;
    const int MostKept = 2000;

    // Counting a large layer costs more than showing a page of it, and the same selection always counts the same.
    readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, long>> countsByValue = new(StringComparer.Ordinal);

    public async Task<FeatureRows> Page(
        FeatureSelection selection, FeatureSort sort, PageCursor? after, PageCursor? before, int size, CancellationToken cancellation)
    {
        var backwards = before is not null;
        // One row more than shown tells whether there is another page.
        await using var command = selection.Page(database.Source, Feature.Columns, sort, before ?? after, backwards, size + 1);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(Feature Feature, PageCursor Cursor)>();
        while (await row.ReadAsync(cancellation))
        {
            var feature = Feature.Read(row);
            rows.Add((feature, new(row.FindString(Feature.ColumnCount), feature.Id)));
        }

        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        if (backwards)
            rows.Reverse();

        var hasPrevious = rows.Count > 0 && (backwards ? more : after is not null);
        var hasNext = rows.Count > 0 && (backwards || more);
        return new(
            [.. rows.Select(one => one.Feature)],
            hasPrevious ? rows[0].Cursor : null,
            hasNext ? rows[^1].Cursor : null);
    }

    public async Task<long> Count(FeatureSelection selection, CancellationToken cancellation)
    {
        if (counts.TryGetValue(selection.Key, out var known))
            return known;

        await using var command = selection.Count(database.Source);
        return Keep(counts, selection.Key, (long)(await command.ExecuteScalarAsync(cancellation))!);
    }

    /// <summary>Values of a code attribute in the selection and how many features have each.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountByValue(
        FeatureSelection selection, AttributeDefinition attribute, CancellationToken cancellation)
    {
        var key = $"{attribute.Key} {selection.Key}";
        if (countsByValue.TryGetValue(key, out var known))
            return known;

        await using var command = selection.CountByValue(database.Source, attribute);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
            counted[row.FindString(0) ?? ""] = row.GetInt64(1);
        return Keep(countsByValue, key, counted);
    }

    static T Keep<T>(ConcurrentDictionary<string, T> kept, string key, T value)
    {
        if (kept.Count > MostKept)
            kept.Clear();
        return kept[key] = value;
    }
}
