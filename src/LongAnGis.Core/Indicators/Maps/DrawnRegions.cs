namespace LongAnGis.Core.Indicators.Maps;

/// <summary>
/// Which regions of a set a map draws when these have a value. <b>No land is drawn twice</b>: the value of a union is drawn on
/// the union and none of its members is drawn, unless every member has a value of its own, which then says more. Of unions that
/// overlap the smaller is drawn. What is left without a value is missing, and hatched.
/// </summary>
/// <param name="Drawn">Codes, in the order of the regions.</param>
/// <param name="Missing">Areas that nothing drawn covers.</param>
/// <param name="Covered">Regions with a value that is not drawn, because other regions are drawn on their land.</param>
public sealed record DrawnRegions(IReadOnlyList<string> Drawn, IReadOnlyList<string> Missing, IReadOnlyList<string> Covered)
{
    public static DrawnRegions Of(RegionSet set, IReadOnlyCollection<StatisticalRegion> all, IReadOnlySet<string> withValue)
    {
        var shown = all.Where(region => set.Has(region.Kind)).ToList();
        var valued = shown.Where(region => withValue.Contains(region.Code)).ToList();
        var taken = new HashSet<string>();
        var drawn = new HashSet<string>();
        foreach (var union in valued.Where(region => region.Kind == RegionKind.Union).OrderBy(region => region.Members.Count))
        {
            if (union.Members.All(withValue.Contains) || union.Members.Any(taken.Contains))
                continue;
            taken.UnionWith(union.Members);
            drawn.Add(union.Code);
        }

        foreach (var region in valued.Where(region => region.Kind != RegionKind.Union && !region.Members.Any(taken.Contains)))
            drawn.Add(region.Code);

        var covered = valued.Where(region => drawn.Contains(region.Code)).SelectMany(region => region.Members).ToHashSet();
        return new(
            [.. valued.Select(region => region.Code).Where(drawn.Contains)],
            [.. shown.Where(region => region.Kind != RegionKind.Union && !region.Members.Any(covered.Contains)).Select(region => region.Code)],
            [.. valued.Select(region => region.Code).Where(code => !drawn.Contains(code))]);
    }
}
