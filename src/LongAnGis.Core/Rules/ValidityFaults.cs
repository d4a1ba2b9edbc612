using LongAnGis.Core.Plans;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index;
using NetTopologySuite.Index.Chain;
using NetTopologySuite.Index.HPRtree;
using NetTopologySuite.Operation.Valid;

namespace LongAnGis.Core.Rules;

/// <summary>
/// R01 as the Simple Features standard has it: rings that do not cross themselves or each other, holes inside their shell,
/// an interior in one piece, parts that do not overlap. Says where, and offers what NTS's GeometryFixer makes of it.
/// </summary>
static class ValidityFaults
{
    /// <summary>
    /// Pairs of boundary stretches whose boxes meet. An honest boundary has a handful for each stretch; a comb of long
    /// slanting teeth has billions, and would keep a processor busy for minutes.
    /// </summary>
    internal const int FoldLimit = 5_000_000;

    public static Finding[]? Check(Geometry geometry)
    {
        if (geometry.Dimension != Dimension.Surface)
        {
            return null;
        }

        if (FoldsTooOften(geometry))
        {
            return [new(Rule.R01, Severity.Error, new(
                "Ranh gấp khúc chồng lên nhau quá nhiều nên không kiểm tra được. Hãy đơn giản hóa hình.",
                "The boundary folds over itself too often to be checked. Simplify the geometry."))];
        }

        return new IsValidOp(geometry).ValidationError is { } error ? [Fault(geometry, error)] : null;
    }

    static Finding Fault(Geometry geometry, TopologyValidationError error)
    {
        var address = Nearest(geometry, error.Coordinate);
        var what = Sentence(error.ErrorType, address);
        return new(Rule.R01, Severity.Error, new(
            $"{what.Vi} ({Corners.Written(error.Coordinate, english: false)})",
            $"{what.En} ({Corners.Written(error.Coordinate, english: true)})"))
        {
            Vertex = address,
            Place = Corners.Place(error.Coordinate),
            Repairs = GeometryRepair.Of(geometry) is { } repair ? [repair] : [],
        };
    }

    static Bilingual Sentence(TopologyValidationErrors error, VertexAddress at)
    {
        var ring = Corners.RingName(at.Part, at.Ring);
        var near = Corners.Name(at);
        return error switch
        {
            TopologyValidationErrors.SelfIntersection => new(
                $"Ranh tự cắt, tạo hình chiếc nơ: hai cạnh giao nhau gần {Lower(near.Vi)}.",
                $"The boundary crosses itself like a bow-tie: two edges meet near {Lower(near.En!)}."),
            TopologyValidationErrors.RingSelfIntersection => new(
                $"{ring.Vi} chạm lại chính nó tại {Lower(near.Vi)}; hãy tách thành hai phần hoặc một lỗ.",
                $"{ring.En} touches itself at {Lower(near.En!)}; make two parts or a hole of it."),
            TopologyValidationErrors.HoleOutsideShell => new(
                $"{ring.Vi} nằm ngoài vòng ngoài của nó.", $"{ring.En} lies outside of its outer ring."),
            TopologyValidationErrors.NestedHoles => new(
                $"{ring.Vi} nằm trong một lỗ khác.", $"{ring.En} lies inside another hole."),
            TopologyValidationErrors.DisconnectedInteriors => new(
                $"Các lỗ cắt vùng thành nhiều mảnh rời gần {Lower(near.Vi)}; hãy tách thành nhiều phần.",
                $"Holes cut the area apart near {Lower(near.En!)}; make several parts of it."),
            TopologyValidationErrors.NestedShells => new(
                $"Phần {at.Part + 1} nằm trong một phần khác của cùng đối tượng.", $"Part {at.Part + 1} lies inside another part of the feature."),
            TopologyValidationErrors.DuplicateRings => new(
                $"{ring.Vi} được vẽ hai lần.", $"{ring.En} is drawn twice."),
            _ => new($"Hình không hợp lệ gần {Lower(near.Vi)}.", $"The geometry is not valid near {Lower(near.En!)}."),
        };
    }

    static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>The corner that begins the edge nearest to a place.</summary>
    static VertexAddress Nearest(Geometry geometry, Coordinate place)
    {
        var (nearest, least) = (new VertexAddress(0, 0, 0), double.PositiveInfinity);
        foreach (var (part, ring, corners) in Sketch.Of(geometry).Rings)
        {
            for (var i = 1; i < corners.Length; i++)
            {
                var distance = DistanceComputer.PointToSegment(place, corners[i - 1], corners[i]);
                if (distance < least)
                {
                    (nearest, least) = (new(part, ring, i - 1), distance);
                }
            }
        }

        return nearest;
    }

    static bool FoldsTooOften(Geometry geometry)
    {
        // n chains make fewer than n² pairs: small geometries cannot reach the limit.
        if (geometry.NumPoints < 2000)
        {
            return false;
        }

        var tree = new HPRtree<MonotoneChain>();
        var chains = Sketch.Of(geometry).Rings.SelectMany(ring => MonotoneChainBuilder.GetChains(ring.Corners)).ToList();
        foreach (var chain in chains)
        {
            tree.Insert(chain.Envelope, chain);
        }

        var counter = new PairCounter();
        foreach (var chain in chains)
        {
            tree.Query(chain.Envelope, counter);
            if (counter.Pairs > FoldLimit)
            {
                return true;
            }
        }

        return false;
    }

    sealed class PairCounter : IItemVisitor<MonotoneChain>
    {
        public int Pairs { get; private set; }

        public void VisitItem(MonotoneChain item) => Pairs++;
    }
}
