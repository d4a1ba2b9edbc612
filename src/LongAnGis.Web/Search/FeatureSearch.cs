using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NpgsqlTypes;

namespace LongAnGis.Web.Search;

/// <summary>One feature that search found, with what a reader needs to choose it.</summary>
/// <param name="FullName">The name with the kind of unit, where the feature has one: Huyện Đức Hòa.</param>
/// <param name="District">Where it lies, in words, where the feature says so.</param>
/// <param name="FormerUnits">The units that this one was made from, under which search finds it too.</param>
/// <param name="InForceUntil">The first day on which it is no longer in force.</param>
/// <param name="Extent">West, south, east, north in WGS 84; null for a feature without a place.</param>
public sealed record FoundFeature(
    long Id,
    string Layer,
    Bilingual LayerName,
    string Code,
    Bilingual Name,
    string? FullName,
    string? District,
    IReadOnlyList<string> FormerUnits,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    bool IsInForce,
    double[]? Extent
);

/// <summary>What search found, and for which words: a slip of the finger is looked up as the name that comes closest.</summary>
/// <param name="Corrected">The name that was looked up instead, when nothing holds every word of the query.</param>
public sealed record SearchResult(IReadOnlyList<FoundFeature> Features, string? Corrected);

/// <summary>
/// Finds features by any of their names, with or without diacritics; those that hold the diacritics as typed come first.
/// What has ended or not begun on the asked day is found too, after what is in force, and says its days.
/// </summary>
public sealed class FeatureSearch(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<FeatureSearch>("FindFeatures");
    static readonly string Similar = Sql.Beside<FeatureSearch>("FindSimilarNames");

    public async Task<SearchResult> Find(string query, PointInTime moment, int most, CancellationToken cancellation)
    {
        if (SearchWords.FoldedPatterns(query).Length == 0)
        {
            return new SearchResult([], null);
        }

        var found = await Matching(query, moment, most, cancellation);
        if (found.Count > 0 || await ClosestName(query, moment, cancellation) is not { } closest)
        {
            return new SearchResult(found, null);
        }

        return new SearchResult(await Matching(closest, moment, most, cancellation), closest);
    }

    async Task<List<FoundFeature>> Matching(string query, PointInTime moment, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddMoment(moment);
        var patterns = SearchWords.FoldedPatterns(query);
        command.Parameters.AddWithValue("folded_patterns", patterns);
        var longest = patterns.OrderByDescending(pattern => pattern.Length).ToList();
        command.Parameters.AddWithValue("longest_pattern", longest[0]);
        command.Parameters.AddWithValue("second_pattern", longest[Math.Min(1, longest.Count - 1)]);
        command.Parameters.AddWithValue("third_pattern", longest[Math.Min(2, longest.Count - 1)]);
        command.Parameters.AddWithValue("exact_patterns", SearchWords.ExactPatterns(query));
        command.Parameters.AddWithValue("folded", SearchWords.FoldedQuery(query));
        command.Parameters.AddWithValue("most", most);
        await using var row = await command.ExecuteReaderAsync(cancellation);

        var found = new List<FoundFeature>();
        while (await row.ReadAsync(cancellation))
        {
            found.Add(
                new FoundFeature(
                    row.GetInt64(0),
                    row.GetString(1),
                    row.GetBilingual(2),
                    row.GetString(4),
                    row.GetBilingual(5),
                    row.FindString(10),
                    row.FindString(11),
                    row.FindString(12)?.Split(';', StringSplitOptions.TrimEntries) ?? [],
                    row.Find<DateOnly>(7),
                    row.Find<DateOnly>(8),
                    row.GetBoolean(9),
                    row.IsDBNull(13)
                        ? null
                        : [row.GetDouble(13), row.GetDouble(14), row.GetDouble(15), row.GetDouble(16)]
                )
            );
        }

        return found;
    }

    async Task<string?> ClosestName(string query, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Similar);
        command.Parameters.AddMoment(moment);
        command.Parameters.AddWithValue("folded", NpgsqlDbType.Text, SearchWords.FoldedQuery(query));
        return await command.ExecuteScalarAsync(cancellation) as string;
    }
}
