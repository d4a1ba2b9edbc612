using LongAnGis.Seed.Files;
using NetTopologySuite.Coverage;
using static LongAnGis.Seed.Boundaries.BaseMap;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Boundaries;

/// <summary>
/// The outline of Long An, joined from the districts with their own vertices: a province until 2025-06-30, since then
/// the territory of Decision 686 inside Tây Ninh, so that today's map still shows what the plan speaks of.
/// </summary>
public static class ProvinceLayer
{
    /// <summary>Natural area of the plan's territory by the planning scope of 2023, in hectares.</summary>
    const decimal StatedAreaHectares = 449480m;

    public static IEnumerable<SeedFeature> Features(AdministrativeUnits units)
    {
        var outline = CoverageUnion.Union([.. units.Districts.Select(district => district.Geometry)]);
        var province = new SeedFeature("LA", "Long An", "Long An", outline)
        {
            Quality = "generalised",
            GeometrySource = BaseSource("hợp từ 15 huyện", "joined from the 15 districts"),
            ChangeSet = BaseChangeSet,
            Instrument = BaseDataSet,
            InForceTo = MergerDay,
            Successor = "LA-686",
            Sources = BaseSources,
            Note = "Ngày bắt đầu hiệu lực chưa có nguồn.",
            Attributes = Attributes(("kind", "province"), ("area_stated_ha", StatedAreaHectares)),
        };
        return [
            province,
            province with
            {
                Code = "LA-686",
                NameVi = "Long An (cũ), nay thuộc Tây Ninh",
                NameEn = "Former Long An, now in Tây Ninh",
                Instrument = MergerOfProvinces,
                InForceFrom = MergerDay,
                InForceTo = null,
                Successor = null,
                Note = "Phạm vi của Quyết định 686/QĐ-TTg.",
                Attributes = Attributes(("kind", "plan_territory"), ("area_stated_ha", StatedAreaHectares)),
            },
        ];
    }
}
