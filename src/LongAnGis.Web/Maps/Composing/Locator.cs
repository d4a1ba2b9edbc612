using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>The small map that tells where in the province a sheet lies.</summary>
sealed class Locator(MapSheet small, MapPicture picture, IReadOnlyList<MapFeature> around, MapSheet shown)
{
    const float Height = 82;
    const double Air = 1.08;

    /// <param name="ground">The land that it shows.</param>
    /// <param name="width">Room for it, in points.</param>
    public static MapSheet Sheet(Envelope ground, float width)
    {
        var denominator = Math.Max(ground.Width / width, ground.Height / Height) * MapSheet.PointsPerMetre;
        return MapSheet.At(ground.Centre, denominator * Air, new(width, Height));
    }

    public SKSize Size => small.Size;

    public void Draw(SKCanvas canvas)
    {
        var frame = SKRect.Create(small.Size);
        canvas.Save();
        canvas.ClipRect(frame);
        picture.DrawGround(canvas, around);
        var (upper, lower) = (small.Place(new(shown.GroundMetres.MinX, shown.GroundMetres.MaxY)), small.Place(new(shown.GroundMetres.MaxX, shown.GroundMetres.MinY)));
        using var window = PrintColours.Line(PrintColours.Brick, 1.4f);
        canvas.DrawRect(SKRect.Create(upper.X, upper.Y, Math.Max(3, lower.X - upper.X), Math.Max(3, lower.Y - upper.Y)), window);
        canvas.Restore();
        using var edge = PrintColours.Line(PrintColours.Ink, 0.6f);
        canvas.DrawRect(frame, edge);
    }
}
