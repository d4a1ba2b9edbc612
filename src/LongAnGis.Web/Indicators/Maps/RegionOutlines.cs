using System.Globalization;
using System.Text;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Indicators;
using LongAnGis.Web.Database;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.Web.Indicators.Maps;

/// <summary>One region on paper.</summary>
/// <param name="Longitude">Of the place where its name or symbol has most room, WGS 84.</param>
/// <param name="Path">SVG path data in the units of <see cref="Outlines.ViewBox"/>.</param>
/// <param name="X">Of that place in the same units.</param>
public sealed record Outline(string Code, RegionKind Kind, double Longitude, double Latitude, string Path, double X, double Y);

/// <summary>All regions in one drawing: Web Mercator, so that it looks like the map, 1000 units wide, y downwards.</summary>
public sealed record Outlines(IReadOnlyDictionary<string, Outline> Regions, float Width, float Height)
{
    /// <summary>With room for the outermost line.</summary>
    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"-6 -6 {Width + 12:0} {Height + 12:0}");
}

/// <summary>The shapes of regions for drawings outside of the map: small maps, and the points of labels and circles.</summary>
public sealed class RegionOutlines(PublicDatabase database) : IDisposable
{
    /// <summary>The generalised geometry of this zoom: about 150 m, less than a line of a small map.</summary>
    const int OverviewZoom = 8;

    const double Width = 1000;

    static readonly string Query = Sql.Beside<RegionOutlines>();

    readonly SemaphoreSlim turn = new(1);
    (int Revision, Outlines Outlines)? kept;

    /// <param name="revision">The newest that touched a boundary: <see cref="RegionTiles.Revision"/>.</param>
    public async Task<Outlines> At(int revision, CancellationToken cancellation)
    {
        if (kept is { } known && known.Revision == revision)
            return known.Outlines;

        await turn.WaitAsync(cancellation);
        try
        {
            if (kept is not { } now || now.Revision != revision)
                kept = now = (revision, Draw(await Ask(revision, cancellation)));
            return now.Outlines;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    sealed record Shape(string Code, RegionKind Kind, double Longitude, double Latitude, Geometry Geometry);

    async Task<List<Shape>> Ask(int revision, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(OverviewZoom);
        command.Parameters.AddWithValue(revision);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var reader = new WKBReader();
        var shapes = new List<Shape>();
        while (await row.ReadAsync(cancellation))
        {
            shapes.Add(new(
                row.GetString(0), StatisticalRegion.ParseKind(row.GetString(1)), row.GetDouble(2), row.GetDouble(3),
                reader.Read(row.GetFieldValue<byte[]>(4))));
        }

        return shapes;
    }

    /// <summary>Framed by the districts, so that a map of them fills its place.</summary>
    static Outlines Draw(List<Shape> shapes)
    {
        var frame = new Envelope();
        foreach (var shape in shapes.Where(shape => shape.Kind is RegionKind.District))
            frame.ExpandToInclude(shape.Geometry.EnvelopeInternal);
        var (west, north) = Metres(frame.MinX, frame.MaxY);
        var (east, south) = Metres(frame.MaxX, frame.MinY);
        var scale = frame.IsNull ? 1 : Width / (east - west);
        (double X, double Y) Place(double longitude, double latitude)
        {
            var (easting, northing) = Metres(longitude, latitude);
            return ((easting - west) * scale, (north - northing) * scale);
        }

        var height = frame.IsNull ? Width : (north - south) * scale;
        return new(
            shapes.ToDictionary(shape => shape.Code, shape =>
            {
                var (x, y) = Place(shape.Longitude, shape.Latitude);
                return new Outline(shape.Code, shape.Kind, shape.Longitude, shape.Latitude, Path(shape.Geometry, Place), x, y);
            }),
            (float)Width, (float)height);
    }

    static (double Easting, double Northing) Metres(double longitude, double latitude) =>
        WebMercator.FromWgs84(new(latitude, longitude));

    /// <summary>Whole units, and of points that fall together one.</summary>
    static string Path(Geometry geometry, Func<double, double, (double X, double Y)> place)
    {
        var path = new StringBuilder();
        for (var index = 0; index < geometry.NumGeometries; index++)
        {
            if (geometry.GetGeometryN(index) is not Polygon polygon)
                continue;
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                var points = ring.Coordinates.Select(one => place(one.X, one.Y)).Select(one => ((int)Math.Round(one.X), (int)Math.Round(one.Y))).ToList();
                var last = ((int, int)?)null;
                foreach (var point in points.SkipLast(1))
                {
                    if (point == last)
                        continue;
                    path.Append(last is null ? 'M' : 'L').Append(point.Item1).Append(' ').Append(point.Item2);
                    last = point;
                }

                path.Append('Z');
            }
        }

        return path.ToString();
    }
}
