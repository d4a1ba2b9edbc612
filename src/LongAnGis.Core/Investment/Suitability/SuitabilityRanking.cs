namespace LongAnGis.Core.Investment.Suitability;

/// <summary>How much a criterion counts, from 1.</summary>
public readonly record struct Weight(Criterion Criterion, int Heaviness);

/// <summary>What one criterion adds to a site's score.</summary>
/// <param name="Value">As measured; null where no source tells it.</param>
/// <param name="Added">Of 100, after weighing.</param>
public readonly record struct Contribution(Criterion Criterion, double? Value, double Added);

/// <summary>A site's suitability.</summary>
/// <param name="Score">From 0 to 100: the sum of the contributions.</param>
/// <param name="KnownShare">Which part of the weights some source could answer, from 0 to 1.</param>
public sealed record RankedSite(Site Site, double Score, double KnownShare, IReadOnlyList<Contribution> Contributions)
{
    /// <summary>From 0 for the least to 4: a fifth of the scale each.</summary>
    public int Grade => Math.Min(SuitabilityRanking.Grades - 1, (int)(Score * SuitabilityRanking.Grades / 100));
}

/// <summary>
/// Ranks sites by a weighted sum: each criterion gives between 0 and 1 points, times its weight, over the sum of all weights, in
/// per cent. What no source tells earns nothing, so that silence is never an advantage; how much of a score is known is told.
/// </summary>
public static class SuitabilityRanking
{
    public const int Grades = 5;

    /// <summary>The best first; equals keep the order they come in. Without a weight there is nothing to rank by, and nothing is ranked.</summary>
    public static IReadOnlyList<RankedSite> Rank(IEnumerable<Site> sites, IReadOnlyCollection<Weight> weights)
    {
        var all = weights.Sum(weight => weight.Heaviness);
        return all == 0 ? [] : [.. sites.Select(site => Score(site, weights, all)).OrderByDescending(ranked => ranked.Score)];
    }

    static RankedSite Score(Site site, IReadOnlyCollection<Weight> weights, int all)
    {
        var contributions = weights.Select(weight => new Contribution(
            weight.Criterion, weight.Criterion.Value(site), 100.0 * weight.Heaviness * (weight.Criterion.Points(site) ?? 0) / all)).ToList();
        var known = weights.Where(weight => weight.Criterion.Value(site) is not null).Sum(weight => weight.Heaviness);
        return new(site, contributions.Sum(one => one.Added), (double)known / all, contributions);
    }
}
