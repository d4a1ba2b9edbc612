namespace LongAnGis.Core.Investment;

/// <summary>The layers whose features an investor looks among, in the order in which they are offered.</summary>
public static class SiteLayers
{
    public const string Parks = "industrial-parks";
    public const string Clusters = "industrial-clusters";
    public const string EconomicZones = "economic-zones";
    public const string Projects = "projects";

    public static IReadOnlyList<string> All { get; } = [Parks, Clusters, EconomicZones, Projects];
}
