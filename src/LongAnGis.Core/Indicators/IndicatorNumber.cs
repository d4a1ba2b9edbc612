using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>Figures as people read them: 1.234,5 in Vietnamese, 1,234.5 in English, with a true minus sign (U+2212).</summary>
public static class IndicatorNumber
{
    /// <summary>At most so many decimals, no trailing zeros.</summary>
    public static string Text(decimal value, bool english, int decimals = 2) => Minus(AttributeText.Number(value, english, decimals));

    public static string Text(int value, bool english) => Text((decimal)value, english, 0);

    /// <summary>At most so many decimals, no trailing zeros; what no decimal can hold in powers of ten.</summary>
    public static string Text(double value, bool english, int decimals = 2) => Math.Abs(value) < 1e15
        ? Text((decimal)value, english, decimals)
        : Minus(value.ToString("G6", AttributeText.Culture(english)));

    /// <summary>Exactly so many decimals, so that the figures of a column stand under each other.</summary>
    public static string Aligned(decimal value, bool english, int decimals) =>
        Minus(value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), AttributeText.Culture(english)));

    /// <summary>“+3,2” or “−3,2”; zero has no sign.</summary>
    public static string Change(decimal value, bool english, int decimals = 2)
    {
        var text = Text(value, english, decimals);
        return Math.Round(value, decimals) > 0 ? "+" + text : text;
    }

    static string Minus(string text) => text is "-0" ? "0" : text.Replace('-', '\u2212');
}
