using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Rules;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>The changes of a dossier as differences, each against what its author saw.</summary>
static class DossierDifferences
{
    public static IReadOnlyList<FeatureDifference> Of(
        IEnumerable<DossierChange> changes, IReadOnlyDictionary<string, LayerRules> layers) =>
        [.. changes
            .Where(change => layers.ContainsKey(change.Layer))
            .Select(change => FeatureDifference.Of(Feature(change, change.Before), Feature(change, change.After), layers[change.Layer]))];

    static PlanFeature? Feature(DossierChange change, DossierSide? side) => side is null
        ? null
        : new(new(change.Layer, change.Code, side.Name), side.GeometryWgs84, side.Quality) { Attributes = side.Attributes };
}
