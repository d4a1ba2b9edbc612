using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Boundaries;

/// <summary>What the features of the base map have in common: their change sets, their legal basis, their source.</summary>
public static class BaseMap
{
    /// <summary>The first day of the merged province and the new communes; districts and old provinces end with it.</summary>
    public static readonly DateOnly MergerDay = new(2025, 7, 1);

    /// <summary>The map window to which the reference geometry is clipped: degrees of WGS 84.</summary>
    public static readonly Envelope Window = new(105.3, 107.0, 10.2, 11.2);

    public const string BaseChangeSet = "base-map";
    public const string CommunesChangeSet = "communes-2025-07";

    public const string BaseDataSet = "ds-boundaries-2026";
    public const string MergerOfProvinces = "nq-202-2025-qh15";
    public const string MergerOfCommunes = "nq-1682-2025";

    /// <summary>Where a boundary comes from, and what was done to it besides, in both languages.</summary>
    public static string BaseSource(string? vi = null, string? en = null) => new Bilingual(
        "vietnamese-provinces-database, commit cd58063 (MIT), giữ 10 % số đỉnh; không phải ranh giới đo đạc" + (vi is null ? "" : "; " + vi),
        "vietnamese-provinces-database, commit cd58063 (MIT), 10 % of vertices kept; not a surveyed boundary" + (en is null ? "" : "; " + en)).InOneColumn;

    public static readonly IReadOnlyList<string> BaseSources =
        ["https://github.com/thanglequoc/vietnamese-provinces-database", "https://sapnhap.bando.com.vn"];
}
