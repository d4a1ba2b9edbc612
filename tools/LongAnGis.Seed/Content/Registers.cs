using System.Globalization;
using System.Text;
using LongAnGis.Seed.Boundaries;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;

namespace LongAnGis.Seed.Content;

/// <summary>The tables beside the features: areas, how old areas carry to new ones, agencies, gazetteer.</summary>
public static class Registers
{
    /// <summary>
    /// New communes keep the statistics code of an old one, and the merged province that of Long An: so the code of an
    /// old unit that is used again carries this ending.
    /// </summary>
    const string Ended = "-to-2025";

    const string Begin = "2025-07-01";

    const string Merger = "Nghị quyết 202/2025/QH15";

    public static string Areas(AdministrativeUnits units) => Csv.Write(
        ["code", "kind", "name_vi", "name_en", "full_name_vi", "parent_code", "valid_from", "valid_to", "feature_layer",
            "feature_code", "statistics_code", "note"],
        [
            ["80" + Ended, "province", "Long An", "Long An", "Tỉnh Long An", "", "", Begin, "province", "LA", "80", ""],
            ["72", "province", "Tây Ninh", "Tay Ninh", "Tỉnh Tây Ninh (cũ)", "", "", Begin, "neighbours", "72", "72", ""],
            ["80", "province", "Tây Ninh", "Tay Ninh", "Tỉnh Tây Ninh", "", Begin, "", "", "", "80",
                "Hợp nhất Long An và Tây Ninh theo Nghị quyết 202/2025/QH15; chưa có ranh toàn tỉnh"],
            .. units.Districts.Select(unit => unit.Properties).OrderBy(row => row["code"], StringComparer.Ordinal)
                .Select(row => (string?[])[row["code"], row["kind"], row["name"], row["name_en"], row["full_name"],
                    "80" + Ended, row["code"] is "795" or "798" ? "2013-03-18" : "", Begin, "districts", row["code"],
                    row["code"], ""]),
            .. units.OldCommunes.OrderBy(row => row["code"], StringComparer.Ordinal)
                .Select(row => (string?[])[row["code"] + Ended, row["kind"], ShortName(row), Unaccented(ShortName(row)),
                    row["full_name"], row["district_code"], "", Begin, "", "", row["code"], ""]),
            .. units.Communes.Select(unit => unit.Properties).OrderBy(row => row["code"], StringComparer.Ordinal)
                .Select(row => (string?[])[row["code"], row["kind"], row["name"], row["name_en"], row["full_name"], "80",
                    Begin, "", "communes", row["code"], row["code"], ""]),
        ]);

    public static string Crosswalk(AdministrativeUnits units) => Csv.Write(
        ["old_code", "old_name_vi", "new_code", "new_name_vi", "extent", "method", "area_share", "note"],
        [
            ["80" + Ended, "Tỉnh Long An", "80", "Tây Ninh", "whole", "exact", "", Merger],
            ["72", "Tỉnh Tây Ninh (cũ)", "80", "Tây Ninh", "whole", "exact", "", Merger],
            .. units.Crosswalk.Select(row => (string?[])[
                row["old_code"] + Ended,
                row["old_full_name"],
                row["new_code"],
                row["new_name"],
                row["extent"],
                row["extent"] == "whole" ? "exact" : "part, share unknown",
                "",
                // The publisher's text says "Thủ Thừa" only; the table it comes with says the township.
                row["new_code"] == "28087" && row["old_code"] == "28036" ? "Chưa chắc: nguồn chỉ ghi «Thủ Thừa»" : ""]),
        ]);

