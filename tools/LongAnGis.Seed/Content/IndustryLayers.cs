using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Content;

/// <summary>Industrial parks, industrial clusters and economic zones: symbols, because no source gives a boundary.</summary>
public sealed class IndustryLayers(Reference reference, Gazetteer gazetteer, Placements placements)
{
    const string DucHoaThree = "KCN-13";

    public IEnumerable<SeedFeature> Parks => reference.Table("industrial_parks").Select(row =>
    {
        var place = placements["industrial-parks", row["code"]];
        return PlanContent.Feature(row, place) with
        {
            Attributes = Attributes(
                ("status", ChoiceTables.Status("industrial-parks", row.Text("status"))),
                ("area_ha", row.Number("area_ha")),
                ("occupancy_pct", row.Number("occupancy_pct")),
                ("developer", row.Text("developer")),
                ("rent_usd_m2", row.Text("rent_usd_m2")),
                ("district", row.Text("district")),
                ("commune", row.Text("commune")),
                ("commune_2025", PlanContent.Communes2025(row, place, gazetteer)),
                ("record_kind", row["record_kind"]),
                ("parent", row["record_kind"] == "component" ? DucHoaThree : null),
                ("area_alt", row.Text("area_alt")),
                ("status_text", row.Text("status")),
                ("year", row.Number("year")),
                ("term_until", row.Text("term_until")),
                ("investment_bn_vnd", row.Number("investment_bn_vnd")),
                ("locator", row.Text("locator"))),
        };
    });

    public IEnumerable<SeedFeature> Clusters => reference.Table("industrial_clusters").Select(row =>
    {
        var place = placements["industrial-clusters", row["code"]];
        return PlanContent.Feature(row, place) with
        {
            Attributes = Attributes(
                ("status", ChoiceTables.Status("industrial-clusters", row.Text("status"))),
                ("area_ha", row.Number("area_ha")),
                ("district", row.Text("district")),
                ("commune", row.Text("commune")),
                ("commune_2025", PlanContent.Communes2025(row, place, gazetteer)),
                ("status_text", row.Text("status")),
                ("year", row.Text("year")),
                ("locator", row.Text("locator"))),
        };
    });

    /// <summary>The project list calls two of its rows economic zones: they are a layer of their own here.</summary>
    public IEnumerable<SeedFeature> EconomicZones => reference.Table("priority_projects")
        .Where(row => row["sector"] == "economic_zone")
        .Select((row, index) =>
        {
            var code = $"KKT-{index + 1:00}";
            var place = placements["economic-zones", code];
            return PlanContent.Feature(row, place) with
            {
                Code = code,
                Attributes = Attributes(
                    ("status", ChoiceTables.Status("projects", row.Text("status"))),
                    ("status_text", row.Text("status")),
                    ("area_ha", row.Number("area_ha")),
                    ("capacity", row.Text("capacity")),
                    ("period", row.Text("period")),
                    ("responsible_body", row.Text("responsible_body")),
                    ("districts", row.Text("districts")),
                    ("commune_2025", place.Commune2025),
                    ("locator", row.Text("locator")),
                    ("reference_code", row["code"])),
            };
        });
}
