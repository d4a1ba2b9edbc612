using LongAnGis.Seed.Files;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;
using static LongAnGis.Seed.Boundaries.BaseMap;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Boundaries;

/// <summary>
/// Lines between the units round Long An, each drawn once and none along the edge of the map window: the edge of the data
/// is no border. The outline of Long An itself is the layer province.
/// </summary>
public static class BorderLayer
{
    public static IEnumerable<SeedFeature> Features(AdministrativeUnits units)
    {
        var provinces = units.Neighbours.Where(unit => unit.Properties["code"] != "KH").ToList();
        var cambodia = units.Neighbours.Single(unit => unit.Properties["code"] == "KH").Geometry;
        var since = provinces.GroupBy(unit => unit.Properties["province_code_2025"])
            .Select(group => NetTopologySuite.Coverage.CoverageUnion.Union([.. group.Select(unit => unit.Geometry)]));

        return
        [
            Feature("BG-KH", "Biên giới Việt Nam – Campuchia", "Border of Viet Nam and Cambodia", "national",
                Inside(cambodia.Boundary)),
            Feature("RG-2025-06", "Ranh giới tỉnh đến 30/6/2025", "Province lines until 30 June 2025", "provincial",
                Between(provinces.Select(unit => unit.Geometry), cambodia)) with { InForceTo = MergerDay },
            Feature("RG-2025-07", "Ranh giới tỉnh từ 01/7/2025", "Province lines since 1 July 2025", "provincial",
                Between(since, cambodia)) with { InForceFrom = MergerDay, Instrument = MergerOfProvinces },
        ];
    }

    static Geometry Between(IEnumerable<Geometry> provinces, Geometry cambodia)
    {
        var lines = UnaryUnionOp.Union([.. provinces.Select(province => province.Boundary)]);
        return Merged(Inside(OverlayNG.Overlay(lines, cambodia.Boundary, OverlayNG.DIFFERENCE)));
    }

    // The frame has a hair's width, because cut vertices lie on it only to the fifth decimal.
    static Geometry Inside(Geometry lines)
    {
        var frame = lines.Factory.ToGeometry(Window).Boundary.Buffer(2e-5);
        return Merged(OverlayNG.Overlay(lines, frame, OverlayNG.DIFFERENCE));
    }

    static Geometry Merged(Geometry lines)
    {
        var merger = new LineMerger();
        merger.Add(lines);
        return lines.Factory.BuildGeometry(merger.GetMergedLineStrings());
    }

    static SeedFeature Feature(string code, string name, string nameEn, string kind, Geometry lines) =>
        new(code, name, nameEn, lines)
        {
            Quality = "generalised",
            GeometrySource = BaseSource(
                "đường giữa các đơn vị, không gồm mép khung bản đồ", "lines between the units, without the edge of the map window"),
            ChangeSet = BaseChangeSet,
            Instrument = BaseDataSet,
            Sources = BaseSources,
            Attributes = Attributes(("kind", kind)),
            Note = kind == "national" ? "Không phải tuyên bố về biên giới quốc gia." : null,
        };
}
