using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Maps;

/// <summary>A shape that a map is about, drawn above the plan in its own looks and named.</summary>
public sealed record MapAccent(Geometry GridMetres, string Name, AccentKind Kind);

public enum AccentKind
{
    /// <summary>As it is or will be.</summary>
    Subject,

    /// <summary>Only its course, where it was before.</summary>
    Former,

    /// <summary>What goes.</summary>
    Removed,
}

/// <summary>Draws a finished map: layers in their order, accents, names, and round them what a map on paper must have.</summary>
public sealed class MapPicture(MapSheet sheet, Layers layers, Language language)
{
    /// <summary>What lies under everything: the colour of the paper, or nothing for a picture that is laid over others.</summary>
    public SKColor Ground { get; init; } = SKColor.Parse("#FDFCF8");

    /// <summary>The layers alone, without names and margin.</summary>
    public void DrawGround(SKCanvas canvas, IReadOnlyList<MapFeature> features)
    {
        using (var paper = PrintColours.Fill(Ground))
        {
            canvas.DrawRect(SKRect.Create(sheet.Size), paper);
        }

        var ink = new MapInk(canvas, sheet);
        var byLayer = features.ToLookup(feature => feature.Layer);
        foreach (var layer in layers.InDrawingOrder)
        {
            var classes = layer.Symbol.Classes(dark: false);
            foreach (var feature in byLayer[layer.Code])
            {
                ink.Draw(feature.GridMetres, FeatureLooks.Of(layer, classes, feature));
            }
        }
    }

    /// <summary>The whole map.</summary>
    /// <param name="features">In any order; they are drawn in the order of the layers.</param>
    public void Draw(SKCanvas canvas, IReadOnlyList<MapFeature> features, IReadOnlyList<MapAccent> accents)
    {
        var frame = new SKRect(0, 0, sheet.Size.Width, sheet.Size.Height);
        canvas.Save();
        canvas.ClipRect(frame);
        DrawGround(canvas, features);
        var ink = new MapInk(canvas, sheet);
        foreach (var accent in accents)
        {
            Draw(ink, accent);
        }

        new MapNames(canvas, sheet).Draw(features, accents, layers, language);
        canvas.Restore();
        if (sheet.HasMargin)
            new MapMargin(canvas, sheet, language).Draw();
    }

    static void Draw(MapInk ink, MapAccent accent)
    {
        var looks = Accent(accent.Kind);
        if (accent.GridMetres.Dimension == Dimension.Curve)
        {
            // What an area is filled with is too pale for a line, which is nothing but its stroke; its casing sets it off from roads.
            ink.Draw(accent.GridMetres, looks with { Colour = "#FFFFFF", Outline = "#FFFFFF", Width = looks.Width + 3, Opacity = 0.9, Dash = [] });
            looks = looks with { Opacity = 1 };
        }

        ink.Draw(accent.GridMetres, looks);
        if (accent.Kind == AccentKind.Removed && accent.GridMetres is Polygon or MultiPolygon)
        {
            for (var part = 0; part < accent.GridMetres.NumGeometries; part++)
            {
                using var path = ink.Path((Polygon)accent.GridMetres.GetGeometryN(part));
                ink.Hatch(path, PrintColours.Brick);
            }
        }
    }

    // Told apart without colour too: solid, dashed, dashed and hatched.
    internal static Appearance Accent(AccentKind kind) => kind switch
    {
        AccentKind.Subject => new(SymbolKind.Line, "#0B5D66", "#0B5D66", 3.4, [], 0.28, null, SymbolShape.Circle, 16, null, SymbolEdge.Solid),
        AccentKind.Former => new(SymbolKind.Line, "#B4531A", "#B4531A", 2.2, [3, 2], 0, null, SymbolShape.Circle, 16, null, SymbolEdge.Dashed),
        _ => new(SymbolKind.Line, "#B4531A", "#B4531A", 2.6, [2, 2], 0.12, null, SymbolShape.Circle, 16, null, SymbolEdge.Dashed),
    };
}
