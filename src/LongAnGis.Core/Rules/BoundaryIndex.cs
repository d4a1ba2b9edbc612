using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;

namespace LongAnGis.Core.Rules;

/// <summary>
/// The edges of a geometry, to find the one nearest to a place without walking all of them. Distances are metres on a plane
/// that touches the place: for the centimetres asked about, latitude and longitude only need their scales.
/// </summary>
sealed class BoundaryIndex
{
    const double MetresPerDegree = 111_195;

    readonly HPRtree<Edge> edges = new();
    readonly HashSet<(double, double)> corners = [];

    public BoundaryIndex(Geometry geometryWgs84)
    {
        Sketch = Sketch.Of(geometryWgs84);
        foreach (var (part, ring, points) in Sketch.Rings)
        {
            corners.Add((points[0].X, points[0].Y));
            for (var i = 1; i < points.Length; i++)
            {
                corners.Add((points[i].X, points[i].Y));
                edges.Insert(new Envelope(points[i - 1], points[i]), new(part, ring, i - 1, points[i - 1], points[i]));
            }
        }
    }

    public Sketch Sketch { get; }

    public IReadOnlyCollection<(double Longitude, double Latitude)> Corners => corners;

    public bool HasCorner(double longitude, double latitude) => corners.Contains((longitude, latitude));

    public bool HasCornerNear(Coordinate place, double metres) =>
        Near(place, metres).Any(edge => Metres(edge.From, place) <= metres || Metres(edge.To, place) <= metres);

    /// <summary>Edges whose boxes come within this many metres of the place.</summary>
    public IList<Edge> Near(Coordinate place, double metres)
    {
        var reach = metres / MetresPerDegree * 1.1;
        return edges.Query(new Envelope(place.X - reach, place.X + reach, place.Y - reach, place.Y + reach));
    }

    /// <summary>Distance of the nearest edge in metres, if it is within reach; else infinity.</summary>
    public double Distance(Coordinate place, double reachMetres) =>
        Near(place, reachMetres).Select(edge => edge.Distance(place)).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Metres between two places that are near each other.</summary>
    public static double Metres(Coordinate one, Coordinate other)
    {
        var eastward = (other.X - one.X) * MetresPerDegree * Math.Cos(double.DegreesToRadians(one.Y));
        var northward = (other.Y - one.Y) * MetresPerDegree;
        return Math.Sqrt((eastward * eastward) + (northward * northward));
    }

    /// <summary>An edge by the address of the corner that begins it.</summary>
    internal sealed record Edge(int Part, int Ring, int Start, Coordinate From, Coordinate To)
    {
        public double Distance(Coordinate place)
        {
            var origin = new Coordinate(0, 0);
            return DistanceComputer.PointToSegment(origin, Relative(From, place), Relative(To, place));
        }

        /// <summary>How far along the edge the place lies, 0 at its beginning and 1 at its end.</summary>
        public double Along(Coordinate place)
        {
            var (from, to) = (Relative(From, place), Relative(To, place));
            return new LineSegment(from, to).ProjectionFactor(new Coordinate(0, 0));
        }

        static Coordinate Relative(Coordinate corner, Coordinate place) => new(
            (corner.X - place.X) * MetresPerDegree * Math.Cos(double.DegreesToRadians(place.Y)),
            (corner.Y - place.Y) * MetresPerDegree);
    }
}
