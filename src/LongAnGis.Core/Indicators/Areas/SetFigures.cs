using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators.Areas;

/// <summary>A value that cannot be carried to a region, and why.</summary>
public sealed record RefusedFigure(string Region, Period Period, Bilingual Why);

/// <summary>What can be said of an indicator over a set of regions.</summary>
/// <param name="Figures">All that are recorded, of whatever region, and those that were carried to regions of the set.</param>
/// <param name="Refused">What no figure could be carried to, although other regions have some.</param>
public sealed record SetFigures(IReadOnlyList<Figure> Figures, IReadOnlyList<RefusedFigure> Refused)
{
    /// <summary>Of how many regions of a set a period tells a value.</summary>
    public int Count(RegionSet set, IReadOnlyCollection<StatisticalRegion> regions, Period period)
    {
        var codes = regions.Where(region => set.Has(region.Kind)).Select(region => region.Code).ToHashSet();
        return Figures.Count(figure => !figure.IsPlan && figure.Period == period && codes.Contains(figure.Region));
    }

    /// <summary>Why a period tells nothing of regions, by their code.</summary>
    public IReadOnlyDictionary<string, Bilingual> RefusedIn(Period period) =>
        Refused.Where(one => one.Period == period).ToDictionary(one => one.Region, one => one.Why);
}
