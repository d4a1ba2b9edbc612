using System.Globalization;
using System.Text;
using System.Xml;

namespace LongAnGis.Core.Indicators.Charts;

/// <summary>
/// Writes one SVG drawing. All text goes through <see cref="Escaped"/>; nothing else puts a name of somebody's into it. Colours are
/// the page's CSS variables with the light theme's colours to fall back on, so that a saved file looks right too. Style attributes
/// and scripts are not written, as the content security policy would stop them.
/// </summary>
sealed class SvgWriter
{
    /// <summary>The theme's colours as attributes.</summary>
    internal const string Ink = "var(--ink, #16232B)", Muted = "var(--muted, #4A5B63)", Line = "var(--line, #DEDACB)",
        Border = "var(--border, #7A8A90)", Main = "var(--teal, #0B5D66)", Wash = "var(--teal-wash, #E3EEEC)",
        Accent = "var(--brick, #B4531A)", Paper = "var(--paper, #FBFAF6)";

    /// <summary>Of text, in pixels of the drawing.</summary>
    internal const double FontSize = 12;

    readonly StringBuilder _text = new();
    readonly Stack<string> _open = [];

    /// <param name="id">Unique in the page; begins the ids of title and description.</param>
    internal SvgWriter(string id, double width, double height, string title, string description)
    {
        Open("svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart"), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-desc"),
            ("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", width), ("height", height),
            ("font-family", "Be Vietnam Pro, Noto Sans, sans-serif"), ("font-size", FontSize), ("font-variant", "tabular-nums"));
        Text("title", title, ("id", $"{id}-title"));
        Text("desc", description, ("id", $"{id}-desc"));
    }

    internal void Open(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append('>');
        _open.Push(element);
    }

    internal void Close() => _text.Append("</").Append(_open.Pop()).Append('>');

    internal void Empty(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append("/>");
    }

    internal void Text(string element, string content, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append('>').Append(Escaped(content)).Append("</").Append(element).Append('>');
    }

    internal string Finish()
    {
        while (_open.Count > 0)
            Close();
        return _text.ToString();
    }

    /// <summary>Numbers with two decimals at most: a hundredth of a pixel is not seen.</summary>
    internal static string Number(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>
    /// The text as XML has it. What XML cannot hold, and marks that turn the writing direction, are left out: in a drawing they
    /// could only deceive.
    /// </summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
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

    void Begin(string element, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
                _text.Append(' ').Append(name).Append("=\"").Append(value is double number ? Number(number) : Escaped(value.ToString()!)).Append('"');
        }
    }
}
