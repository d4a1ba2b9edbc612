using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Content;

/// <summary>Priority projects of all sectors but economic zones, which are a layer of their own.</summary>
public static class ProjectLayer
{
    public static IEnumerable<SeedFeature> Features(Reference reference, Placements placements) =>
        reference.Table("priority_projects").Where(row => row["sector"] != "economic_zone").Select(row =>
        {
            var place = placements["projects", row["code"]];
            return PlanContent.Feature(row, place) with
            {
                Attributes = Attributes(
                    ("sector", row["sector"]),
                    ("status", ChoiceTables.Status("projects", row.Text("status"))),
                    ("status_text", row.Text("status")),
                    ("area_ha", row.Number("area_ha")),
                    ("capacity", row.Text("capacity")),
                    ("investment_bn_vnd", row.Number("investment_bn_vnd")),
                    ("period", row.Text("period")),
                    ("responsible_body", row.Text("responsible_body")),
                    ("districts", row.Text("districts")),
                    ("commune_2025", place.Commune2025),
                    ("locator", row.Text("locator"))),
            };
        });
}
