using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Lookup;

/// <summary>
/// A line that somebody asks about, on the plane of its grid (NTS X = easting, metres): lengths and places along it are planar.
/// A table in degrees or UTM is measured on the province's grid (EPSG:9210).
/// </summary>
public sealed class LineShape
{
    /// <summary>Longer than the province is wide; nobody plans one road of it.</summary>
    public const double MostMetres = 250_000;

    LineShape(Vn2000Zone zone, LineString onGrid) => (Zone, OnGrid) = (zone, onGrid);

    public Vn2000Zone Zone { get; }

    public LineString OnGrid { get; }

    /// <summary>The line on WGS 84 (NTS X = longitude).</summary>
    public LineString Wgs84 => (LineString)Zone.GeometryToWgs84(OnGrid);

    public double LengthMetres => OnGrid.Length;

    /// <summary>The line through the points of a table, in its order.</summary>
    /// <param name="refusal">Why there is none.</param>
    public static LineShape? Of(CornerTable table, ParcelReading reading, out Bilingual? refusal)
    {
        var zone = reading.Frame.Zone ?? Vn2000Zone.LongAn;
        List<Coordinate> points = [.. reading.Positions.Select(position => On(zone, position))];
        if (table.RepeatsFirst)
            points.Add(points[0].Copy());
        Coordinate[] bends = [.. points.Where((point, at) => at == 0 || !point.Equals2D(points[at - 1]))];
        if (bends.Length < 2)
        {
            refusal = new("Một tuyến cần ít nhất hai điểm khác nhau.", "A line takes at least two different points.");
            return null;
        }

        var line = new LineString(bends) { SRID = zone.Srid };
        refusal = line.Length > MostMetres
            ? new($"Tuyến dài {line.Length / 1000:0} km; nhiều nhất {MostMetres / 1000:0} km.", $"The line is {line.Length / 1000:0} km long; at most {MostMetres / 1000:0} km.")
            : null;
        return refusal is null ? new(zone, line) : null;
    }

    static Coordinate On(Vn2000Zone zone, Wgs84Position position)
    {
        var grid = zone.FromWgs84(position);
        return new(grid.Easting, grid.Northing);
    }
}
