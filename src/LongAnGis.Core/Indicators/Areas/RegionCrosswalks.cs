namespace LongAnGis.Core.Indicators.Areas;

/// <summary>Some of a region that ended lies in one that began.</summary>
/// <param name="Day">The first day of the region that began.</param>
/// <param name="ShareOfOld">Of the land of the region that ended: 1 for the whole, null where it is not known.</param>
/// <param name="ShareOfNew">Of the land of the region that began, for the way back; null where it is not known.</param>
public sealed record Succession(string Old, string New, DateOnly Day, decimal? ShareOfOld, decimal? ShareOfNew);

/// <summary>A region that lies in another of the same time, all of whose parts are regions as well.</summary>
public sealed record RegionPart(string Part, string Whole);

/// <summary>
/// The ways on which figures come from one set of regions to another: from the districts to the communes of 2025 and back, from
/// both to the province that they make up, and from two provinces to the one into which they were merged.
/// </summary>
public sealed class RegionCrosswalks(
    IReadOnlyCollection<StatisticalRegion> regions, IReadOnlyCollection<Succession> successions, IReadOnlyCollection<RegionPart> parts)
{
    readonly Dictionary<string, StatisticalRegion> _regions = regions.ToDictionary(region => region.Code);

    /// <summary>Where a set's figures may come from, in the order in which it is tried.</summary>
    public IReadOnlyList<(RegionSet From, Crosswalk Crosswalk)> To(RegionSet set) => [.. Ways(set).Where(way => way.Crosswalk.Links.Count > 0)];

    IEnumerable<(RegionSet From, Crosswalk Crosswalk)> Ways(RegionSet set) => set switch
    {
        RegionSet.Communes => [(RegionSet.Districts, New(Between(RegionSet.Districts, RegionSet.Communes).Select(Forward)))],
        RegionSet.Districts => [(RegionSet.Communes, New(Between(RegionSet.Districts, RegionSet.Communes).Select(Back)))],
        _ =>
        [
            (RegionSet.Districts, New(parts.Select(part => new CrosswalkLink(part.Part, part.Whole, 1)))),
            (RegionSet.Communes, New(CommunesOfProvinces())),
            // Last, since it builds upon what the others brought to the provinces that ended.
            (RegionSet.Provinces, New(Between(RegionSet.Provinces, RegionSet.Provinces).Select(Forward))),
        ],
    };

    IEnumerable<Succession> Between(RegionSet old, RegionSet begun) =>
        successions.Where(one => IsIn(old, one.Old) && IsIn(begun, one.New));

    /// <summary>Communes of today lie in a province that ended when all their predecessors did.</summary>
    IEnumerable<CrosswalkLink> CommunesOfProvinces()
    {
        var provinces = parts.ToDictionary(part => part.Part, part => part.Whole);
        foreach (var commune in Between(RegionSet.Districts, RegionSet.Communes).GroupBy(one => one.New))
        {
            var wholes = commune.Select(one => provinces.GetValueOrDefault(one.Old)).Distinct().ToList();
            if (wholes is [{ } whole])
                yield return new(commune.Key, whole, 1);
        }
    }

    bool IsIn(RegionSet set, string code) =>
        _regions.TryGetValue(code, out var region) && region.Kind != RegionKind.Union && set.Has(region.Kind);

    static CrosswalkLink Forward(Succession one) => new(one.Old, one.New, one.ShareOfOld);

    static CrosswalkLink Back(Succession one) => new(one.New, one.Old, one.ShareOfNew);

    Crosswalk New(IEnumerable<CrosswalkLink> links) => new(
        successions.Select(one => one.Day).DefaultIfEmpty().Max(),
        [.. links],
        _regions.ToDictionary(region => region.Key, region => region.Value.Name.Vi));
}
