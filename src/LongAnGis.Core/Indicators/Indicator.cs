using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>Which way is better: near the target for a band (structure shares), neither for a neutral one.</summary>
public enum IndicatorDirection { Higher, Lower, Neutral, Band }

/// <summary>How a value of an old area carries to a new one: summed, re-weighted by its denominator, or not at all.</summary>
public enum IndicatorTransfer { Additive, Ratio, None }

/// <summary>What is measured (chỉ tiêu): one definition and one unit.</summary>
/// <param name="Denominator">The indicator by which a ratio is weighted; only for <see cref="IndicatorTransfer.Ratio"/>.</param>
/// <param name="Level">The finest territory for which it is reported: province, district or commune.</param>
/// <param name="Frequency">How often: month, quarter, year or census.</param>
/// <param name="Decimals">Decimals shown to people; a value keeps all that its source states.</param>
public sealed record Indicator(
    string Code,
    string Theme,
    Bilingual Name,
    Bilingual Unit,
    bool IsYesNo,
    IndicatorDirection Direction,
    IndicatorTransfer Transfer,
    string? Denominator,
    string Level,
    string Frequency,
    int Decimals,
    Bilingual Definition,
    Bilingual? SourceBody)
{
    public string Path => $"/indicators/{Code}";

    /// <summary>
    /// An amount that adds up over areas (people, hectares) and no rate: never shaded by area, since a large area would look as
    /// though it had more of it.
    /// </summary>
    public bool IsTotal => Transfer == IndicatorTransfer.Additive && !IsYesNo && Unit.Vi is not (['%', ..] or ['‰', ..]);

    /// <summary>In percent of something, or percent a year: it changes by points.</summary>
    public bool IsPercentage => Unit.Vi.StartsWith('%');

    /// <summary>A value for people, without its unit: 145.120, −1,2, có.</summary>
    public string Text(decimal value, bool english) => IsYesNo
        ? TargetOperator.YesNo.Words(value).In(english)
        : IndicatorNumber.Text(value, english, Decimals);

    /// <summary>A value with its unit: 145.120 người, 81,94 km².</summary>
    public string WithUnit(decimal value, bool english) => IsYesNo
        ? Text(value, english)
        : $"{Text(value, english)}\u00A0{Unit.In(english)}";

    public static IndicatorDirection ParseDirection(string code) => code switch
    {
        "higher" => IndicatorDirection.Higher,
        "lower" => IndicatorDirection.Lower,
        "neutral" => IndicatorDirection.Neutral,
        "band" => IndicatorDirection.Band,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no such direction"),
    };

    public static IndicatorTransfer ParseTransfer(string code) => code switch
    {
        "additive" => IndicatorTransfer.Additive,
        "ratio" => IndicatorTransfer.Ratio,
        "none" => IndicatorTransfer.None,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no such transfer"),
    };
}
