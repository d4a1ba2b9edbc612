using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators.Maps;

/// <summary>
/// Everything a map, its legend and its table say of an indicator, for all periods of one kind: which region has which value,
/// in which class, of which rank, and which has none. Made in one place, so that they cannot disagree.
/// </summary>
/// <param name="Classes">Over all periods; null when circles are drawn.</param>
/// <param name="SecondClasses">Of the second indicator of <see cref="MapMode.Bivariate"/>.</param>
/// <param name="Circles">Null unless circles are drawn.</param>
public sealed record IndicatorPicture(
    Indicator Indicator,
    Indicator? Second,
    RegionSet Set,
    MapChoice Choice,
    Classification? Classes,
    Classification? SecondClasses,
    CircleScale? Circles,
    IReadOnlyList<PicturePeriod> Periods)
{
    /// <summary>
    /// The fills, in the order in which <see cref="DrawnFigure.Class"/> counts: of classes from low to high; of two indicators
    /// by rows, each from low to high of the first, the rows from low to high of the second.
    /// </summary>
    public IReadOnlyList<string> Colours { get; } = Choice.Mode switch
    {
        MapMode.Circles => [CircleScale.Colour],
        MapMode.Bivariate => [.. from second in Enumerable.Range(0, FixedClasses.OfEach) from first in Enumerable.Range(0, FixedClasses.OfEach) select Palette.Bivariate(first, second)],
        _ => Palette.For(Choice.Method, Math.Max(1, Classes?.Counts.Count ?? 1)),
    };

    public PicturePeriod? In(Period period) => Periods.FirstOrDefault(one => one.Period == period);

    /// <param name="known">Of all periods to be compared; plans among them are left out.</param>
    /// <param name="second">The second indicator, for the same periods.</param>
    /// <param name="target">Round which classes by target lie.</param>
    public static IndicatorPicture Of(
        Indicator indicator,
        RegionSet set,
        IReadOnlyList<StatisticalRegion> regions,
        SetFigures known,
        MapChoice choice,
        double? target = null,
        (Indicator Indicator, SetFigures Known)? second = null)
    {
        var names = regions.ToDictionary(region => region.Code);
        var periods = ByPeriod(set, regions, known.Figures);
        var others = second is { } two ? ByPeriod(set, regions, two.Known.Figures) : [];
        // Only what is drawn takes part: the value of a union would otherwise count beside those of its members.
        List<double?> pooled = [.. periods.SelectMany(one => one.Value.Figures.Select(figure => (double?)figure.Value))];
        List<double?> pooledOthers = [.. others.SelectMany(one => one.Value.Figures.Select(figure => (double?)figure.Value))];
        var classes = choice.Mode switch
        {
            MapMode.Circles => null,
            MapMode.Bivariate => FixedClasses.OfTwo(pooled),
            _ => FixedClasses.Over(pooled, choice, target),
        };
        var secondClasses = choice.Mode == MapMode.Bivariate ? FixedClasses.OfTwo(pooledOthers) : null;
        var circles = choice.Mode == MapMode.Circles ? CircleScale.Over(pooled, periods.Values.Select(one => one.Figures.Count).DefaultIfEmpty(0).Max()) : null;
        var made = new IndicatorPicture(indicator, second?.Indicator, set, choice, classes, secondClasses, circles, []);
        return made with
        {
            Periods =
            [
                .. periods.OrderBy(one => one.Key).Select(one => made.Draw(one.Key, one.Value, others.GetValueOrDefault(one.Key), names)
                    .With(known.RefusedIn(one.Key)).With(second?.Known.RefusedIn(one.Key))),
            ],
        };
    }

    PicturePeriod Draw(
        Period period,
        (DrawnRegions Regions, IReadOnlyList<Figure> Figures) own,
        (DrawnRegions Regions, IReadOnlyList<Figure> Figures) other,
        Dictionary<string, StatisticalRegion> names)
    {
        var others = (other.Figures ?? []).ToDictionary(figure => figure.Region);
        var drawn = own.Figures
            // Where only one of two is known there is no class of both.
            .Where(figure => Choice.Mode != MapMode.Bivariate || others.ContainsKey(figure.Region))
            .Select(figure =>
            {
                var value = (double)figure.Value;
                var second = others.GetValueOrDefault(figure.Region);
                return new DrawnFigure(names[figure.Region], figure, second, ClassOf(value, second), Circles?.Radius(value) ?? 0, Rank(figure, own.Figures));
            })
            .ToList();
        var lone = own.Figures.Where(figure => drawn.All(one => one.Figure != figure)).SelectMany(figure => names[figure.Region].Members);
        var missing = own.Regions.Missing.Concat(lone).Distinct().Select(code => names[code]);
        return new(period, Order(drawn), [.. missing], [.. own.Regions.Covered.Select(code => names[code])]);
    }

    int ClassOf(double value, Figure? second) => Choice.Mode switch
    {
        MapMode.Circles => 0,
        MapMode.Bivariate => (SecondClasses!.ClassOf((double)second!.Value) * FixedClasses.OfEach) + Classes!.ClassOf(value),
        _ => Classes!.ClassOf(value),
    };

    int Rank(Figure figure, IReadOnlyList<Figure> all) => Indicator.Direction.Place(figure.Value, all.Select(other => other.Value));

    static IReadOnlyList<DrawnFigure> Order(List<DrawnFigure> drawn) =>
        [.. drawn.OrderBy(one => one.Rank).ThenBy(one => one.Region.Code, StringComparer.Ordinal)];

    static Dictionary<Period, (DrawnRegions Regions, IReadOnlyList<Figure> Figures)> ByPeriod(
        RegionSet set, IReadOnlyList<StatisticalRegion> regions, IReadOnlyList<Figure> figures)
    {
        var periods = new Dictionary<Period, (DrawnRegions, IReadOnlyList<Figure>)>();
        foreach (var group in figures.Where(figure => !figure.IsPlan).GroupBy(figure => figure.Period))
        {
            var drawn = DrawnRegions.Of(set, regions, group.Select(figure => figure.Region).ToHashSet());
            if (drawn.Drawn.Count > 0)
                periods[group.Key] = (drawn, [.. group.Where(figure => drawn.Drawn.Contains(figure.Region))]);
        }

        return periods;
    }
}

