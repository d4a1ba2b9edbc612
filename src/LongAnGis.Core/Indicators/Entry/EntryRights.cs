namespace LongAnGis.Core.Indicators.Entry;

/// <summary>
/// Whose figures an officer may record: those of the area that the account is assigned to, and of nothing else. The province,
/// as it is or as it was, and an account without an area (an agency's) have all regions. A union of districts belongs to
/// several of them, so it is for the province to record.
/// </summary>
public static class EntryRights
{
    static readonly string[] Provinces = ["80", "80-to-2025"];

    /// <param name="area">Code of the area that the account reports for; null for none.</param>
    public static bool Cover(string? area, StatisticalRegion region) =>
        area is null || Provinces.Contains(area) || (region.Members.Count == 1 && region.Members[0] == area);
}
