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
    /// Points become a ring of dashes, thin lines a broader, fainter row of dashes (a line that is already a band stays
    /// one), areas lose their sharp outline.
    /// </summary>
    public Appearance Indicative() => Kind switch
    {
        SymbolKind.Point => this with { Edge = SymbolEdge.Dashed },
        SymbolKind.Line when Width >= BandWidth => this with { Opacity = Math.Min(Opacity, 0.45) },
        SymbolKind.Line => this with
        {
            Width = Width * 1.6,
            Opacity = Math.Min(Opacity, 0.65),
            Dash = Dash.Count > 0 ? Dash : [2.5, 1.5],
        },
        _ => this with { Dash = Dash.Count > 0 ? Dash : [3, 2], Edge = SymbolEdge.Dashed },
    };

    const double BandWidth = 6;
}
