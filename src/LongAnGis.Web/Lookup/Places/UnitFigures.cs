using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Indicators;
using LongAnGis.Web.Indicators.Board;

namespace LongAnGis.Web.Lookup.Places;

/// <summary>
/// Key figures of the districts and communes that a place lies in: of land, people, towns and income. A district's are those of its
/// page; of a commune of today those that were recorded for it or that the crosswalk carries there, each with how it came. What
/// there is no figure of is left out.
/// </summary>
public sealed class UnitFigures(
    IndicatorCatalogue catalogue, Regions regions, BoardFigures board, KnownFigures known, AreaFigures areas, Editions editions)
{
    /// <summary>A long line passes through many; those it runs through longest are told.</summary>
    public const int MostUnits = 6;

    /// <summary>In the order in which they are told.</summary>
    static readonly string[] Told =
    [
        "area-natural", "built-up-share-satellite", "cropland-share-satellite", "population-census", "population-average", "population-density",
        "urbanisation-rate", "income-per-capita", "poverty-rate", "industrial-workers",
    ];

    /// <param name="units">Districts and communes, the largest part of the place first.</param>
    public async Task<IReadOnlyList<PlaceTold.Unit>> Of(IEnumerable<FeatureMet> units, PointInTime moment, CancellationToken cancellation)
    {
        var asked = units.Where(unit => unit.Code is not null).DistinctBy(unit => unit.Key).Take(MostUnits).ToList();
        if (asked.Count == 0)
            return [];

        var edition = await editions.At(moment, cancellation);
        // What is not public is not in the catalogue.
        var indicators = (await catalogue.All(cancellation)).Select(entry => entry.Indicator).Where(indicator => Told.Contains(indicator.Code))
            .OrderBy(indicator => Array.IndexOf(Told, indicator.Code)).ToList();
        var (all, carried) = (await regions.All(cancellation), new CommuneFigures(known, areas, edition, moment.AsOf));
        List<PlaceTold.Unit> told = [];
        foreach (var unit in asked)
        {
            var figures = all.FirstOrDefault(region => region.Code == unit.Code) switch
            {
                { Kind: RegionKind.District } district => await OfDistrict(district, all, indicators, moment.AsOf, edition, cancellation),
                { Kind: RegionKind.Commune } commune => await carried.Of(commune, indicators, cancellation),
                _ => [],
            };
            if (figures.Count > 0)
                told.Add(new(unit.Layer, unit.Id, unit.Name.Vi, unit.Name.En, figures));
        }

        return told;
    }

    async Task<IReadOnlyList<PlaceTold.Figure>> OfDistrict(
        StatisticalRegion district, IReadOnlyList<StatisticalRegion> all, List<Indicator> indicators, DateOnly day, int edition, CancellationToken cancellation)
    {
        var unions = all.Where(region => region.Kind == RegionKind.Union && region.Members.Contains(district.Code)).ToList();
        List<StatisticalRegion> asked = [district, .. unions];
        var figures = await board.Of(
            [.. indicators.SelectMany(indicator => asked.Select(region => (indicator.Code, region.Code)))], day, edition, cancellation);
        return
        [
            .. indicators
                .Select(indicator => (Indicator: indicator, Reading: RegionReading.Of(
                    district, unions, [.. asked.SelectMany(region => figures[(indicator.Code, region.Code)])], day)))
                .Where(one => one.Reading is not null)
                .Select(one => Tell(one.Indicator, one.Reading!.Newest, one.Reading.CountedIn)),
        ];
    }

    /// <param name="countedIn">The union that the figure is of, when it is not the unit's own.</param>
    internal static PlaceTold.Figure Tell(Indicator indicator, Figure figure, StatisticalRegion? countedIn = null) => new(
        indicator.Code, indicator.Name.Vi, indicator.Name.En, figure.Value,
        CarryWords.WithUnit(indicator, figure, english: false), CarryWords.WithUnit(indicator, figure, english: true),
        figure.Period.ToString(),
        Label(indicator, figure, countedIn, english: false), Label(indicator, figure, countedIn, english: true),
        figure.Source.Pages);

    static string? Label(Indicator indicator, Figure figure, StatisticalRegion? countedIn, bool english)
    {
        string?[] words =
        [
            figure.Status == FigureStatus.Estimate ? FigureStatus.Estimate.Words().In(english) : null,
            countedIn is null ? null : new Bilingual($"số chung của {countedIn.Name.Vi}", $"counted together: {countedIn.Name.In(english: true)}").In(english),
            CarryWords.Label(indicator, figure, english),
        ];
        return words.OfType<string>().ToList() is { Count: > 0 } said ? string.Join("; ", said) : null;
    }
}

/// <summary>The newest figure of each indicator in communes; each indicator is asked once, however many communes there are.</summary>
sealed class CommuneFigures(KnownFigures known, AreaFigures areas, int edition, DateOnly day)
{
    readonly Dictionary<string, SetFigures?> asked = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<PlaceTold.Figure>> Of(
        StatisticalRegion commune, IEnumerable<Indicator> indicators, CancellationToken cancellation)
    {
        List<PlaceTold.Figure> told = [];
        foreach (var indicator in indicators)
        {
            var set = await Newest(indicator, cancellation);
            if (set?.Figures.FirstOrDefault(figure => !figure.IsPlan && figure.Region == commune.Code) is { } figure)
                told.Add(UnitFigures.Tell(indicator, figure));
        }

        return told;
    }

    async Task<SetFigures?> Newest(Indicator indicator, CancellationToken cancellation)
    {
        if (asked.TryGetValue(indicator.Code, out var set))
            return set;

        var periods = (await known.Periods(indicator.Code, edition, cancellation)).Where(one => one.Period.FirstDay <= day).ToList();
        return asked[indicator.Code] = periods.Newest(RegionSet.Communes) is { } period
            ? await areas.In(indicator, RegionSet.Communes, period, edition, cancellation)
            : null;
    }
}
