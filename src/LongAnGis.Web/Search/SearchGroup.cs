using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Search;

/// <summary>The hits of one layer, together, in the order of the best among them.</summary>
public sealed record SearchGroup(string Layer, Bilingual Name, IReadOnlyList<FoundFeature> Features)
{
    public static IReadOnlyList<SearchGroup> Of(IReadOnlyList<FoundFeature> features) =>
        [
            .. features
                .GroupBy(feature => feature.Layer)
                .Select(group => new SearchGroup(group.Key, group.First().LayerName, [.. group])),
        ];
}
