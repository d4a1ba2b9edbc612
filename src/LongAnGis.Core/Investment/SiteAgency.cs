using LongAnGis.Core.Text;

namespace LongAnGis.Core.Investment;

/// <summary>
/// Which agency answers an investor who asks about a site: its code in the register of agencies. Parks and economic zones
/// are the economic zone authority's (Decree 35/2022/NĐ-CP), clusters the department of industry and trade's (Decree
/// 32/2024/NĐ-CP). A project is its responsible body's when that is an agency of the province; else, as for a developer's
/// own, the department's that promotes investment, which is that of finance since it took over planning and investment in 2025.
/// </summary>
public static class SiteAgency
{
    public const string EconomicZoneAuthority = "BQLKKT";
    public const string IndustryAndTrade = "S-CT";
    public const string InvestmentPromotion = "S-TC";

    /// <summary>How sources write the agencies that projects name, folded. The departments of before 2025 lead to their successors by the register.</summary>
    static readonly (string Written, string Code)[] Bodies =
    [
        ("ban quan ly khu kinh te", EconomicZoneAuthority),
        ("so cong thuong", IndustryAndTrade),
        ("so nn ptnt", "S-NNPTNT"),
        ("so nong nghiep", "S-NNMT"),
        ("so tn mt", "S-TNMT"),
        ("so gtvt", "S-GTVT"),
        ("so giao thong", "S-GTVT"),
        ("so xay dung", "S-XD"),
        ("so vhtt dl", "S-VHTTDL"),
        ("so van hoa", "S-VHTTDL"),
        ("so ld tb xh", "S-LDTBXH"),
        ("so y te", "S-YT"),
        ("so gd dt", "S-GDDT"),
        ("so giao duc", "S-GDDT"),
        ("so kh cn", "S-KHCN"),
        ("so khoa hoc", "S-KHCN"),
    ];

    /// <param name="layer">One of <see cref="SiteLayers"/>.</param>
    /// <param name="responsibleBody">As a source writes it; null when none does.</param>
    public static string Of(string layer, string? responsibleBody) => layer switch
    {
        SiteLayers.Parks or SiteLayers.EconomicZones => EconomicZoneAuthority,
        SiteLayers.Clusters => IndustryAndTrade,
        _ => Named(VietnameseText.Fold(responsibleBody ?? "")) ?? InvestmentPromotion,
    };

    static string? Named(string body) =>
        Bodies.Where(one => body.StartsWith(one.Written, StringComparison.Ordinal)).Select(one => one.Code).FirstOrDefault();
}
