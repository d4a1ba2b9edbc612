using LongAnGis.Seed.Boundaries;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;

namespace LongAnGis.Seed.Content;

/// <summary>
/// The territories that figures belong to: provinces, the old districts, the communes of 2025, and unions of districts that
/// a source counted together. Codes of areas; a union has those of its members.
/// </summary>
public static class RegionTable
{
    const string Merger = "2025-07-01";

    /// <summary>The facts join members with a plus sign, which means a space in an address.</summary>
    public static string Code(string members) => members.Replace('+', '-');

    public static string Regions(AdministrativeUnits units) => Csv.Write(
        ["code", "kind", "name_vi", "name_en", "full_name_vi", "members", "valid_from", "valid_to", "note"],
        [
            ["80-to-2025", "province", "Long An", "Long An", "Tỉnh Long An", "80-to-2025", "", Merger, ""],
            ["72", "province", "Tây Ninh (cũ)", "Tay Ninh (former)", "Tỉnh Tây Ninh (cũ)", "72", "", Merger, ""],
            ["80", "province", "Tây Ninh", "Tay Ninh", "Tỉnh Tây Ninh", "80", Merger, "",
                "Tỉnh sau hợp nhất Long An và Tây Ninh | The province since Long An and Tây Ninh were merged"],
            .. Ordered(units.Districts).Select(row => (string?[])[row["code"], "district", row["name"], row["name_en"],
                row["full_name"], row["code"], row["code"] is "795" or "798" ? "2013-03-18" : "", Merger, ""]),
            .. ChoiceTables.Unions.Select(row => (string?[])[Code(row["members"]), "union", row["name_vi"], row["name_en"],
                row["name_vi"], row["members"].Replace('+', ';'), row.Text("valid_from"), Merger,
                ObservationTables.InOneColumn(row["note_vi"], row["note_en"])]),
            .. Ordered(units.Communes).Select(row => (string?[])[row["code"], "commune", row["name"], row["name_en"],
                row["full_name"], row["code"], Merger, "", ""]),
        ]);

    static IEnumerable<Row> Ordered(IReadOnlyList<(Row Properties, NetTopologySuite.Geometries.Geometry Geometry)> units) =>
        units.Select(unit => unit.Properties).OrderBy(row => row["code"], StringComparer.Ordinal);
}
