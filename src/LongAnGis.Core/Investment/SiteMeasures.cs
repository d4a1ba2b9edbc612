namespace LongAnGis.Core.Investment;

/// <summary>The numbers of a site, and how they meet a range.</summary>
public static class SiteMeasures
{
    public static IReadOnlyList<SiteMeasure> All { get; } = Enum.GetValues<SiteMeasure>();

    /// <summary>As they stand in addresses: <c>area.min=100</c>.</summary>
    public static string Code(this SiteMeasure measure) => measure switch
    {
        SiteMeasure.Area => "area",
        SiteMeasure.Free => "free",
        SiteMeasure.Occupancy => "occupancy",
        SiteMeasure.Rent => "rent",
        SiteMeasure.Capital => "capital",
        _ => "years",
    };

    public static bool IsStated(this Site site, SiteMeasure measure) => measure switch
    {
        SiteMeasure.Area => site.AreaHa is not null,
        SiteMeasure.Free => site.FreeHa is not null,
        SiteMeasure.Occupancy => site.OccupancyPct is not null,
        SiteMeasure.Rent => site.Rent is not null,
        SiteMeasure.Capital => site.CapitalBnVnd is not null,
        _ => site.Years is not null,
    };

    /// <summary>A span of prices or years meets a range when they share a value; what is not stated meets none.</summary>
    public static bool Meets(this Site site, SiteMeasure measure, NumberRange range) => range.IsOpen || measure switch
    {
        SiteMeasure.Area => range.Has(site.AreaHa),
        SiteMeasure.Free => range.Has(site.FreeHa),
        SiteMeasure.Occupancy => range.Has(site.OccupancyPct),
        SiteMeasure.Rent => site.Rent?.Meets(range.Min, range.Max) is true,
        SiteMeasure.Capital => range.Has(site.CapitalBnVnd),
        _ => site.Years?.Meets(range.Min, range.Max) is true,
    };
}
