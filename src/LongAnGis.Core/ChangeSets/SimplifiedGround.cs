using LongAnGis.Core.Plans;

namespace LongAnGis.Core.ChangeSets;

/// <summary>
/// On what ground a plan may be adjusted by the simplified procedure (rút gọn): letter of article 54 of the law on planning
/// of 2025, as the database writes it (đ is dd), with its meaning in short.
/// </summary>
public sealed record SimplifiedGround(string Code, string Letter, Bilingual Meaning)
{
    public static readonly IReadOnlyList<SimplifiedGround> All =
    [
        new("a", "a", new(
            "Chủ trương của Đảng, Quốc hội, Chính phủ; sắp xếp đơn vị hành chính",
            "A decision of the Party, the National Assembly or the Government; reorganised administrative units")),
        new("b", "b", new("Quốc phòng, an ninh khẩn cấp; thiên tai, dịch bệnh", "Urgent defence or security; disaster, epidemic")),
        new("c", "c", new("Mâu thuẫn giữa các quy hoạch", "Plans contradict one another")),
        new("d", "d", new("Phù hợp với quyết định đầu tư", "To fit an investment decision")),
        new("dd", "đ", new(
            "Một số chỉ tiêu, yêu cầu kỹ thuật của công trình, khu chức năng",
            "Some targets or technical requirements of a work or a zone")),
    ];

    public static SimplifiedGround? Find(string? code) => All.FirstOrDefault(ground => ground.Code == code);
}
