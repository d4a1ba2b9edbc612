using LongAnGis.Seed.Files;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using static LongAnGis.Seed.Boundaries.BaseMap;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Boundaries;

/// <summary>
/// What lies around Long An in the map window: eleven provinces until 2025-06-30, the provinces they were merged into
/// since then, and Cambodia. The codes of 2025 repeat older ones (79, 82, 86 …), so new provinces carry "-2025".
/// </summary>
public static class NeighbourLayer
{
    const string BorderNote = "Phần còn lại của khung bản đồ sau ranh các xã phía Việt Nam; không phải tuyên bố về biên giới quốc gia.";

    public static IEnumerable<SeedFeature> Features(AdministrativeUnits units)
    {
        var before = units.Neighbours.Where(unit => unit.Properties["code"] != "KH").ToList();
        var cambodia = units.Neighbours.Single(unit => unit.Properties["code"] == "KH");

        return [
            .. before.OrderBy(unit => unit.Properties["code"], StringComparer.Ordinal).Select(Before),
            .. before.GroupBy(unit => unit.Properties["province_code_2025"])
                .OrderBy(group => group.Key, StringComparer.Ordinal).Select(Since),
            Feature("KH", cambodia.Properties["name"], cambodia.Properties["name_en"], cambodia.Geometry, "country")
                with { Note = BorderNote },
        ];
    }

    static SeedFeature Before((Row Properties, Geometry Geometry) unit)
    {
        var (row, boundary) = unit;
        return Feature(row["code"], row["name"], row["name_en"], boundary, row["kind"], row["province_name_2025"]) with
        {
            InForceTo = MergerDay,
            Successor = $"{row["province_code_2025"]}-2025",
        };
    }

    static SeedFeature Since(IGrouping<string, (Row Properties, Geometry Geometry)> group)
    {
        var name = group.First().Properties["province_name_2025"];
        var municipality = name.StartsWith("Thành phố ", StringComparison.Ordinal);
        var joined = CoverageUnion.Union([.. group.Select(unit => unit.Geometry)]);
        var kind = municipality || name == "Cần Thơ" ? "municipality" : "province";
        return Feature($"{group.Key}-2025", municipality ? name["Thành phố ".Length..] : name, null, joined, kind, name) with
        {
            Instrument = MergerOfProvinces,
            InForceFrom = MergerDay,
            Note = group.Key == "80" ? "Phần đất tỉnh Tây Ninh cũ; Long An cũ là phần còn lại của tỉnh." : null,
        };
    }

    static SeedFeature Feature(
        string code, string name, string? nameEn, Geometry boundary, string kind, string? province2025 = null) =>
        new(code, name, nameEn, boundary)
        {
            Quality = "generalised",
            GeometrySource = BaseSource("cắt theo khung 105,3–107,0° Đ, 10,2–11,2° B", "clipped to 105.3–107.0 E, 10.2–11.2 N"),
            ChangeSet = BaseChangeSet,
            Instrument = BaseDataSet,
            Sources = BaseSources,
            Attributes = Attributes(("kind", kind), ("province_2025", province2025)),
        };
}
