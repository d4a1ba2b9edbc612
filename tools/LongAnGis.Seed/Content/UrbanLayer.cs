using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Content;

/// <summary>Urban centres with their class in 2022, 2030 and 2050. "none" in 2030 means: urban only in the vision.</summary>
public static class UrbanLayer
{
    public static IEnumerable<SeedFeature> Features(Reference reference, Gazetteer gazetteer, Placements placements) =>
        reference.Table("urban_centres").Select(row =>
        {
            var place = placements["urban-centres", row["code"]];
            var seat = gazetteer.Find($"Trung tâm {row["name_vi"]}")?.AreaCode;
            return PlanContent.Feature(row, place) with
            {
                Attributes = Attributes(
                    ("class_2022", row.Text("class_2022")),
                    ("class_2030", row.Text("class_2030") ?? "none"),
                    ("class_2050", row.Text("class_2050")),
                    ("function", row.Text("function")),
                    ("district", row.Text("district")),
                    ("commune_2025", place.Commune2025 ?? gazetteer.Units.Communes
                        .SingleOrDefault(unit => unit.Properties["code"] == seat).Properties?["name"]),
                    ("locator", row.Text("locator")?.TrimEnd(',', ' '))),
            };
        });
}
