namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>Which capital is meant: of one year, from one source, or all where neither is named.</summary>
public sealed record CapitalSlice(int? Year = null, CapitalSource? Source = null)
{
    public bool IsWhole => Year is null && Source is null;

    public bool Has(CapitalLine line) => (Year is null || line.Year == Year) && (Source is null || line.Source == Source);
}
