using System.Globalization;

namespace LongAnGis.Web.Osm;

/// <summary>What a layer says of itself after an import: how complete it is, how current, and whose work it shows.</summary>
/// <param name="FillsLayer">True when all of the layer comes from extracts.</param>
sealed record LayerStatement(
    string Layer, bool FillsLayer, string CompletenessVi, string CompletenessEn, string SourceVi, string SourceEn)
{
    public static LayerStatement Of(string layer, int count, bool sharesLayer, ExtractIdentity extract)
    {
        var (vi, en) = count == 0 ? ("không có gì cho lớp này.", "nothing for this layer.") : Says(layer);
        var (countVi, countEn) = count == 0
            ? ("", "")
            : (count.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")) + " ", count.ToString("N0", CultureInfo.InvariantCulture) + " ");
        return new(
            layer,
            count > 0 && !sharesLayer,
            $"Theo OpenStreetMap ngày {extract.DayVi}: {countVi}{vi}",
            $"By OpenStreetMap of {extract.DayEn}: {countEn}{en}",
            $"© OpenStreetMap contributors (giấy phép ODbL), bản trích {extract.Number}",
            $"© OpenStreetMap contributors (ODbL), extract {extract.Number}");
    }

    static (string Vi, string En) Says(string layer) => layer switch
    {
        "roads" => (
            "đường; đường lớn gần đủ, đường nhỏ còn thiếu. Ngoài Long An chỉ có đường có tên hoặc số hiệu, không có đường nội bộ.",
            "roads; main roads are nearly complete, small ones are not. Outside Long An only roads with a name or number, and no local ones."),
        "canals" => (
            "kênh, rạch; có thể thiếu kênh nội đồng. Ngoài Long An chỉ có kênh, rạch có tên.",
            "canals and creeks; field ditches may be missing. Outside Long An only those with a name."),
        "waterways" => ("sông.", "rivers."),
        _ => ("địa danh; ấp, xóm chỉ có trong Long An và có thể thiếu.", "places; hamlets in Long An only, and not all of them."),
    };
}
