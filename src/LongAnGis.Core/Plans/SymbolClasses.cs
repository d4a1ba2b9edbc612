namespace LongAnGis.Core.Plans;

/// <summary>One class of a layer: the value that puts a feature in it (null: all that no other class takes).</summary>
public sealed record SymbolClass(string? Value, Bilingual? Label, Appearance Looks);

/// <summary>Resolves a symbol into the classes that the map draws and the legend lists, in the same order.</summary>
public static class SymbolClasses
{
    // Outlines carry the contrast where fills are pale: design brief, "1 px #3B4A50 outline always".
    const string LightOutline = "#3B4A50";
    const string DarkOutline = "#C9D3D6";
    const string Unset = "#5B6B72";

    public static IReadOnlyList<SymbolClass> Classes(this Symbol symbol, bool dark)
    {
        if (symbol.By is not { } by)
            return [new(null, null, Resolve(symbol, null, dark))];

        var cases = by.Cases.Select(one => new SymbolClass(one.Value, one.Label, Resolve(symbol, one, dark)));
        return [.. cases, new(null, by.Other?.Label ?? new("Khác", "Other"), Resolve(symbol, by.Other, dark))];
    }

    static Appearance Resolve(Symbol symbol, SymbolPaint? own, bool dark)
    {
        var theme = dark ? symbol.Dark : null;
        // A class says what is special about it; the theme speaks only for what the class leaves open.
        T? Said<T>(Func<SymbolPaint, T?> part) =>
            (own is null ? default : part(own)) ?? (theme is null ? default : part(theme)) ?? part(symbol);

        var colour = Said(paint => paint.Colour) ?? Unset;
        return new(
            symbol.Kind,
            colour,
            Said(paint => paint.Outline) ?? (symbol.Kind == SymbolKind.Line ? colour : dark ? DarkOutline : LightOutline),
            Said<double?>(paint => paint.Width) ?? (symbol.Kind == SymbolKind.Line ? 2 : 1.25),
            Said(paint => paint.Dash) ?? [],
            Said<double?>(paint => paint.Opacity) ?? (symbol.Kind == SymbolKind.Fill ? 0.35 : 1),
            Said<SymbolPattern?>(paint => paint.Pattern),
            Said<SymbolShape?>(paint => paint.Shape) ?? SymbolShape.Circle,
            Said<double?>(paint => paint.Size) ?? 14,
            Said(paint => paint.Glyph),
            SymbolEdge.Solid);
    }
}
