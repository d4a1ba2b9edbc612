using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

public enum ClassificationMethod { Quantile, EqualInterval, NaturalBreaks, ByTarget, Manual }

/// <summary>
/// Values put into classes by breaks, as a legend tells it. <b>A class holds its lower bound and not its upper one</b>;
/// the first has no lower bound and the last no upper one. A value that reaches 100 % of its plan is thus in the class that
/// begins at 100. A missing value is in no class.
/// </summary>
public sealed record Classification
{
    /// <summary>More classes are not told apart on a map.</summary>
    public const int MostClasses = 7;

    Classification(ClassificationMethod method, IReadOnlyList<double> breaks, IReadOnlyList<double?> values)
    {
        (Method, Breaks) = (method, breaks);
        Classes = [.. values.Select(value => value is { } known ? ClassOf(known) : (int?)null)];
        var known = values.OfType<double>().ToList();
        Range = known.Count == 0 ? null : (known.Min(), known.Max());
        var counts = new int[known.Count == 0 && breaks.Count == 0 ? 0 : breaks.Count + 1];
        foreach (var index in Classes)
        {
            if (index is { } one)
                counts[one]++;
        }

        Counts = counts;
        Missing = values.Count - known.Count;
    }

    public ClassificationMethod Method { get; }

    /// <summary>Between the classes, ascending: one fewer than there are classes.</summary>
    public IReadOnlyList<double> Breaks { get; }

    /// <summary>How many values each class holds; empty when there is no value and no break at all.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>The class of each value, counted from 0, in the order in which they were given; null where it is missing.</summary>
    public IReadOnlyList<int?> Classes { get; }

    /// <summary>The lowest and the highest value; null when all are missing.</summary>
    public (double Lowest, double Highest)? Range { get; }

    public int Missing { get; }

    /// <summary>The class in which a value lies or would lie.</summary>
    public int ClassOf(double value)
    {
        var index = 0;
        while (index < Breaks.Count && value >= Breaks[index])
            index++;
        return index;
    }

    /// <summary>Other values in the same classes, so that the years of a slider compare.</summary>
    public Classification With(IReadOnlyList<double?> values) => Of(Method, Breaks, values);

    /// <summary>“dưới 10”, “10 – dưới 20”, “từ 20 trở lên”; the one class of a series without breaks says its range.</summary>
    public Bilingual Words(int index, int decimals = 6)
    {
        string Text(double value, bool english) => IndicatorNumber.Text(value, english, decimals);
        Bilingual Pair(Func<bool, string> said) => new(said(false), said(true));

        if (Breaks.Count == 0)
        {
            return Range is not var (lowest, highest) ? new("không có số liệu", "no data")
                : lowest == highest ? Pair(english => Text(lowest, english))
                : Pair(english => $"{Text(lowest, english)} – {Text(highest, english)}");
        }

        return index == 0 ? Pair(english => (english ? "below " : "dưới ") + Text(Breaks[0], english))
            : index == Breaks.Count ? Pair(english => english ? $"{Text(Breaks[^1], true)} and above" : $"từ {Text(Breaks[^1], false)} trở lên")
            : Pair(english => $"{Text(Breaks[index - 1], english)} – {(english ? "below" : "dưới")} {Text(Breaks[index], english)}");
    }

    /// <summary>“Điểm gãy tự nhiên, 5 lớp”; said in the legend, since the method decides what the map seems to say.</summary>
    public Bilingual MethodWords
    {
        get
        {
            var (vi, en) = Method switch
            {
                ClassificationMethod.Quantile => ("Phân vị", "Quantiles"),
                ClassificationMethod.EqualInterval => ("Khoảng đều", "Equal intervals"),
                ClassificationMethod.NaturalBreaks => ("Điểm gãy tự nhiên", "Natural breaks"),
                ClassificationMethod.ByTarget => ("Theo mục tiêu", "By target"),
                _ => ("Ngưỡng tự chọn", "Chosen breaks"),
            };
            return new($"{vi}, {Counts.Count} lớp", $"{en}, {Counts.Count} {(Counts.Count == 1 ? "class" : "classes")}");
        }
    }

    internal static Classification Of(ClassificationMethod method, IReadOnlyList<double> breaks, IReadOnlyList<double?> values) =>
        new(method, breaks, values);
}
