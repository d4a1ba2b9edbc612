using LongAnGis.Seed.Files;
using static LongAnGis.Seed.Boundaries.BaseMap;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Boundaries;

/// <summary>The 15 districts, which ended with 2025-06-30. Only two have a beginning that a source states.</summary>
public static class DistrictLayer
{
    /// <summary>Resolution 33/NQ-CP split Mộc Hóa (798) into Kiến Tường (795) and the district that was left.</summary>
    static readonly DateOnly KienTuongSplit = new(2013, 3, 18);

    const string SplitInstrument = "nq-33-2013";

    public static IEnumerable<SeedFeature> Features(AdministrativeUnits units) =>
        units.Districts.OrderBy(district => district.Properties["code"], StringComparer.Ordinal).Select(district =>
        {
            var (row, boundary) = district;
            var split = row["code"] is "795" or "798";
            return new SeedFeature(row["code"], row["name"], row["name_en"], boundary)
            {
                Quality = "generalised",
                GeometrySource = BaseSource("hợp từ các xã năm 2025", "joined from the communes of 2025"),
                ChangeSet = BaseChangeSet,
                Instrument = split ? SplitInstrument : BaseDataSet,
                InForceFrom = split ? KienTuongSplit : null,
                InForceTo = MergerDay,
                Sources = BaseSources,
                Note = split ? null : "Ngày bắt đầu hiệu lực chưa có nguồn.",
                Attributes = Attributes(
                    ("full_name", row["full_name"]),
                    ("kind", row["kind"]),
                    ("successors", string.Join("; ", units.Shares
                        .Where(share => share["district_code"] == row["code"])
                        .Select(share => share["commune_name"])))),
            };
        });
}
