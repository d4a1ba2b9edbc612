using LongAnGis.Core.Plans;
using LongAnGis.Seed.Files;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;
using static LongAnGis.Seed.Boundaries.BaseMap;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Boundaries;

/// <summary>
/// The sea in the south-east: what no province of the map window covers. Beyond the window it is carried on as a plain box,
/// so that the edge of the data is not taken for a coast.
/// </summary>
public static class SeaLayer
{
    /// <summary>Smaller leftovers between provinces are slivers of the topology, in square degrees.</summary>
    const double Sliver = 0.005;

    public static IEnumerable<SeedFeature> Features(AdministrativeUnits units)
    {
        var land = UnaryUnionOp.Union([.. units.Neighbours.Concat(units.Districts).Select(unit => unit.Geometry)]);
        var uncovered = OverlayNG.Overlay(land.Factory.ToGeometry(Window), land, OverlayNG.DIFFERENCE);
        var sea = Enumerable.Range(0, uncovered.NumGeometries)
            .Select(uncovered.GetGeometryN)
            .Where(part => part.Area > Sliver)
            .MaxBy(part => part.EnvelopeInternal.MaxX)!;

        yield return new("SEA", "Biển Đông", "East Sea", CarriedOn(sea))
        {
            Quality = "generalised",
            GeometrySource = new Bilingual(
                "phần còn lại ngoài các tỉnh trong khung bản đồ; quá 107,0° Đ và 10,2° B là một khung chữ nhật",
                "what the provinces of the map window leave; beyond 107.0 E and 10.2 N a plain box").InOneColumn,
            ChangeSet = BaseChangeSet,
            Instrument = BaseDataSet,
            Sources = BaseSources,
            Attributes = Attributes(("kind", "sea")),
        };
    }

    static Geometry CarriedOn(Geometry sea)
    {
        var coast = sea.EnvelopeInternal;
        var southFrom = sea.Coordinates.Where(corner => corner.Y <= Window.MinY + 1e-9).Min(corner => corner.X);
        var east = new Envelope(Window.MaxX, Beyond.MaxX, Beyond.MinY, coast.MaxY);
        var south = new Envelope(southFrom, Beyond.MaxX, Beyond.MinY, Window.MinY);
        return UnaryUnionOp.Union([sea, sea.Factory.ToGeometry(east), sea.Factory.ToGeometry(south)]);
    }

    static readonly Envelope Beyond = new(Window.MaxX, 109, 8.8, Window.MaxY);
}
