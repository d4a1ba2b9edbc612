using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;

namespace LongAnGis.Core.ChangeSets;

/// <summary>How much land of one class, or of one layer that counts no classes, a change set gains (+) or loses (−).</summary>
/// <param name="LandClass">Null where the layer has no land classes.</param>
public sealed record LandDifference(string Layer, string? LandClass, Bilingual Name, double Hectares)
{
    /// <summary>Gains first, the largest first.</summary>
    public static IReadOnlyList<LandDifference> Of(IEnumerable<FeatureDifference> differences) =>
    [
        .. differences
            .SelectMany(Parts)
            .GroupBy(part => (part.Layer, part.LandClass))
            .Select(group => group.First() with { Hectares = group.Sum(part => part.Hectares) })
            .OrderByDescending(part => part.Hectares),
    ];

    static IEnumerable<LandDifference> Parts(FeatureDifference difference)
    {
        var (before, after) = (Class(difference.Before, difference.Layer), Class(difference.After, difference.Layer));
        // The same class keeps its common ground; only then is rounding left out of the sum.
        if (before == after && difference is { Before: not null, After: not null })
        {
            yield return Part(difference.Layer, after, difference.Gained.SquareMetres - difference.Lost.SquareMetres);
            yield break;
        }

        if (difference.Before is { IsKnownArea: true, Grid: { } old })
        {
            yield return Part(difference.Layer, before, -old.Area);
        }

        if (difference.After is { IsKnownArea: true, Grid: { } now })
        {
            yield return Part(difference.Layer, after, now.Area);
        }
    }

    static LandDifference Part(LayerRules layer, string? landClass, double squareMetres) => new(
        layer.Code,
        landClass,
        landClass is null ? layer.Name : Meaning(layer, landClass),
        squareMetres / 10_000);

    static string? Class(PlanFeature? feature, LayerRules layer) =>
        layer.LandClassAttribute is { } attribute ? feature?.Text(attribute) : null;

    static Bilingual Meaning(LayerRules layer, string landClass) =>
        layer.Attributes.FirstOrDefault(attribute => attribute.Key == layer.LandClassAttribute)?.Meaning(landClass) ?? new(landClass);
}
