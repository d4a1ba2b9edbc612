using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Investment;

/// <summary>A place whose distance decides about a site.</summary>
/// <param name="Code">As it stands in addresses.</param>
/// <param name="Place">Null for the nearest of several things of the plan, which is looked for at each moment.</param>
/// <param name="Basis">How its position is known and from where.</param>
public sealed record Destination(string Code, Bilingual Name, Wgs84Position? Place, Bilingual Basis);

/// <summary>
/// The destinations that the province's investors ask about. Positions are WGS 84. What lies outside of the plan has a
/// position here with its source; roads and border gates are the plan's own features.
/// </summary>
/// <remarks>
/// No open source gives the positions of expressway interchanges, and none was found for the gates Mộc Bài and Xa Mát: the
/// nearest expressway line and the nearest gate in the plan stand for them, and pages say so.
/// </remarks>
public static class Destinations
{
    public const string Expressway = "expressway";
    public const string BorderGate = "border-gate";

    public static IReadOnlyList<Destination> All { get; } =
    [
        new("hcmc", new("TP. Hồ Chí Minh (bến Nhà Rồng)", "Ho Chi Minh City (Nhà Rồng wharf)"), new(10.768450, 106.707458),
            new("Góc khu nước bến Nhà Rồng – Khánh Hội, thông báo hàng hải 126/TBHH-TCTBĐATHHMN ngày 4/7/2018",
                "Corner of the Nhà Rồng – Khánh Hội berth, notice to mariners 126/TBHH-TCTBĐATHHMN of 4 July 2018")),
        new("port-long-an", new("Cảng quốc tế Long An", "Long An International Port"), new(10.53671, 106.74093),
            new("Trung bình bốn góc khu nước cầu cảng số 1, thông báo hàng hải HCM-26-2018",
                "Mean of the four corners of berth 1, notice to mariners HCM-26-2018")),
        new("port-hiep-phuoc", new("Tân Cảng Hiệp Phước", "Tân Cảng Hiệp Phước port"), new(10.647882, 106.745278),
            new("Trung bình bốn góc khu nước trước cầu cảng, thông báo hàng hải HCM-03-2015",
                "Mean of the four corners of the water area, notice to mariners HCM-03-2015")),
        new("port-cat-lai", new("Cảng Cát Lái", "Cát Lái port"), new(10.76, 106.79),
            new("Vị trí gần đúng, làm tròn 0,01° (khoảng 1 km); chưa tìm được tọa độ công bố",
                "Approximate, rounded to 0.01° (about 1 km); no published coordinates were found")),
        new("airport-tan-son-nhat", new("Sân bay Tân Sơn Nhất", "Tân Sơn Nhất airport"), new(10.8188, 106.652),
            new("Điểm quy chiếu sân bay VVTS, OurAirports (dữ liệu công cộng)", "Reference point of VVTS, OurAirports (public domain)")),
        new("airport-long-thanh", new("Sân bay Long Thành", "Long Thành airport"), new(10.77, 107.04),
            new("Vị trí gần đúng, làm tròn 0,01° (khoảng 1 km); chưa tìm được tọa độ công bố",
                "Approximate, rounded to 0.01° (about 1 km); no published coordinates were found")),
        new(Expressway, new("Tuyến cao tốc gần nhất", "Nearest expressway"), null,
            new("Tuyến cao tốc trong quy hoạch, vẽ chỉ dẫn; vị trí nút giao chưa có nguồn mở",
                "Expressways of the plan, drawn indicatively; no open source gives the interchanges")),
        new(BorderGate, new("Cửa khẩu gần nhất", "Nearest border gate"), null,
            new("Các cửa khẩu trong quy hoạch Long An, vị trí chỉ dẫn", "Border gates in Long An's plan, placed indicatively")),
    ];

    public static Destination? Find(string code) => All.FirstOrDefault(one => one.Code == code);

    /// <summary>Where in <see cref="All"/>, and so in <see cref="Site.DistancesMetres"/>, a destination stands.</summary>
    public static int IndexOf(Destination destination)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index].Code == destination.Code)
            {
                return index;
            }
        }

        throw new ArgumentException($"{destination.Code} is none of our destinations.", nameof(destination));
    }

    /// <summary>
    /// The straight distances from a place in metres, along the ellipsoid of WGS 84, in the order of <see cref="All"/>; NaN where
    /// the destination has no place of its own.
    /// </summary>
    public static double[] Straight(Wgs84Position from) =>
        [.. All.Select(one => one.Place is { } place ? GeodesicMeasure.DistanceMetres(from, place) : double.NaN)];
}
