using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;

namespace LongAnGis.Seed.Content;

/// <summary>What every feature of Decision 686 has in common.</summary>
public static class PlanContent
{
    public const string Plan = "686";
    public const string Instrument = "qd-686-2023";
    public const string ChangeSet = "plan-686";

    /// <summary>The day of Decision 686: from then on the plan holds, whatever stood there before.</summary>
    public static readonly DateOnly InForceFrom = new(2023, 6, 13);

    /// <summary>A feature of the plan from a row of facts; its attributes follow with <c>with</c>.</summary>
    public static SeedFeature Feature(Row row, Placement place) =>
        new(row["code"], row["name_vi"], ChoiceTables.EnglishName(row), place.Geometry)
        {
            Plan = Plan,
            Instrument = Instrument,
            ChangeSet = ChangeSet,
            InForceFrom = InForceFrom,
            Quality = place.Quality,
            GeometrySource = place.Source,
            Sources = row.Sources,
            Note = row.Text("note"),
        };

    /// <summary>The communes of 2025 that hold the old communes a row names, else the one it was placed in.</summary>
    public static string? Communes2025(Row row, Placement place, Gazetteer gazetteer)
    {
        var named = from commune in row.List("commune")
                    from district in row.List("district")
                    let old = gazetteer.OldCommune(commune, district)
                    where old is not null
                    select gazetteer.Units.Communes.Single(unit => unit.Properties["code"] == old.AreaCode).Properties["name"];
        return named.Any() ? string.Join("; ", named.Distinct()) : place.Commune2025;
    }
}
