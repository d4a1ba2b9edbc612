using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Investment;

/// <summary>What the choices and numbers of sites are called.</summary>
static class SiteWords
{
    /// <summary>The sectors there are: those of the project layer's schema, before them industry and economic zones.</summary>
    public static IReadOnlyDictionary<string, Bilingual> Sectors(Layers layers)
    {
        var sectors = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
        {
            [Site.Industry] = new("Khu, cụm công nghiệp", "Industrial land"),
            [Site.EconomicZone] = new("Khu kinh tế", "Economic zones"),
        };
        var codes = layers.Find(SiteLayers.Projects)?.Attributes.FirstOrDefault(attribute => attribute.Key == "sector")?.Codes ?? [];
        foreach (var code in codes)
            sectors.TryAdd(code.Value, code.Label);
        return sectors;
    }

    public static Bilingual Name(this SiteStage stage) => stage switch
    {
        SiteStage.Calling => new("Đang mời gọi đầu tư", "Open to investors"),
        SiteStage.Building => new("Đang xây dựng, triển khai", "Being built"),
        SiteStage.Planned => new("Trong quy hoạch, chuẩn bị", "Planned, in preparation"),
        SiteStage.Operating => new("Đang hoạt động", "Operating"),
        SiteStage.Stopped => new("Chậm, dừng, bãi bỏ", "Delayed, stopped, repealed"),
        _ => new("Chưa rõ", "Not known"),
    };

    public static Bilingual Name(this SiteMeasure measure) => measure switch
    {
        SiteMeasure.Area => new("Diện tích (ha)", "Area (ha)"),
        SiteMeasure.Free => new("Đất còn cho thuê (ha)", "Land still to let (ha)"),
        SiteMeasure.Occupancy => new("Tỷ lệ lấp đầy (%)", "Occupancy (%)"),
        SiteMeasure.Rent => new("Giá thuê cả thời hạn (USD/m²)", "Rent for the whole term (USD/m²)"),
        SiteMeasure.Capital => new("Vốn đầu tư (tỷ đồng)", "Investment (billion VND)"),
        _ => new("Thời kỳ (năm)", "Period (years)"),
    };

    /// <summary>Where a site lies, in words: its commune when it is one, and its districts. Both spellings of one name are one.</summary>
    public static string Where(Site site)
    {
        var places = (site.Communes.Count == 1 ? site.Communes : []).Concat(site.Districts).DistinctBy(place => place.Code).Select(place => place.Name).ToList();
        return string.Join(", ", places.Take(4)) + (places.Count > 4 ? "…" : "");
    }

    /// <summary>The orders that the page offers, by how they are written.</summary>
    public static IReadOnlyList<(string Written, Bilingual Name)> Orders { get; } =
    [
        ("ready", new("Sẵn sàng trước", "Ready first")),
        ("name", new("Tên", "Name")),
        ("-area", new("Diện tích lớn trước", "Largest first")),
        ("-free", new("Nhiều đất trống trước", "Most free land first")),
        ("occupancy", new("Lấp đầy thấp trước", "Lowest occupancy first")),
        ("rent", new("Giá thuê thấp trước", "Lowest rent first")),
        ("-capital", new("Vốn lớn trước", "Largest investment first")),
        .. Destinations.All.Select(one => (SiteOrder.NearestTo(one), new Bilingual("Gần: " + one.Name.Vi, "Near: " + one.Name.In(english: true)))),
    ];

    /// <summary>Those that a network of roads adds.</summary>
    public static IReadOnlyList<(string Written, Bilingual Name)> RoadOrders { get; } =
    [
        .. Destinations.All.Select(one => (SiteOrder.NearestTo(one, byRoad: true), new Bilingual("Gần theo đường: " + one.Name.Vi, "Near by road: " + one.Name.In(english: true)))),
    ];
}
