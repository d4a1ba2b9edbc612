namespace LongAnGis.Core.Investment;

/// <summary>
/// In which order sites are listed. Written <c>area</c>, <c>-area</c> for the largest first, <c>near.hcmc</c> for the nearest
/// first, <c>near-road.hcmc</c> along the roads. Sites that do not state what is asked come last in both directions; equals keep the order of their names.
/// </summary>
public sealed record SiteOrder
{
    public const string Ready = "ready";
    public const string Name = "name";
    const string Near = "near.";
    const string NearByRoad = "near-road.";

    readonly Func<Site, double?> key;

    SiteOrder(string code, bool isDescending, Func<Site, double?> key) => (Code, IsDescending, this.key) = (code, isDescending, key);

    /// <summary>What an investor can act on first: calling, being built, planned, then the rest; the largest of each first.</summary>
    public static SiteOrder ByReadiness { get; } = new(Ready, false, site => (int)site.Stage - (double)Math.Min(site.AreaHa ?? 0, 900_000) / 1_000_000);

    public string Code { get; }

    public bool IsDescending { get; }

    public string Written => IsDescending ? "-" + Code : Code;

    /// <summary>Null when the text names no order of ours.</summary>
    public static SiteOrder? Read(string text)
    {
        var isDescending = text.StartsWith('-');
        var code = isDescending ? text[1..] : text;
        if (code == Ready)
            return isDescending ? null : ByReadiness;
        if (code == Name)
            return new(code, isDescending, _ => 0);
        if (code.StartsWith(Near, StringComparison.Ordinal) || code.StartsWith(NearByRoad, StringComparison.Ordinal))
        {
            if (Destinations.Find(code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..]) is not { } destination)
                return null;
            var (index, byRoad) = (Destinations.IndexOf(destination), code.StartsWith(NearByRoad, StringComparison.Ordinal));
            return new(code, isDescending, site => site.DistanceKm(index, byRoad));
        }

        return SiteMeasures.All.Where(measure => measure.Code() == code).Select(measure => new SiteOrder(code, isDescending, Value(measure))).FirstOrDefault();
    }

    /// <summary>True for an order along the roads, which needs a network of them.</summary>
    public bool IsByRoad => Code.StartsWith(NearByRoad, StringComparison.Ordinal);

    public static string NearestTo(Destination destination, bool byRoad = false) => (byRoad ? NearByRoad : Near) + destination.Code;

    /// <summary>Sorts what comes in the order of names; sorting is stable, so that equals stay in it.</summary>
    internal SiteEntry[] Sorted(SiteEntry[] byName)
    {
        if (Code == Name)
            return IsDescending ? [.. byName.Reverse()] : byName;

        var known = byName.Where(entry => key(entry.Site) is not null);
        var sorted = IsDescending ? known.OrderByDescending(entry => key(entry.Site)) : known.OrderBy(entry => key(entry.Site));
        return [.. sorted, .. byName.Where(entry => key(entry.Site) is null)];
    }

    static Func<Site, double?> Value(SiteMeasure measure) => measure switch
    {
        SiteMeasure.Area => site => (double?)site.AreaHa,
        SiteMeasure.Free => site => (double?)site.FreeHa,
        SiteMeasure.Occupancy => site => (double?)site.OccupancyPct,
        SiteMeasure.Rent => site => (double?)site.Rent?.Low,
        SiteMeasure.Capital => site => (double?)site.CapitalBnVnd,
        _ => site => site.Years?.First,
    };
}
