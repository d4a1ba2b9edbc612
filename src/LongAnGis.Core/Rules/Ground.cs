using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace LongAnGis.Core.Rules;

/// <summary>
/// A piece of ground that two areas have in common, or that one has lost: the parts wide enough to be more than noise.
/// </summary>
/// <param name="Wgs84">NTS X = longitude.</param>
/// <param name="SquareMetres">Planar VN-2000.</param>
public sealed record Ground(Geometry Wgs84, double SquareMetres)
{
    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static Ground Nothing { get; } = new(Factory.CreatePolygon(), 0);

    public bool IsNothing => SquareMetres == 0;

    public static Ground Common(Geometry one, Geometry other) =>
        one.EnvelopeInternal.Intersects(other.EnvelopeInternal) ? Of(Overlay(one, other, SpatialFunction.Intersection)) : Nothing;

    public static Ground Without(Geometry one, Geometry other) => Of(Overlay(one, other, SpatialFunction.Difference));

    /// <summary>The parts of a geometry that are areas of more than noise.</summary>
    public static Ground Of(Geometry geometryWgs84)
    {
        var parts = new List<Geometry>();
        var area = 0.0;
        foreach (var part in PolygonExtracter.GetPolygons(geometryWgs84))
        {
            var grid = Vn2000Zone.LongAn.GeometryFromWgs84(part);
            if (Tolerance.MeanWidth(grid) >= Tolerance.NoiseMetres)
            {
                parts.Add(Clean((Polygon)part));
                area += grid.Area;
            }
        }

        return parts.Count == 0 ? Nothing : new(Factory.BuildGeometry(parts), area);
    }

    /// <summary>The union; areas that share edges corner by corner become one.</summary>
    public static Geometry Together(IEnumerable<Geometry> areas)
    {
        Geometry[] all = [.. areas];
        return all.Length == 1 ? all[0] : OverlayNGRobust.Union(Factory.BuildGeometry(all));
    }

    /// <summary>
    /// The overlay, whatever the input: needles that are valid in degrees may cross themselves by a rounding error on the
    /// grid, and are then mended first.
    /// </summary>
    internal static Geometry Overlay(Geometry one, Geometry other, SpatialFunction function)
    {
        try
        {
            return OverlayNGRobust.Overlay(one, other, function);
        }
        catch (TopologyException)
        {
            return OverlayNGRobust.Overlay(GeometryFixer.Fix(one), GeometryFixer.Fix(other), function);
        }
    }

    /// <summary>Whether two geometries have a point in common; also for shapes that no longer are what the standard asks for.</summary>
    internal static bool Meet(Geometry one, Geometry other) => GeometryRelate.NG.Intersects(one, other);

    // A crossing may fall on a corner that is there already, to the ninth decimal.
    static Geometry Clean(Polygon part)
    {
        var sketch = Sketch.Of(part).With(RingFaults.Undoubled);
        return RingFaults.Check(sketch) is null && sketch.ToGeometry() is { IsValid: true } clean ? clean : part;
    }
}
