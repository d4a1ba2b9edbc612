using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace LongAnGis.Seed.Placing;

/// <summary>
/// Finds well separated points inside an area for things of which only the area is known, so that their symbols do not
/// hide each other. Lloyd's method on a fixed grid: no chance in it, the same input gives the same points.
/// </summary>
public static class Spread
{
    const int GridCells = 40;
    const int Rounds = 20;

    /// <param name="area">Polygon, longitude and latitude; near the equator its degrees are as good as square.</param>
    /// <param name="taken">Points inside that already carry a symbol and stay where they are.</param>
    public static Coordinate[] Inside(Geometry area, IReadOnlyList<Coordinate> taken, int count)
    {
        var grid = Grid(area, count + taken.Count);
        var sites = new List<Coordinate>(taken);
        for (var i = 0; i < count; i++)
        {
            sites.Add(sites.Count == 0 ? Middle(grid) : Farthest(grid, sites));
        }
        for (var round = 0; round < Rounds; round++)
        {
            var cells = grid.ToLookup(point => Nearest(point, sites));
            for (var i = taken.Count; i < sites.Count; i++)
            {
                sites[i] = cells[i].Any() ? Middle([.. cells[i]]) : sites[i];
            }
        }
        return [.. sites.Skip(taken.Count).OrderBy(site => site)];
    }

    // Points of a square grid that keep off the edge; nearer to it when the area is too narrow for as many sites.
    static List<Coordinate> Grid(Geometry area, int sites)
    {
        var extent = area.EnvelopeInternal;
        var step = Math.Max(extent.Width, extent.Height) / GridCells;
        var size = Math.Sqrt(area.Area);
        foreach (var share in (double[])[0.12, 0.06, 0.03, 0.01])
        {
            var inner = PreparedGeometryFactory.Prepare(area.Buffer(-size * share));
            var points = (
                from row in Enumerable.Range(0, GridCells + 1)
                from column in Enumerable.Range(0, GridCells + 1)
                let point = new Coordinate(
                    Math.Round(extent.MinX + (column * step), 5), Math.Round(extent.MinY + (row * step), 5))
                where inner.Contains(area.Factory.CreatePoint(point))
                select point).ToList();
            if (points.Count >= 8 * sites)
            {
                return points;
            }
        }
        throw new InvalidDataException($"The area has no room for {sites} points.");
    }

    static Coordinate Farthest(List<Coordinate> grid, List<Coordinate> sites) =>
        grid.OrderByDescending(point => sites.Min(site => site.Distance(point))).ThenBy(point => point).First();

    static int Nearest(Coordinate point, List<Coordinate> sites)
    {
        var nearest = 0;
        for (var i = 1; i < sites.Count; i++)
        {
            nearest = sites[i].Distance(point) < sites[nearest].Distance(point) ? i : nearest;
        }
        return nearest;
    }

    // The grid point nearest to the mean: always inside, also in a bent area.
    static Coordinate Middle(List<Coordinate> points)
    {
        var mean = new Coordinate(points.Average(point => point.X), points.Average(point => point.Y));
        return points.OrderBy(point => point.Distance(mean)).ThenBy(point => point).First();
    }
}
