using LongAnGis.Core.Indicators;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Districts;

/// <summary>A district, or the province as a whole, with the address of its page.</summary>
public sealed record DistrictAddress(string Slug, StatisticalRegion Region)
{
    public string Path => "/districts/" + Slug;

    public bool IsProvince => Region.Kind == RegionKind.Province;

    /// <summary>One address, one district: what is known of it may have been asked twice.</summary>
    public bool Equals(DistrictAddress? other) => other?.Slug == Slug;

    public override int GetHashCode() => Slug.GetHashCode(StringComparison.Ordinal);
}

/// <summary>
/// The fifteen districts by the names that people type. An address is the name without diacritics (<c>can-giuoc</c>), which
/// does not change; the code (807), the name with its kind (huyen-can-giuoc) and the name as written lead there.
/// </summary>
public sealed class DistrictDirectory(Regions regions)
{
    public const string ProvinceSlug = "long-an-province";

    /// <summary>More are not told apart in a table and a chart.</summary>
    public const int MostCompared = 3;

    public const string WithParameter = "with";

    public static readonly Refusal NotFound = Refusal.NotFound(
        "Không có huyện nào ở địa chỉ này. Trang Số liệu theo huyện liệt kê 15 huyện, thị xã, thành phố.",
        "There is no district at this address. The page Figures by district lists all 15.");

    public async Task<IReadOnlyList<DistrictAddress>> All(CancellationToken cancellation) =>
        [.. (await regions.All(cancellation))
            .Where(region => region.Kind == RegionKind.District || region.Code == Regions.LongAn)
            .Select(region => new DistrictAddress(region.Code == Regions.LongAn ? ProvinceSlug : VietnameseText.Slug(region.Name.Vi), region))];

    /// <summary>The district that an address or an older way of naming it means; null when there is none.</summary>
    public async Task<DistrictAddress?> Find(string named, CancellationToken cancellation)
    {
        if (named.Length > 80)
            return null;
        var slug = VietnameseText.Slug(named);
        return (await All(cancellation)).FirstOrDefault(one =>
            one.Slug == slug || one.Region.Code == named || VietnameseText.Slug(one.Region.FullName) == slug
            || (one.IsProvince && slug is ("long-an" or "province")));
    }

    /// <summary>Those that <c>?with=ben-luc,long-an-province</c> names beside a district.</summary>
    /// <exception cref="RefusedException">400 when one is not known, named twice, the district itself, or there are too many.</exception>
    public async Task<IReadOnlyList<DistrictAddress>> With(string? with, DistrictAddress subject, CancellationToken cancellation)
    {
        var named = (with ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length > MostCompared)
            throw Refused(
                $"So sánh được nhiều nhất {MostCompared} huyện khác cùng lúc; địa chỉ này nêu {named.Length}.",
                $"At most {MostCompared} other districts are compared at a time; this address names {named.Length}.");

        var all = (await All(cancellation)).ToDictionary(one => one.Slug, StringComparer.Ordinal);
        var found = new List<DistrictAddress>();
        foreach (var slug in named)
        {
            if (!all.TryGetValue(slug, out var one))
                throw Refused(
                    $"Không có huyện “{Short(slug)}” để so sánh. Viết tên không dấu, ví dụ can-giuoc, hoặc {ProvinceSlug} cho cả tỉnh.",
                    $"There is no district “{Short(slug)}” to compare with. Write its name without diacritics, for example can-giuoc, or {ProvinceSlug} for the province.");
            if (one == subject || found.Contains(one))
                throw Refused(
                    $"“{one.Region.Name.Vi}” đã có trong bảng so sánh; mỗi huyện chỉ nêu một lần.",
                    $"“{one.Region.Name.In(true)}” is in the comparison already; name each district once.");
            found.Add(one);
        }

        return found;
    }

    static RefusedException Refused(string vi, string en) => new(Refusal.BadRequest(vi, en));

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
