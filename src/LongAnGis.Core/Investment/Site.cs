using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Investment;

/// <summary>A district or commune as the features of a layer name it.</summary>
/// <param name="Code">Its name without diacritics, as addresses have it: <c>duc-hoa</c>.</param>
public sealed record NamedPlace(string Code, string Name);

/// <summary>What identifies a site for life: its layer and its feature's id, written <c>industrial-parks/12</c>.</summary>
public readonly record struct SiteKey(string Layer, long Id)
{
    /// <summary>Null when the text is no key of a site.</summary>
    public static SiteKey? Read(string text) =>
        text.Split('/') is [var layer, var id] && SiteLayers.All.Contains(layer)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(layer, number) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Layer}/{Id}");
}

/// <summary>
/// A park, cluster, economic zone or project as an investor compares it: one feature of the plan at one moment. What no
/// source states is null, never 0.
/// </summary>
/// <param name="Sector">What it is for; every park and cluster is <c>industry</c>.</param>
/// <param name="Status">The status as the layer has it, of which <paramref name="Stage"/> is the step.</param>
/// <param name="IsPart">True for a part of a park that is listed too: areas of both are never added.</param>
/// <param name="AreaHa">Whole area as the source states it.</param>
/// <param name="FreeHa">Industrial land that is not let: stated, or industrial land times what occupancy leaves.</param>
/// <param name="OccupancyPct">Let part of the industrial land.</param>
/// <param name="CapitalBnVnd">Investment in billions of dong.</param>
/// <param name="Place">WGS 84; a point inside of an area. Null when no source places it.</param>
/// <param name="DistancesMetres">Straight, in the order of <see cref="Destinations.All"/>; NaN where unknown. Empty without a place.</param>
public sealed record Site(
    long Id,
    string Layer,
    string Code,
    Bilingual Name,
    string Sector,
    string? Status,
    SiteStage Stage,
    bool IsPart,
    bool IsIndicative,
    IReadOnlyList<NamedPlace> Districts,
    IReadOnlyList<NamedPlace> Communes,
    string? Developer,
    decimal? AreaHa,
    decimal? FreeHa,
    decimal? OccupancyPct,
    string? OccupancyAsOf,
    Rent? Rent,
    decimal? CapitalBnVnd,
    YearSpan? Years,
    Wgs84Position? Place,
    IReadOnlyList<double> DistancesMetres,
    string SearchText)
{
    public const string Industry = "industry";
    public const string EconomicZone = "economic_zone";

    public SiteKey Key => new(Layer, Id);

    /// <summary>
    /// Along the roads of the network that was imported last, in the order of <see cref="Destinations.All"/>; NaN where no way leads.
    /// Empty where there is no network, or the site was not measured along it.
    /// </summary>
    public IReadOnlyList<double> RoadMetres { get; init; } = [];

    /// <summary>Distance to one of <see cref="Destinations.All"/> in kilometres; null when it is unknown.</summary>
    /// <param name="byRoad">True along the roads, false straight.</param>
    public double? DistanceKm(int destination, bool byRoad = false)
    {
        var metres = byRoad ? RoadMetres : DistancesMetres;
        return destination < metres.Count && double.IsFinite(metres[destination]) ? metres[destination] / 1000 : null;
    }
}
