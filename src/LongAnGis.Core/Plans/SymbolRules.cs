namespace LongAnGis.Core.Plans;

/// <summary>
/// What can be drawn: hex colours, opacities between 0 and 1, sizes that stay readable, glyphs of up to three letters.
/// Refused when a layer is loaded, so that no page or tile has to doubt a symbol.
/// </summary>
static class SymbolRules
{
    public static void Check(Symbol symbol)
    {
        Check(symbol, "symbol");
        if (symbol.Dark is { } dark)
        {
            Check(dark, "dark");
            RequireColour(dark.Label?.Colour, "dark label colour");
            RequireColour(dark.Label?.Halo, "dark label halo");
        }

        Require(symbol.Status is null || symbol.Kind == SymbolKind.Fill, "status", "only areas are drawn by their status");
        foreach (var one in symbol.By?.Cases ?? [])
        {
            Check(one, $"case {one.Value}");
            Require(one.Value is not null && one.Label is not null, $"case {one.Value}", "value and label are needed");
        }

        if (symbol.By?.Other is { } other)
            Check(other, "other");

        if (symbol.Label is { } label)
        {
            RequireColour(label.Colour, "label colour");
            RequireColour(label.Halo, "label halo");
            Require(label.Size is >= 8 and <= 40, "label", "size is 8 to 40 px");
        }
    }

    static void Check(SymbolPaint paint, string where)
    {
        RequireColour(paint.Colour, where);
        RequireColour(paint.Outline, where);
        Require(paint.Opacity is null or (>= 0 and <= 1), where, "opacity is 0 to 1");
        Require(paint.Width is null or (>= 0 and <= 40), where, "width is 0 to 40 px");
        Require(paint.Size is null or (>= 4 and <= 64), where, "size is 4 to 64 px");
        Require(paint.Dash is null || (paint.Dash.Count >= 2 && paint.Dash.All(part => part is > 0 and <= 40)),
            where, "dash is at least one dash and one gap");
        Require(paint.Glyph is null || (paint.Glyph.Length is 1 or 2 or 3 && paint.Glyph.All(char.IsLetterOrDigit)),
            where, "glyph is one to three letters or figures");
    }

    static void RequireColour(string? colour, string where) =>
        Require(colour is null || Colour.IsValid(colour), where, $"{colour} is no colour like #0B5D66");

    static void Require(bool holds, string where, string rule)
    {
        if (!holds)
            throw new FormatException($"Symbol, {where}: {rule}.");
    }
}
