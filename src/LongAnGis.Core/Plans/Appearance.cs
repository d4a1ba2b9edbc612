namespace LongAnGis.Core.Plans;

/// <summary>How the edge of a symbol is drawn; a dashed ring means that the place is only indicative.</summary>
public enum SymbolEdge { Solid, Hollow, Dashed }

/// <summary>The complete looks of one class of features on one theme: nothing inherited, nothing left open.</summary>
public sealed record Appearance(
    SymbolKind Kind,
    string Colour,
    string Outline,
    double Width,
    IReadOnlyList<double> Dash,
    double Opacity,
    SymbolPattern? Pattern,
    SymbolShape Shape,
    double Size,
    string? Glyph,
    SymbolEdge Edge)
{
    /// <summary>
    /// The same class where a feature's place is indicative: Circular 04/2023 wants a symbol there, never a boundary.
    /// Points become a ring of dashes, lines a broad translucent band, areas a hatch without a sharp outline.
    /// </summary>
    public Appearance Indicative() => Kind switch
    {
        SymbolKind.Point => this with { Edge = SymbolEdge.Dashed },
        SymbolKind.Line => this with { Width = Math.Max(6, Width * 2.5), Opacity = 0.45 * Opacity, Dash = [2, 0.8] },
        _ => this with { Pattern = Pattern ?? SymbolPattern.Hatch, Dash = [2, 2], Edge = SymbolEdge.Dashed },
    };
}
