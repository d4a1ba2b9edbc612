using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Placing;

/// <summary>Where a thing is drawn and how well that is known.</summary>
/// <param name="Commune2025">Name of the commune of 2025 that it was placed in, when it was placed by one.</param>
public sealed record Placement(Geometry? Geometry, string Quality, string Source, string? Commune2025 = null)
{
    /// <summary>Listed in the table, never drawn.</summary>
    public static Placement Nowhere { get; } =
        new(null, "indicative", new Bilingual(
            "chưa đặt lên bản đồ: các nguồn không nêu xã, huyện hay điểm nào",
            "not placed: the sources name no commune, district or point").InOneColumn);
}
