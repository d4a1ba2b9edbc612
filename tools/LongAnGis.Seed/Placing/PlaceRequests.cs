using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;

namespace LongAnGis.Seed.Placing;

/// <summary>Turns the columns commune, district and locator of the fact tables into places of the gazetteer.</summary>
public static class PlaceRequests
{
    public static IEnumerable<PlaceRequest> All(Reference reference, Gazetteer gazetteer) =>
    [
        .. Of("urban-centres", reference.Table("urban_centres"), row => Urban(row, gazetteer)),
        .. Of("industrial-parks", reference.Table("industrial_parks"), row => InCommune(row, gazetteer)),
        .. Of("industrial-clusters", reference.Table("industrial_clusters"), row => InCommune(row, gazetteer)),
        .. ChoiceTables.Places.Select(row => new PlaceRequest(row["layer"], row["code"], row["place"])),
    ];

    // Choices/places.csv has the last word: it decides where the columns alone would mislead or say nothing.
    static IEnumerable<PlaceRequest> Of(string layer, IEnumerable<Row> rows, Func<Row, string?> place) =>
        from row in rows
        where !ChoiceTables.Places.Any(choice => choice["layer"] == layer && choice["code"] == row["code"])
        let named = place(row)
        where named is not null
        select new PlaceRequest(layer, row["code"], named);

    // A seat by its town, another urban centre by the old or new commune of its name; a name alone places nothing.
    static string? Urban(Row row, Gazetteer gazetteer)
    {
        var (name, district) = (row["name_vi"], row.Text("district"));
        return district is null ? null
            : gazetteer.Find($"Trung tâm {name}") is { } seat ? $"at {seat.Name}"
            : (gazetteer.OldCommune(name, district) ?? gazetteer.Find($"Xã {name}"))?.Name;
    }

    static string? InCommune(Row row, Gazetteer gazetteer)
    {
        var districts = row.List("district");
        var communes = from commune in row.List("commune")
                       from district in districts
                       let place = gazetteer.OldCommune(commune, district)
                       where place is not null
                       select place.Name;
        return communes.FirstOrDefault() ?? (districts is [var only] ? $"district {District(only, gazetteer)}" : null);
    }

    static string District(string name, Gazetteer gazetteer) =>
        gazetteer.Units.Districts.Single(district => district.Properties["name"] == name).Properties["code"];
}
