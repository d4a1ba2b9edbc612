using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;

namespace LongAnGis.Core.Tiles;

/// <summary>
/// Draws a polygon on the grid by snap rounding, which keeps a sound polygon sound: slow, and right where simple rounding
/// made edges cross. Starts from the places before they were rounded.
/// </summary>
/// <remarks>
/// J. D. Hobby, Practical segment intersection with finite precision output, 1999, as OverlayNG of NetTopologySuite has
/// it. A polygon that was unsound to begin with is first mended by its GeometryFixer.
/// </remarks>
static class RingRepair
{
    static readonly PrecisionModel Grid = new(1);
    static readonly GeometryFactory Factory = new();

    /// <summary>The part of the polygon in the box, with whole numbers for coordinates; holes after their shells.</summary>
    /// <param name="polygon">The inside of a WKB polygon: ring count and rings.</param>
    internal static void Draw(WkbCursor polygon, in TileProjection projection, GridBox box, GridParts rings)
    {
        rings.Clear();
        if (Read(polygon, projection) is not { } shape)
            return;

        Geometry frame = Factory.ToGeometry(new Envelope(box.Low, box.High, box.Low, box.High));
        foreach (var part in PolygonExtracter.GetPolygons(Clipped(shape, frame)).Cast<Polygon>())
        {
            Add(part.ExteriorRing, isShell: true, rings);
            foreach (var hole in part.InteriorRings)
                Add(hole, isShell: false, rings);
        }
    }

    /// <summary>Overlay takes unsound input without complaint and gives unsound output, so it is asked for first.</summary>
    static Geometry Clipped(Polygon shape, Geometry frame) =>
        OverlayNG.Overlay(shape.IsValid ? shape : GeometryFixer.Fix(shape), frame, OverlayNG.INTERSECTION, Grid);

    static Polygon? Read(WkbCursor polygon, in TileProjection projection)
    {
        LinearRing? shell = null;
        var holes = new List<LinearRing>();
        for (var left = polygon.ReadCount(sizeof(uint)); left > 0; left--)
        {
            var positions = polygon.ReadPositions(polygon.ReadCount(2 * sizeof(double)));
            var coordinates = new List<Coordinate>(positions.Count + 1);
            for (var i = 0; i < positions.Count; i++)
            {
                var (x, y) = projection.Place(positions[i].Longitude, positions[i].Latitude);
                coordinates.Add(new(x, y));
            }

            if (coordinates.Count == 0)
                continue;
            if (!coordinates[^1].Equals2D(coordinates[0]))
                coordinates.Add(coordinates[0].Copy());
            if (coordinates.Count < 4)
                continue;

            var ring = Factory.CreateLinearRing([.. coordinates]);
            if (shell is null)
                shell = ring;
            else
                holes.Add(ring);
        }

        return shell is null ? null : Factory.CreatePolygon(shell, [.. holes]);
    }

    static void Add(LineString ring, bool isShell, GridParts rings)
    {
        var coordinates = ring.CoordinateSequence;
        for (var i = 0; i < coordinates.Count; i++)
            rings.Add(new((int)coordinates.GetX(i), (int)coordinates.GetY(i)));
        if (rings.EndRing())
            rings.TurnLast(clockwise: isShell);
    }
}
