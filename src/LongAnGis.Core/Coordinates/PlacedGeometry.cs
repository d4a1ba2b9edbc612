using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Coordinates;

/// <summary>Carries every coordinate of a geometry to another place.</summary>
static class PlacedGeometry
{
    /// <summary>A copy whose coordinates are where the function puts them; heights and measures stay.</summary>
    internal static Geometry Placed(this Geometry geometry, int srid, Func<double, double, (double X, double Y)> place)
    {
        var placed = geometry.Copy();
        placed.Apply(new EachCoordinate(place));
        placed.SRID = srid;
        return placed;
    }

    sealed class EachCoordinate(Func<double, double, (double X, double Y)> place) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence coordinates)
        {
            for (var i = 0; i < coordinates.Count; i++)
            {
                var (x, y) = place(coordinates.GetX(i), coordinates.GetY(i));
                coordinates.SetX(i, x);
                coordinates.SetY(i, y);
            }
        }
    }
}
