namespace LongAnGis.Core.Indicators.Maps;

/// <summary>
/// Classes that stay the same for every period of a series, so that its years compare: the breaks are found once, over the
/// values of all periods together.
/// </summary>
public static class FixedClasses
{
    /// <summary>Two indicators at once have three classes each.</summary>
    public const int OfEach = 3;

    /// <param name="values">Of all periods.</param>
    /// <param name="target">Round which <see cref="ClassificationMethod.ByTarget"/> puts the classes.</param>
    public static Classification Over(IReadOnlyList<double?> values, MapChoice choice, double? target) => choice.Method switch
    {
        ClassificationMethod.EqualInterval => Classifier.EqualInterval(values, choice.Classes),
        ClassificationMethod.NaturalBreaks => Classifier.NaturalBreaks(values, choice.Classes),
        ClassificationMethod.ByTarget when target is { } centre => Classifier.ByTarget(values, choice.Classes, centre, Width(values, centre, choice.Classes)),
        ClassificationMethod.ByTarget => throw new ArgumentNullException(nameof(target), "there is no target to put classes round"),
        ClassificationMethod.Manual => Classifier.Manual(values, choice.Breaks)
            ?? throw new ArgumentException("the breaks are not ascending numbers", nameof(choice)),
        _ => Classifier.Quantile(values, choice.Classes),
    };

    /// <summary>Low, middle and high of one of two indicators: a third of its values each.</summary>
    public static Classification OfTwo(IReadOnlyList<double?> values) => Classifier.Quantile(values, OfEach);

    /// <summary>
    /// Such that the value farthest from the target still lies in or next to the outer classes: the next 1, 2 or 5 × 10ⁿ.
    /// </summary>
    internal static double Width(IReadOnlyList<double?> values, double centre, int classes)
    {
        var farthest = values.OfType<double>().Select(value => Math.Abs(value - centre)).DefaultIfEmpty(0).Max();
        return farthest == 0 ? 1 : Readable(farthest * 2 / classes);
    }

    static double Readable(double width)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        var steps = width / power;
        return power * (steps <= 1 ? 1 : steps <= 2 ? 2 : steps <= 5 ? 5 : 10);
    }
}
