using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;

namespace LongAnGis.Core.Rules;

/// <summary>Rules about two features that must not share ground: R05 inside a layer, R07 between layers.</summary>
static class OverlapRules
{
    static readonly GeometryRelate Relate = GeometryRelate.NG;

    /// <summary>
    /// Pairs that are overlaid in one check. A coverage has a handful of neighbours for each zone; a heap of thousands of areas
    /// on one spot has millions of pairs, and the first of them say enough.
    /// </summary>
    internal const int MostMeetings = 20_000;

    /// <summary>What the finding of a heap is about.</summary>
    internal const string TooManyPairs = "too-many";

    public static IEnumerable<Finding> Check(RuleContext context)
    {
        var proposed = context.Changes.Select(change => change.After).OfType<PlanFeature>().Where(IsSound).ToList();
        var order = proposed.Index().ToDictionary(one => one.Item, one => one.Index);
        var meetings = 0;
        foreach (var feature in proposed)
        {
            foreach (var other in context.Near(feature).Where(other => IsSound(other) && MayNotMeet(context, feature, other)))
            {
                // Two proposed features meet once, not twice.
                if (order.TryGetValue(other, out var later) && later < order[feature])
                {
                    continue;
                }

                if (++meetings > MostMeetings)
                {
                    yield return TooMany(feature);
                    yield break;
                }

                if (Meeting(context, feature, other) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    static Finding TooMany(PlanFeature feature) => new(Rule.R05, Severity.Error, new(
        $"Có hơn {MostMeetings.ToString("N0", AttributeText.Culture(english: false))} cặp đối tượng nằm sát hoặc đè lên nhau nên không xét hết; hãy sửa các chồng lấn đã nêu rồi kiểm tra lại.",
        $"More than {MostMeetings.ToString("N0", AttributeText.Culture(english: true))} pairs lie close to or on each other, so not all were judged; mend the overlaps that are named and check again."))
    {
        Feature = feature.Name,
        About = TooManyPairs,
    };

    static bool MayNotMeet(RuleContext context, PlanFeature feature, PlanFeature other) =>
        feature.Name.Layer == other.Name.Layer
            ? context.Layer(feature).ForbidsOverlap && feature.IsKnownArea && other.IsKnownArea
            : context.Layer(feature).MustNotMeet(other.Name.Layer)
                || (context.Layers.TryGetValue(other.Name.Layer, out var theirs) && theirs.MustNotMeet(feature.Name.Layer));

    // Crooked geometry is told by R01; overlaying it would fail.
    static bool IsSound(PlanFeature feature) =>
        feature.HasKnownPlace && (feature.Geometry!.Dimension != Dimension.Surface || feature.Geometry.IsValid);

    static Finding? Meeting(RuleContext context, PlanFeature feature, PlanFeature other) =>
        feature.Name.Layer == other.Name.Layer
            ? Overlap(context.Layer(feature), feature, other)
            : feature.Geometry!.EnvelopeInternal.Intersects(other.Geometry!.EnvelopeInternal)
                ? Crossing(context, feature, other)
            : null;

    static Finding? Overlap(LayerRules layer, PlanFeature feature, PlanFeature other)
    {
        if (Ground.Common(feature.Geometry!, other.Geometry!) is not { IsNothing: false } common)
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
            if (place.IsEmpty || (length < Tolerance.NoiseMetres && !Relate.Crosses(a, b) && !Relate.Within(a, b) && !Relate.Within(b, a)))
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