/// <summary>One period of a picture.</summary>
/// <param name="Drawn">By rank.</param>
/// <param name="Missing">Hatched; in a table a dash.</param>
/// <param name="Covered">With a value in the table that no map can show beside the others.</param>
public sealed record PicturePeriod(
    Period Period, IReadOnlyList<DrawnFigure> Drawn, IReadOnlyList<StatisticalRegion> Missing, IReadOnlyList<StatisticalRegion> Covered)
{
    /// <summary>Why no value could be carried to a missing region, by its code; nobody knows one for the others.</summary>
    public IReadOnlyDictionary<string, Bilingual> Refused { get; private init; } = new Dictionary<string, Bilingual>();

    /// <summary>A period without any figure: everything is missing.</summary>
    public static PicturePeriod Without(Period period, RegionSet set, IReadOnlyList<StatisticalRegion> regions, SetFigures known) =>
        new PicturePeriod(period, [], [.. regions.Where(region => set.Has(region.Kind) && region.Kind != RegionKind.Union)], []).With(known.RefusedIn(period));

    /// <summary>With reasons why regions are missing; what is said already stays.</summary>
    internal PicturePeriod With(IReadOnlyDictionary<string, Bilingual>? refused) => this with
    {
        Refused = Missing.Select(region => (region.Code, Why: Refused.GetValueOrDefault(region.Code) ?? refused?.GetValueOrDefault(region.Code)))
            .Where(one => one.Why is not null).ToDictionary(one => one.Code, one => one.Why!),
    };

    /// <summary>How many of the drawn values came about so.</summary>
    public int Count(CarryLabel label) => label == CarryLabel.Refused ? Refused.Count : Drawn.Count(one => one.Label == label);

    /// <summary>How many regions each class holds in this period.</summary>
    public IReadOnlyList<int> Counts(int classes) => [.. Enumerable.Range(0, classes).Select(index => Drawn.Count(one => one.Class == index))];
}

/// <summary>A region's value as it is drawn.</summary>
/// <param name="Second">Of the second indicator, when there are two.</param>
/// <param name="Radius">Of its circle in CSS pixels; 0 when none is drawn.</param>
public sealed record DrawnFigure(StatisticalRegion Region, Figure Figure, Figure? Second, int Class, double Radius, int Rank)
{
    /// <summary>Of two values the less certain one.</summary>
    public CarryLabel Label => Second is { } second && second.Label > Figure.Label ? second.Label : Figure.Label;
}
