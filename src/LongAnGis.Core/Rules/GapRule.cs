using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;

namespace LongAnGis.Core.Rules;

/// <summary>
/// R06: the areas of a coverage leave no ground out. Two things are gaps: ground that a changed feature covered and nobody
/// covers now, and a hole between features of which a changed one is a neighbour. Gaps elsewhere are not this author's.
/// </summary>
static class GapRule
{
    public static IEnumerable<Finding> Check(RuleContext context) =>
        context.Changes.GroupBy(change => change.Name.Layer)
            .Where(layer => context.Layers[layer.Key].IsCoverage)
            .SelectMany(layer => Gaps(context, context.Layers[layer.Key], [.. layer]));

    static IEnumerable<Finding> Gaps(RuleContext context, LayerRules layer, List<ProposedChange> changes)
    {
        var covering = context.After.Where(feature => feature.Name.Layer == layer.Code && IsSound(feature)).ToList();
        var touched = new Envelope();
        foreach (var feature in changes.SelectMany(change => new[] { change.Before, change.After }).OfType<PlanFeature>().Where(IsSound))
        {
            touched.ExpandToInclude(feature.Geometry!.EnvelopeInternal);
        }

        if (touched.IsNull)
        {
            yield break;
        }

        var covered = Ground.Together(covering.Select(feature => feature.Geometry!).Where(area => area.EnvelopeInternal.Intersects(touched)));
        var gaps = Lost(context, changes, covered).Concat(Holes(changes, covered)).ToList();
        if (gaps.Count == 0)
        {
            yield break;
        }

        // A hole that was lost ground before is one gap, not two; several beside the same neighbour are one finding.
        var parts = PolygonExtracter.GetPolygons(Ground.Together(gaps)).Select(Ground.Of).Where(gap => !gap.IsNothing)
            .Select(gap => (Gap: gap, Feature: Responsible(gap, changes), Neighbours: Neighbours(gap, covering)));
        foreach (var alike in parts.GroupBy(part => (part.Feature.Path, Other(part.Feature, part.Neighbours)?.Path)))
        {
            var all = Ground.Of(Ground.Together(alike.Select(part => part.Gap.Wgs84)));
            yield return Found(layer, all, alike.First().Feature, alike.First().Neighbours);
        }
    }

    static IEnumerable<Geometry> Lost(RuleContext context, List<ProposedChange> changes, Geometry covered)
    {
        foreach (var before in changes.Select(change => change.Before).OfType<PlanFeature>().Where(IsSound))
        {
            var lost = Ground.Without(before.Geometry!, covered);
            if (!lost.IsNothing && context.Province is { } province)
            {
                lost = Ground.Common(lost.Wgs84, province);
            }

            if (!lost.IsNothing)
            {
                yield return lost.Wgs84;
            }
        }
    }

    static IEnumerable<Geometry> Holes(List<ProposedChange> changes, Geometry covered)
    {
        var changed = changes.Select(change => change.After).OfType<PlanFeature>().Where(IsSound).ToList();
        return PolygonExtracter.GetPolygons(covered).Cast<Polygon>()
            .SelectMany(area => area.Holes)
            .Select(hole => covered.Factory.CreatePolygon((LinearRing)hole))
            .Where(hole => changed.Any(feature =>
                feature.Geometry!.EnvelopeInternal.Intersects(hole.EnvelopeInternal) && Ground.Meet(feature.Geometry, hole)));
    }

    static Finding Found(LayerRules layer, Ground gap, FeatureName feature, List<PlanFeature> neighbours) =>
        new(Rule.R06, Severity.Error, new(
            $"Lớp “{layer.Name.Vi}” phải phủ kín, nhưng bên {feature.Name.Vi} để hở {Amounts.Area(gap.SquareMetres, false)}.",
            $"The layer “{layer.Name.In(true)}” must cover everything, but beside {feature.Name.In(true)} {Amounts.Area(gap.SquareMetres, true)} is left out."))
        {
            Feature = feature,
            Other = Other(feature, neighbours),
            Place = gap.Wgs84,
            Measure = new(gap.SquareMetres, "m2"),
            Repairs = [.. neighbours.Take(3).Select(neighbour => Fill(neighbour, gap))],
        };

    static FeatureName? Other(FeatureName feature, List<PlanFeature> neighbours) =>
        neighbours.Select(neighbour => neighbour.Name).FirstOrDefault(name => name.Path != feature.Path);

    /// <summary>Who shares an edge with the gap, the longest first.</summary>
    static List<PlanFeature> Neighbours(Ground gap, List<PlanFeature> covering) =>
    [
        .. covering
            .Where(feature => feature.Geometry!.EnvelopeInternal.Intersects(gap.Wgs84.EnvelopeInternal))
            .Select(feature => (Feature: feature, Shared: SharedMetres(feature.Geometry!, gap.Wgs84)))
            .Where(neighbour => neighbour.Shared > 0)
            .OrderByDescending(neighbour => neighbour.Shared)
            .Select(neighbour => neighbour.Feature),
    ];

    /// <summary>The change whose old or new ground touches the gap.</summary>
    static FeatureName Responsible(Ground gap, List<ProposedChange> changes) =>
        changes.FirstOrDefault(change =>
            new[] { change.After, change.Before }.OfType<PlanFeature>().Any(feature => IsSound(feature) && Ground.Meet(feature.Geometry!, gap.Wgs84)))
            ?.Name ?? changes[0].Name;

    static Repair Fill(PlanFeature neighbour, Ground gap) => new(
        new($"Giao phần hở cho {neighbour.Name.Name.Vi}", $"Give the gap to {neighbour.Name.Name.In(true)}"),
        [new(neighbour.Name, Ground.Of(Ground.Overlay(neighbour.Geometry!, gap.Wgs84, SpatialFunction.Union)).Wgs84)]);

    static double SharedMetres(Geometry one, Geometry other)
    {
        var shared = Ground.Overlay(one.Boundary, other.Boundary, SpatialFunction.Intersection);
        return shared.IsEmpty ? 0 : PlanarMeasure.LengthMetres(shared);
    }

    static bool IsSound(PlanFeature feature) => feature.IsKnownArea && feature.Geometry!.IsValid;
}
