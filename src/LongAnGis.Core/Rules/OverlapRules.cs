using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;

namespace LongAnGis.Core.Rules;

/// <summary>Rules about two features that must not share ground: R05 inside a layer, R07 between layers.</summary>
static class OverlapRules
{
    public static IEnumerable<Finding> Check(RuleContext context)
    {
        var proposed = context.Changes.Select(change => change.After).OfType<PlanFeature>().Where(IsSound).ToList();
        foreach (var (i, feature) in proposed.Index())
        {
            // Two proposed features meet once, not twice.
            foreach (var other in proposed.Skip(i + 1).Concat(context.Standing.Where(IsSound)))
            {
                if (feature.Geometry!.EnvelopeInternal.Intersects(other.Geometry!.EnvelopeInternal)
                    && Meeting(context, feature, other) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    // Crooked geometry is told by R01; overlaying it would fail.
    static bool IsSound(PlanFeature feature) =>
        feature.HasKnownPlace && (feature.Geometry!.Dimension != Dimension.Surface || feature.Geometry.IsValid);

    static Finding? Meeting(RuleContext context, PlanFeature feature, PlanFeature other)
    {
        var layer = context.Layer(feature);
        if (feature.Name.Layer == other.Name.Layer)
        {
            return layer.ForbidsOverlap ? Overlap(layer, feature, other) : null;
        }

        return layer.MustNotMeet(other.Name.Layer) ? Crossing(context, feature, other)
            : context.Layers.TryGetValue(other.Name.Layer, out var theirs) && theirs.MustNotMeet(feature.Name.Layer)
                ? Crossing(context, feature, other)
            : null;
    }

    static Finding? Overlap(LayerRules layer, PlanFeature feature, PlanFeature other)
    {
        if (!feature.IsKnownArea || !other.IsKnownArea
            || Ground.Common(feature.Geometry!, other.Geometry!) is not { IsNothing: false } common)
        {
            return null;
        }

        var (mine, theirs) = (feature.Name.Name, other.Name.Name);
        return new(Rule.R05, Severity.Error, new(
            $"{mine.Vi} chồng lấn {Amounts.Area(common.SquareMetres, false)} với {theirs.Vi} trong lớp “{layer.Name.Vi}”.",
            $"{mine.In(true)} overlaps {theirs.In(true)} by {Amounts.Area(common.SquareMetres, true)} in the layer “{layer.Name.In(true)}”."))
        {
            Feature = feature.Name,
            Other = other.Name,
            Place = common.Wgs84,
            Measure = new(common.SquareMetres, "m2"),
            Repairs = [.. new[] { Cut(feature, other), Cut(other, feature) }.OfType<Repair>()],
        };
    }

    /// <summary>Takes the common ground away from one of the two; none when nothing would be left of it.</summary>
    static Repair? Cut(PlanFeature loser, PlanFeature winner) =>
        Ground.Without(loser.Geometry!, winner.Geometry!) is { IsNothing: false } rest
            ? new(
                new(
                    $"Cắt phần chồng khỏi {loser.Name.Name.Vi}, giữ nguyên {winner.Name.Name.Vi}",
                    $"Cut the overlap from {loser.Name.Name.In(true)}, keep {winner.Name.Name.In(true)}"),
                [new(loser.Name, rest.Wgs84)])
            : null;

    static Finding? Crossing(RuleContext context, PlanFeature feature, PlanFeature other)
    {
        var (a, b) = (feature.Geometry!, other.Geometry!);
        Measure measure;
        Geometry place;
        string viHow, enHow;
        if (a.Dimension == Dimension.Surface && b.Dimension == Dimension.Surface)
        {
            if (Ground.Common(a, b) is not { IsNothing: false } common)
            {
                return null;
            }

            (measure, place) = (new(common.SquareMetres, "m2"), common.Wgs84);
            (viHow, enHow) = ($"trên {Amounts.Area(common.SquareMetres, false)}", $"over {Amounts.Area(common.SquareMetres, true)}");
        }
        else
        {
            place = Ground.Overlay(a, b, SpatialFunction.Intersection);
            var length = place.IsEmpty ? 0 : Coordinates.PlanarMeasure.LengthMetres(place);
            // Lines and points that only touch an edge do not cross it.
            if (place.IsEmpty || (length < Tolerance.NoiseMetres && !a.Crosses(b) && !a.Within(b) && !b.Within(a)))
            {
                return null;
            }

            measure = new(length, "m");
            (viHow, enHow) = length == 0 ? ("tại một điểm", "at a point") : ($"trên {Amounts.Length(length, false)}", $"along {Amounts.Length(length, true)}");
        }

        var (mine, theirs) = (feature.Name.Name, other.Name.Name);
        var theirLayer = context.Layers.TryGetValue(other.Name.Layer, out var known) ? known.Name : new Bilingual(other.Name.Layer);
        var rest = feature.IsKnownArea && other.IsKnownArea ? Cut(feature, other) : null;
        return new(Rule.R07, Severity.Error, new(
            $"{mine.Vi} đè lên {theirs.Vi} (lớp “{theirLayer.Vi}”) {viHow}; hai lớp này không được giao nhau.",
            $"{mine.In(true)} lies across {theirs.In(true)} (layer “{theirLayer.In(true)}”) {enHow}; these layers must not meet."))
        {
            Feature = feature.Name,
            Other = other.Name,
            Place = place,
            Measure = measure,
            Repairs = rest is null ? [] : [rest],
        };
    }
}
