using System.Globalization;
using LongAnGis.Core.Indicators;

namespace LongAnGis.Web.Indicators;

/// <summary>
/// Where years and values lie in a drawing of a given size: years from left to right in proportion, values from below, with
/// readable lines. The axis begins at zero unless all values lie in the upper half, where differences would vanish.
/// </summary>
public sealed class ChartScale
{
    static readonly decimal[] Factors = [1m, 2m, 2.5m, 5m, 10m];

    readonly double width, height, first, last;
    readonly decimal low, high;

    /// <param name="years">The middle of each period on the axis of years.</param>
    public ChartScale(IReadOnlyCollection<double> years, IReadOnlyCollection<decimal> values, double width, double height, bool fromZero)
    {
        (this.width, this.height) = (width, height);
        (first, last) = (years.Min(), years.Max());
        var (least, most) = (values.Min(), values.Max());
        var begin = fromZero || least < 0 || least < most / 2 ? Math.Min(0, least) : least;
        Step = Readable((most - begin) / 3);
        low = Math.Floor(begin / Step) * Step;
        high = Math.Max(Math.Ceiling(most / Step) * Step, low + Step);
    }

    /// <summary>Between two lines: 1, 2, 2,5 or 5 times a power of ten.</summary>
    public decimal Step { get; }

    public IEnumerable<decimal> Lines
    {
        get
        {
            for (var line = low; line <= high; line += Step)
            {
                yield return line;
            }
        }
    }

    public double X(double year) => last > first ? (year - first) / (last - first) * width : width / 2;

    public double Y(decimal value) => height - (double)((value - low) / (high - low)) * height;

    /// <summary>Consecutive figures of one basis: what a line may join. Values of two bases are not compared.</summary>
    public static IEnumerable<IReadOnlyList<Figure>> Stretches(IEnumerable<Figure> ordered)
    {
        var stretch = new List<Figure>();
        foreach (var figure in ordered)
        {
            if (stretch.Count > 0 && stretch[^1].Basis != figure.Basis)
            {
                yield return stretch;
                stretch = [];
            }

            stretch.Add(figure);
        }

        if (stretch.Count > 0)
        {
            yield return stretch;
        }
    }

    public string Points(IEnumerable<Figure> figures) =>
        string.Join(' ', figures.Select(figure => $"{Number(X(figure.Period.Midyear))},{Number(Y(figure.Value))}"));

    /// <summary>A coordinate as SVG takes it.</summary>
    public static string Number(double coordinate) => coordinate.ToString("0.#", CultureInfo.InvariantCulture);

    static decimal Readable(decimal step)
    {
        if (step <= 0)
        {
            return 1;
        }

        var power = 1m;
        while (power * 10 <= step)
        {
            power *= 10;
        }

        while (power > step)
        {
            power /= 10;
        }

        return Factors.First(factor => factor * power >= step) * power;
    }
}
