using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Print;
using LongAnGis.Web.Styles.Desktop;
using SkiaSharp;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>The legend of a layer as a picture: a line for each class and status, as the map draws it.</summary>
sealed class WmsLegend
{
    const float Row = 22, Sign = 26, SignHeight = 16, Margin = 6, Text = 12;

    readonly IReadOnlyList<(Appearance Looks, string Words)> lines;

    public WmsLegend(Layer layer, bool english)
    {
        lines = [.. DrawnRules.Of(layer).All.Where(rule => rule.IsIndicative is not true).Select(rule => (rule.Looks, rule.Name.In(english)))];
        var widest = lines.Max(line => PrintType.Regular.Measure(line.Words, Text));
        Size = new(MathF.Ceiling((3 * Margin) + Sign + widest), MathF.Ceiling((2 * Margin) + (lines.Count * Row)));
    }

    public SKSize Size { get; }

    public void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        var ink = new MapInk(canvas, MapSheet.Window(MapPlane.Degrees, new(0, 1, 0, 1), Size));
        using var words = PrintColours.Fill(PrintColours.Ink);
        foreach (var (index, (looks, text)) in lines.Index())
        {
            var top = Margin + (index * Row);
            ink.DrawSign(SKRect.Create(Margin, top + ((Row - SignHeight) / 2), Sign, SignHeight), looks);
            PrintType.Regular.Draw(canvas, text, (2 * Margin) + Sign, top + (Row / 2) + (Text * 0.36f), Text, words);
        }
    }
}
