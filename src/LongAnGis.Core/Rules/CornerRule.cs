using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>
/// R09: where two areas of a layer without overlaps share a boundary, a corner of one is a corner of both. A corner that lies
/// on the other's edge (within <see cref="Tolerance.NoiseMetres"/>) without a corner there tears open as soon as one of
/// them is moved. The repair gives the edge the corner it lacks.
/// </summary>
static class CornerRule
{
    public static IEnumerable<Finding> Check(RuleContext context)
    {
        var proposed = context.Changes.Select(change => change.After).OfType<PlanFeature>()
            .Where(feature => feature.IsKnownArea && context.Layer(feature).ForbidsOverlap).ToList();
        var order = proposed.Index().ToDictionary(one => one.Item, one => one.Index);
        foreach (var feature in proposed)
        {
            foreach (var other in context.Near(feature))
            {
                if (other.Name.Layer == feature.Name.Layer && other.IsKnownArea
                    && !(order.TryGetValue(other, out var later) && later < order[feature])
                    && Found(feature, other) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    static Finding? Found(PlanFeature feature, PlanFeature other)
    {
        var (mine, theirs) = (Missing(feature, other), Missing(other, feature));
        if (mine.Count + theirs.Count == 0)
        {
            return null;
        }

        List<RepairedFeature> repaired = [];
        if (mine.Count > 0)
        {
            repaired.Add(new(feature.Name, Added(feature, mine)));
        }

        if (theirs.Count > 0)
        {
            repaired.Add(new(other.Name, Added(other, theirs)));
        }

        var count = mine.Count + theirs.Count;
        return new(Rule.R09, Severity.Warning, new(
            $"{feature.Name.Name.Vi} và {other.Name.Name.Vi} giáp nhau nhưng {count} đỉnh chỉ có ở một bên; khi kéo ranh, hai bên sẽ tách ra.",
            $"{feature.Name.Name.In(true)} and {other.Name.Name.In(true)} share a boundary, but {count} corner{(count == 1 ? " is" : "s are")} only on one side; moved, the boundary will tear."))
        {
            Feature = feature.Name,
            Other = other.Name,
            Measure = new(count, "vertices"),
            Place = feature.Geometry!.Factory.CreateMultiPointFromCoords([.. mine.Concat(theirs).Select(corner => corner.Copy())]),
            Repairs = [new(new($"Thêm {count} đỉnh còn thiếu", $"Add the {count} missing corner{(count == 1 ? "" : "s")}"), repaired)],
        };
    }

    /// <summary>Corners of the neighbour that lie on this feature's edges, which have none there.</summary>
    static List<Coordinate> Missing(PlanFeature feature, PlanFeature neighbour)
    {
        var reach = feature.Geometry!.EnvelopeInternal.Copy();
        reach.ExpandBy(1e-6);
        return
        [
            .. neighbour.Boundary.Corners
                .Where(corner => reach.Contains(corner.Longitude, corner.Latitude)
                    && !feature.Boundary.HasCorner(corner.Longitude, corner.Latitude))
                .Select(corner => new Coordinate(corner.Longitude, corner.Latitude))
                .Where(corner => Edge(feature, corner) is not null),
        ];
    }

    /// <summary>The edge on which the place lies, away from both its ends.</summary>
    static BoundaryIndex.Edge? Edge(PlanFeature feature, Coordinate place) =>
        feature.Boundary.HasCornerNear(place, Tolerance.NoiseMetres)
            ? null
            : feature.Boundary.Near(place, Tolerance.NoiseMetres).Where(edge => edge.Distance(place) <= Tolerance.NoiseMetres).MinBy(edge => edge.Distance(place));

    static Geometry Added(PlanFeature feature, List<Coordinate> corners)
    {
        var byEdge = corners.Select(corner => (Corner: corner, Edge: Edge(feature, corner)!))
            .ToLookup(found => (found.Edge.Part, found.Edge.Ring, found.Edge.Start));
        var sketch = feature.Boundary.Sketch;
        return (sketch with
        {
            Parts =
            [
                .. sketch.Parts.Select((rings, part) => (IReadOnlyList<Coordinate[]>)
                [
                    .. rings.Select((ring, number) => ring
                        .SelectMany((corner, start) => byEdge[(part, number, start)]
                            .OrderBy(found => found.Edge.Along(found.Corner))
                            .Select(found => found.Corner.Copy())
                            .Prepend(corner))
                        .ToArray()),
                ]),
            ],
        }).ToGeometry();
    }
}
