namespace LongAnGis.Core.Indicators.Charts;

/// <summary>
/// A chart as marks on a sheet: made once, written as SVG for a page and drawn by the printer on paper, so that both show the same.
/// The figures of every chart stand in a table beside it.
/// </summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="Width">Pixels of the drawing; a page may scale it.</param>
/// <param name="Title">The name that assistive technology says.</param>
/// <param name="Description">What the chart says, in words and figures.</param>
/// <param name="Marks">Later ones lie above.</param>
public sealed record Drawing(string Id, double Width, double Height, string Title, string Description, IReadOnlyList<Mark> Marks)
{
    /// <summary>A whole <c>svg</c> element for a page.</summary>
    public string Svg => SvgText.Of(this);
}

/// <summary>One thing of a drawing, in pixels from the upper left corner.</summary>
/// <param name="Name">What it is: the class it has in SVG.</param>
public abstract record Mark(string Name)
{
    /// <summary>Said when the pointer rests on it.</summary>
    public string? Hint { get; init; }
}

public sealed record LineMark(string Name, double X1, double Y1, double X2, double Y2, Pen Pen) : Mark(Name);

/// <summary>A line through points; closed and filled where it has a fill.</summary>
public sealed record PathMark(string Name, IReadOnlyList<(double X, double Y)> Points, Pen Pen, ChartColour? Fill = null) : Mark(Name);

public sealed record CircleMark(string Name, double X, double Y, double Radius, ChartColour Fill, Pen? Pen = null) : Mark(Name);

/// <param name="Fill">Null for the hatch of what has no figure.</param>
public sealed record RectMark(string Name, double X, double Y, double Width, double Height, ChartColour? Fill, Pen? Pen = null, double Opacity = 1)
    : Mark(Name);

/// <param name="Y">Of the base line.</param>
/// <param name="HasRim">A rim of paper keeps it readable over lines.</param>
public sealed record TextMark(
    string Name, double X, double Y, string Text, ChartColour Colour, TextAnchor Anchor = TextAnchor.Start, double Size = TextMark.UsualSize,
    bool IsBold = false, bool HasRim = false) : Mark(Name)
{
    public const double UsualSize = 13;

    /// <summary>Of the rim on both sides together.</summary>
    public const double Rim = 4;
}

/// <summary>Marks that are moved together.</summary>
public sealed record GroupMark(string Name, double X, double Y, IReadOnlyList<Mark> Marks) : Mark(Name);

public enum TextAnchor { Start, Middle, End }

/// <param name="Dashes">Lengths of dash and gap in turn; null for an unbroken line.</param>
public sealed record Pen(ChartColour Colour, double Width = 1, IReadOnlyList<double>? Dashes = null);

/// <summary>A colour of the theme; on paper and in files it is the light theme's.</summary>
/// <param name="Variable">The page's CSS variable without its hyphens.</param>
/// <param name="Hex">sRGB.</param>
public sealed record ChartColour(string Variable, string Hex)
{
    public static readonly ChartColour Ink = new("ink", "#16232B"), Muted = new("muted", "#4A5B63"), Line = new("line", "#DEDACB"),
        Border = new("border", "#7A8A90"), Main = new("teal", "#0B5D66"), Accent = new("brick", "#B4531A"),
        Plan = new("info", "#1F5FA8"), Paper = new("paper", "#FBFAF6");

    public override string ToString() => $"var(--{Variable}, {Hex})";
}
