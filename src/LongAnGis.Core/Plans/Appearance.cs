namespace LongAnGis.Core.Plans;

/// <summary>How the edge of a symbol is drawn; a dashed ring means that the place is only indicative.</summary>
public enum SymbolEdge { Solid, Hollow, Dashed, Doubled }

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
        _ => this with { Dash = Dash.Count > 0 ? Dash : [3, 2], Edge = Edge == SymbolEdge.Doubled ? Edge : SymbolEdge.Dashed },
    };

    /// <summary>
    /// The same class of areas by its status, told apart without colour too: solid where it exists, hatched at 45° with a
    /// dashed outline where it is planned, a dotted outline without fill where it is a vision, and a double outline where an
    /// amendment proposes it.
    /// </summary>
    public Appearance As(LandStatus status) => status switch
    {
        LandStatus.Planned => this with { Pattern = SymbolPattern.Hatch, Opacity = Opacity * 0.6, Dash = Dashes },
        LandStatus.Vision => this with { Pattern = null, Opacity = 0, Dash = Dots },
        LandStatus.Proposed => this with { Edge = SymbolEdge.Doubled },
        _ => this,
    };

    /// <summary>Between the two lines of a double outline, in CSS pixels.</summary>
    public const double DoubleGap = 2;

    const double BandWidth = 6;

    // Looks are equal when they hold the same list.
    static readonly IReadOnlyList<double> Dashes = [4, 2.5];
    static readonly IReadOnlyList<double> Dots = [1, 2];
}
