using System.Globalization;
using System.Text;
using System.Xml;

namespace LongAnGis.Core.Indicators.Charts;

/// <summary>
/// Writes a drawing as SVG. All text goes through <see cref="Escaped"/>; nothing else puts a name of somebody's into it. Colours are
/// the page's CSS variables with the light theme's colours to fall back on. Style attributes and scripts are not written, as the
/// content security policy would stop them.
/// </summary>
sealed class SvgText
{
    readonly string hatch;
    readonly StringBuilder text = new();

    SvgText(string id) => hatch = $"{id}-hatch";

    internal static string Of(Drawing drawing)
    {
        var svg = new SvgText(drawing.Id);
        svg.Open("svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart"), ("role", "img"), ("aria-labelledby", $"{drawing.Id}-title {drawing.Id}-desc"),
            ("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}"), ("width", drawing.Width), ("height", drawing.Height));
        svg.Text("title", drawing.Title, ("id", $"{drawing.Id}-title"));
        svg.Text("desc", drawing.Description, ("id", $"{drawing.Id}-desc"));
        if (drawing.Marks.Any(mark => mark is RectMark { Fill: null }))
            svg.Hatch();
        svg.Write(drawing.Marks);
        svg.Close("svg");
        return svg.text.ToString();
    }

    void Write(IReadOnlyList<Mark> marks)
    {
        foreach (var mark in marks)
            Write(mark);
    }

    void Write(Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                Shape(line, "line", line.Pen, [("x1", line.X1), ("y1", line.Y1), ("x2", line.X2), ("y2", line.Y2)]);
                break;
            case PathMark path:
                Shape(path, path.Fill is null ? "polyline" : "polygon", path.Pen,
                    [("points", string.Join(' ', path.Points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))), ("fill", path.Fill?.ToString() ?? "none")]);
                break;
            case CircleMark circle:
                Shape(circle, "circle", circle.Pen, [("cx", circle.X), ("cy", circle.Y), ("r", circle.Radius), ("fill", circle.Fill)]);
                break;
            case RectMark rect:
                Shape(rect, "rect", rect.Pen,
                [
                    ("x", rect.X), ("y", rect.Y), ("width", rect.Width), ("height", rect.Height),
                    ("fill", rect.Fill?.ToString() ?? $"url(#{hatch})"), ("opacity", rect.Opacity < 1 ? rect.Opacity : null),
                ]);
                break;
            case TextMark words:
                Words(words);
                break;
            case GroupMark group:
                Open("g", ("class", group.Name), ("transform", $"translate({Number(group.X)} {Number(group.Y)})"));
                Write(group.Marks);
                Close("g");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mark), mark, "no such mark");
        }
    }

    void Shape(Mark mark, string element, Pen? pen, (string Name, object? Value)[] place)
    {
        Begin(element,
        [
            ("class", mark.Name), .. place, ("stroke", pen?.Colour), ("stroke-width", pen is { Width: not 1 } ? pen.Width : null),
            ("stroke-dasharray", pen?.Dashes is { } dashes ? string.Join(' ', dashes.Select(Number)) : null),
            ("stroke-linejoin", element == "polyline" ? "round" : null), ("stroke-linecap", pen is { Dashes: not null } or { Width: > 1 } ? "round" : null),
        ]);
        if (mark.Hint is { } hint)
        {
            text.Append('>');
            Text("title", hint);
            Close(element);
        }
        else
        {
            text.Append("/>");
        }
    }

    void Words(TextMark words) => Text("text", words.Text,
        ("class", words.Name), ("x", words.X), ("y", words.Y),
        ("text-anchor", words.Anchor switch { TextAnchor.Middle => "middle", TextAnchor.End => "end", _ => null }),
        ("font-size", words.Size), ("font-weight", words.IsBold ? "600" : null), ("fill", words.Colour),
        ("stroke", words.HasRim ? ChartColour.Paper : null), ("stroke-width", words.HasRim ? TextMark.Rim : null),
        ("stroke-linejoin", words.HasRim ? "round" : null), ("paint-order", words.HasRim ? "stroke" : null));

    void Hatch()
    {
        Open("defs");
        Open("pattern", ("id", hatch), ("width", 6.0), ("height", 6.0), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"));
        Begin("line", [("x1", 0.0), ("y1", 0.0), ("x2", 0.0), ("y2", 6.0), ("stroke", ChartColour.Border), ("stroke-width", 2.0)]);
        text.Append("/>");
        Close("pattern");
        Close("defs");
    }

    /// <summary>Numbers with two decimals at most: a hundredth of a pixel is not seen.</summary>
    static string Number(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>
    /// The text as XML has it. What XML cannot hold, and marks that turn the writing direction, are left out: in a drawing they
    /// could only deceive.
    /// </summary>
    static string Escaped(string content)
    {
        var escaped = new StringBuilder(content.Length);
        foreach (var rune in content.EnumerateRunes())
        {
            if (rune.Value is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') || (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)))
                continue;
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    void Open(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        text.Append('>');
    }

    void Close(string element) => text.Append("</").Append(element).Append('>');

    void Text(string element, string content, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Open(element, attributes);
        text.Append(Escaped(content));
        Close(element);
    }

    void Begin(string element, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
                text.Append(' ').Append(name).Append("=\"").Append(value is double number ? Number(number) : Escaped(value.ToString()!)).Append('"');
        }
    }
}
