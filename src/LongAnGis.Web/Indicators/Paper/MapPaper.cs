using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Indicators.Maps;
using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>
/// The map of one period on paper, from the same picture as on screen: shaded by class, circles, or two indicators; what has no
/// figure is hatched, an estimate dotted. With grid ticks, scale bar and north arrow.
/// </summary>
/// <param name="gridMetres">Shapes by the regions' codes, on VN-2000 / TM-3 105°45′.</param>
sealed class MapPaper(IndicatorMap map, IReadOnlyDictionary<string, Geometry> gridMetres, Language language)
{
    /// <summary>Generalised boundaries do not bear a larger scale.</summary>
    const double LargestScale = 50_000;

    /// <summary>A map of the province on screen is about so many pixels wide; circles keep their proportion to it.</summary>
    public const float UsualWidth = 560;

    /// <summary>Names of more regions are written smaller.</summary>
    const int ManyRegions = 25;

    const float NameRoom = 2;

    readonly PicturePeriod shown = map.Shown;

    public void Draw(SKCanvas canvas, SKSize size)
    {
        var paper = MapSheet.Showing(Ground(), size, LargestScale);
        canvas.Save();
        canvas.ClipRect(SKRect.Create(size));
        var ink = new MapInk(canvas, paper);
        foreach (var region in shown.Missing)
            Shade(canvas, paper, ink, region.Code, Palette.Missing, OriginTexture.Hatched);
        foreach (var drawn in shown.Drawn)
            Shade(canvas, paper, ink, drawn.Region.Code, map.Picture.Choice.Mode == MapMode.Circles ? null : map.Picture.Colours[drawn.Class], MapWords.Texture(drawn));
        foreach (var drawn in shown.Drawn.Where(drawn => drawn.Radius > 0))
            Circle(canvas, paper, drawn);
        Names(canvas, paper);
        canvas.Restore();
        new MapMargin(canvas, paper, language).Draw();
    }

    /// <summary>Points on paper of a circle's pixel on screen.</summary>
    public static float CircleScaleOn(SKSize size) => size.Width / UsualWidth;

    Envelope Ground()
    {
        var ground = new Envelope();
        foreach (var shape in gridMetres.Values)
            ground.ExpandToInclude(shape.EnvelopeInternal);
        // MapSheet leaves much air; a province fills its sheet.
        ground.ExpandBy(-ground.Width * 0.11, -ground.Height * 0.11);
        return ground;
    }

    void Shade(SKCanvas canvas, MapSheet paper, MapInk ink, string region, string? colour, OriginTexture texture)
    {
        if (!gridMetres.TryGetValue(region, out var shape))
            return;

        for (var part = 0; part < shape.NumGeometries; part++)
        {
            using var path = ink.Path((Polygon)shape.GetGeometryN(part));
            if (colour is not null)
            {
                using var fill = PrintColours.Fill(SKColor.Parse(colour));
                canvas.DrawPath(path, fill);
            }

            if (texture == OriginTexture.Hatched)
                ink.Hatch(path, PrintColours.Muted);
            if (texture == OriginTexture.Dotted)
                canvas.Dots(path, SKRect.Create(paper.Size), PrintColours.Muted);
            ink.Stroke(path, Palette.Outline, 1.6, [], 1);
        }
    }

    void Circle(SKCanvas canvas, MapSheet paper, DrawnFigure drawn)
    {
        if (!gridMetres.TryGetValue(drawn.Region.Code, out var shape))
            return;

        var place = paper.Place(shape.InteriorPoint.Coordinate);
        SheetCircle.Draw(canvas, place.X, place.Y, (float)drawn.Radius * CircleScaleOn(paper.Size), drawn.Figure.Value < 0);
    }

    /// <summary>Names with their figures, the largest regions first; where there is no room the list beside the map says them.</summary>
    void Names(SKCanvas canvas, MapSheet paper)
    {
        var words = shown.Drawn.Select(drawn => (drawn.Region, Value: CarryWords.Text(map.Indicator, drawn.Figure, language.IsEnglish)))
            .Concat(shown.Missing.Select(region => (Region: region, Value: shown.Refused.ContainsKey(region.Code) ? "×" : "–")))
            .Where(one => gridMetres.ContainsKey(one.Region.Code))
            .OrderByDescending(one => gridMetres[one.Region.Code].Area).ToList();
        var (nameSize, valueSize) = words.Count > ManyRegions ? (6.5f, 7.5f) : (9f, 11f);
        var taken = new List<SKRect>();
        foreach (var (region, value) in words)
        {
            var place = paper.Place(gridMetres[region.Code].InteriorPoint.Coordinate);
            var name = region.Name.In(language.IsEnglish);
            var width = Math.Max(PrintType.Regular.Measure(name, nameSize), PrintType.SemiBold.Measure(value, valueSize)) + NameRoom;
            var box = new SKRect(place.X - (width / 2), place.Y - nameSize - 3, place.X + (width / 2), place.Y + valueSize + 1);
            if (taken.Any(other => other.IntersectsWith(box)))
                continue;
            taken.Add(box);
            canvas.PutHaloed(name, PrintType.Regular, place.X, place.Y - 3, nameSize);
            canvas.PutHaloed(value, PrintType.SemiBold, place.X, place.Y + valueSize - 1, valueSize);
        }
    }
}
