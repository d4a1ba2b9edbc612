using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>How a value came to an area. It is said wherever the value is shown.</summary>
public enum CarryLabel { Observed, ExactSum, Estimated, Refused }

/// <summary>A value of an area, carried there or not.</summary>
/// <param name="Area">A code, or several of a union joined by <c>+</c>.</param>
/// <param name="Value">Null when it was refused.</param>
/// <param name="Band">Of an estimate: between which values the true one is expected, under what the words say.</param>
/// <param name="Words">How it was made, or why not.</param>
public sealed record CarriedValue(string Area, CarryLabel Label, decimal? Value, (decimal Low, decimal High)? Band, Bilingual Words)
{
    /// <summary>The areas and unions whose values it was made from; none when it is their own or refused.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>The codes and words of labels in files and for people.</summary>
public static class CarryLabels
{
    public static string Code(this CarryLabel label) => label switch
    {
        CarryLabel.Observed => "observed",
        CarryLabel.ExactSum => "exact-sum",
        CarryLabel.Estimated => "estimated",
        _ => "refused",
    };

    /// <summary>A ratio over whole areas is no sum, but as exact.</summary>
    public static Bilingual Words(this CarryLabel label, IndicatorTransfer transfer) => label switch
    {
        CarryLabel.Observed => new("số liệu gốc", "observed"),
        CarryLabel.ExactSum when transfer == IndicatorTransfer.Ratio => new("tính lại chính xác", "exactly re-weighted"),
        CarryLabel.ExactSum => new("tổng chính xác", "exact sum"),
        CarryLabel.Estimated => new("ước tính quy đổi", "carried estimate"),
        _ => new("không quy đổi được", "cannot be carried over"),
    };
}

/// <summary>The assumptions of estimates, which their words repeat.</summary>
public sealed record CarryRule
{
    public static CarryRule Default { get; } = new();

    /// <summary>
    /// How many times denser one part of a cut area may be than the rest, for the band of an estimate. Not a fact about any area.
    /// </summary>
    public decimal DensityFactor { get; init; } = 3;

    /// <summary>
    /// The share of its denominator that must come from areas taken as a whole, for a ratio to be estimated. A district's rate says
    /// nothing about one of its communes.
    /// </summary>
    public decimal LeastWholeShare { get; init; } = 0.5m;
}
