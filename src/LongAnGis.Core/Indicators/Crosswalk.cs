namespace LongAnGis.Core.Indicators;

/// <summary>Some of an area that ends becomes some of an area that begins.</summary>
/// <param name="From">Code of the area that ends, with its date: <c>27694-to-2025</c>.</param>
/// <param name="Share">Of the area that ends: 1 for the whole, less for a part, null for a part of unknown size.</param>
public sealed record CrosswalkLink(string From, string To, decimal? Share);

/// <summary>
/// How areas of one time became those of another on one day. Shares are of the area that ends and by area of land, unless the
/// caller has better ones; those of one area add up to 1 but for rounding (<see cref="Rounding"/>).
/// </summary>
public sealed class Crosswalk
{
    /// <summary>Published shares have four decimals; an area cut into ten may be off by this much.</summary>
    const decimal Rounding = 0.005m;

    readonly ILookup<string, CrosswalkLink> _from;
    readonly ILookup<string, CrosswalkLink> _to;
    readonly IReadOnlyDictionary<string, string> _names;

    /// <param name="day">The first day of the new areas.</param>
    /// <param name="names">Of both times' areas by code, for explanations; without one the code is said.</param>
    public Crosswalk(DateOnly day, IReadOnlyList<CrosswalkLink> links, IReadOnlyDictionary<string, string>? names = null)
    {
        if (links.FirstOrDefault(link => link.Share is <= 0 or > 1) is { } wrong)
            throw new ArgumentException($"{wrong.From} to {wrong.To}: a share is above 0 and at most 1", nameof(links));
        if (links.GroupBy(link => (link.From, link.To)).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Key.From} to {twice.Key.To} stands there twice", nameof(links));
        if (links.GroupBy(link => link.From).FirstOrDefault(group => group.Sum(link => link.Share ?? 0) > 1 + Rounding) is { } over)
            throw new ArgumentException($"the shares of {over.Key} add up to more than 1", nameof(links));

        (Day, Links, _names) = (day, links, names ?? new Dictionary<string, string>());
        (_from, _to) = (links.ToLookup(link => link.From), links.ToLookup(link => link.To));
    }

    public DateOnly Day { get; }

    public IReadOnlyList<CrosswalkLink> Links { get; }

    /// <summary>How a union of areas is named here: its members' codes joined by <c>+</c>.</summary>
    public static string Union(IEnumerable<string> members) => string.Join('+', members);

    public string Name(string code) => _names.GetValueOrDefault(code, code);

    /// <summary>The areas of which some became part of any of these.</summary>
    public IReadOnlyList<string> Predecessors(IEnumerable<string> areas) =>
        [.. areas.SelectMany(area => _to[area]).Select(link => link.From).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Successors(string area) => [.. _from[area].Select(link => link.To).Order(StringComparer.Ordinal)];

    /// <summary>Whether all of an area became part of these: also when it was cut and all its parts are among them.</summary>
    public bool IsWholly(string from, IReadOnlySet<string> areas) =>
        IsComplete(from) && _from[from].All(link => areas.Contains(link.To));

    /// <summary>Its parts with their shares, which then add up to exactly 1; null when one is not known.</summary>
    public IReadOnlyList<(string To, decimal Share)>? Parts(string from)
    {
        var links = _from[from].OrderBy(link => link.To, StringComparer.Ordinal).ToList();
        var sum = links.Sum(link => link.Share ?? 0);
        return links.Count > 0 && links.All(link => link.Share is not null) && Math.Abs(sum - 1) <= Rounding
            ? links.ConvertAll(link => (link.To, link.Share!.Value / sum))
            : null;
    }

    /// <summary>
    /// The way back: from the areas that began to those that ended. What has one predecessor lies wholly in it; the sizes of
    /// the others' parts do not follow from the way there and are unknown.
    /// </summary>
    public Crosswalk Reversed() => new(
        Day,
        [.. Links.Select(link => new CrosswalkLink(link.To, link.From, _to[link.To].Count() == 1 ? 1 : null))],
        _names);

    /// <summary>Whether the links tell where all of an area went.</summary>
    bool IsComplete(string from)
    {
        var links = _from[from].ToList();
        // One part alone leaves the rest unsaid; several of unknown size are taken for all, as the table lists each part.
        return links.Any(link => link.Share is null) ? links.Count > 1 : Parts(from) is not null;
    }
}
