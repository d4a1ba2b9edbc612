namespace LongAnGis.Core.Plans;

/// <summary>
/// How well the geometry of a feature is known, best first. Precision is data: what is only indicative is drawn as a
/// symbol, never measured, never taken for a boundary (Circular 04/2023).
/// </summary>
public static class Quality
{
    public const string Surveyed = "surveyed";
    public const string Digitised = "digitised";
    public const string Generalised = "generalised";
    public const string Indicative = "indicative";

    public static Bilingual Name(string quality) => quality switch
    {
        Surveyed => new("đo đạc", "surveyed"),
        Digitised => new("số hóa", "digitised"),
        Generalised => new("khái quát hóa", "generalised"),
        Indicative => new("minh họa", "indicative"),
        _ => new(quality),
    };

    /// <summary>What the quality means for somebody who reads the map.</summary>
    public static Bilingual Sentence(string quality) => quality switch
    {
        Surveyed => new(
            "Vị trí theo tọa độ đo đạc.",
            "The position comes from surveyed coordinates."),
        Digitised => new(
            "Vị trí được số hóa từ bản đồ đã duyệt; chính xác theo tỷ lệ bản đồ gốc.",
            "The position was digitised from an approved map and is as accurate as that map's scale."),
        Generalised => new(
            "Đường ranh đã được khái quát hóa; không dùng để xác định ranh giới thửa đất.",
            "The outline is generalised; it does not settle the boundary of a parcel."),
        Indicative => new(
            "Vị trí chỉ mang tính minh họa: nơi chính xác chưa có căn cứ pháp lý, nên được vẽ bằng ký hiệu, không phải ranh giới.",
            "The place is indicative: it has no exact legal position yet, so it is drawn as a symbol, not as a boundary."),
        _ => new(quality),
    };
}
