namespace LongAnGis.Core.Plans;

public enum SymbolKind { Fill, Line, Point }

public enum SymbolShape { Square, Circle, Diamond, Triangle, Hexagon, Star }

public enum SymbolPattern { Hatch, Dots }

/// <summary>What a symbol or one of its classes says about its looks; what is null is inherited.</summary>
public record SymbolPaint
{
    public string? Colour { get; init; }

    public string? Outline { get; init; }

    /// <summary>Width of the line or of the outline, in CSS pixels.</summary>
    public double? Width { get; init; }

    /// <summary>Dash and gap lengths in line widths, as MapLibre counts them.</summary>
    public IReadOnlyList<double>? Dash { get; init; }

    public double? Opacity { get; init; }

    public SymbolPattern? Pattern { get; init; }

    public SymbolShape? Shape { get; init; }

    /// <summary>Side of a point symbol in CSS pixels.</summary>
    public double? Size { get; init; }

    /// <summary>Up to three letters or figures inside a point symbol.</summary>
    public string? Glyph { get; init; }
}

/// <summary>A class of features that look alike: those whose attribute has this value.</summary>
public sealed record SymbolCase : SymbolPaint
{
    public string? Value { get; init; }

    public Bilingual? Label { get; init; }

    /// <summary>First zoom at which features of this class are drawn; null: as soon as the layer is.</summary>
    public double? MinZoom { get; init; }

    /// <summary>First zoom at which features of this class are named; null: as the layer's label says.</summary>
    public double? LabelMinZoom { get; init; }
}

/// <summary>Classification by one attribute. <c>other</c> catches every value that no case names, and no value.</summary>
public sealed record SymbolBy(string Attribute, IReadOnlyList<SymbolCase> Cases, SymbolCase? Other = null);

/// <summary>The text that the map writes at a feature.</summary>
/// <param name="MinZoom">First zoom at which the label may appear.</param>
/// <param name="MaxZoom">Zoom from which the label is gone again; null: it stays.</param>
/// <param name="Size">Text size in CSS pixels.</param>
public sealed record SymbolLabel(
    string Attribute = "name",
    double MinZoom = 9,
    double? MaxZoom = null,
    double Size = 12,
    string? Colour = null,
    string? Halo = null);

/// <summary>What changes on the dark map.</summary>
public sealed record SymbolDark : SymbolPaint
{
    public SymbolLabelColours? Label { get; init; }
}

public sealed record SymbolLabelColours(string? Colour = null, string? Halo = null);

/// <summary>
/// How a layer is drawn. The map's style document and the legend are both written from this one record, so the legend
/// cannot say anything else than the map shows.
/// </summary>
public sealed record Symbol : SymbolPaint
{
    public required SymbolKind Kind { get; init; }

    public SymbolBy? By { get; init; }

    /// <summary>The attribute that says the <see cref="LandStatus"/> of an area; null where all are drawn alike.</summary>
    public string? Status { get; init; }

    public SymbolLabel? Label { get; init; }

    public SymbolDark? Dark { get; init; }

    /// <summary>How a layer is drawn that nobody has given a symbol yet: plain, by what it holds.</summary>
    /// <param name="geometryKind">point, line, polygon or any.</param>
    public static Symbol Plain(string geometryKind) => new()
    {
        Kind = geometryKind switch
        {
            "point" => SymbolKind.Point,
            "line" => SymbolKind.Line,
            _ => SymbolKind.Fill,
        },
    };

    /// <exception cref="FormatException">When the JSON is no symbol, or says something that cannot be drawn.</exception>
    public static Symbol Parse(string json)
    {
        var symbol = PlanJson.Parse<Symbol>(json);
        SymbolRules.Check(symbol);
        return symbol;
    }
}
