using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>
/// How a plan states a target, kept as stated. “Trên 80 %” is not reached at 80; “khoảng 9 %” is a band on both sides;
/// a structure's share is a band too, never more-is-better.
/// </summary>
public enum TargetOperator
{
    /// <summary>Trên 180: strictly more.</summary>
    Above,

    /// <summary>Từ 27 trở lên: that much or more.</summary>
    AtLeast,

    /// <summary>Khoảng 9: a band round it.</summary>
    About,

    /// <summary>Ở mức 3,3: that, neither more nor less.</summary>
    Maintain,

    /// <summary>Từ 8 đến 10, both included.</summary>
    Between,

    /// <summary>Không quá 2: that much or less.</summary>
    AtMost,

    /// <summary>Phổ cập: it is so (1) or it is not (0).</summary>
    YesNo,
}

/// <summary>The codes of target operators in files and the database, and their words.</summary>
public static class TargetOperators
{
    static readonly (TargetOperator Operator, string Code)[] Codes =
    [
        (TargetOperator.Above, ">"),
        (TargetOperator.AtLeast, ">="),
        (TargetOperator.About, "~"),
        (TargetOperator.Maintain, "="),
        (TargetOperator.Between, ".."),
        (TargetOperator.AtMost, "<="),
        (TargetOperator.YesNo, "yes-no"),
    ];

    public static string Code(this TargetOperator stated) => Array.Find(Codes, pair => pair.Operator == stated).Code;

    public static TargetOperator? Parse(string? code) =>
        Array.FindIndex(Codes, pair => pair.Code == code) is >= 0 and var index ? Codes[index].Operator : null;

    /// <summary>Whether a value can miss it on either side.</summary>
    public static bool IsBand(this TargetOperator stated) =>
        stated is TargetOperator.About or TargetOperator.Maintain or TargetOperator.Between;

    /// <summary>“trên 180 triệu đồng/người”, “từ 27 trở lên”, “khoảng 9 %/năm”, “ở mức 3,3 %”, “từ 8 đến 10 m²”, “có”.</summary>
    /// <param name="valueTo">The upper end of <see cref="TargetOperator.Between"/>; otherwise not looked at.</param>
    /// <param name="unit">Said after the number; null where the number has none.</param>
    public static Bilingual Words(this TargetOperator stated, decimal value, decimal? valueTo = null, Bilingual? unit = null)
    {
        string Vi(decimal number) => IndicatorNumber.Text(number, english: false) + Unit(unit?.Vi);
        string En(decimal number) => IndicatorNumber.Text(number, english: true) + Unit(unit?.In(english: true));
        return stated switch
        {
            TargetOperator.Above => new($"trên {Vi(value)}", $"above {En(value)}"),
            TargetOperator.AtLeast => new($"từ {Vi(value)} trở lên", $"at least {En(value)}"),
            TargetOperator.About => new($"khoảng {Vi(value)}", $"about {En(value)}"),
            TargetOperator.Maintain => new($"ở mức {Vi(value)}", $"at {En(value)}"),
            TargetOperator.AtMost => new($"không quá {Vi(value)}", $"at most {En(value)}"),
            TargetOperator.Between when valueTo is { } to =>
                new($"từ {IndicatorNumber.Text(value, false)} đến {Vi(to)}", $"from {IndicatorNumber.Text(value, true)} to {En(to)}"),
            TargetOperator.Between => throw new ArgumentNullException(nameof(valueTo), "a range has two ends"),
            _ => value == 0 ? new("không", "no") : new("có", "yes"),
        };
    }

    static string Unit(string? unit) => string.IsNullOrEmpty(unit) ? "" : "\u00A0" + unit;
}
