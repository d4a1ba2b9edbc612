using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Tiles;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Maps;

/// <summary>
/// A piece of paper with a map on it, or a tile: what ground it shows, on which plane, and how that ground's metres become
/// points. Grid north is up.
/// </summary>
public sealed class MapSheet
{
    /// <summary>Points of paper (1/72 inch) in a metre.</summary>
    public const double PointsPerMetre = 72 / 0.0254;

    /// <summary>Symbols are given in CSS pixels; on paper they would be coarse.</summary>
    const float PaperPointsPerPixel = 0.62f;

    /// <summary>Denominators that people read without counting noughts.</summary>
    static readonly double[] Steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10];

    readonly double west;
    readonly double north;
    readonly double pointsPerMetre;
    readonly double pointsPerMetreNorth;

    MapSheet(SKSize size, double denominator, Coordinate centre)
    {
        (Size, Denominator, Plane, PointsPerPixel, HasMargin) = (size, denominator, MapPlane.Grid, PaperPointsPerPixel, true);
        pointsPerMetre = pointsPerMetreNorth = PointsPerMetre / denominator;
        west = centre.X - size.Width / pointsPerMetre / 2;
        north = centre.Y + size.Height / pointsPerMetre / 2;
    }

    MapSheet(TileAddress tile, float side)
    {
        (Size, Plane, PointsPerPixel) = (new(side, side), MapPlane.Mercator, 1);
        var metres = 2 * WebMercator.HalfWorldMetres / (1L << tile.Zoom);
        pointsPerMetre = pointsPerMetreNorth = side / metres;
        Denominator = PointsPerMetre / pointsPerMetre;
        west = (tile.Column * metres) - WebMercator.HalfWorldMetres;
        north = WebMercator.HalfWorldMetres - (tile.Row * metres);
    }

    MapSheet(MapPlane plane, Envelope window, SKSize size)
    {
        (Size, Plane, PointsPerPixel) = (size, plane, 1);
        (pointsPerMetre, pointsPerMetreNorth) = (size.Width / window.Width, size.Height / window.Height);
        Denominator = PointsPerMetre / pointsPerMetre;
        (west, north) = (window.MinX, window.MaxY);
    }

    /// <summary>Points of the paper; of a tile or a window, its pixels.</summary>
    public SKSize Size { get; }

    /// <summary>The scale is one to this.</summary>
    public double Denominator { get; }

    public MapPlane Plane { get; }

    /// <summary>How large a pixel of a symbol is drawn.</summary>
    public float PointsPerPixel { get; }

    /// <summary>Whether frame, grid, scale and north arrow belong on it; a tile has neighbours instead.</summary>
    public bool HasMargin { get; }

    /// <summary>What is on the sheet: eastings and northings in metres.</summary>
    public Envelope GroundMetres => new(west, west + Size.Width / pointsPerMetre, north - Size.Height / pointsPerMetreNorth, north);

    /// <summary>A sheet of this size with all of the ground on it and some air round it, at an even scale.</summary>
    /// <param name="groundMetres">Eastings and northings; may be a single point.</param>
    /// <param name="largest">The largest scale (smallest denominator) that the content's precision bears.</param>
    /// <param name="air">How many times the ground's own width is shown.</param>
    public static MapSheet Showing(Envelope groundMetres, SKSize size, double largest = 5_000, double air = 1.35)
    {
        var needed = Math.Max(
            groundMetres.Width * air / size.Width,
            groundMetres.Height * air / size.Height) * PointsPerMetre;
        return new(size, Even(Math.Max(needed, largest)), groundMetres.Centre);
    }

    /// <summary>A sheet at exactly this scale.</summary>
    /// <param name="centre">Easting and northing of its middle.</param>
    public static MapSheet At(Coordinate centre, double denominator, SKSize size) => new(size, denominator, centre);

    /// <summary>A tile of Web Mercator, drawn for a screen.</summary>
    /// <param name="side">Pixels of its side.</param>
    public static MapSheet Of(TileAddress tile, float side) => new(tile, side);

    /// <summary>A window on a plane, drawn for a screen and stretched to its size where the two are of other proportions.</summary>
    /// <param name="window">Metres, on the plane of degrees degrees.</param>
    public static MapSheet Window(MapPlane plane, Envelope window, SKSize size) => new(plane, window, size);

    /// <summary>A few pixels round a place of this sheet, as a sheet of their own.</summary>
    public MapSheet Around(double column, double row, int pixels)
    {
        var (corner, opposite) = (Ground(column - pixels, row + 1 + pixels), Ground(column + 1 + pixels, row - pixels));
        return new(Plane, new(corner, opposite), new(1 + (2 * pixels), 1 + (2 * pixels)));
    }

    public SKPoint Place(Coordinate gridMetres) =>
        new((float)((gridMetres.X - west) * pointsPerMetre), (float)((north - gridMetres.Y) * pointsPerMetreNorth));

    /// <summary>What lies at a place of the sheet.</summary>
    public Coordinate Ground(double x, double y) => new(west + (x / pointsPerMetre), north - (y / pointsPerMetreNorth));

    /// <summary>Length on paper of a distance on the ground.</summary>
    public float Points(double metres) => (float)(metres * pointsPerMetre);

    /// <summary>The next denominator that reads easily, not smaller than this one.</summary>
    public static double Even(double denominator)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(denominator)));
        return Steps.Select(step => step * power).First(step => step >= denominator * 0.999);
    }
}
