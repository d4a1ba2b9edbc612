using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

public enum RegionKind { Province, District, Commune, Union }

/// <summary>
/// The territory a figure belongs to: an area, or a union of areas that a source counted together. A value of a union is
/// drawn on the union and on none of its members.
/// </summary>
/// <param name="Code">The area's code; for a union those of its members with hyphens, 795-798.</param>
/// <param name="FullName">With its kind, as laws name it: huyện Mộc Hóa; the name again for a union.</param>
/// <param name="ValidFrom">Null when it has always been so.</param>
/// <param name="ValidUntil">The first day on which it is no administrative unit any more; it stays a statistical region.</param>
/// <param name="Members">Codes of the areas that make it up; one for all but unions.</param>
public sealed record StatisticalRegion(
    string Code,
    RegionKind Kind,
    Bilingual Name,
    string FullName,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    Bilingual? Note,
    IReadOnlyList<string> Members)
{
    public static RegionKind ParseKind(string code) => code switch
    {
        "province" => RegionKind.Province,
        "district" => RegionKind.District,
        "commune" => RegionKind.Commune,
        "union" => RegionKind.Union,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no such kind of region"),
    };
}

/// <summary>Long An's province, districts with their unions, or communes: what one map or table shows together.</summary>
public enum RegionSet { Districts, Communes, Provinces }

/// <summary>Which regions a set has, and how addresses name it.</summary>
public static class RegionSets
{
    public static RegionSet? Parse(string? code) => code switch
    {
        null or "" or "districts" => RegionSet.Districts,
        "communes" => RegionSet.Communes,
        "provinces" => RegionSet.Provinces,
        _ => null,
    };

    public static string Code(this RegionSet set) => set switch
    {
        RegionSet.Communes => "communes",
        RegionSet.Provinces => "provinces",
        _ => "districts",
    };

    public static bool Has(this RegionSet set, RegionKind kind) => set switch
    {
        RegionSet.Communes => kind is RegionKind.Commune,
        RegionSet.Provinces => kind is RegionKind.Province,
        _ => kind is RegionKind.District or RegionKind.Union,
    };

    /// <summary>Whether figures of such regions may be carried to those of a set that have none.</summary>
    public static bool MayTakeFrom(this RegionSet set, RegionKind kind) => set switch
    {
        RegionSet.Districts => kind is RegionKind.Commune,
        RegionSet.Communes => kind is RegionKind.District or RegionKind.Union,
        _ => kind is not RegionKind.Province,
    };

    /// <summary>
    /// The regions of a set that no value covers, neither their own nor that of a union they belong to: drawn hatched and
    /// told as a dash, never as zero.
    /// </summary>
    public static IReadOnlyList<StatisticalRegion> Missing(
        this RegionSet set, IReadOnlyCollection<StatisticalRegion> all, IReadOnlySet<string> withValue)
    {
        var covered = all.Where(region => withValue.Contains(region.Code)).SelectMany(region => region.Members).ToHashSet();
        return [.. all.Where(region => set.Has(region.Kind) && region.Kind != RegionKind.Union && !region.Members.All(covered.Contains))];
    }
}
