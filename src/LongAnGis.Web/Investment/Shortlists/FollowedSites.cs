using LongAnGis.Core.Investment;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Investment.Shortlists;

/// <summary>What a key in an old link leads to.</summary>
/// <param name="Asked">As the link has it.</param>
/// <param name="Name">What that site is, or was, called; null when there never was one.</param>
/// <param name="Site">The site itself, else what has come in its place; null when there is nothing today.</param>
public sealed record FollowedSite(SiteKey Asked, string? Name, Site? Site)
{
    public bool IsReplaced => Site is { } site && site.Key != Asked;
}

/// <summary>Leads the sites of a link to those of today, so that lists and comparisons outlive renaming, merging and repeal.</summary>
public sealed class FollowedSites(AskedMoment asked, KnownSites known, FeatureReferences references, FeatureById features)
{
    /// <summary>A chain of successors that is longer goes round in a circle.</summary>
    const int MostSteps = 8;

    public async Task<IReadOnlyList<FollowedSite>> Of(IReadOnlyList<SiteKey> keys)
    {
        var catalogue = await known.At(await asked.Time(), asked.Cancellation);
        var followed = new List<FollowedSite>();
        foreach (var key in keys)
        {
            followed.Add(catalogue.Find(key) is { } site ? new(key, site.Name.Vi, site) : await Follow(catalogue, key));
        }

        return followed;
    }

    async Task<FollowedSite> Follow(SiteCatalogue catalogue, SiteKey key)
    {
        var moment = await asked.Time();
        string? name = null;
        var at = key;
        for (var step = 0; step < MostSteps && await features.Find(at.Layer, at.Id, moment, asked.Cancellation) is { } placed; step++)
        {
            name ??= placed.Feature.Name.Vi;
            if (placed.Feature.SuccessorId is not { } next || await references.ById(next, moment, asked.Cancellation) is not { } successor)
                break;

            at = new(successor.Layer, successor.Id);
            if (catalogue.Find(at) is { } site)
                return new(key, name, site);
        }

        return new(key, name, null);
    }
}
