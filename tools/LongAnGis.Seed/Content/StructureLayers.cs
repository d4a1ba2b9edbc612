using LongAnGis.Core.Plans;
using LongAnGis.Seed.Boundaries;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Content;

/// <summary>
/// The plan's spatial idea: 1 centre, 2 corridors, 3 zones, 6 dynamic axes. Rows of the plan of 2026 (codes TN26-…) are
/// left out: of that plan only the succession is known, and contents of two plans never mix.
/// </summary>
public sealed class StructureLayers(Reference reference, AdministrativeUnits units, Courses courses)
{
    const string PartOf = "một phần ";

    /// <summary>Of the ecological buffer only Đức Huệ is drawn: Thủ Thừa is shared with both other zones.</summary>
    const string UncertainZone = "V-03";

    public IEnumerable<SeedFeature> Centres => Rows("centre").Select(row => Feature(
        row,
        new(Union(row.List("districts")), "generalised", new Bilingual(
            "ranh giới thành phố đến 30/6/2025, lấy từ lớp huyện",
            "boundary of the city until 2025-06-30, from the districts layer").InOneColumn)));

    public IEnumerable<SeedFeature> Zones => Rows("zone").Select(row =>
    {
        var whole = row["code"] == UncertainZone
            ? ["Đức Huệ"]
            : row.List("districts").Where(name => !name.StartsWith(PartOf, StringComparison.Ordinal)).ToList();
        var rest = row.List("districts").Where(name => !whole.Contains(name)).ToList();
        var source = new Bilingual(
            $"hợp các huyện {string.Join(", ", whole)}; chưa rõ ranh giới riêng của vùng",
            $"union of the districts {string.Join(", ", whole)}; the zone's own boundary is not known").InOneColumn;
        return Feature(
            row,
            new(Union(whole), "indicative", source),
            ("not_drawn", rest.Count > 0 ? string.Join("; ", rest) : null));
    });

    public IEnumerable<SeedFeature> Corridors => Rows("corridor").Select(row => Course(row, "corridors"));

    public IEnumerable<SeedFeature> Axes => Rows("axis").Select(row =>
        Course(row, "dynamic-axes", ("investment_bn_vnd", row.Number("investment_bn_vnd"))));

    IEnumerable<Row> Rows(string kind) => reference.Table("corridors")
        .Where(row => row["kind"] == kind && row["plan_version"].StartsWith(PlanContent.Plan, StringComparison.Ordinal));

    SeedFeature Course(Row row, string layer, params (string, object?)[] more)
    {
        var (geometry, through, source) = courses.Of(layer, row["code"])
            ?? throw new InvalidDataException($"Choices/lines.csv has no course for {row["code"]}.");
        return Feature(
            row,
            new(geometry, "indicative", source),
            [("length_km", row.Number("length_km")), .. more, ("through", through)]);
    }

    static SeedFeature Feature(Row row, Placement place, params (string, object?)[] more)
    {
        var text = ChoiceTables.Text(row["code"]);
        return PlanContent.Feature(row, place) with
        {
            Attributes = Attributes([
                ("functions", text["functions"]),
                ("functions_en", text["functions_en"]),
                ("districts", row.Text("districts")),
                ("locator", row.Text("locator")),
                .. more]),
        };
    }

    Geometry Union(IReadOnlyList<string> districts) => CoverageUnion.Union([.. districts.Select(name =>
        units.Districts.Single(district => district.Properties["name"] == name).Geometry)]);
}
