using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>What stands round every picture that is taken along: title above; sources, basis and dates below. Lengths are points.</summary>
/// <param name="Foot">Paragraphs.</param>
sealed record SheetFrame(string Title, string Subtitle, IReadOnlyList<string> Foot)
{
    public const float Side = 40, Top = 104;

    const float TitleSize = 24, SmallestTitle = 13, FootSize = 8.5f, FootLine = FootSize * 1.4f;

    /// <summary>What the foot takes of a sheet of this width, its margin too.</summary>
    public float Bottom(float width) => 44 + (FootLines(width).Count() * FootLine);

    public void Draw(SKCanvas canvas, SKSize size)
    {
        var width = size.Width - (2 * Side);
        canvas.Put("LongAnGis", PrintType.SemiBold, Side, 40, 10, PrintColours.Teal);
        canvas.Put(Title, PrintType.SemiBold, Side, 68, Fitting(width), PrintColours.Ink);
        canvas.Put(PrintText.Lines(Subtitle, PrintType.Regular, 11, width)[0], PrintType.Regular, Side, 88, 11, PrintColours.Muted);
        using var rule = PrintColours.Line(PrintColours.Teal, 1.2f);
        canvas.DrawLine(Side, 95, size.Width - Side, 95, rule);
        var baseline = size.Height - Bottom(size.Width) + 26;
        foreach (var line in FootLines(size.Width))
        {
            canvas.Put(line, PrintType.Regular, Side, baseline, FootSize, PrintColours.Muted);
            baseline += FootLine;
        }
    }

    float Fitting(float width) => Math.Clamp(TitleSize * width / PrintType.SemiBold.Measure(PrintText.Clean(Title), TitleSize), SmallestTitle, TitleSize);

    IEnumerable<string> FootLines(float width) => Foot.SelectMany(text => PrintText.Lines(text, PrintType.Regular, FootSize, width - (2 * Side)));
}
