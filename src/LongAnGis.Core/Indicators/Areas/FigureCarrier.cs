using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators.Areas;

/// <summary>
/// Reads an indicator over a set of regions for which it was perhaps never recorded. A region's own figure always counts; to one
/// without, what other regions have is carried by the rule of the indicator, period by period, and labelled. What is recorded
/// stays as it is, and nothing is carried through an estimate.
/// </summary>
/// <param name="denominator">The indicator that weighs a ratio; a ratio without one stays where it is.</param>
public sealed class FigureCarrier(
    Indicator indicator, Indicator? denominator, IReadOnlyCollection<StatisticalRegion> regions, RegionCrosswalks crosswalks)
{
    readonly Dictionary<string, StatisticalRegion> _regions = regions.ToDictionary(region => region.Code);

    /// <summary>Whether the figures of any other regions could say something of this set.</summary>
    public bool HasSources(RegionSet set, IEnumerable<Figure> figures)
    {
        var kinds = crosswalks.To(set).Select(way => way.From).ToList();
        return figures.Any(figure => !figure.IsPlan && kinds.Any(kind => kind.Has(_regions[figure.Region].Kind)));
    }

    /// <param name="figures">Of the indicator, of all regions and any periods; plans are never carried.</param>
    /// <param name="denominators">Of the denominator, of all regions and the same periods.</param>
    public SetFigures Over(RegionSet set, IReadOnlyList<Figure> figures, IReadOnlyList<Figure> denominators)
    {
        List<Figure> all = [.. figures];
        List<RefusedFigure> refused = [];
        var weights = Weights(set, denominators);
        foreach (var period in figures.Where(figure => !figure.IsPlan).GroupBy(figure => figure.Period))
        {
            var reading = new PeriodReading(period.Key, period.ToDictionary(figure => figure.Region), weights[period.Key]);
            all.AddRange(Carried(set, reading, refused));
        }

        return new(all, refused);
    }

    sealed record PeriodReading(Period Period, Dictionary<string, Figure> Figures, IEnumerable<Figure> Weights);

    /// <summary>Denominators are quantities: they are carried as well, so that a sum can weigh a sum.</summary>
    ILookup<Period, Figure> Weights(RegionSet set, IReadOnlyList<Figure> denominators) =>
        (denominator is { Transfer: IndicatorTransfer.Additive } ? new FigureCarrier(denominator, null, regions, crosswalks).Over(set, denominators, []).Figures : denominators)
            .Where(figure => !figure.IsPlan && figure.Carried is not { Label: CarryLabel.Estimated })
            .ToLookup(figure => figure.Period);

    List<Figure> Carried(RegionSet set, PeriodReading reading, List<RefusedFigure> refused)
    {
        List<Figure> carried = [];
        Dictionary<string, Bilingual> why = [];
        var open = Open(set, reading.Figures.Keys.ToHashSet());
        foreach (var (from, crosswalk) in crosswalks.To(set))
        {
            // Of the regions on the way only: a figure of the set itself is no source for its neighbours.
            var sources = reading.Figures.Values.Concat(carried).Where(figure => from.Has(_regions[figure.Region].Kind)).ToDictionary(figure => Members(figure.Region));
            if (sources.Count == 0)
                continue;

            var weights = WeightsOf(reading.Weights, from);
            foreach (var region in open.Where(region => crosswalk.Predecessors([region]).Count > 0).ToList())
            {
                var value = Carry(new(crosswalk), sources, weights, region);
                if (value.Label == CarryLabel.Refused)
                {
                    why.TryAdd(region, value.Words);
                    continue;
                }

                carried.Add(Labelled(region, reading.Period, value, sources));
                open.Remove(region);
            }
        }

        refused.AddRange(open.Where(why.ContainsKey).Select(region => new RefusedFigure(region, reading.Period, why[region])));
        return carried;
    }

    /// <summary>The regions of a set that no value covers, neither their own nor that of a union they belong to.</summary>
    List<string> Open(RegionSet set, IReadOnlySet<string> known) => [.. set.Missing(regions, known).Select(region => region.Code)];

    CarriedValue Carry(Carrying carrying, Dictionary<string, Figure> sources, Dictionary<string, decimal> weights, string region)
    {
        var values = sources.ToDictionary(one => one.Key, one => one.Value.Value);
        var value = indicator.Transfer switch
        {
            IndicatorTransfer.Additive => carrying.Additive(values, region, indicator.Decimals),
            IndicatorTransfer.Ratio when denominator is not null => carrying.Ratio(values, weights, region, denominator.Name),
            _ => carrying.NotTransferable(values, region),
        };
        return value.Sources.Select(source => sources[source].Basis).Distinct().Skip(1).Any()
            ? value with
            {
                Label = CarryLabel.Refused,
                Value = null,
                Band = null,
                Words = new("Số liệu của các đơn vị nguồn theo những cách tính khác nhau.", "The figures it would come from follow different definitions."),
            }
            : value;
    }

    static Figure Labelled(string region, Period period, CarriedValue value, Dictionary<string, Figure> sources)
    {
        var used = value.Sources.Select(source => sources[source]).ToList();
        var status = used.Exists(figure => figure.Status == FigureStatus.Estimate) ? FigureStatus.Estimate : FigureStatus.Observed;
        return new(region, period, status, value.Value!.Value, used[0].Basis, FigureSource.Of(used.Select(figure => figure.Source)), null) { Carried = value };
    }

    /// <summary>By region and by union; a union without a denominator of its own has that of its members together.</summary>
    Dictionary<string, decimal> WeightsOf(IEnumerable<Figure> figures, RegionSet from)
    {
        var weights = figures.Where(figure => from.Has(_regions[figure.Region].Kind)).ToDictionary(figure => Members(figure.Region), figure => figure.Value);
        foreach (var union in regions.Where(region => region.Kind == RegionKind.Union && from.Has(region.Kind)))
        {
            if (union.Members.All(weights.ContainsKey))
                weights.TryAdd(Crosswalk.Union(union.Members), union.Members.Sum(member => weights[member]));
        }

        return weights;
    }

    /// <summary>As <see cref="Carrying"/> names what a figure belongs to.</summary>
    string Members(string code) => _regions[code] is { Kind: RegionKind.Union } union ? Crosswalk.Union(union.Members) : code;
}
