using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Investment;

/// <summary>Bounds of a number; both sides belong to it, a missing one is open.</summary>
public readonly record struct NumberRange(decimal? Min, decimal? Max)
{
    public bool IsOpen => Min is null && Max is null;

    /// <summary>An unknown number lies in no range but the open one.</summary>
    public bool Has(decimal? value) => IsOpen || (value is { } known && (Min is null || known >= Min) && (Max is null || known <= Max));
}

/// <summary>The numbers that sites are filtered by.</summary>
public enum SiteMeasure
{
    Area,
    Free,
    Occupancy,
    Rent,
    Capital,
    Years,
}

/// <summary>What an investor asks for. Within one list any value will do; all lists, ranges and words must be met.</summary>
/// <param name="Words">Words of the name, code, place or developer, with or without diacritics.</param>
/// <param name="MostKm">Greatest distance in kilometres, by the code of the destination.</param>
/// <param name="Only">Only these sites, by layer and id; null for all.</param>
/// <param name="ViewWgs84">Only sites whose place lies in it.</param>
/// <param name="DrawnWgs84">Only sites whose place lies in or on it.</param>
public sealed record SiteFilter(
    IReadOnlyList<SiteKey>? Only,
    string? Words,
    IReadOnlyList<string> Layers,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<SiteStage> Stages,
    IReadOnlyList<string> Districts,
    IReadOnlyList<string> Communes,
    string? Developer,
    IReadOnlyDictionary<SiteMeasure, NumberRange> Ranges,
    IReadOnlyDictionary<string, double> MostKm,
    Envelope? ViewWgs84,
    Polygon? DrawnWgs84)
{
    /// <summary>Distances are meant along the roads, not straight.</summary>
    public bool ByRoad { get; init; }

    public static SiteFilter None { get; } = new(
        null, null, [], [], [], [], [], null, new Dictionary<SiteMeasure, NumberRange>(), new Dictionary<string, double>(), null, null);

    public bool IsEmpty => Only is null && Words is null && Developer is null && ViewWgs84 is null && DrawnWgs84 is null
        && Layers.Count + Sectors.Count + Stages.Count + Districts.Count + Communes.Count + Ranges.Count + MostKm.Count == 0;
}
