using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators.Areas;

/// <summary>A figure that may have been carried, in words: an estimate never looks like a count.</summary>
public static class CarryWords
{
    /// <summary>A value without its unit, with a sign before an estimate: ≈ 12.345.</summary>
    public static string Text(Indicator indicator, Figure figure, bool english) => Sign(figure) + indicator.Text(figure.Value, english);

    /// <summary>A value with its unit: ≈ 12.345 người.</summary>
    public static string WithUnit(Indicator indicator, Figure figure, bool english) => Sign(figure) + indicator.WithUnit(figure.Value, english);

    /// <summary>
    /// How the figure came to its region, with the band of an estimate: “ước tính quy đổi, từ 9.500 đến 21.000 người”. Null for what
    /// was recorded for it.
    /// </summary>
    public static string? Label(Indicator indicator, Figure figure, bool english)
    {
        if (figure.Carried is not { } carried)
            return null;

        var words = carried.Label.Words(indicator.Transfer).In(english);
        return carried.Band is { } band ? $"{words}, {Band(indicator, band).In(english)}" : words;
    }

    /// <summary>“từ 9.500 đến 21.000 người”.</summary>
    public static Bilingual Band(Indicator indicator, (decimal Low, decimal High) band) => new(
        $"từ {indicator.Text(band.Low, english: false)} đến {indicator.WithUnit(band.High, english: false)}",
        $"from {indicator.Text(band.Low, english: true)} to {indicator.WithUnit(band.High, english: true)}");

    static string Sign(Figure figure) => figure.Label == CarryLabel.Estimated ? "≈\u00A0" : "";
}