    /// <summary>Shares by area of each commune of 2025 in the old districts, and the other way round.</summary>
    public static string DistrictShares(AdministrativeUnits units)
    {
        var totals = units.Shares.GroupBy(row => row["district_code"])
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Number("area_km2")!.Value));
        return Csv.Write(
            ["commune_code", "commune_name", "district_code", "district_name", "area_km2", "share_of_commune",
                "share_of_district", "method"],
            units.Shares.Select(row => (string?[])[
                row["commune_code"], row["commune_name"], row["district_code"], row["district_name"],
                row["area_km2"], row["share_of_commune"],
                Math.Round(row.Number("area_km2")!.Value / totals[row["district_code"]], 4)
                    .ToString("0.0###", CultureInfo.InvariantCulture),
                "area-weighted"]));
    }

    public static string Agencies(Reference reference, AdministrativeUnits units)
    {
        var successors = ChoiceTables.AgencySuccessors.ToDictionary(row => row["code"], row => row["successor_code"]);
        string?[][] since2025 = [
            ["UBND-TN", "province-committee", "UBND tỉnh Tây Ninh", "People's Committee of Tây Ninh province", "", "",
                "active", "từ 1/7/2025", "", "", ""],
            ["S-NNMT", "department", "Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment", "", "",
                "active", "từ 3/2025", "https://congly.vn/long-an-tinh-gon-bo-may-con-13-so-nganh-thuoc-ubnd-tinh-470322.html", "", ""],
        ];
        return Csv.Write(
            ["code", "kind", "name_vi", "name_en", "successor", "successor_code", "status", "status_text", "source_url", "note", "area_code"],
            [
                .. reference.Table("agencies").Select(row => (string?[])[
                    row["code"], AgencyKind(row), row["name_vi"], row.Text("name_en"), row.Text("successor_2025_03"),
                    successors.GetValueOrDefault(row["code"]), "reorganised", row.Text("status"),
                    row.Text("source_url"), row.Text("note"), DistrictOf(row, units)]),
                .. since2025,
            ]);
    }

    /// <summary>
    /// Land that Decision 686 allots, as public pages tell it: totals of the province only, since no source has the allotment
    /// by district. Figures for something else than a national land code keep their own words as class.
    /// </summary>
    public static string LandQuotas(Reference reference) => Csv.Write(
        ["plan_code", "land_class", "area_code", "year", "hectares", "hectares_to", "name_vi", "name_en", "kind", "source_url", "note"],
        reference.Table("land_use_quota").Select(row => (string?[])[
            "686", row["code"], null, row["year"], row["value"], row.Text("value_max"), row["land_type_vi"], row["land_type_en"],
            row["kind"], row.Text("source_url"), row.Text("note")]));

    public static string Gazetteer(Gazetteer gazetteer) => Csv.Write(
        ["name", "kind", "lon", "lat", "area_code", "derived"],
        gazetteer.All.Select(point => (string?[])[
            point.Name, point.Kind, Degrees(point.Position.X), Degrees(point.Position.Y), point.AreaCode, point.Derived]));

    static string Degrees(double value) => Math.Round(value, 5).ToString("0.0####", CultureInfo.InvariantCulture);

    // Wards of towns are only numbered: "5" is no name, "Phường 5" is.
    static string ShortName(Row row) => char.IsAsciiDigit(row["name"][0]) ? row["full_name"] : row["name"];

    // A committee is named after its district: “UBND huyện Cần Giuộc”.
    static string? DistrictOf(Row row, AdministrativeUnits units) => AgencyKind(row) != "district-committee" ? null
        : units.Districts.Single(district => row["name_vi"].EndsWith(district.Properties["name"], StringComparison.Ordinal)).Properties["code"];

    static string AgencyKind(Row row) => row["kind"] switch
    {
        "tỉnh" => "province-committee",
        "sở" => "department",
        "thanh tra" => "inspectorate",
        "văn phòng" => "office",
        "ban" => "board",
        "UBND cấp huyện" => "district-committee",
        var other => throw new InvalidDataException($"'{other}' is no kind of agency."),
    };

    static string Unaccented(string name) => string.Concat(name.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        .Replace('đ', 'd').Replace('Đ', 'D');
}
