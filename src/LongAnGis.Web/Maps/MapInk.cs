using LongAnGis.Core.Plans;
using LongAnGis.Web.Print;
using LongAnGis.Web.Styles;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Maps;

/// <summary>Draws geometry on a sheet the way a layer's symbol says, from the same looks as the map on screen and its legend.</summary>
public sealed class MapInk(SKCanvas canvas, MapSheet sheet)
{
    readonly float pointsPerPixel = sheet.PointsPerPixel;

    public void Draw(Geometry gridMetres, Appearance looks)
    {
        switch (gridMetres)
        {
            case GeometryCollection several:
                foreach (var part in several.Geometries)
                {
                    Draw(part, looks);
                }

                break;
            case Polygon area:
                DrawArea(area, looks);
                break;
            case LineString line:
                DrawLine(line, looks);
                break;
            case Point { IsEmpty: false } point:
                DrawSymbol(sheet.Place(point.Coordinate), looks);
                break;
        }
    }

    /// <summary>How something is drawn, at the size of a key's sign.</summary>
    public void DrawSign(SKRect box, Appearance looks)
    {
        if (looks.Kind == SymbolKind.Point)
        {
            DrawSymbol(new(box.MidX, box.MidY), looks with { Size = (int)Math.Min(looks.Size, box.Height * 1.35 / pointsPerPixel) });
            return;
        }

        using var path = new SKPathBuilder().Build(builder =>
        {
            if (looks.Kind == SymbolKind.Line)
            {
                builder.MoveTo(box.Left, box.MidY);
                builder.LineTo(box.Right, box.MidY);
            }
            else
            {
                builder.AddRect(box);
            }
        });
        if (looks.Kind == SymbolKind.Line)
            Stroke(path, looks.Colour, looks.Width, looks.Dash, looks.Opacity);
        else
            DrawArea(path, looks);
    }

    void DrawArea(Polygon area, Appearance looks)
    {
        using var path = Path(area);
        DrawArea(path, looks);
    }

    void DrawArea(SKPath path, Appearance looks)
    {
        var fill = SKColor.Parse(looks.Colour);
        // A symbol's colour is made for a few millimetres: as an area it is as pale as on screen.
        var opacity = looks.Kind == SymbolKind.Point ? 0.35 : looks.Opacity;
        using (var paint = PrintColours.Fill(fill.WithAlpha((byte)(opacity * 255))))
        {
            canvas.DrawPath(path, paint);
        }

        if (looks.Pattern is not null)
        {
            Hatch(path, SKColor.Parse(looks.Outline).WithAlpha(150));
        }

        if (looks.Edge == SymbolEdge.Doubled)
        {
            // The outer and the inner line of one broad stroke, with the ground of the sheet between them.
            Stroke(path, looks.Outline, (2 * looks.Width) + Appearance.DoubleGap, looks.Dash, 1);
            Stroke(path, "#FFFFFF", Appearance.DoubleGap, [], 1);
            return;
        }

        Stroke(path, looks.Outline, looks.Width, looks.Dash, 1);
    }

    void DrawLine(LineString line, Appearance looks)
    {
        using var path = new SKPathBuilder().Build(builder => Add(builder, line, close: false));
        Stroke(path, looks.Kind == SymbolKind.Line ? looks.Colour : looks.Outline, looks.Width, looks.Dash, looks.Opacity);
    }

    /// <summary>Lines at 45°, so that the pattern survives a grey copy.</summary>
    public void Hatch(SKPath path, SKColor colour) => canvas.Hatch(path, new SKRect(0, 0, sheet.Size.Width, sheet.Size.Height), colour);

    public void Stroke(SKPath path, string colour, double widthPixels, IReadOnlyList<double> dash, double opacity)
    {
        if (widthPixels <= 0)
        {
            return;
        }

        var width = (float)widthPixels * pointsPerPixel;
        using var paint = PrintColours.Line(SKColor.Parse(colour).WithAlpha((byte)(opacity * 255)), width);
        paint.StrokeJoin = SKStrokeJoin.Round;
        using var dashes = dash.Count > 0
            ? SKPathEffect.CreateDash([.. Even(dash).Select(part => (float)part * width)], 0)
            : null;
        paint.PathEffect = dashes;
        canvas.DrawPath(path, paint);
    }

    void DrawSymbol(SKPoint place, Appearance looks)
    {
        var side = looks.Size * pointsPerPixel;
        using var path = SKPath.ParseSvgPathData(ShapeOutline.Path(looks.Shape, side, place.X, place.Y));
        using (var fill = PrintColours.Fill(SKColor.Parse(looks.Colour)))
        {
            canvas.DrawPath(path, fill);
        }

        using (var edge = PrintColours.Line(SKColors.White, 1.2f))
        {
            canvas.DrawPath(path, edge);
        }

        Stroke(path, looks.Outline, 1.25, looks.Edge == SymbolEdge.Dashed ? [2, 1.5] : [], 1);
        if (looks.Glyph is { } glyph)
        {
            var size = (float)side * (glyph.Length > 1 ? 0.42f : 0.6f);
            using var ink = PrintColours.Fill(Colour.Luminance(looks.Colour) > 0.4 ? PrintColours.Ink : SKColors.White);
            PrintType.SemiBold.Draw(
                canvas, glyph, place.X - PrintType.SemiBold.Measure(glyph, size) / 2, place.Y + size * 0.36f, size, ink);
        }
    }

    /// <summary>A polygon with its holes, in points of the sheet.</summary>
    public SKPath Path(Polygon area) => new SKPathBuilder().Build(builder =>
    {
        builder.FillType = SKPathFillType.EvenOdd;
        Add(builder, area.ExteriorRing, close: true);
        foreach (var hole in area.InteriorRings)
        {
            Add(builder, hole, close: true);
        }
    });

    void Add(SKPathBuilder path, LineString line, bool close)
    {
        var coordinates = line.CoordinateSequence;
        for (var i = 0; i < coordinates.Count; i++)
        {
            var place = sheet.Place(coordinates.GetCoordinate(i));
            if (i == 0)
            {
                path.MoveTo(place);
            }
            else
            {
                path.LineTo(place);
            }
        }

        if (close)
        {
            path.Close();
        }
    }

    static IEnumerable<double> Even(IReadOnlyList<double> dash) => dash.Count % 2 == 0 ? dash : [.. dash, .. dash];
}

static class PathBuilding
{
    public static SKPath Build(this SKPathBuilder builder, Action<SKPathBuilder> add)
    {
        using (builder)
        {
            add(builder);
            return builder.Detach();
        }
    }
}
